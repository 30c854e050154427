#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::words {

/// One message of a .mo file, as GNU gettext keeps it: the key is the English text, after a context
/// and '\4' where it has one; a counted message has '\0' between its forms in key and text.
struct Message
{
    std::string key, text;
};

/// The messages of a .mo file of either byte order; nothing where it is not one, or damaged.
std::optional<std::vector<Message>> parseMo(std::string_view bytes);

/// A .mo file of the messages, in order of their keys, without a hash table.
std::string writeMo(std::vector<Message> messages);

} // namespace knotmap::words
