#include "engine/geometry/slice.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace knotmap::geometry {
namespace {

using Corners = std::array<std::uint32_t, 3>;

/// Independent of the triangle: the edge is always interpolated from its lower vertex.
SlicePoint crossing(std::uint32_t a, std::uint32_t b, const std::vector<glm::vec3>& positions,
                    const std::vector<float>& heights)
{
    SlicePoint point;
    point.from = std::min(a, b);
    point.to = std::max(a, b);
    const float low = heights[point.from], high = heights[point.to];
    point.share = glm::clamp(low / (low - high), 0.0F, 1.0F);
    point.position = glm::mix(positions[point.from], positions[point.to], point.share);
    return point;
}

/// Rotates the corners so that the first is alone on its side.
Corners loneFirst(const Corners& corners, const std::vector<float>& heights)
{
    const auto over = [&](std::size_t corner) { return heights[corners[corner]] > 0; };
    if (over(1) == over(2))
        return corners;
    if (over(0) == over(2))
        return {corners[1], corners[2], corners[0]};
    return {corners[2], corners[0], corners[1]};
}

} // namespace

std::vector<SliceSegment> slice(const std::vector<glm::vec3>& positions,
                                const std::vector<std::uint32_t>& indices, const glm::vec3& normal,
                                float offset)
{
    std::vector<float> heights(positions.size());
    std::transform(positions.begin(), positions.end(), heights.begin(),
                   [&](const glm::vec3& location) { return glm::dot(location, normal) - offset; });
    std::vector<SliceSegment> segments;
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        const Corners corners{indices[i], indices[i + 1], indices[i + 2]};
        const int over = (heights[corners[0]] > 0 ? 1 : 0) + (heights[corners[1]] > 0 ? 1 : 0) +
                         (heights[corners[2]] > 0 ? 1 : 0);
        if (over == 0 || over == 3)
            continue;
        const Corners turned = loneFirst(corners, heights);
        const SlicePoint left = crossing(turned[0], turned[1], positions, heights);
        const SlicePoint right = crossing(turned[0], turned[2], positions, heights);
        if (over == 1)
            segments.push_back({left, right});
        else
            segments.push_back({right, left});
    }
    return segments;
}

} // namespace knotmap::geometry
