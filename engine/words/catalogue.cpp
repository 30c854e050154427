#include "engine/words/catalogue.h"

#include "engine/words/placeholders.h"

#include <algorithm>

namespace knotmap::words {
namespace {

constexpr char kContextEnd = '\4';

std::vector<std::string> split(std::string_view forms)
{
    std::vector<std::string> all;
    for (;;) {
        const std::size_t end = forms.find('\0');
        all.emplace_back(forms.substr(0, end));
        if (end == std::string_view::npos)
            return all;
        forms.remove_prefix(end + 1);
    }
}

/// The header's rule; the English one where it has none that is well formed.
PluralRule ruleOf(std::string_view header)
{
    constexpr std::string_view kName = "Plural-Forms:";
    const std::size_t from = header.find(kName);
    if (from == std::string_view::npos)
        return {};
    const std::string_view line = header.substr(from + kName.size());
    return PluralRule::parse(line.substr(0, line.find('\n'))).value_or(PluralRule());
}

} // namespace

std::optional<Catalogue> Catalogue::parse(std::string_view mo)
{
    const auto messages = parseMo(mo);
    if (!messages)
        return std::nullopt;
    Catalogue catalogue;
    for (const Message& message : *messages)
        if (message.key.empty())
            catalogue.m_plural = ruleOf(message.text);
    for (const Message& message : *messages)
        if (!message.key.empty() && !message.text.empty())
            catalogue.add(message);
    return catalogue;
}

void Catalogue::add(const Message& message)
{
    const std::size_t context = message.key.find(kContextEnd);
    const std::size_t from = context == std::string::npos ? 0 : context + 1;
    const std::vector<std::string> english = split(std::string_view(message.key).substr(from));
    std::vector<std::string> forms = split(message.text);
    if (english.size() > 1 && forms.size() < m_plural.forms())
        return;
    const bool sound = std::all_of(forms.begin(), forms.end(), [&](const std::string& form) {
        return placeholdersAgree(english.back(), form);
    });
    if (sound)
        m_texts.emplace(message.key, std::move(forms));
}

const char* Catalogue::find(std::string_view english, std::string_view context) const
{
    std::string key(context);
    if (!context.empty())
        key += kContextEnd;
    key += english;
    const auto found = m_texts.find(key);
    return found == m_texts.end() ? nullptr : found->second.front().c_str();
}

const char* Catalogue::find(std::string_view one, std::string_view many, unsigned long n) const
{
    std::string key(one);
    key += '\0';
    key += many;
    const auto found = m_texts.find(key);
    return found == m_texts.end() ? nullptr : found->second[m_plural.formOf(n)].c_str();
}

} // namespace knotmap::words
