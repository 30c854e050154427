#pragma once

#include "engine/words/catalogue.h"

#include <cstddef>
#include <cstdio>
#include <fmt/format.h>
#include <string>
#include <string_view>

// Every word that a person reads goes through one of these functions, with the English text as a
// literal where it is first written: cmake/texts.sh collects them by the functions' names. Ids,
// keys and what --json prints are never translated.

namespace knotmap::words {

/// Makes a catalogue the one that `tr` and its neighbours ask, for as long as this lives. The one
/// value of the whole process: like the C locale it is set once, at the start, before there is a
/// second thread (docs/architecture.md says why).
class UseCatalogue
{
public:
    explicit UseCatalogue(const Catalogue& catalogue);
    ~UseCatalogue();
    UseCatalogue(const UseCatalogue&) = delete;
    UseCatalogue& operator=(const UseCatalogue&) = delete;

private:
    const Catalogue* m_before;
};

/// Whether a language other than English is in use.
bool isTranslating();

/// The text in the language in use; itself where there is no translation.
const char* tr(const char* english);
/// Likewise for a text that is not a literal, such as one of a data file.
std::string tr(std::string_view english);

/// Likewise for words that mean several things in English; `context` says which.
const char* trc(const char* context, const char* english);

/// Marks a text of a table that is built before the language is known; `tr` it when it is shown.
constexpr const char* mark(const char* english)
{
    return english;
}

/// What `trf` and `trn` fill in.
std::string_view translated(std::string_view english);
std::string_view plural(std::string_view one, std::string_view many, std::size_t n);

/// The text filled in as by fmt::format. A translation has the same placeholders (see Catalogue).
template <typename... Args>
std::string trf(fmt::format_string<Args...> english, Args&&... args)
{
    const fmt::string_view text = english;
    return fmt::vformat(translated({text.data(), text.size()}), fmt::make_format_args(args...));
}

/// The form for n of a counted message: `one` for 1, `many` for all else in English. Both take the
/// same arguments.
template <typename... Args>
std::string trn(fmt::format_string<Args...> one, fmt::format_string<Args...> many, std::size_t n,
                Args&&... args)
{
    const fmt::string_view first = one, other = many;
    return fmt::vformat(plural({first.data(), first.size()}, {other.data(), other.size()}, n),
                        fmt::make_format_args(args...));
}

/// Prints `trf`; throws std::system_error where the stream does not take it, as fmt::print does.
template <typename... Args>
void trPrint(std::FILE* stream, fmt::format_string<Args...> english, Args&&... args)
{
    fmt::print(stream, "{}", trf<Args...>(english, std::forward<Args>(args)...));
}
template <typename... Args>
void trPrint(fmt::format_string<Args...> english, Args&&... args)
{
    trPrint<Args...>(stdout, english, std::forward<Args>(args)...);
}

} // namespace knotmap::words

namespace knotmap {
using words::mark;
using words::tr;
using words::trc;
using words::trf;
using words::trn;
using words::trPrint;
} // namespace knotmap
