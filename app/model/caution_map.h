#pragma once

#include "engine/body/atlas.h"
#include "engine/care/guide.h"
#include "engine/geometry/surface.h"
#include "engine/referral/paint.h"
#include "engine/scene/scene.h"

#include <memory>
#include <vector>

namespace knotmap::app {

/// A vessel or nerve and the distance of a point from its course along the skin, mm.
struct NearCourse
{
    const care::NeurovascularCourse* course = nullptr;
    float distanceMm = 0;
};

/// Where on the skin of a body care is needed: the caution areas and the courses of vessels and
/// nerves of both sides, computed once.
class CautionMap
{
public:
    /// `guide` must outlive the map; strokes whose landmarks the atlas lacks are left out.
    CautionMap(const body::Atlas& atlas, const geometry::Surface& skin, const care::Guide& guide);

    /// The areas that contain a point close to the skin, in the order of the data.
    std::vector<const care::CautionArea*> at(const geometry::Surface& skin,
                                             const glm::vec3& position) const;
    /// The courses within `withinMm` (at most kReachMm) of a point close to the skin, each once, in
    /// the order of the data.
    std::vector<NearCourse> coursesNear(const geometry::Surface& skin, const glm::vec3& position,
                                        float withinMm) const;
    /// All areas and courses, or those near a pressed position, for the picture; null if there are
    /// none.
    std::shared_ptr<const scene::CautionPaint> paint() const;
    std::shared_ptr<const scene::CautionPaint> paintNear(const geometry::Surface& skin,
                                                         const glm::vec3& position) const;

    /// The range of known distances from a course, mm: half the contact width of the widest tool.
    static constexpr float kReachMm = 80;

private:
    /// One area or course on one side: the vertices in or near it, each with its distance to the
    /// edge of the hatching, mm, negative inside; by vertex.
    struct Patch
    {
        const care::CautionArea* area = nullptr;
        const care::NeurovascularCourse* course = nullptr; ///< exactly one is set
        std::vector<referral::PathDistance> vertices;
    };
    static void measure(Patch& patch, core::Side side, const body::Atlas& atlas,
                        const geometry::Surface& skin);
    /// Distance of a vertex to the edge of a patch; `whenFar` if it is not near.
    static float distanceAt(const Patch& patch, std::uint32_t vertex,
                            float whenFar = referral::kFarFromZone);
    std::shared_ptr<const scene::CautionPaint>
    merged(const std::vector<const Patch*>& patches) const;

    std::vector<Patch> m_patches; ///< right and left of each, areas before courses
    std::size_t m_vertexCount = 0;
};

} // namespace knotmap::app
