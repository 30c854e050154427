#pragma once

#include "engine/core/result.h"
#include "engine/scene/scene.h"

#include <optional>
#include <string>

namespace knotmap::app {

/// A cut as written by the user: "transverse", "sagittal:40".
struct CutRequest
{
    scene::Plane plane = scene::Plane::Transverse;
    std::optional<float>
        mm; ///< above the floor, to the left or to the front; not given: see placeCut
};

core::Result<CutRequest> parseCut(const std::string& text);
/// Parses a plane's name; the error names the nearest.
core::Result<scene::Plane> parseCutPlane(const std::string& name);

/// What a cut goes through if no position is given: the trigger point, else the centre of the
/// structure, else the centre of the body, which `bounds` holds. World.
glm::vec3 middleOf(const scene::Scene& scene, const geometry::Bounds& bounds,
                   std::optional<std::uint32_t> point, std::optional<std::uint32_t> instance);

/// The cut, open towards the scene's camera; an error if it would miss the body.
core::Result<scene::Cut> placeCut(const CutRequest& request, const scene::Scene& scene,
                                  const geometry::Bounds& bounds, const glm::vec3& middle);

/// The side to remove if there is no camera: what is above, or the smaller part.
glm::vec3 outwardNormal(const scene::Cut& cut, const geometry::Bounds& bounds);

/// A camera that looks at the section, slightly oblique to show where on the body it is: at all of
/// it, or at the area around a point in it.
scene::Camera sectionView(const scene::Cut& cut, const scene::Scene& scene,
                          const geometry::Bounds& bounds, const std::optional<glm::vec3>& about,
                          float aspect);

} // namespace knotmap::app
