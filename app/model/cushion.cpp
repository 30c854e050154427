#include "app/model/props.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace knotmap::app {
namespace {

constexpr glm::vec3 kCover{0.70F, 0.69F, 0.66F};
/// Of the mesh and of the grid on which what lies above is noted, along each edge.
constexpr int kSteps = 36, kCells = 30;
/// How thick it stays where it is pressed in most.
constexpr float kLeastMm = 6;

/// How low the skin comes over a grid of the cushion's ground plan; far up where there is none.
class Lid
{
public:
    Lid(const CushionPlace& place, const std::vector<glm::vec3>& above)
        : m_place(place), m_heights(static_cast<std::size_t>(kCells) * kCells, kNothingMm)
    {
        for (const glm::vec3& skin : above) {
            const glm::ivec2 cell = cellOf({skin.x, skin.z});
            // The skin is known at places as far apart as a cell is wide.
            for (int row = cell.y - 1; row <= cell.y + 1; ++row)
                for (int column = cell.x - 1; column <= cell.x + 1; ++column)
                    if (inside({column, row})) {
                        float& low = m_heights[index({column, row})];
                        low = std::min(low, skin.y - m_place.groundMm);
                    }
        }
    }

    float over(const glm::vec2& placeXZ) const
    {
        const glm::ivec2 cell = glm::clamp(cellOf(placeXZ), glm::ivec2(0), glm::ivec2(kCells - 1));
        return m_heights[index(cell)];
    }

private:
    static constexpr float kNothingMm = 1e9F;

    static bool inside(const glm::ivec2& cell)
    {
        return cell.x >= 0 && cell.y >= 0 && cell.x < kCells && cell.y < kCells;
    }
    static std::size_t index(const glm::ivec2& cell)
    {
        return static_cast<std::size_t>(cell.y) * kCells + static_cast<std::size_t>(cell.x);
    }
    glm::ivec2 cellOf(const glm::vec2& placeXZ) const
    {
        const glm::vec2 share = ((placeXZ - m_place.centreXZ) / m_place.halfXZ + 1.0F) / 2.0F;
        return glm::ivec2(glm::floor(share * static_cast<float>(kCells)));
    }

    const CushionPlace& m_place;
    std::vector<float> m_heights;
};

/// From a square of -1 to 1 to a plan with round corners, its rim on the square's rim.
glm::vec2 rounded(const glm::vec2& square)
{
    const float rim = std::max(std::abs(square.x), std::abs(square.y));
    const glm::vec2 fourth = square * square * square * square;
    const float norm = std::sqrt(std::sqrt(fourth.x + fourth.y));
    return norm > 0 ? square * rim / norm : square;
}

/// The half thickness of a filled cover, 0 at its seam to 1 in the middle.
float swell(const glm::vec2& plan)
{
    const glm::vec2 fourth = plan * plan * plan * plan;
    return std::sqrt(std::max(0.0F, 1 - fourth.x - fourth.y));
}

struct Sheets
{
    std::vector<glm::vec3> upper, lower;
};

/// Both sides of the cover. Its seam lies half way up; below it is flat on the ground, above what
/// lies on it presses it in.
Sheets sheetsOf(const CushionPlace& place, const Lid& lid)
{
    const float half = place.thickMm / 2;
    Sheets sheets;
    for (int row = 0; row <= kSteps; ++row)
        for (int column = 0; column <= kSteps; ++column) {
            const glm::vec2 square =
                2.0F * glm::vec2(column, row) / static_cast<float>(kSteps) - 1.0F;
            const glm::vec2 plan = rounded(square);
            const glm::vec2 at = place.centreXZ + place.halfXZ * plan;
            const float high = std::max(kLeastMm, std::min(half + half * swell(plan),
                                                           lid.over(at)));
            constexpr float kFlatFrom = 0.75F; // of the half thickness
            const float low = std::clamp(half - half / kFlatFrom * swell(plan), 0.0F, high);
            sheets.upper.emplace_back(at.x, place.groundMm + high, at.y);
            sheets.lower.emplace_back(at.x, place.groundMm + low, at.y);
        }
    return sheets;
}

std::size_t indexOf(int column, int row)
{
    return static_cast<std::size_t>(row) * (kSteps + 1) + static_cast<std::size_t>(column);
}

/// The cloth does not follow every edge of what presses it.
void soften(std::vector<glm::vec3>& upper)
{
    for (int round = 0; round < 3; ++round) {
        const std::vector<glm::vec3> before = upper;
        for (int row = 1; row < kSteps; ++row)
            for (int column = 1; column < kSteps; ++column) {
                const float mean = (before[indexOf(column - 1, row)].y +
                                    before[indexOf(column + 1, row)].y +
                                    before[indexOf(column, row - 1)].y +
                                    before[indexOf(column, row + 1)].y) /
                                   4;
                // Only downwards: it is not to come through what lies on it.
                float& height = upper[indexOf(column, row)].y;
                height = std::min(height, (height + mean) / 2);
            }
    }
}

void addSheet(geometry::Mesh& mesh, const std::vector<glm::vec3>& places, bool upper)
{
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.insert(mesh.positions.end(), places.begin(), places.end());
    for (int row = 0; row <= kSteps; ++row)
        for (int column = 0; column <= kSteps; ++column) {
            const auto at = [&](int u, int v) {
                return places[indexOf(std::clamp(u, 0, kSteps), std::clamp(v, 0, kSteps))];
            };
            const glm::vec3 normal = glm::cross(at(column, row + 1) - at(column, row - 1),
                                                at(column + 1, row) - at(column - 1, row));
            const float length = glm::length(normal);
            const glm::vec3 up = length > 0 ? normal / length : glm::vec3(0, 1, 0);
            mesh.normals.push_back(upper ? up : -up);
        }
    const std::uint32_t across = kSteps + 1;
    for (std::uint32_t row = 0; row < kSteps; ++row)
        for (std::uint32_t column = 0; column < kSteps; ++column) {
            const std::uint32_t a = first + row * across + column;
            const std::uint32_t b = a + 1, c = a + across, d = c + 1;
            const std::array<std::uint32_t, 6> up = {a, c, b, b, c, d}, down = {a, b, c, b, d, c};
            for (const std::uint32_t corner : upper ? up : down)
                mesh.indices.push_back(corner);
        }
}

/// It carries at the height to which it is pressed in.
SupportFace faceOf(const CushionPlace& place, const std::vector<glm::vec3>& above)
{
    const glm::vec2 low = place.centreXZ - place.halfXZ, high = place.centreXZ + place.halfXZ;
    SupportFace face{SupportFace::Kind::Cushion,
                     {low.x, place.groundMm + place.thickMm, low.y},
                     {high.x, place.groundMm + place.thickMm, high.y},
                     {0, 1, 0}};
    for (const glm::vec3& skin : above)
        if (liesOver(face, skin))
            face.low.y = face.high.y = std::min(face.low.y, skin.y);
    return face;
}

} // namespace

Furniture makeCushion(const CushionPlace& place, const std::vector<glm::vec3>& above)
{
    Sheets sheets = sheetsOf(place, Lid(place, above));
    soften(sheets.upper);
    geometry::Mesh mesh;
    addSheet(mesh, sheets.upper, true);
    addSheet(mesh, sheets.lower, false);
    Furniture cushion;
    cushion.prop.colours.assign(mesh.positions.size(), kCover);
    cushion.prop.mesh = std::make_shared<geometry::Mesh>(std::move(mesh));
    cushion.faces = {faceOf(place, above)};
    return cushion;
}

} // namespace knotmap::app
