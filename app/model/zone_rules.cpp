#include "app/model/zone_rules.h"

#include "engine/words/tr.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <glm/geometric.hpp>

namespace knotmap::app {
namespace {

constexpr float kMinNamed = 0.5F;
/// A stroke along the midline takes its width on both sides.
constexpr float kMidlineMm = 20;
constexpr float kMaxFar = 0.05F;
constexpr float kFarAllowedMm2 = 100;

std::vector<float> vertexAreas(const geometry::Mesh& mesh)
{
    std::vector<float> areas(mesh.positions.size(), 0.0F);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3& a = mesh.positions[mesh.indices[i]];
        const float area = glm::length(glm::cross(mesh.positions[mesh.indices[i + 1]] - a,
                                                  mesh.positions[mesh.indices[i + 2]] - a)) /
                           2;
        for (std::size_t k = 0; k < 3; ++k)
            areas[mesh.indices[i + k]] += area / 3;
    }
    return areas;
}

bool names(const std::vector<std::string>& regions, const std::string& region)
{
    return std::find(regions.begin(), regions.end(), region) != regions.end();
}

} // namespace

ZoneRules::ZoneRules(const Library& library)
    : m_library(library), m_vertexArea(vertexAreas(library.skin->mesh()))
{}

ZoneCover ZoneRules::cover(const PlacedPoint& placed, const scene::ZonePaint& zone) const
{
    const body::Atlas& atlas = *m_library.atlas;
    std::vector<std::string> named = placed.point->regionsOf(referral::Strength::Essential);
    for (std::string& region : placed.point->regionsOf(referral::Strength::Spillover))
        named.push_back(std::move(region));
    ZoneCover cover;
    for (std::size_t i = 0; i < zone.edgeDistance.size(); ++i) {
        const glm::vec2 edge = zone.edgeDistance[i];
        if (std::min(edge.x, edge.y) >= 0)
            continue;
        const body::RegionInstance& region = atlas.regions[atlas.skin.regions[i]];
        const bool far = region.side == core::opposite(placed.side);
        const std::string name = region.id + (far ? ".opposite" : "");
        if (edge.x < 0)
            cover.essential.insert(name);
        if (edge.y < 0)
            cover.spillover.insert(name);
        cover.areaMm2 += m_vertexArea[i];
        if (names(named, name))
            cover.namedMm2 += m_vertexArea[i];
        else if (far && std::abs(m_library.skin->mesh().positions[i].x) > kMidlineMm)
            cover.farMm2 += m_vertexArea[i];
    }
    return cover;
}

void ZoneRules::check(const PlacedPoint& placed, core::Faults& faults) const
{
    const referral::Point& point = *placed.point;
    const auto fault = [&](std::string message) {
        faults.push_back({point.file, point.line, point.column, std::move(message)});
    };
    const ZoneCover found = cover(placed, *paintZone(m_library, placed));
    for (const auto strength : {referral::Strength::Essential, referral::Strength::Spillover}) {
        const bool essential = strength == referral::Strength::Essential;
        const std::set<std::string>& coloured = essential ? found.essential : found.spillover;
        for (const std::string& named : point.regionsOf(strength))
            if (coloured.count(named) == 0)
                fault(trf("'{}' names {}, but none of its {} strokes reaches it", point.id, named,
                          essential ? "essential" : "spillover"));
    }
    if (found.namedMm2 < kMinNamed * found.areaMm2)
        fault(trf("only {:.0f} % of what '{}' colours lies in the regions it names; name "
                  "the others or draw the strokes closer",
                  100 * found.namedMm2 / found.areaMm2, point.id));
    if (found.farMm2 > std::max(kFarAllowedMm2, kMaxFar * found.areaMm2))
        fault(trf("'{}' colours {:.0f} mm2 on the far side of the body, in regions it "
                  "does not name as '.opposite'",
                  point.id, found.farMm2));
}

} // namespace knotmap::app
