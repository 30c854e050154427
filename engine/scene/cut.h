#pragma once

#include "engine/geometry/mesh.h"
#include "engine/scene/camera.h"

#include <glm/vec3.hpp>
#include <optional>
#include <string_view>

namespace knotmap::scene {

/// The planes of anatomy, named as in Terminologia Anatomica.
enum class Plane
{
    Transverse, ///< across the upright body
    Sagittal,   ///< parallel to its median plane
    Frontal     ///< coronal
};

std::string_view planeName(Plane plane);
std::optional<Plane> parsePlane(std::string_view name);
/// Along which a plane is moved, unit: up, to the left, to the front of the upright body.
glm::vec3 axisOf(Plane plane);

/// A cut through the body: what lies on the normal's side is taken away, and where the plane goes
/// through flesh and bone one sees the section. In the world, so that it also cuts a body that lies
/// or sits; tool, arrow, props and floor stay whole.
struct Cut
{
    glm::vec3 point{0};          ///< on the plane, mm; the middle of the frame
    glm::vec3 normal{0, 1, 0};   ///< unit, towards what is taken away
    glm::vec3 side{0}, other{0}; ///< half the edges of the frame that is drawn; zero: none

    /// Height of a place above the plane, mm: positive where the body is taken away.
    float above(const glm::vec3& place) const;
};

/// The cut along a plane of anatomy that opens the body towards the eye, with a frame about
/// `bounds` (of the body in the world). Of `through` only the place along the plane's axis counts.
Cut makeCut(Plane plane, const glm::vec3& through, const geometry::Bounds& bounds,
            const glm::vec3& eye);
/// The plane of anatomy that a cut lies in.
Plane planeOf(const Cut& cut);
/// Takes the other half away instead.
void flip(Cut& cut);
/// Moves it by `mm` along its plane's axis, as far as the body given by `bounds` goes.
void move(Cut& cut, float mm, const geometry::Bounds& bounds);
/// Where a cut lies along its plane's axis, mm.
float placeAlong(const Cut& cut);

/// How far along `axis` (unit) from `start` the line through `start` comes nearest to a ray, mm;
/// none where the ray runs along the axis.
std::optional<float> wayAlong(const Ray& ray, const glm::vec3& start, const glm::vec3& axis);

} // namespace knotmap::scene
