#include "app/model/caution_map.h"

#include "engine/core/parallel.h"
#include "engine/geometry/geodesic.h"
#include "engine/referral/paint.h"

#include <algorithm>

namespace knotmap::app {
namespace {

/// Areas further from the place of a knot than this have nothing to do with it.
constexpr float kNearKnotMm = 25;

std::vector<referral::PlacedStroke> place(const care::CautionArea& area, const body::Atlas& atlas,
                                          core::Side side)
{
    std::vector<referral::PlacedStroke> strokes;
    for (const care::AreaStroke& stroke : area.strokes) {
        referral::PlacedStroke placed{referral::Strength::Essential, {}, stroke.radiusMm};
        for (const std::string& id : stroke.through)
            if (const auto landmark = atlas.landmark(id, side))
                placed.through.push_back(*landmark);
        if (!placed.through.empty())
            strokes.push_back(std::move(placed));
    }
    return strokes;
}

std::uint32_t vertexAt(const geometry::Surface& skin, const glm::vec3& place)
{
    return geometry::nearestVertex(skin.mesh(), *skin.closest(place));
}

} // namespace

CautionMap::CautionMap(const body::Atlas& atlas, const geometry::Surface& skin,
                       const std::vector<care::CautionArea>& areas)
    : m_patches(2 * areas.size()), m_vertexCount(skin.mesh().positions.size())
{
    core::parallelFor(m_patches.size(), [&](std::size_t i) {
        Patch& patch = m_patches[i];
        patch.area = &areas[i / 2];
        const core::Side side = i % 2 == 0 ? core::Side::Right : core::Side::Left;
        const referral::Paint paint = referral::paint(skin, place(*patch.area, atlas, side));
        for (std::uint32_t v = 0; v < paint.edgeDistance.size(); ++v)
            if (paint.edgeDistance[v].x < referral::kFarFromZone)
                patch.vertices.push_back({v, paint.edgeDistance[v].x});
    });
}

std::vector<const care::CautionArea*> CautionMap::at(const geometry::Surface& skin,
                                                     const glm::vec3& place) const
{
    const std::uint32_t vertex = vertexAt(skin, place);
    std::vector<const care::CautionArea*> found;
    for (const Patch& patch : m_patches)
        if (distanceAt(patch, vertex) < 0 && (found.empty() || found.back() != patch.area))
            found.push_back(patch.area);
    return found;
}

std::shared_ptr<const scene::CautionPaint> CautionMap::paint() const
{
    std::vector<const Patch*> all;
    for (const Patch& patch : m_patches)
        all.push_back(&patch);
    return merged(all);
}

std::shared_ptr<const scene::CautionPaint> CautionMap::paintNear(const geometry::Surface& skin,
                                                                 const glm::vec3& place) const
{
    const std::uint32_t vertex = vertexAt(skin, place);
    std::vector<const Patch*> near;
    for (const Patch& patch : m_patches)
        if (distanceAt(patch, vertex) < kNearKnotMm)
            near.push_back(&patch);
    return merged(near);
}

float CautionMap::distanceAt(const Patch& patch, std::uint32_t vertex)
{
    const auto found = std::lower_bound(
        patch.vertices.begin(), patch.vertices.end(), vertex,
        [](const Near& near, std::uint32_t wanted) { return near.vertex < wanted; });
    return found != patch.vertices.end() && found->vertex == vertex ? found->edgeDistance
                                                                    : referral::kFarFromZone;
}

std::shared_ptr<const scene::CautionPaint>
CautionMap::merged(const std::vector<const Patch*>& patches) const
{
    if (patches.empty())
        return nullptr;
    auto paint = std::make_shared<scene::CautionPaint>();
    paint->edgeDistance.assign(m_vertexCount, referral::kFarFromZone);
    for (const Patch* patch : patches)
        for (const Near& near : patch->vertices)
            paint->edgeDistance[near.vertex] =
                std::min(paint->edgeDistance[near.vertex], near.edgeDistance);
    return paint;
}

} // namespace knotmap::app
