#include "engine/scene/camera.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/trigonometric.hpp>

namespace knotmap::scene {
namespace {

constexpr float kPitchLimitDeg = 89;
constexpr float kNearestMm = 40;
constexpr float kFurthestMm = 20000;
constexpr float kMargin = 1.06F; // margin around a framed box

/// The camera's own axes, unit, in the body's frame.
struct Axes
{
    glm::vec3 right, up, back;
};

Axes axesOf(const Camera& camera)
{
    const float yaw = glm::radians(camera.yawDeg);
    const glm::vec3 back = camera.toEye();
    const glm::vec3 right(std::cos(yaw), 0, -std::sin(yaw));
    return {right, glm::cross(back, right), back};
}

float halfHeightTangent(const Camera& camera)
{
    return std::tan(glm::radians(camera.fieldOfViewDeg) / 2);
}

/// A box as fractions of a standing body's height: from its midline to the right (negative) and
/// left, and from the soles up. It is half as deep as the body.
struct Part
{
    float right, left, bottom, top;
};

/// A named direction, and the part that it frames by the proportions of an adult (the head is the
/// top eighth, the hand ends at mid thigh); no part is the whole body.
struct Named
{
    std::string_view name;
    float yawDeg, pitchDeg;
    std::optional<Part> part = std::nullopt;
};

const std::array<Named, 10> kNamed{{{"front", 0, 0},
                                    {"back", 180, 0},
                                    {"left", 90, 0},
                                    {"right", -90, 0},
                                    {"three-quarter", -35, 8},
                                    {"head", -25, 4, Part{-0.07F, 0.07F, 0.86F, 1.0F}},
                                    {"neck", -155, 8, Part{-0.10F, 0.10F, 0.78F, 0.98F}},
                                    {"shoulder", -35, 12, Part{-0.18F, -0.02F, 0.71F, 0.87F}},
                                    {"hand", -160, 8, Part{-0.23F, -0.13F, 0.41F, 0.53F}},
                                    {"foot", -40, 22, Part{-0.13F, 0.0F, 0.0F, 0.14F}}}};

geometry::Bounds boxOf(const Part& part, const geometry::Bounds& body)
{
    const float height = body.size().y, quarter = body.size().z / 4;
    const glm::vec3 middle = body.centre();
    geometry::Bounds box;
    box.low = {middle.x + part.right * height, body.low.y + part.bottom * height,
               middle.z - quarter};
    box.high = {middle.x + part.left * height, body.low.y + part.top * height, middle.z + quarter};
    return box;
}

} // namespace

glm::vec3 Camera::toEye() const
{
    const float yaw = glm::radians(yawDeg), pitch = glm::radians(pitchDeg);
    return {std::cos(pitch) * std::sin(yaw), std::sin(pitch), std::cos(pitch) * std::cos(yaw)};
}

glm::vec3 Camera::eye() const
{
    return target + distanceMm * toEye();
}

glm::mat4 Camera::view() const
{
    return glm::lookAt(eye(), target, axesOf(*this).up);
}

glm::mat4 Camera::projection(float aspect) const
{
    // A fifth of the distance preserves depth precision; the body is at most 2 m tall.
    const float near = std::max(5.0F, 0.2F * distanceMm - 200.0F);
    const float far = distanceMm + 4000.0F;
    return glm::perspective(glm::radians(fieldOfViewDeg), aspect, near, far);
}

Ray rayThrough(const Camera& camera, float aspect, float x, float y)
{
    const Axes axes = axesOf(camera);
    const float tangent = halfHeightTangent(camera);
    const glm::vec3 direction =
        x * aspect * tangent * axes.right + y * tangent * axes.up - axes.back;
    return {camera.eye(), glm::normalize(direction)};
}

void orbit(Camera& camera, float yawDeg, float pitchDeg)
{
    camera.yawDeg = std::remainder(camera.yawDeg + yawDeg, 360.0F);
    camera.pitchDeg = std::clamp(camera.pitchDeg + pitchDeg, -kPitchLimitDeg, kPitchLimitDeg);
}

void orbitAbout(Camera& camera, const glm::vec3& pivot, float yawDeg, float pitchDeg)
{
    // The pivot keeps its coordinates in the camera's own axes, so it stays fixed in the picture.
    const Axes before = axesOf(camera);
    const glm::vec3 offset = camera.target - pivot;
    const glm::vec3 local(glm::dot(offset, before.right), glm::dot(offset, before.up),
                          glm::dot(offset, before.back));
    orbit(camera, yawDeg, pitchDeg);
    const Axes after = axesOf(camera);
    camera.target = pivot + local.x * after.right + local.y * after.up + local.z * after.back;
}

void pan(Camera& camera, float right, float up)
{
    const Axes axes = axesOf(camera);
    const float height = 2 * halfHeightTangent(camera) * camera.distanceMm;
    camera.target += height * (right * axes.right + up * axes.up);
}

void zoomTowards(Camera& camera, const glm::vec3& pivot, float factor)
{
    // Scaling the whole camera about the pivot keeps it fixed in the picture.
    const float distance = std::clamp(camera.distanceMm * factor, kNearestMm, kFurthestMm);
    const float applied = distance / camera.distanceMm;
    camera.target = pivot + applied * (camera.target - pivot);
    camera.distanceMm = distance;
}

void frame(Camera& camera, const geometry::Bounds& bounds, float aspect)
{
    if (bounds.empty())
        return;
    camera.target = bounds.centre();
    const Axes axes = axesOf(camera);
    const float vertical = halfHeightTangent(camera) / kMargin;
    const float horizontal = vertical * std::max(aspect, 1e-3F);
    const glm::vec3 half = 0.5F * bounds.size();
    float distance = kNearestMm;
    // Each corner requires a distance at which it just enters the picture.
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 offset((corner & 1) != 0 ? half.x : -half.x,
                               (corner & 2) != 0 ? half.y : -half.y,
                               (corner & 4) != 0 ? half.z : -half.z);
        const float depth = glm::dot(offset, axes.back);
        const float needed = std::max(std::abs(glm::dot(offset, axes.right)) / horizontal,
                                      std::abs(glm::dot(offset, axes.up)) / vertical);
        distance = std::max(distance, depth + needed);
    }
    camera.distanceMm = std::min(distance, kFurthestMm);
}

std::vector<std::string> viewNames()
{
    std::vector<std::string> names;
    for (const Named& view : kNamed)
        names.emplace_back(view.name);
    return names;
}

std::optional<Camera> namedView(std::string_view name, const geometry::Bounds& bounds, float aspect)
{
    const auto found = std::find_if(kNamed.begin(), kNamed.end(),
                                    [&](const Named& view) { return view.name == name; });
    if (found == kNamed.end())
        return std::nullopt;
    Camera camera;
    camera.yawDeg = found->yawDeg;
    camera.pitchDeg = found->pitchDeg;
    const bool whole = !found->part || bounds.empty();
    frame(camera, whole ? bounds : boxOf(*found->part, bounds), aspect);
    return camera;
}

} // namespace knotmap::scene
