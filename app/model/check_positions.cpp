#include "app/model/check_positions.h"

#include "app/model/apply_pose.h"
#include "app/model/position_overlay.h"
#include "app/model/solve_position.h"
#include "engine/posture/self_contact.h"
#include "engine/words/tr.h"

#include <chrono>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

constexpr float kMaxGapMm = 2, kMaxSinkMm = 12, kMaxOffsetMm = 10, kMaxSupportGapMm = 10,
                kMaxPenetrationMm = 15, kMaxBalanceMm = 45;

/// The two body parts with the deepest self-penetration.
void measureSelf(const Library& library, const PlacedPoint& placed,
                 const posture::SolvedPosition& solved, PositionReport& report)
{
    constexpr float kBesideMm = 15;
    std::optional<posture::Pressed> pressed;
    const care::Tool* tool = library.care.firstTool(*placed.advice);
    if (solved.ownHand && tool != nullptr)
        pressed = posture::Pressed{posedPoint(library, solved.transforms, placed).onSkin,
                                   tool->diameterMm + kBesideMm};
    const posture::SelfContact contact =
        posture::deepestSelfContact(library, solved.transforms, pressed);
    if (contact.depthMm <= report.fit.penetrationMm)
        return;
    report.fit.penetrationMm = contact.depthMm;
    report.into = trf("the {} sinks into the {} by", contact.part, contact.other);
}

core::Faults brokenBy(const PlacedPoint& placed, const PositionReport& report)
{
    core::Faults faults;
    const auto fault = [&](std::string message) {
        faults.push_back({placed.advice->file, placed.advice->line, placed.advice->column,
                          trf("'{}' in '{}': {}", placed.name(), report.position, message)});
    };
    const auto checkMax = [&](const char* what, float value, float limit) {
        if (!(value <= limit))
            fault(trf("{} {:.0f} mm; at most {:.0f} mm are allowed", what, value, limit));
    };
    const posture::PositionFit& fit = report.fit;
    if (!fit.reach)
        fault(trf("the hand misses the spot by {:.0f} mm; correct the pose in "
                  "care/positions.toml or advise another position",
                  fit.offsetMm));
    else
        checkMax(tr("the contact misses the point by"), fit.offsetMm, kMaxOffsetMm);
    checkMax(tr("the tool is clear of what it should touch by"), fit.gapMm, kMaxGapMm);
    checkMax(tr("the tool sinks in"), fit.sinkMm, kMaxSinkMm);
    checkMax(tr("the body is off its support by"), fit.supportGapMm, kMaxSupportGapMm);
    checkMax(report.into.c_str(), fit.penetrationMm, kMaxPenetrationMm);
    checkMax(tr("the centre of mass lies outside the base of support by"), report.balanceMm,
             kMaxBalanceMm);
    if (fit.jointMarginDeg < -0.01F)
        fault(trf("a joint is {:.0f} degrees past its limits", -fit.jointMarginDeg));
    return faults;
}

} // namespace

std::vector<PositionReport> checkPositions(const Library& library)
{
    return checkPositions(library, placePoints(library));
}

std::vector<PositionReport> checkPositions(const Library& library,
                                           const std::vector<PlacedPoint>& points)
{
    std::vector<PositionReport> reports;
    for (const PlacedPoint& placed : points) {
        if (placed.advice == nullptr)
            continue;
        PositionReport report;
        report.point = placed.point->id;
        report.side = placed.side;
        report.position = placed.advice->positions.front();
        const auto begin = std::chrono::steady_clock::now();
        const auto solved = solvePosition(library, placed);
        report.solveMs =
            std::chrono::duration<float, std::milli>(std::chrono::steady_clock::now() - begin)
                .count();
        report.solved = solved.has_value();
        if (solved) {
            report.fit = solved->fit;
            measureSelf(library, placed, *solved, report);
            report.balanceMm = weightOf(library, placed, *solved).beyondMm;
            report.faults = brokenBy(placed, report);
        } else {
            report.faults.push_back(
                {placed.advice->file, placed.advice->line, placed.advice->column,
                 trf("'{}' in '{}' is described in words only: the position has no valid posture",
                     placed.name(), report.position)});
        }
        reports.push_back(std::move(report));
    }
    return reports;
}

} // namespace knotmap::app
