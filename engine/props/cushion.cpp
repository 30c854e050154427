#include "engine/props/furniture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace knotmap::props {
namespace {

constexpr glm::vec3 kCover{0.70F, 0.69F, 0.66F};
/// Of the mesh, and of the grid that stores the skin above, along each edge.
constexpr int kRings = 18, kSpokes = 64, kCells = 30;
/// Minimum thickness where it is compressed most.
constexpr float kMinMm = 6;

/// Lowest height of the skin above a grid over the cushion's outline; a large value where there is
/// none.
class Lid
{
public:
    Lid(const CushionPlacement& placement, const std::vector<glm::vec3>& above)
        : m_placement(placement), m_heights(static_cast<std::size_t>(kCells) * kCells, kNothingMm)
    {
        for (const glm::vec3& skin : above) {
            const glm::ivec2 cell = cellOf({skin.x, skin.z});
            // The skin is sampled at points up to a cell apart.
            for (int row = cell.y - 1; row <= cell.y + 1; ++row)
                for (int column = cell.x - 1; column <= cell.x + 1; ++column)
                    if (inside({column, row})) {
                        float& low = m_heights[index({column, row})];
                        low = std::min(low, skin.y - m_placement.groundMm);
                    }
        }
    }

    float over(const glm::vec2& pointXZ) const
    {
        const glm::ivec2 cell = glm::clamp(cellOf(pointXZ), glm::ivec2(0), glm::ivec2(kCells - 1));
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
    glm::ivec2 cellOf(const glm::vec2& pointXZ) const
    {
        const glm::vec2 share =
            ((pointXZ - m_placement.centreXZ) / m_placement.halfXZ + 1.0F) / 2.0F;
        return glm::ivec2(glm::floor(share * static_cast<float>(kCells)));
    }

    const CushionPlacement& m_placement;
    std::vector<float> m_heights;
};

/// A point of a rounded rectangle: its rim at share 1.
glm::vec2 planAt(int ring, int spoke)
{
    const float share = static_cast<float>(ring) / kRings;
    const float angle = glm::radians(360.0F * static_cast<float>(spoke) / kSpokes);
    const glm::vec2 direction(std::cos(angle), std::sin(angle));
    const glm::vec2 fourth = direction * direction * direction * direction;
    return share * direction / std::sqrt(std::sqrt(fourth.x + fourth.y));
}

/// The half thickness of a filled cover, 0 at its seam to 1 at the centre.
float swell(const glm::vec2& plan)
{
    const glm::vec2 fourth = plan * plan * plan * plan;
    return std::sqrt(std::max(0.0F, 1 - fourth.x - fourth.y));
}

/// Rings around the centre, spoke by spoke.
std::size_t indexOf(int ring, int spoke)
{
    const int round = (spoke + kSpokes) % kSpokes;
    return static_cast<std::size_t>(std::clamp(ring, 0, kRings)) * kSpokes +
           static_cast<std::size_t>(round);
}

struct Sheets
{
    std::vector<glm::vec3> upper, lower;
};

/// Both sides of the cover. Its seam is at half height; the underside is flat on the ground, the
/// upper side is compressed by what lies on it.
Sheets sheetsOf(const CushionPlacement& placement, const Lid& lid)
{
    const float half = placement.thickMm / 2;
    Sheets sheets;
    for (int ring = 0; ring <= kRings; ++ring)
        for (int spoke = 0; spoke < kSpokes; ++spoke) {
            const glm::vec2 plan = planAt(ring, spoke);
            const glm::vec2 at = placement.centreXZ + placement.halfXZ * plan;
            const float full = half + half * swell(plan);
            const float high = std::max(kMinMm, std::min(full, lid.over(at)));
            constexpr float kFlatFrom = 0.75F; // of the half thickness
            const float low = std::clamp(half - half / kFlatFrom * swell(plan), 0.0F, high);
            sheets.upper.emplace_back(at.x, placement.groundMm + high, at.y);
            sheets.lower.emplace_back(at.x, placement.groundMm + low, at.y);
        }
    return sheets;
}

/// The cloth smooths over the edges of what presses on it.
void soften(std::vector<glm::vec3>& upper)
{
    for (int round = 0; round < 3; ++round) {
        const std::vector<glm::vec3> before = upper;
        for (int ring = 1; ring < kRings; ++ring)
            for (int spoke = 0; spoke < kSpokes; ++spoke) {
                const float mean =
                    (before[indexOf(ring - 1, spoke)].y + before[indexOf(ring + 1, spoke)].y +
                     before[indexOf(ring, spoke - 1)].y + before[indexOf(ring, spoke + 1)].y) /
                    4;
                // Only downwards: it must not penetrate what lies on it.
                float& height = upper[indexOf(ring, spoke)].y;
                height = std::min(height, (height + mean) / 2);
            }
    }
}

void addSheet(geometry::Mesh& mesh, const std::vector<glm::vec3>& points, bool upper)
{
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.insert(mesh.positions.end(), points.begin(), points.end());
    for (int ring = 0; ring <= kRings; ++ring)
        for (int spoke = 0; spoke < kSpokes; ++spoke) {
            // Near the centre the next ring outwards is used instead.
            const int at = std::max(ring, 1);
            const auto pointAt = [&](int r, int s) { return points[indexOf(r, s)]; };
            const glm::vec3 normal =
                glm::normalize(glm::cross(pointAt(at, spoke + 1) - pointAt(at, spoke - 1),
                                          pointAt(at + 1, spoke) - pointAt(at - 1, spoke)));
            mesh.normals.push_back(ring == 0 ? glm::vec3(0, upper ? 1 : -1, 0)
                                             : (upper ? normal : -normal));
        }
    for (int ring = 0; ring < kRings; ++ring)
        for (int spoke = 0; spoke < kSpokes; ++spoke) {
            const auto corner = [&](int r, int s) {
                return first + static_cast<std::uint32_t>(indexOf(r, s));
            };
            const std::uint32_t a = corner(ring, spoke), b = corner(ring, spoke + 1),
                                c = corner(ring + 1, spoke), d = corner(ring + 1, spoke + 1);
            const std::array<std::uint32_t, 6> up = {a, b, c, b, d, c}, down = {a, c, b, b, c, d};
            for (const std::uint32_t index : upper ? up : down)
                mesh.indices.push_back(index);
        }
}

/// It supports at the height to which it is compressed.
SupportFace faceOf(const CushionPlacement& placement, const std::vector<glm::vec3>& above)
{
    const glm::vec2 low = placement.centreXZ - placement.halfXZ,
                    high = placement.centreXZ + placement.halfXZ;
    SupportFace face{SupportFace::Kind::Cushion,
                     {low.x, placement.groundMm + placement.thickMm, low.y},
                     {high.x, placement.groundMm + placement.thickMm, high.y},
                     {0, 1, 0}};
    for (const glm::vec3& skin : above)
        if (liesOver(face, skin))
            face.low.y = face.high.y = std::min(face.low.y, skin.y);
    return face;
}

} // namespace

Furniture makeCushion(const CushionPlacement& placement, const std::vector<glm::vec3>& above)
{
    Sheets sheets = sheetsOf(placement, Lid(placement, above));
    soften(sheets.upper);
    geometry::Mesh mesh;
    addSheet(mesh, sheets.upper, true);
    addSheet(mesh, sheets.lower, false);
    Furniture cushion;
    cushion.prop.colours.assign(mesh.positions.size(), kCover);
    cushion.prop.mesh = std::make_shared<geometry::Mesh>(std::move(mesh));
    cushion.faces = {faceOf(placement, above)};
    return cushion;
}

} // namespace knotmap::props
