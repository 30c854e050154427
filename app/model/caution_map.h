#pragma once

#include "engine/body/atlas.h"
#include "engine/care/guide.h"
#include "engine/geometry/surface.h"
#include "engine/scene/scene.h"

#include <memory>
#include <vector>

namespace knotmap::app {

/// Where on the skin of a body care is needed: the caution areas of both sides, painted once.
class CautionMap
{
public:
    /// `areas` must outlive the map; strokes whose landmarks the atlas lacks are left out.
    CautionMap(const body::Atlas& atlas, const geometry::Surface& skin,
               const std::vector<care::CautionArea>& areas);

    /// The areas that a place close to the skin lies in, in the order of the data.
    std::vector<const care::CautionArea*> at(const geometry::Surface& skin,
                                             const glm::vec3& place) const;
    /// All areas, or those that a knot pressed at a place comes near, for the picture; null when
    /// there are none.
    std::shared_ptr<const scene::CautionPaint> paint() const;
    std::shared_ptr<const scene::CautionPaint> paintNear(const geometry::Surface& skin,
                                                         const glm::vec3& place) const;

private:
    /// A vertex on or near an area and its distance to the edge, mm; negative inside.
    struct Near
    {
        std::uint32_t vertex;
        float edgeDistance;
    };
    /// One area on one side.
    struct Patch
    {
        const care::CautionArea* area;
        std::vector<Near> vertices; ///< by vertex
    };
    /// Distance of a vertex to the edge of a patch; kFarFromZone when it is not near.
    static float distanceAt(const Patch& patch, std::uint32_t vertex);
    std::shared_ptr<const scene::CautionPaint>
    merged(const std::vector<const Patch*>& patches) const;

    std::vector<Patch> m_patches;
    std::size_t m_vertexCount = 0;
};

} // namespace knotmap::app
