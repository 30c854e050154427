#pragma once

#include "engine/geometry/mesh.h"

#include <glm/mat4x4.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::scene {

/// An orbiting camera. Yaw 0 looks at the front of the body (from +Z), 90 at its left side (from
/// +X); pitch is positive from above. Perspective; near and far planes follow the distance.
struct Camera
{
    glm::vec3 target{0, 1150, 60}; ///< mm
    float yawDeg = 0;
    float pitchDeg = 0;
    float distanceMm = 2600;
    float fieldOfViewDeg = 28; ///< vertical

    bool operator==(const Camera& other) const = default;

    /// Unit vector from the target to the eye.
    glm::vec3 toEye() const;
    glm::vec3 eye() const;
    glm::mat4 view() const;
    glm::mat4 projection(float aspect) const;
};

/// A ray in the body's frame.
struct Ray
{
    glm::vec3 origin;
    glm::vec3 direction; ///< unit
};

/// The ray through a point of the picture; x, y in -1 to 1, y up.
Ray rayThrough(const Camera& camera, float aspect, float x, float y);

/// Rotates by the given angles; pitch stays within -89 to 89 degrees.
void orbit(Camera& camera, float yawDeg, float pitchDeg);
/// Rotates about `pivot`, which stays fixed in the picture.
void orbitAbout(Camera& camera, const glm::vec3& pivot, float yawDeg, float pitchDeg);
/// Moves sideways and up by fractions of the picture's height.
void pan(Camera& camera, float right, float up);
/// Moves towards (factor below 1) or away from `pivot`, which stays fixed in the picture.
void zoomTowards(Camera& camera, const glm::vec3& pivot, float factor);
/// Keeps the direction and frames the box with a margin.
void frame(Camera& camera, const geometry::Bounds& bounds, float aspect);

/// The names accepted by namedView: whole-body views first, then those of a part.
std::vector<std::string> viewNames();
/// A camera with a named direction: front back left right three-quarter frame the whole body given
/// by `bounds`, head neck shoulder hand foot only that part. None for an unknown name.
std::optional<Camera> namedView(std::string_view name, const geometry::Bounds& bounds,
                                float aspect);

} // namespace knotmap::scene
