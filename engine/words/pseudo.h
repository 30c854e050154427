#pragma once

#include "engine/words/mo_file.h"

#include <string>
#include <string_view>

namespace knotmap::words {

/// A text in the pseudo-language, which shows what a window does with a longer language and what
/// was never handed to a translator: accents on its letters, 40 per cent more of them, and square
/// brackets about it. What stands in braces stays, and so do a command line's options, file names
/// and ids (a word that begins with "--", or has a dot, slash, '_' or '=' inside), and what ImGui
/// reads as an id ("##" and after). Leading and trailing blanks and line ends stay outside the
/// brackets.
std::string pseudo(std::string_view english);

/// A message of a catalogue with its English text in the pseudo-language, the header as it is.
Message pseudoMessage(const Message& message);

} // namespace knotmap::words
