#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace knotmap::words {

/// Which form of a counted message belongs to a number: what the line "Plural-Forms" of a
/// catalogue's header says, in the notation of GNU gettext ("nplurals=2; plural=(n != 1);").
class PluralRule
{
public:
    /// Two forms: the first for 1, the second for all else, as in English.
    PluralRule();
    /// Nothing where the line is not well formed or is longer than a language needs.
    static std::optional<PluralRule> parse(std::string_view line);

    /// How many forms each counted message has.
    std::size_t forms() const { return m_forms; }
    /// The form for a number, below `forms()`; 0 where the expression yields none of them.
    std::size_t formOf(unsigned long n) const;

private:
    enum class Op
    {
        Number,
        N,
        Not,
        Or,
        And,
        Equal,
        Unequal,
        Less,
        More,
        LessOrEqual,
        MoreOrEqual,
        Plus,
        Minus,
        Times,
        Divide,
        Remainder,
        Choose
    };
    struct Node
    {
        Op op = Op::N;
        unsigned long number = 0;
        std::size_t first = 0, second = 0, third = 0; ///< operands, as indices of nodes
    };
    class Parser;

    unsigned long value(std::size_t node, unsigned long n) const;

    std::size_t m_forms = 2;
    std::vector<Node> m_nodes; ///< the last is the whole expression
};

} // namespace knotmap::words
