#pragma once

#include "engine/body/atlas.h"
#include "engine/care/guide.h"
#include "engine/geometry/surface.h"
#include "engine/referral/paint.h"
#include "engine/scene/scene.h"

#include <memory>
#include <vector>

namespace knotmap::app {

/// A vessel or nerve and how far along the skin a place lies from its course, mm.
struct NearCourse
{
    const care::NeurovascularCourse* course = nullptr;
    float distanceMm = 0;
};

/// Where on the skin of a body care is needed: the caution areas and the courses of vessels and
/// nerves of both sides, measured once.
class CautionMap
{
public:
    /// `guide` must outlive the map; strokes whose landmarks the atlas lacks are left out.
    CautionMap(const body::Atlas& atlas, const geometry::Surface& skin, const care::Guide& guide);

    /// The areas that a place close to the skin lies in, in the order of the data.
    std::vector<const care::CautionArea*> at(const geometry::Surface& skin,
                                             const glm::vec3& place) const;
    /// The courses within `withinMm` (at most kReachMm) of a place close to the skin, each once, in
    /// the order of the data.
    std::vector<NearCourse> coursesNear(const geometry::Surface& skin, const glm::vec3& place,
                                        float withinMm) const;
    /// All areas and courses, or those that a knot pressed at a place comes near, for the picture;
    /// null when there are none.
    std::shared_ptr<const scene::CautionPaint> paint() const;
    std::shared_ptr<const scene::CautionPaint> paintNear(const geometry::Surface& skin,
                                                         const glm::vec3& place) const;

    /// How far from a course its distance is known, mm: the widest tool has a contact of half that.
    static constexpr float kReachMm = 80;

private:
    /// One area or course on one side: the vertices in or near it, each with its distance to the
    /// edge of what is hatched, mm, negative inside; by vertex.
    struct Patch
    {
        const care::CautionArea* area = nullptr;
        const care::NeurovascularCourse* course = nullptr; ///< one of the two is set
        std::vector<referral::PathDistance> vertices;
    };
    static void measure(Patch& patch, core::Side side, const body::Atlas& atlas,
                        const geometry::Surface& skin);
    /// Distance of a vertex to the edge of a patch; `whenFar` when it is not near.
    static float distanceAt(const Patch& patch, std::uint32_t vertex,
                            float whenFar = referral::kFarFromZone);
    std::shared_ptr<const scene::CautionPaint>
    merged(const std::vector<const Patch*>& patches) const;

    std::vector<Patch> m_patches; ///< right and left of each, areas before courses
    std::size_t m_vertexCount = 0;
};

} // namespace knotmap::app
