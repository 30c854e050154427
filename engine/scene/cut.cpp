#include "engine/scene/cut.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::scene {
namespace {

/// How far the frame extends beyond the body.
constexpr float kFrameMm = 45;
/// A cut at the very end of the body would show nothing.
constexpr float kWithinMm = 1;
/// Below this the ray is so nearly parallel to the axis that a pixel would mean metres.
constexpr float kMinSine = 0.05F;

constexpr std::array<std::string_view, 3> kNames{"transverse", "sagittal", "frontal"};

int coordinateOf(Plane plane)
{
    return plane == Plane::Transverse ? 1 : plane == Plane::Sagittal ? 0 : 2;
}

float within(float position, const geometry::Bounds& bounds, int coordinate)
{
    const float low = bounds.low[coordinate] + kWithinMm,
                high = bounds.high[coordinate] - kWithinMm;
    return low < high ? std::clamp(position, low, high) : bounds.centre()[coordinate];
}

} // namespace

std::string_view planeName(Plane plane)
{
    return kNames[static_cast<std::size_t>(plane)];
}

std::optional<Plane> parsePlane(std::string_view name)
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<Plane>(found - kNames.begin());
}

glm::vec3 axisOf(Plane plane)
{
    glm::vec3 axis(0);
    axis[coordinateOf(plane)] = 1;
    return axis;
}

float Cut::above(const glm::vec3& position) const
{
    return glm::dot(position - point, normal);
}

Cut makeCut(Plane plane, const glm::vec3& through, const geometry::Bounds& bounds,
            const glm::vec3& eye)
{
    const int along = coordinateOf(plane);
    Cut cut;
    cut.point = bounds.centre();
    cut.point[along] = within(through[along], bounds, along);
    cut.normal = eye[along] < cut.point[along] ? -axisOf(plane) : axisOf(plane);
    const int first = along == 0 ? 2 : 0, second = along == 1 ? 2 : 1;
    const glm::vec3 half = 0.5F * bounds.size() + kFrameMm;
    cut.side[first] = half[first];
    cut.other[second] = half[second];
    return cut;
}

Plane planeOf(const Cut& cut)
{
    const glm::vec3 size = glm::abs(cut.normal);
    if (size.y >= size.x && size.y >= size.z)
        return Plane::Transverse;
    return size.x >= size.z ? Plane::Sagittal : Plane::Frontal;
}

void flip(Cut& cut)
{
    cut.normal = -cut.normal;
}

void move(Cut& cut, float mm, const geometry::Bounds& bounds)
{
    const int along = coordinateOf(planeOf(cut));
    cut.point[along] = within(cut.point[along] + mm, bounds, along);
}

float positionAlong(const Cut& cut)
{
    return cut.point[coordinateOf(planeOf(cut))];
}

std::optional<float> distanceAlong(const Ray& ray, const glm::vec3& start, const glm::vec3& axis)
{
    const float cosine = glm::dot(ray.direction, axis);
    const float sineSquare = 1 - cosine * cosine;
    if (sineSquare < kMinSine * kMinSine)
        return std::nullopt;
    const glm::vec3 between = ray.origin - start;
    return (glm::dot(between, axis) - cosine * glm::dot(between, ray.direction)) / sineSquare;
}

} // namespace knotmap::scene
