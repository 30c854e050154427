#pragma once

#include "app/model/library.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::app {

/// A text of the data that a person reads.
struct DataText
{
    std::string text;
    std::string of; ///< what says it, for a translator: "point soleus-1"
};

/// All of them but Latin names, ids and citations, each text once, in the order of the data.
std::vector<DataText> textsOf(const Library& library);

/// The library with its texts in the language in use; itself where that is English. For showing
/// alone: the rules that compare texts (`knotmap check`) are about the English ones.
std::shared_ptr<const Library> translated(std::shared_ptr<const Library> library);
/// Likewise, in place.
void translateTexts(Library& library);

/// An id in the words of the language in use: "shoulder-girdle" -> "Shoulder girdle".
std::string spoken(std::string_view id);

} // namespace knotmap::app
