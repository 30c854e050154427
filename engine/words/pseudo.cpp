#include "engine/words/pseudo.h"

#include <algorithm>
#include <cctype>

namespace knotmap::words {
namespace {

constexpr std::string_view kPlain = "aceinouyACEINOUY";
// Of Latin-1, which every font has, ImGui's own included.
constexpr std::string_view kAccented[] = {"á", "ç", "ê", "î", "ñ", "ö", "ü", "ÿ",
                                          "Å", "Ç", "É", "Î", "Ñ", "Ö", "Û", "Ý"};

bool isBlank(char letter)
{
    return std::isspace(static_cast<unsigned char>(letter)) != 0;
}

/// Whether a word is an option, a file's name or an id, whose letters mean something.
bool isVerbatim(std::string_view word)
{
    if (word.substr(0, 2) == "--")
        return true;
    while (!word.empty() && std::string_view(".,;:)'\"!?").find(word.back()) != word.npos)
        word.remove_suffix(1);
    return word.find_first_of("./_=\\") != std::string_view::npos;
}

void appendWord(std::string& out, std::string_view word)
{
    const bool verbatim = isVerbatim(word);
    bool inBraces = false;
    for (const char letter : word) {
        inBraces = inBraces ? letter != '}' : letter == '{';
        const std::size_t at = verbatim || inBraces ? kPlain.npos : kPlain.find(letter);
        if (at == kPlain.npos)
            out += letter;
        else
            out += kAccented[at];
    }
}

/// How many letters a reader sees: bytes that begin a character, braces and what is in them apart.
std::size_t lettersIn(std::string_view text)
{
    std::size_t count = 0;
    bool inBraces = false;
    for (const char letter : text) {
        if (letter == '{')
            inBraces = true;
        if (!inBraces && (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U)
            ++count;
        if (letter == '}')
            inBraces = false;
    }
    return count;
}

/// More words of the text's own length: "~~~~ ~~~~~~", so that lines can be broken in them.
std::string padding(std::size_t letters)
{
    std::string pad;
    for (std::size_t i = 0; i < letters; ++i)
        pad += i % 7 == 0 && letters - i >= 2 ? ' ' : '~';
    return pad;
}

} // namespace

std::string pseudo(std::string_view english)
{
    const std::size_t id = std::min(english.find("##"), english.size());
    std::string_view text = english.substr(0, id);
    std::string before, after;
    while (!text.empty() && isBlank(text.front())) {
        before += text.front();
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        after.insert(after.begin(), text.back());
        text.remove_suffix(1);
    }
    if (text.empty())
        return std::string(english);
    std::string words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n\t", at), text.size());
        appendWord(words, text.substr(at, end - at));
        if (end < text.size())
            words += text[end];
        at = end + 1;
    }
    // The brackets are two of the letters that are added.
    const std::size_t more = (lettersIn(text) * 2 + 4) / 5;
    return before + "[" + words + padding(more > 2 ? more - 2 : 0) + "]" + after +
           std::string(english.substr(id));
}

Message pseudoMessage(const Message& message)
{
    if (message.key.empty())
        return message;
    Message result{message.key, {}};
    std::string_view forms = message.text;
    for (;;) {
        const std::size_t end = forms.find('\0');
        result.text += pseudo(forms.substr(0, end));
        if (end == std::string_view::npos)
            return result;
        result.text += '\0';
        forms.remove_prefix(end + 1);
    }
}

} // namespace knotmap::words
