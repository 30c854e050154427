#pragma once

#include "engine/words/mo_file.h"
#include "engine/words/plural.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace knotmap::words {

/// The translations of one language, found by the English text. What is given out points into it.
class Catalogue
{
public:
    /// Nothing translated.
    Catalogue() = default;
    /// From a .mo file's bytes; nothing where they are none. A translation whose placeholders are
    /// not those of the English text is left out, so that none can fail when it is filled in.
    static std::optional<Catalogue> parse(std::string_view mo);

    /// The translation of a text, or null. `context` tells the same English words apart.
    const char* find(std::string_view english, std::string_view context = {}) const;
    /// The form for n of a counted message, found by its English singular and plural; or null.
    const char* find(std::string_view one, std::string_view many, unsigned long n) const;

    std::size_t size() const { return m_texts.size(); }

private:
    void add(const Message& message);

    PluralRule m_plural;
    std::unordered_map<std::string, std::vector<std::string>> m_texts; ///< forms by key
};

} // namespace knotmap::words
