#include "engine/care/card_rules.h"

#include "engine/care/known_ids.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::care {
namespace {

/// The rules of one card.
class Card
{
public:
    Card(const Guide& guide, const Advice& advice, core::Faults& faults)
        : m_guide(guide), m_advice(advice), m_faults(faults)
    {
        for (const std::string& id : advice.positions)
            if (const Position* position = guide.findPosition(id))
                m_positions.push_back(position);
    }

    void check() const
    {
        if (m_positions.empty())
            return;
        for (const Position* position : m_positions)
            checkPosition(*position);
        if (!m_advice.press)
            return;
        checkTools();
        const Dose* dose = m_guide.findDose(m_advice.dose);
        const Position& first = *m_positions.front();
        if (dose != nullptr && dose->stroke != first.stroke)
            fault(trf("the dose '{}' is {}, the steps of '{}' are {}", dose->id,
                      manner(dose->stroke), first.id, manner(first.stroke)));
    }

private:
    static const char* manner(bool stroke)
    {
        return stroke ? tr("for stroking along the muscle") : tr("for holding still");
    }

    void fault(const std::string& message) const
    {
        m_faults.push_back({m_advice.file, m_advice.line, m_advice.column,
                            fmt::format("'{}': {}", m_advice.point, message)});
    }

    void checkPosition(const Position& position) const
    {
        const auto allowed = [&](const std::string& tool) { return position.allows(tool); };
        if (!m_advice.press && !position.tools.empty())
            fault(trf("nothing is pressed here, but position '{}' is for pressing with a "
                      "tool",
                      position.id));
        else if (m_advice.press && position.tools.empty())
            fault(trf("the point is pressed, but position '{}' is not for pressing", position.id));
        else if (m_advice.press &&
                 std::none_of(m_advice.tools.begin(), m_advice.tools.end(), allowed))
            fault(trf("position '{}' allows none of its tools", position.id));
    }

    void checkTools() const
    {
        const std::string& first = m_advice.tools.front();
        if (!m_positions.front()->allows(first))
            fault(trf("its first position, '{}', does not allow its first tool, '{}'",
                      m_positions.front()->id, first));
        for (const std::string& tool : m_advice.tools)
            if (std::none_of(m_positions.begin(), m_positions.end(),
                             [&](const Position* position) { return position->allows(tool); }))
                fault(trf("none of its positions allows '{}'", tool));
    }

    const Guide& m_guide;
    const Advice& m_advice;
    core::Faults& m_faults;
    std::vector<const Position*> m_positions;
};

} // namespace

void checkCards(const Guide& guide, core::Faults& faults)
{
    // Advice without a tool or a position that was omitted for its fault may break rules for that
    // reason alone.
    for (const Advice& advice : guide.advice)
        if (!contains(guide.leftOut, advice.point))
            Card(guide, advice, faults).check();
}

} // namespace knotmap::care
