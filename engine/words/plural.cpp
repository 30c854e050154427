#include "engine/words/plural.h"

#include <charconv>

namespace knotmap::words {

namespace {

/// Bytes of an expression; what a language needs takes some two hundred.
constexpr std::size_t kLongest = 1000;

} // namespace

/// Reads an expression of C with the variable n, loosest operator first.
class PluralRule::Parser
{
public:
    Parser(std::string_view text, std::vector<Node>& nodes) : m_rest(text), m_nodes(nodes) {}

    /// Whether the whole text is one expression.
    bool parseAll()
    {
        choice(0);
        skipBlanks();
        return m_good && m_rest.empty();
    }

private:
    struct Infix
    {
        std::string_view sign;
        Op op;
        int level; ///< how tightly it binds
    };
    static constexpr int kTightest = 6, kDeepest = 50;
    // A sign that begins another one stands after it.
    static constexpr Infix kInfixes[] = {
        {"||", Op::Or, 1},      {"&&", Op::And, 2},         {"==", Op::Equal, 3},
        {"!=", Op::Unequal, 3}, {"<=", Op::LessOrEqual, 4}, {">=", Op::MoreOrEqual, 4},
        {"<", Op::Less, 4},     {">", Op::More, 4},         {"+", Op::Plus, 5},
        {"-", Op::Minus, 5},    {"*", Op::Times, 6},        {"/", Op::Divide, 6},
        {"%", Op::Remainder, 6}};

    void skipBlanks()
    {
        while (!m_rest.empty() && (m_rest.front() == ' ' || m_rest.front() == '\t'))
            m_rest.remove_prefix(1);
    }
    bool take(std::string_view sign)
    {
        skipBlanks();
        if (m_rest.substr(0, sign.size()) != sign)
            return false;
        m_rest.remove_prefix(sign.size());
        return true;
    }
    std::size_t add(const Node& node)
    {
        m_nodes.push_back(node);
        return m_nodes.size() - 1;
    }
    std::size_t choice(int depth)
    {
        const std::size_t condition = infix(1, depth);
        if (!take("?"))
            return condition;
        const std::size_t yes = choice(depth + 1);
        m_good = m_good && take(":");
        const std::size_t no = choice(depth + 1);
        return add({Op::Choose, 0, condition, yes, no});
    }
    std::size_t infix(int level, int depth)
    {
        if (level > kTightest)
            return operand(depth);
        std::size_t left = infix(level + 1, depth);
        for (bool more = m_good; more;) {
            more = false;
            for (const Infix& sign : kInfixes)
                if (sign.level == level && take(sign.sign)) {
                    const std::size_t right = infix(level + 1, depth);
                    left = add({sign.op, 0, left, right, 0});
                    more = m_good;
                    break;
                }
        }
        return left;
    }
    std::size_t operand(int depth)
    {
        if (depth > kDeepest)
            m_good = false;
        if (!m_good)
            return add({});
        if (take("!"))
            return add({Op::Not, 0, operand(depth + 1), 0, 0});
        if (take("(")) {
            const std::size_t inner = choice(depth + 1);
            m_good = m_good && take(")");
            return inner;
        }
        if (take("n"))
            return add({});
        skipBlanks();
        Node node{Op::Number, 0, 0, 0, 0};
        const char* end = m_rest.data() + m_rest.size();
        const auto [stop, error] = std::from_chars(m_rest.data(), end, node.number);
        m_good = error == std::errc();
        if (m_good)
            m_rest.remove_prefix(static_cast<std::size_t>(stop - m_rest.data()));
        return add(node);
    }

    std::string_view m_rest;
    std::vector<Node>& m_nodes;
    bool m_good = true;
};

PluralRule::PluralRule()
{
    Parser("n != 1", m_nodes).parseAll();
}

std::optional<PluralRule> PluralRule::parse(std::string_view line)
{
    constexpr std::string_view kForms = "nplurals=", kExpression = "plural=";
    const std::size_t forms = line.find(kForms), end = line.find(';');
    if (forms == std::string_view::npos || end == std::string_view::npos)
        return std::nullopt;
    PluralRule rule;
    rule.m_nodes.clear();
    const char* digits = line.data() + forms + kForms.size();
    const auto [stop, error] = std::from_chars(digits, line.data() + line.size(), rule.m_forms);
    const std::size_t expression = line.find(kExpression, end);
    if (error != std::errc() || rule.m_forms == 0 || expression == std::string_view::npos)
        return std::nullopt;
    std::string_view text = line.substr(expression + kExpression.size());
    text = text.substr(0, text.find(';'));
    if (text.size() > kLongest || !Parser(text, rule.m_nodes).parseAll())
        return std::nullopt;
    return rule;
}

std::size_t PluralRule::formOf(unsigned long n) const
{
    const unsigned long form = value(m_nodes.size() - 1, n);
    return form < m_forms ? form : 0;
}

unsigned long PluralRule::value(std::size_t node, unsigned long n) const
{
    const Node& at = m_nodes[node];
    if (at.op == Op::Number)
        return at.number;
    if (at.op == Op::N)
        return n;
    const unsigned long a = value(at.first, n);
    if (at.op == Op::Not)
        return a == 0;
    if (at.op == Op::Choose)
        return value(a != 0 ? at.second : at.third, n);
    const unsigned long b = value(at.second, n);
    switch (at.op) {
    case Op::Or:
        return a != 0 || b != 0;
    case Op::And:
        return a != 0 && b != 0;
    case Op::Equal:
        return a == b;
    case Op::Unequal:
        return a != b;
    case Op::Less:
        return a < b;
    case Op::More:
        return a > b;
    case Op::LessOrEqual:
        return a <= b;
    case Op::MoreOrEqual:
        return a >= b;
    case Op::Plus:
        return a + b;
    case Op::Minus:
        return a - b;
    case Op::Times:
        return a * b;
    case Op::Divide:
        return b == 0 ? 0 : a / b;
    case Op::Remainder:
        return b == 0 ? 0 : a % b;
    default:
        return 0; // seen to above
    }
}

} // namespace knotmap::words
