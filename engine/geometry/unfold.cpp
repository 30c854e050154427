#include "engine/geometry/unfold.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

namespace knotmap::geometry {
namespace {

constexpr int kMaxUnfoldings = 12;
/// A corner counts as obtuse when the cosine of its angle is below this, that is from about 96
/// degrees: a little more than a right angle costs nothing.
constexpr float kObtuseCosine = -0.1F;

/// A vertex in the plane of the unfolded triangles.
struct FlatVertex
{
    std::uint32_t vertex = 0;
    glm::vec2 at{0};
};

float cross(const glm::vec2& a, const glm::vec2& b)
{
    return a.x * b.y - a.y * b.x;
}

bool isObtuse(float product, float squaredA, float squaredB)
{
    return product < 0 && product * product > kObtuseCosine * kObtuseCosine * squaredA * squaredB;
}

bool isObtuse(const glm::vec2& a, const glm::vec2& b)
{
    return isObtuse(glm::dot(a, b), glm::dot(a, a), glm::dot(b, b));
}

/// The third corner of a triangle on the edge from a to b, on its right: away from the origin.
glm::vec2 beyond(const glm::vec2& a, const glm::vec2& b, float toA, float toB)
{
    const glm::vec2 side = b - a;
    const float squared = glm::dot(side, side);
    const float along = (toA * toA - toB * toB + squared) / (2 * squared);
    const float out = std::sqrt(std::max(0.0F, toA * toA / squared - along * along));
    return {a.x + along * side.x + out * side.y, a.y + along * side.y - out * side.x};
}

VertexBehind between(const FlatVertex& apex, const FlatVertex& low, const FlatVertex& high)
{
    return {apex.vertex,
            glm::length(apex.at),
            {low.vertex, high.vertex},
            {glm::length(low.at), glm::length(high.at)},
            {glm::distance(low.at, apex.at), glm::distance(high.at, apex.at)}};
}

} // namespace

VerticesBehind::VerticesBehind(const Surface& surface, std::uint32_t corner, std::uint32_t a,
                               std::uint32_t b)
{
    const Mesh& mesh = surface.mesh();
    const auto length = [&](std::uint32_t from, std::uint32_t to) {
        return (glm::distance(mesh.positions[from], mesh.positions[to]));
    };
    FlatVertex low{a, {}}, high{b, {}};
    const glm::vec3 toLow = mesh.positions[low.vertex] - mesh.positions[corner];
    const glm::vec3 toHigh = mesh.positions[high.vertex] - mesh.positions[corner];
    const auto product = (glm::dot(toLow, toHigh));
    if (!isObtuse(product, (glm::dot(toLow, toLow)), (glm::dot(toHigh, toHigh))))
        return;
    // The corner is the origin and the edge's start on the x axis; its end is anticlockwise.
    low.at.x = (glm::length(toLow));
    high.at = {product / low.at.x, (glm::length(glm::cross(toLow, toHigh))) / low.at.x};
    FlatVertex lowSeen = low, highSeen = high; // on either side of the part that is still obtuse
    for (int unfolding = 0; unfolding < kMaxUnfoldings; ++unfolding) {
        const auto beyondEdge = surface.apex(high.vertex, low.vertex);
        if (!beyondEdge)
            return;
        FlatVertex apex{*beyondEdge, {}};
        apex.at = beyond(low.at, high.at, length(low.vertex, apex.vertex),
                         length(high.vertex, apex.vertex));
        bool goLow = cross(highSeen.at, apex.at) >= 0; // it hides behind the high side
        if (!goLow && cross(lowSeen.at, apex.at) > 0) {
            m_found[m_count++] = between(apex, lowSeen, highSeen);
            goLow = isObtuse(lowSeen.at, apex.at);
            if (m_count == m_found.size() || (!goLow && !isObtuse(apex.at, highSeen.at)))
                return;
            (goLow ? highSeen : lowSeen) = apex;
        }
        (goLow ? high : low) = apex;
    }
}

} // namespace knotmap::geometry
