#include "engine/referral/find.h"

#include "engine/words/lists.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace knotmap::referral {
namespace {

constexpr double kSpilloverWeight = 0.45;
constexpr std::string_view kOpposite = ".opposite";

double commonnessWeight(Commonness commonness)
{
    switch (commonness) {
    case Commonness::VeryCommon:
        return 1.0;
    case Commonness::Common:
        return 0.92;
    case Commonness::Occasional:
        return 0.82;
    case Commonness::Rare:
        break;
    }
    return 0.7;
}

/// Whether the zone's region (as written at the point, relative to the point's side) is that of the
/// pain.
bool matches(const std::string& written, core::Side pointSide, const PainQuery& pain,
             const anatomy::Catalogue& catalogue)
{
    const bool other =
        written.size() > kOpposite.size() &&
        written.compare(written.size() - kOpposite.size(), kOpposite.size(), kOpposite) == 0;
    const std::string id = other ? written.substr(0, written.size() - kOpposite.size()) : written;
    if (id != pain.region)
        return false;
    const anatomy::Region* region = catalogue.findRegion(id);
    if (!pain.side || (region != nullptr && region->midline))
        return true;
    return *pain.side == (other ? core::opposite(pointSide) : pointSide);
}

std::string spoken(const PainQuery& pain)
{
    return pain.side ? core::instanceName(pain.region, *pain.side) : pain.region;
}

std::string joined(const std::vector<std::string>& items)
{
    return words::listedWithAnd(items);
}

std::string explain(const Finding& finding, std::size_t asked, std::size_t essentialCount)
{
    std::string why;
    if (!finding.essential.empty())
        why = trf("its essential zone covers {}", joined(finding.essential));
    if (!finding.spillover.empty())
        why += trf("{}it spills over into {}", why.empty() ? "" : "; ", joined(finding.spillover));
    if (asked > 1)
        why += trf("; that is {} of the {} places you asked about",
                   finding.essential.size() + finding.spillover.size(), asked);
    if (!finding.essential.empty() && essentialCount == finding.essential.size())
        why += tr("; its essential zone covers nothing else");
    return why + trf("; {} point", commonnessLabel(finding.point->commonness));
}

Finding judge(const Point& point, core::Side side, const std::vector<PainQuery>& pain,
              const anatomy::Catalogue& catalogue)
{
    Finding finding{&point, side, 0, {}, {}, {}};
    const std::vector<std::string> essential = point.regionsOf(Strength::Essential);
    const std::vector<std::string> spillover = point.regionsOf(Strength::Spillover);
    double explained = 0;
    for (const PainQuery& query : pain) {
        const auto meets = [&](const std::string& written) {
            return matches(written, side, query, catalogue);
        };
        if (std::any_of(essential.begin(), essential.end(), meets)) {
            explained += 1;
            finding.essential.push_back(spoken(query));
        } else if (std::any_of(spillover.begin(), spillover.end(), meets)) {
            explained += kSpilloverWeight;
            finding.spillover.push_back(spoken(query));
        }
    }
    if (explained == 0)
        return finding;
    // A zone that lies mostly where it hurts explains the pain better than a widespread one.
    const double zone = static_cast<double>(essential.size()) +
                        kSpilloverWeight * static_cast<double>(spillover.size());
    const double coverage = explained / static_cast<double>(pain.size());
    const double focus = explained / zone;
    finding.score = coverage * (0.7 + 0.3 * focus) * commonnessWeight(point.commonness);
    finding.why = explain(finding, pain.size(), essential.size());
    return finding;
}

} // namespace

std::vector<Finding> findPoints(const Knowledge& knowledge, const anatomy::Catalogue& catalogue,
                                const std::vector<PainQuery>& pain, std::size_t top)
{
    const bool sided = std::any_of(pain.begin(), pain.end(),
                                   [](const PainQuery& query) { return query.side.has_value(); });
    std::vector<core::Side> sides = {core::Side::Right};
    if (sided)
        sides.push_back(core::Side::Left);
    std::vector<Finding> findings;
    for (const Point& point : knowledge.points) {
        if (point.local)
            continue;
        for (const core::Side side : sides)
            if (Finding finding = judge(point, side, pain, catalogue); finding.score > 0)
                findings.push_back(std::move(finding));
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.score > b.score; });
    if (findings.size() > top)
        findings.resize(top);
    return findings;
}

} // namespace knotmap::referral
