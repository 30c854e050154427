#pragma once

#include "engine/geometry/mesh.h"
#include "engine/scene/camera.h"

#include <glm/vec3.hpp>
#include <optional>
#include <string_view>

namespace knotmap::scene {

/// The anatomical planes, named as in Terminologia Anatomica.
enum class Plane
{
    Transverse, ///< across the upright body
    Sagittal,   ///< parallel to its median plane
    Frontal     ///< coronal
};

std::string_view planeName(Plane plane);
std::optional<Plane> parsePlane(std::string_view name);
/// The axis along which a plane is moved, unit: up, to the left, to the front of the upright body.
glm::vec3 axisOf(Plane plane);

/// A cut through the body: the side of the normal is removed, and where the plane intersects muscle
/// and bone the section is visible. In world coordinates, so that it also cuts a lying or sitting
/// body; tool, arrow, props and floor are never cut.
struct Cut
{
    glm::vec3 point{0};          ///< on the plane, mm; the centre of the frame
    glm::vec3 normal{0, 1, 0};   ///< unit, towards the removed side
    glm::vec3 side{0}, other{0}; ///< half the edges of the visible frame; zero: none

    /// Height of a point above the plane, mm: positive where the body is removed.
    float above(const glm::vec3& position) const;
};

/// The cut along an anatomical plane that opens the body towards the eye, with a frame around
/// `bounds` (of the body in the world). Of `through` only the coordinate along the plane's axis
/// counts.
Cut makeCut(Plane plane, const glm::vec3& through, const geometry::Bounds& bounds,
            const glm::vec3& eye);
/// The anatomical plane of a cut.
Plane planeOf(const Cut& cut);
/// Removes the other half instead.
void flip(Cut& cut);
/// Moves it by `mm` along its plane's axis, within the body given by `bounds`.
void move(Cut& cut, float mm, const geometry::Bounds& bounds);
/// The position of a cut along its plane's axis, mm.
float positionAlong(const Cut& cut);

/// The signed distance along `axis` (unit) from `start` at which that line comes nearest to a ray,
/// mm; none where the ray is parallel to the axis.
std::optional<float> distanceAlong(const Ray& ray, const glm::vec3& start, const glm::vec3& axis);

} // namespace knotmap::scene
