#include "app/model/props.h"

#include <array>
#include <glm/common.hpp>

namespace knotmap::app {
namespace {

constexpr glm::vec3 kPlaster{0.55F, 0.56F, 0.57F};
constexpr glm::vec3 kWood{0.36F, 0.22F, 0.12F};

constexpr float kWallWidthMm = 1300, kWallHeightMm = 2000, kWallThickMm = 60;
constexpr float kSeatMm = 420, kSeatThickMm = 35, kLegMm = 40;
constexpr float kTableWidthMm = 1100, kTableDepthMm = 600, kTableThickMm = 28;

struct Box
{
    glm::vec3 low, high;
};

/// Six faces with corners of their own, so that edges stay sharp.
void addBox(geometry::Mesh& mesh, const Box& box)
{
    for (int axis = 0; axis < 3; ++axis)
        for (const float sign : {-1.0F, 1.0F}) {
            const int u = (axis + 1) % 3, v = (axis + 2) % 3;
            const auto first = static_cast<std::uint32_t>(mesh.positions.size());
            glm::vec3 normal(0);
            normal[axis] = sign;
            for (int corner = 0; corner < 4; ++corner) {
                glm::vec3 place = sign > 0 ? box.high : box.low;
                place[u] = (corner & 1) != 0 ? box.high[u] : box.low[u];
                place[v] = (corner & 2) != 0 ? box.high[v] : box.low[v];
                mesh.positions.push_back(place);
                mesh.normals.push_back(normal);
            }
            const std::array<std::uint32_t, 6> outward = {0, 1, 3, 0, 3, 2},
                                               inward = {0, 3, 1, 0, 2, 3};
            for (const std::uint32_t corner : sign > 0 ? outward : inward)
                mesh.indices.push_back(first + corner);
        }
}

scene::Prop propOf(const std::vector<Box>& boxes, const glm::vec3& colour)
{
    auto mesh = std::make_shared<geometry::Mesh>();
    for (const Box& box : boxes)
        addBox(*mesh, box);
    scene::Prop prop;
    prop.colours.assign(mesh->positions.size(), colour);
    prop.mesh = std::move(mesh);
    return prop;
}

/// A board on four legs.
std::vector<Box> boardOnLegs(const glm::vec3& low, const glm::vec3& high, float inset)
{
    std::vector<Box> boxes = {{low, high}};
    for (const float x : {low.x + inset, high.x - inset - kLegMm})
        for (const float z : {low.z + inset, high.z - inset - kLegMm})
            boxes.push_back({{x, 0, z}, {x + kLegMm, low.y, z + kLegMm}});
    return boxes;
}

} // namespace

Furniture makeWall(float centreX, float faceZ)
{
    const float half = kWallWidthMm / 2;
    const glm::vec3 low(centreX - half, 0, faceZ), high(centreX + half, kWallHeightMm, faceZ);
    return {propOf({{low - glm::vec3(0, 0, kWallThickMm), high}}, kPlaster),
            {SupportFace::Kind::Wall, low, high, {0, 0, 1}}};
}

Furniture makeStool(float centreX, float centreZ, float seatHeight)
{
    const float half = kSeatMm / 2;
    const glm::vec3 low(centreX - half, seatHeight, centreZ - half),
        high(centreX + half, seatHeight, centreZ + half);
    return {propOf(boardOnLegs(low - glm::vec3(0, kSeatThickMm, 0), high, 15), kWood),
            {SupportFace::Kind::Seat, low, high, {0, 1, 0}}};
}

Furniture makeTable(float centreX, float nearZ, float topHeight)
{
    const float half = kTableWidthMm / 2;
    const glm::vec3 low(centreX - half, topHeight, nearZ),
        high(centreX + half, topHeight, nearZ + kTableDepthMm);
    return {propOf(boardOnLegs(low - glm::vec3(0, kTableThickMm, 0), high, 30), kWood),
            {SupportFace::Kind::Table, low, high, {0, 1, 0}}};
}

} // namespace knotmap::app
