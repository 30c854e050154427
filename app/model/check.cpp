#include "app/model/check.h"

#include "app/model/placed_point.h"
#include "app/model/vessel_rules.h"
#include "app/model/zone_rules.h"
#include "engine/bake/figure_rules.h"
#include "engine/bake/fit_rules.h"
#include "engine/bake/skin.h"
#include "engine/bake/tables.h"
#include "engine/care/card_rules.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace knotmap::app {
namespace {

/// The psoas, reached through the abdominal wall, is the deepest.
constexpr float kDeepestMm = 85;
/// What soft tissue of the heaviest build may add over it.
constexpr float kPaddedMm = 35;
/// A landmark further than this from the built skin was not written for this point of it.
constexpr float kLandmarkOffMm = 25;

std::shared_ptr<const geometry::Surface> surfaceOf(const std::shared_ptr<const body::Atlas>& atlas)
{
    return std::make_shared<const geometry::Surface>(
        std::shared_ptr<const geometry::Mesh>(atlas, &atlas->skin.mesh));
}

/// The coordinates of a landmark in its table hold for the measured body only.
void checkLandmarks(const Library& library, core::Faults& faults)
{
    if (!library.build.asMeasured())
        return;
    for (const anatomy::Landmark& landmark : library.anatomy.landmarks) {
        const auto nearest = library.skin->closest(landmark.at);
        if (nearest && nearest->distance > kLandmarkOffMm)
            faults.push_back(
                {landmark.file, landmark.line, landmark.column,
                 trf("landmark '{}' is {:.0f} mm off the skin; at most {} mm are allowed",
                     landmark.id, nearest->distance, kLandmarkOffMm)});
    }
}

void checkPosition(const Library& library, const PlacedPoint& placed, core::Faults& faults)
{
    const referral::Point& point = *placed.point;
    const auto fault = [&](std::string message) {
        faults.push_back({point.file, point.line, point.column, std::move(message)});
    };
    if (!library.skin->contains(placed.knot))
        fault(trf("'{}' lies outside the skin", point.id));
    const float deepest = kDeepestMm + std::max(0.0F, 2 * library.build.mass - 1) * kPaddedMm;
    if (placed.depthMm > deepest)
        fault(trf("'{}' lies {:.0f} mm below the skin; at most {} mm are allowed", point.id,
                  placed.depthMm, deepest));
    // Its own sheet alone: where sheets of a muscle overlap, crossings cannot be counted.
    const auto shape = library.atlas->findShape(point.muscle);
    const geometry::Sheet& sheet =
        library.atlas->shapes[*shape].sheets[static_cast<std::size_t>(point.at.sheet)];
    constexpr float kEdgeMm = 2;
    const geometry::Surface muscle(
        std::make_shared<const geometry::Mesh>(buildSheet(sheet, kEdgeMm)));
    if (!muscle.contains(placed.knot))
        fault(trf("'{}' lies outside its muscle", point.id));
}

/// Inside a caution area nothing but the adapted technique may be advised.
void checkCaution(const Library& library, const PlacedPoint& placed, core::Faults& faults)
{
    if (placed.advice == nullptr)
        return;
    const care::Advice& advice = *placed.advice;
    for (const care::CautionArea* area : cautionAreasAt(library, placed))
        for (const std::string& tool : advice.tools)
            if (!area->allows(tool))
                faults.push_back({advice.file, advice.line, advice.column,
                                  trf("'{}' is pressed inside the caution area '{}', where "
                                      "'{}' must not be used; choose among its tools in "
                                      "care/caution_areas.toml",
                                      advice.point, area->id, tool)});
}

void checkBuilt(Library& library, core::Faults& faults)
{
    checkLandmarks(library, faults);
    const std::vector<PlacedPoint> points = placePoints(library);
    const ZoneRules zones(library);
    library.cautions =
        std::make_shared<const CautionMap>(*library.atlas, *library.skin, library.care);
    for (const PlacedPoint& placed : points) {
        if (placed.side != core::Side::Right)
            continue;
        checkPosition(library, placed, faults);
        zones.check(placed, faults);
        checkCaution(library, placed, faults);
        if (library.build.asMeasured()) // courses are written for this body
            checkVessels(library, placed, faults);
    }
    for (const referral::Point& point : library.referral.points) {
        const bool placed = std::any_of(points.begin(), points.end(),
                                        [&](const PlacedPoint& p) { return p.point == &point; });
        if (!placed)
            faults.push_back({point.file, point.line, point.column,
                              trf("'{}' cannot be placed: its muscle has no sheet {}", point.id,
                                  point.at.sheet)});
    }
}

/// Whether a file with citations is faulty: anything left out of it may have cited any source.
bool isCitingFile(const std::string& file)
{
    return file.rfind("referral/points", 0) == 0 || file == "care/facts.toml" ||
           file == "care/caution_areas.toml" || file == "care/vessels_and_nerves.toml";
}

/// Uncited sources are useless. Points and entries left out for faults may have cited any.
void checkCited(const Library& library, core::Faults& faults)
{
    if (!library.referral.leftOut.empty() ||
        std::any_of(faults.begin(), faults.end(),
                    [](const core::Fault& fault) { return isCitingFile(fault.file); }))
        return;
    std::set<std::string> cited;
    for (const referral::Point& point : library.referral.points)
        cited.insert(point.sources.begin(), point.sources.end());
    for (const care::Fact& fact : library.care.facts)
        cited.insert(fact.source);
    for (const care::CautionArea& area : library.care.cautionAreas)
        cited.insert(area.sources.begin(), area.sources.end());
    for (const care::NeurovascularCourse& course : library.care.courses)
        cited.insert(course.sources.begin(), course.sources.end());
    for (const referral::Source& source : library.referral.sources)
        if (cited.count(source.id) == 0)
            faults.push_back({"referral/sources.toml", 0, 0,
                              trf("source '{}' is not cited anywhere", source.id)});
}

} // namespace

core::Faults checkData(const std::filesystem::path& assets,
                       const std::shared_ptr<const body::Atlas>& atlas,
                       const variants::Build& build)
{
    core::Faults faults;
    Library library;
    variants::BuildTables builds = variants::loadBuildTables(assets, faults);
    library.anatomy = anatomy::loadCatalogue(assets, faults);
    const auto tables = bake::loadShapeTables(assets, library.anatomy, faults);
    bake::checkFigures(assets, library.anatomy, tables, faults);
    (void)bake::loadSkinTables(assets, faults);
    library.referral = referral::loadKnowledge(assets, library.anatomy, faults);
    library.care = care::loadGuide(assets, library.anatomy, library.referral, faults);
    care::checkCards(library.care, faults);
    checkCited(library, faults);
    if (atlas) {
        const auto measured = surfaceOf(atlas);
        library.build = build;
        library.atlas = variants::BodyBuilder(atlas, measured, std::move(builds)).make(build);
        if (!library.atlas) {
            faults.push_back(
                {"anatomy/builds", 0, 0, tr("the tables give this build an impossible body")});
            return faults;
        }
        library.skin = build.asMeasured() ? measured : surfaceOf(library.atlas);
        checkBuilt(library, faults);
    }
    return faults;
}

std::string checkFit(const body::Atlas& atlas, core::Faults& faults)
{
    const bake::Fit fit = bake::measureFit(atlas);
    const core::Faults broken = bake::brokenRules(atlas, fit);
    faults.insert(faults.end(), broken.begin(), broken.end());
    return bake::describeFit(atlas, fit);
}

} // namespace knotmap::app
