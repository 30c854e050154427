#include "engine/data/limits.h"

#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::data {
namespace {

/// Walks over those tokens of a TOML text that count towards its size; strings and comments are
/// skipped.
class Scanner
{
public:
    Scanner(std::string_view text, const std::string& file) : m_text(text), m_file(file) {}

    std::optional<core::Fault> run()
    {
        while (m_at < m_text.size() && !m_fault) {
            const char character = m_text[m_at];
            if (character == '"' || character == '\'') {
                if (!skipString(character))
                    break;
            } else if (character == '#') {
                m_at = std::min(m_text.find('\n', m_at), m_text.size());
            } else {
                ++m_at;
                take(character);
            }
        }
        return m_fault;
    }

private:
    void take(char character)
    {
        switch (character) {
        case '.':
            if (++m_dots >= kMaxKeyParts)
                fault(trf("more than {} names are joined by dots", kMaxKeyParts));
            return;
        case '[':
        case '{':
            if (++m_depth > kDeepestNesting)
                fault(trf("brackets are nested more than {} deep", kDeepestNesting));
            count();
            return;
        case ']':
        case '}':
            m_depth -= m_depth > 0 ? 1 : 0;
            m_dots = 0;
            return;
        case ',':
        case '=':
            count();
            return;
        case '\n':
            newLine();
            return;
        default:
            return;
        }
    }

    void count()
    {
        m_dots = 0;
        if (++m_values > kMaxValues)
            fault(trf("the file holds more than {} keys and list entries", kMaxValues));
    }

    void newLine()
    {
        m_dots = 0;
        ++m_line;
        m_lineStart = m_at;
    }

    /// False if the string does not end: the parser stops there as well.
    bool skipString(char quote)
    {
        const std::string three(3, quote);
        if (m_text.compare(m_at, 3, three) == 0)
            return skipLongString(quote, three);
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '\n'; ++m_at) {
            if (m_text[m_at] == quote) {
                ++m_at;
                return true;
            }
            if (m_text[m_at] == '\\' && quote == '"')
                ++m_at;
        }
        return false;
    }

    bool skipLongString(char quote, const std::string& three)
    {
        for (m_at += 3; m_at < m_text.size(); ++m_at) {
            if (m_text.compare(m_at, 3, three) == 0) {
                m_at += 3;
                // Up to two more quotes belong to the text.
                for (int more = 0; more < 2 && m_at < m_text.size() && m_text[m_at] == quote;
                     ++more)
                    ++m_at;
                return true;
            }
            if (m_text[m_at] == '\\' && quote == '"')
                ++m_at;
            if (m_at < m_text.size() && m_text[m_at] == '\n') {
                ++m_line;
                m_lineStart = m_at + 1;
            }
        }
        return false;
    }

    void fault(const std::string& message)
    {
        m_fault = core::Fault{m_file, m_line, static_cast<int>(m_at - m_lineStart),
                              trf("{}; no data file needs that", message)};
    }

    std::string_view m_text;
    const std::string& m_file;
    std::size_t m_at = 0, m_lineStart = 0;
    std::size_t m_depth = 0, m_dots = 0, m_values = 0;
    int m_line = 1;
    std::optional<core::Fault> m_fault;
};

void checkNode(const toml::node& node, const std::string& file, core::Faults& faults)
{
    const auto hold = [&](std::size_t entries, const char* what) {
        if (entries > kMaxEntries)
            faults.push_back(
                {file, static_cast<int>(node.source().begin.line),
                 static_cast<int>(node.source().begin.column),
                 trf("{} with {} entries; at most {} are allowed", what, entries, kMaxEntries)});
    };
    if (const auto* list = node.as_array()) {
        hold(list->size(), "a list");
        for (const toml::node& entry : *list)
            checkNode(entry, file, faults);
    } else if (const auto* table = node.as_table()) {
        hold(table->size(), "a table");
        for (const auto& [key, entry] : *table)
            checkNode(entry, file, faults);
    }
}

} // namespace

std::optional<core::Fault> scanText(std::string_view text, const std::string& file)
{
    return Scanner(text, file).run();
}

void checkLengths(const toml::table& root, const std::string& file, core::Faults& faults)
{
    checkNode(root, file, faults);
}

} // namespace knotmap::data
