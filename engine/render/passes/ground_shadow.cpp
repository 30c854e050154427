#include "engine/render/passes/ground_shadow.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::render {
namespace {

constexpr float kTouchMm = 28;   // height at which contact has faded to a third
constexpr float kPoolMm = 260;   // the same for the soft pool
constexpr float kSunkenMm = -80; // points deeper than this are behind the support

using Grid = std::vector<float>;

std::size_t cell(int x, int y)
{
    return static_cast<std::size_t>(y) * kShadowSize + static_cast<std::size_t>(x);
}

/// One pass of a box blur along x or y.
Grid blurred(const Grid& grid, int radius, bool alongX)
{
    Grid result(grid.size());
    for (int line = 0; line < kShadowSize; ++line) {
        for (int i = 0; i < kShadowSize; ++i) {
            float sum = 0;
            for (int offset = -radius; offset <= radius; ++offset) {
                const int j = std::clamp(i + offset, 0, kShadowSize - 1);
                sum += grid[alongX ? cell(j, line) : cell(line, j)];
            }
            result[alongX ? cell(i, line) : cell(line, i)] =
                sum / static_cast<float>(2 * radius + 1);
        }
    }
    return result;
}

/// Three box blurs approximate a Gaussian.
Grid softened(Grid grid, int radius)
{
    for (int round = 0; round < 3; ++round)
        grid = blurred(blurred(grid, radius, true), radius, false);
    return grid;
}

} // namespace

props::ShadowFace squareOf(const glm::vec3& centre, const glm::vec3& normal, float halfMm)
{
    props::ShadowFace plane;
    plane.centre = centre;
    plane.normal = glm::normalize(normal);
    const glm::vec3 helper =
        std::abs(plane.normal.y) < 0.9F ? glm::vec3(0, 1, 0) : glm::vec3(0, 0, 1);
    const glm::vec3 side = glm::normalize(glm::cross(helper, plane.normal));
    plane.side = halfMm * side;
    plane.other = halfMm * glm::cross(plane.normal, side);
    return plane;
}

std::vector<std::uint8_t> groundShadow(const props::ShadowFace& surface,
                                       const std::vector<glm::vec3>& points)
{
    Grid touch(static_cast<std::size_t>(kShadowSize) * kShadowSize, 0), pool = touch;
    const glm::vec3 perSide = surface.side / glm::dot(surface.side, surface.side);
    const glm::vec3 perOther = surface.other / glm::dot(surface.other, surface.other);
    for (const glm::vec3& point : points) {
        const glm::vec3 offset = point - surface.centre;
        const float height = glm::dot(offset, surface.normal);
        const float u = glm::dot(offset, perSide);
        const float v = glm::dot(offset, perOther);
        if (height < kSunkenMm || std::abs(u) >= 1 || std::abs(v) >= 1)
            continue;
        const auto toCell = [](float coordinate) {
            return std::min(kShadowSize - 1, static_cast<int>((coordinate + 1) / 2 * kShadowSize));
        };
        const float above = std::max(height, 0.0F);
        float& touched = touch[cell(toCell(u), toCell(v))];
        float& pooled = pool[cell(toCell(u), toCell(v))];
        touched = std::max(touched, std::exp(-above / kTouchMm));
        pooled = std::max(pooled, std::exp(-above / kPoolMm));
    }
    touch = softened(std::move(touch), 2);
    pool = softened(std::move(pool), 7);
    std::vector<std::uint8_t> shadow;
    shadow.reserve(touch.size());
    for (std::size_t i = 0; i < touch.size(); ++i) {
        const float dark = std::min(1.0F, 1.1F * touch[i] + 0.55F * pool[i]);
        shadow.push_back(static_cast<std::uint8_t>(std::lround(255 * dark)));
    }
    return shadow;
}

} // namespace knotmap::render
