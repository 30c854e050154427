#include "app/model/caution_map.h"

#include "engine/core/parallel.h"
#include "engine/geometry/geodesic.h"
#include "engine/referral/paint.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <map>

namespace knotmap::app {
namespace {

/// Areas further than this from a trigger point do not concern it.
constexpr float kNearKnotMm = 25;

/// Half the width of a course's hatching: that of the vessels with their nerve.
constexpr float kCourseRadiusMm = 6;

std::vector<glm::vec3> place(const std::vector<referral::Waypoint>& path, const body::Atlas& atlas,
                             core::Side side)
{
    const float mirror = side == core::Side::Left ? -1.0F : 1.0F;
    std::vector<glm::vec3> positions;
    for (const referral::Waypoint& waypoint : path)
        if (const auto landmark = atlas.landmark(waypoint.near, side))
            positions.push_back(*landmark + waypoint.offsetMm * glm::vec3(mirror, 1, 1));
    return positions;
}

std::vector<referral::PlacedStroke> place(const care::CautionArea& area, const body::Atlas& atlas,
                                          core::Side side)
{
    std::vector<referral::PlacedStroke> strokes;
    for (const care::AreaStroke& stroke : area.strokes)
        if (auto positions = place(stroke.through, atlas, side); !positions.empty())
            strokes.push_back(
                {referral::Strength::Essential, std::move(positions), stroke.radiusMm});
    return strokes;
}

std::uint32_t vertexAt(const geometry::Surface& skin, const glm::vec3& position)
{
    return geometry::nearestVertex(skin.mesh(), *skin.closest(position));
}

} // namespace

CautionMap::CautionMap(const body::Atlas& atlas, const geometry::Surface& skin,
                       const care::Guide& guide)
    : m_vertexCount(skin.mesh().positions.size())
{
    for (const care::CautionArea& area : guide.cautionAreas)
        m_patches.insert(m_patches.end(), 2, {&area, nullptr, {}});
    for (const care::NeurovascularCourse& course : guide.courses)
        m_patches.insert(m_patches.end(), 2, {nullptr, &course, {}});
    core::parallelFor(m_patches.size(), [&](std::size_t i) {
        measure(m_patches[i], i % 2 == 0 ? core::Side::Right : core::Side::Left, atlas, skin);
    });
}

void CautionMap::measure(Patch& patch, core::Side side, const body::Atlas& atlas,
                         const geometry::Surface& skin)
{
    if (patch.area != nullptr) {
        const referral::Paint paint = referral::paint(skin, place(*patch.area, atlas, side));
        for (std::uint32_t v = 0; v < paint.edgeDistance.size(); ++v)
            if (paint.edgeDistance[v].x < referral::kFarFromZone)
                patch.vertices.push_back({v, paint.edgeDistance[v].x});
        return;
    }
    std::map<std::uint32_t, float> nearest;
    for (const auto& path : patch.course->paths)
        if (const auto positions = place(path, atlas, side); !positions.empty())
            for (const auto& [vertex, mm] : referral::distancesToPath(skin, positions, kReachMm)) {
                const auto known = nearest.emplace(vertex, mm).first;
                known->second = std::min(known->second, mm);
            }
    for (const auto& [vertex, mm] : nearest)
        patch.vertices.push_back({vertex, mm - kCourseRadiusMm});
}

std::vector<const care::CautionArea*> CautionMap::at(const geometry::Surface& skin,
                                                     const glm::vec3& position) const
{
    const std::uint32_t vertex = vertexAt(skin, position);
    std::vector<const care::CautionArea*> found;
    for (const Patch& patch : m_patches)
        if (patch.area != nullptr && distanceAt(patch, vertex) < 0 &&
            (found.empty() || found.back() != patch.area))
            found.push_back(patch.area);
    return found;
}

std::vector<NearCourse> CautionMap::coursesNear(const geometry::Surface& skin,
                                                const glm::vec3& position, float withinMm) const
{
    const std::uint32_t vertex = vertexAt(skin, position);
    const float off = glm::distance(position, skin.mesh().positions[vertex]);
    std::vector<NearCourse> found;
    for (const Patch& patch : m_patches) {
        if (patch.course == nullptr)
            continue;
        // Errs on the near side: the point may lie on the course's side of its vertex.
        const float distance =
            std::max(0.0F, distanceAt(patch, vertex, kReachMm) + kCourseRadiusMm - off);
        if (distance >= withinMm)
            continue;
        if (!found.empty() && found.back().course == patch.course)
            found.back().distanceMm = std::min(found.back().distanceMm, distance);
        else
            found.push_back({patch.course, distance});
    }
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
                                                                 const glm::vec3& position) const
{
    const std::uint32_t vertex = vertexAt(skin, position);
    std::vector<const Patch*> near;
    for (const Patch& patch : m_patches)
        if (distanceAt(patch, vertex) < kNearKnotMm)
            near.push_back(&patch);
    return merged(near);
}

float CautionMap::distanceAt(const Patch& patch, std::uint32_t vertex, float whenFar)
{
    const auto found = std::lower_bound(patch.vertices.begin(), patch.vertices.end(), vertex,
                                        [](const referral::PathDistance& near,
                                           std::uint32_t wanted) { return near.vertex < wanted; });
    return found != patch.vertices.end() && found->vertex == vertex ? found->mm : whenFar;
}

std::shared_ptr<const scene::CautionPaint>
CautionMap::merged(const std::vector<const Patch*>& patches) const
{
    if (patches.empty())
        return nullptr;
    auto paint = std::make_shared<scene::CautionPaint>();
    paint->edgeDistance.assign(m_vertexCount, referral::kFarFromZone);
    for (const Patch* patch : patches)
        for (const auto& [vertex, mm] : patch->vertices)
            paint->edgeDistance[vertex] = std::min(paint->edgeDistance[vertex], mm);
    return paint;
}

} // namespace knotmap::app
