#pragma once

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::testing {

/// A string literal of a source file, those beside it joined to one, as the compiler does.
struct Literal
{
    std::string file;
    int line = 0;
    std::string text;   ///< between the quotation marks, escapes as they are written
    std::string callee; ///< the function that it is a direct argument of: "ImGui::Text"; or empty

    std::string point() const { return file + ":" + std::to_string(line) + ": \"" + text + "\""; }
    /// The callee without its namespace or object: "Text".
    std::string function() const { return callee.substr(callee.find_last_of(":.>") + 1); }
};

/// Finds the literals of a C++ source text. It knows comments, characters, raw strings and
/// preprocessor lines, whose literals are passed over.
class LiteralFinder
{
public:
    LiteralFinder(std::string file, std::string source)
        : m_file(std::move(file)), m_source(std::move(source)), m_code(m_source)
    {
        while (m_at < m_source.size())
            step();
        for (std::size_t i = 0; i < m_found.size(); ++i)
            m_found[i].callee = calleeBefore(m_starts[i]);
    }
    const std::vector<Literal>& found() const { return m_found; }

private:
    bool startsWith(std::string_view text) const
    {
        return m_source.compare(m_at, text.size(), text) == 0;
    }
    /// Makes code blank up to a place, which is where reading goes on.
    void blankTo(std::size_t end, char with)
    {
        end = std::min(end, m_source.size());
        for (; m_at < end; ++m_at)
            if (m_source[m_at] == '\n')
                ++m_line;
            else
                m_code[m_at] = with;
    }
    std::size_t after(std::string_view closing, std::size_t from) const
    {
        const std::size_t end = m_source.find(closing, from);
        return end == std::string::npos ? m_source.size() : end + closing.size();
    }
    /// The end of a quoted literal that begins here.
    std::size_t quotedEnd() const
    {
        std::size_t end = m_at + 1;
        while (end < m_source.size() && m_source[end] != m_source[m_at])
            end += m_source[end] == '\\' ? 2 : 1;
        return end + 1;
    }
    void step()
    {
        if (startsWith("//"))
            blankTo(m_source.find('\n', m_at), ' ');
        else if (startsWith("/*"))
            blankTo(after("*/", m_at + 2), ' ');
        else if (m_source[m_at] == '#' && isFirstOfLine())
            blankTo(m_source.find('\n', m_at), ' ');
        else if (startsWith("R\"") && !continuesWord())
            takeRaw();
        else if (m_source[m_at] == '"')
            take(m_at + 1, quotedEnd() - 1, quotedEnd());
        else if (m_source[m_at] == '\'' && !continuesWord())
            blankTo(quotedEnd(), 'c');
        else
            skipOne();
    }
    void skipOne()
    {
        m_line += m_source[m_at] == '\n' ? 1 : 0;
        ++m_at;
    }
    bool isFirstOfLine() const
    {
        const std::size_t before = m_source.find_last_not_of(" \t", m_at == 0 ? 0 : m_at - 1);
        return m_at == 0 || before == std::string::npos || m_source[before] == '\n';
    }
    /// Whether a letter or digit stands before, as in 1'000.
    bool continuesWord() const
    {
        return m_at > 0 && std::isalnum(static_cast<unsigned char>(m_source[m_at - 1])) != 0;
    }
    void takeRaw()
    {
        const std::size_t open = m_source.find('(', m_at);
        const std::string closing = ")" + m_source.substr(m_at + 2, open - m_at - 2) + "\"";
        const std::size_t end = after(closing, open);
        take(open + 1, end - closing.size(), end);
    }
    void take(std::size_t from, std::size_t last, std::size_t end)
    {
        const std::string text = m_source.substr(from, last - from);
        const bool joins = !m_found.empty() && onlyBlanks(m_lastEnd, m_at);
        if (joins) {
            m_found.back().text += text;
        } else {
            m_found.push_back({m_file, m_line, text, {}});
            m_starts.push_back(m_at);
        }
        blankTo(end, 'l');
        m_lastEnd = m_at;
    }
    bool onlyBlanks(std::size_t from, std::size_t to) const
    {
        return m_code.find_first_not_of(" \t\n", from) >= to;
    }
    /// The function whose parenthesis is open at a place.
    std::string calleeBefore(std::size_t at) const
    {
        int depth = 0;
        while (at-- > 0) {
            const char c = m_code[at];
            if (c == ')' || c == ']' || c == '}')
                ++depth;
            else if ((c == '(' || c == '[' || c == '{') && depth-- == 0)
                return c == '(' ? wordBefore(at) : std::string();
            else if (c == ';' && depth == 0)
                break;
        }
        return {};
    }
    std::string wordBefore(std::size_t at) const
    {
        const auto isPart = [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == ':' ||
                   c == '.';
        };
        std::size_t from = at;
        while (from > 0 && (isPart(m_code[from - 1]) || isArrow(from)))
            from -= isPart(m_code[from - 1]) ? 1 : 2;
        return m_code.substr(from, at - from);
    }
    bool isArrow(std::size_t end) const
    {
        return end > 1 && m_code[end - 1] == '>' && m_code[end - 2] == '-';
    }
    std::string m_file, m_source;
    std::string m_code; ///< with comments blank and literals filled
    std::size_t m_at = 0, m_lastEnd = 0;
    int m_line = 1;
    std::vector<Literal> m_found;
    std::vector<std::size_t> m_starts;
};

/// All literals of the .h and .cpp files below a folder of the repository.
inline std::vector<Literal> literalsBelow(const std::filesystem::path& repository,
                                          const std::string& folder)
{
    namespace fs = std::filesystem;
    std::vector<Literal> all;
    for (const auto& entry : fs::recursive_directory_iterator(repository / folder)) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp")
            continue;
        std::ostringstream source;
        source << std::ifstream(entry.path()).rdbuf();
        const LiteralFinder finder(fs::relative(entry.path(), repository).generic_string(),
                                   source.str());
        all.insert(all.end(), finder.found().begin(), finder.found().end());
    }
    return all;
}

} // namespace knotmap::testing
