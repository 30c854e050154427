#include "engine/props/furniture.h"

#include "engine/props/prop_mesh.h"

#include <array>
#include <initializer_list>

namespace knotmap::props {
namespace {

constexpr glm::vec3 kPlaster{0.55F, 0.56F, 0.57F};
constexpr glm::vec3 kWood{0.36F, 0.22F, 0.12F};
constexpr glm::vec3 kPaintedWood{0.70F, 0.68F, 0.64F};
constexpr glm::vec3 kMatFoam{0.40F, 0.385F, 0.35F};
constexpr glm::vec3 kLinen{0.66F, 0.65F, 0.62F};

constexpr float kWallWidthMm = 1300, kWallHeightMm = 2000, kWallThickMm = 60;
// The clear opening of a door leaf of 860 by 1985 mm (DIN 18101); its frame protrudes from the
// wall.
constexpr float kPassageMm = 811, kPassageHighMm = 1968, kCasingMm = 70, kCasingThickMm = 14;
constexpr float kBesideDoorMm = 520, kOverDoorMm = 150, kDoorWallThickMm = 110;
// A wide one among the therapy mats on sale.
constexpr float kMatLongMm = 2000, kMatBroadMm = 1250;
constexpr float kSeatMm = 400, kSeatThickMm = 35, kLegMm = 40, kSlatThickMm = 18;
constexpr float kTableWidthMm = 1100, kTableDepthMm = 600, kTableThickMm = 28;
// A single bed.
constexpr float kBedLongMm = 2000, kBedBroadMm = 900, kMattressMm = 180, kMattressEdgeMm = 30,
                kBedRailMm = 120;

/// The flat face of a box in the direction of an axis.
SupportFace faceOf(SupportFace::Kind kind, const Solid& box, int axis)
{
    SupportFace face{kind, box.low, box.high, glm::vec3(0)};
    face.low[axis] = box.high[axis];
    face.normal[axis] = 1;
    return face;
}

/// Solid boxes of one colour.
Furniture boxesOf(const std::vector<Solid>& boxes, const glm::vec3& colour)
{
    PropMesh mesh;
    for (const Solid& box : boxes)
        mesh.addBox(box, colour);
    return {std::move(mesh).finish(), {}, boxes};
}

/// A top on four legs.
std::vector<Solid> boardOnLegs(const Solid& board, float inset)
{
    std::vector<Solid> boxes = {board};
    for (const float x : {board.low.x + inset, board.high.x - inset - kLegMm})
        for (const float z : {board.low.z + inset, board.high.z - inset - kLegMm})
            boxes.push_back({{x, 0, z}, {x + kLegMm, board.low.y, z + kLegMm}});
    return boxes;
}

/// A box between two positions along X, in either order.
Solid across(float fromX, float toX, const glm::vec2& y, const glm::vec2& z)
{
    return {{std::min(fromX, toX), y.x, z.x}, {std::max(fromX, toX), y.y, z.y}};
}

} // namespace

Furniture makeWall(float centreX, float faceZ)
{
    const float half = kWallWidthMm / 2;
    const Solid slab{{centreX - half, 0, faceZ - kWallThickMm},
                     {centreX + half, kWallHeightMm, faceZ}};
    Furniture wall = boxesOf({slab}, kPlaster);
    wall.faces = {faceOf(SupportFace::Kind::Wall, slab, 2)};
    return wall;
}

Furniture makeDoorway(float jambX, float towards, float faceZ)
{
    const float beyondX = jambX + towards * kPassageMm;
    const float topMm = kPassageHighMm + kOverDoorMm;
    const glm::vec2 wallZ(faceZ - kCasingThickMm - kDoorWallThickMm, faceZ - kCasingThickMm),
        casingZ(wallZ.y, faceZ), tall(0, topMm);
    const std::vector<Solid> walls = {
        across(jambX, jambX - towards * kBesideDoorMm, tall, wallZ),
        across(beyondX, beyondX + towards * kBesideDoorMm / 2, tall, wallZ),
        across(jambX, beyondX, {kPassageHighMm, topMm}, wallZ)};
    const std::vector<Solid> casing = {
        across(jambX, jambX - towards * kCasingMm, {0, kPassageHighMm + kCasingMm}, casingZ),
        across(beyondX, beyondX + towards * kCasingMm, {0, kPassageHighMm + kCasingMm}, casingZ),
        across(jambX, beyondX, {kPassageHighMm, kPassageHighMm + kCasingMm}, casingZ)};
    PropMesh mesh;
    Furniture doorway;
    for (const Solid& wall : walls) {
        mesh.addBox(wall, kPlaster);
        doorway.solids.push_back(wall);
    }
    for (const Solid& board : casing) {
        mesh.addBox(board, kPaintedWood);
        doorway.solids.push_back(board);
    }
    doorway.prop = std::move(mesh).finish();
    doorway.faces = {faceOf(SupportFace::Kind::Wall, casing.front(), 2)};
    return doorway;
}

Furniture makeMat(const glm::vec2& centreXZ, bool longAlongX)
{
    const glm::vec2 half = longAlongX ? glm::vec2(kMatLongMm, kMatBroadMm) / 2.0F
                                      : glm::vec2(kMatBroadMm, kMatLongMm) / 2.0F;
    const Solid mat{{centreXZ.x - half.x, 0, centreXZ.y - half.y},
                    {centreXZ.x + half.x, kMatMm, centreXZ.y + half.y}};
    PropMesh mesh;
    mesh.addRoundedBox(mat, kMatMm / 2 - 1, kMatFoam);
    return {std::move(mesh).finish(), {faceOf(SupportFace::Kind::Floor, mat, 1)}, {mat}};
}

Furniture makeChair(float centreX, float seatHeight, float backZ)
{
    const float half = kSeatMm / 2, halfBack = kChairBackMm / 2;
    const Solid seat{{centreX - half, seatHeight - kSeatThickMm, backZ},
                     {centreX + half, seatHeight, backZ + kSeatMm}};
    std::vector<Solid> boxes = boardOnLegs(seat, 25);
    const float top = seatHeight + kChairBackHighMm;
    const Solid slat{{centreX - halfBack, seatHeight + kChairBackLowMm, backZ - kSlatThickMm},
                     {centreX + halfBack, top, backZ}};
    boxes.push_back(slat);
    for (const float x : {centreX - halfBack, centreX + halfBack - kLegMm})
        boxes.push_back({{x, seatHeight - kSeatThickMm, backZ - kSlatThickMm - kLegMm},
                         {x + kLegMm, top - kLegMm, backZ - kSlatThickMm}});
    Furniture chair = boxesOf(boxes, kWood);
    chair.faces = {faceOf(SupportFace::Kind::Seat, seat, 1),
                   faceOf(SupportFace::Kind::ChairBack, slat, 2)};
    return chair;
}

Furniture makeTable(float centreX, float nearZ, float topHeight)
{
    const float half = kTableWidthMm / 2;
    const Solid board{{centreX - half, topHeight - kTableThickMm, nearZ},
                      {centreX + half, topHeight, nearZ + kTableDepthMm}};
    Furniture table = boxesOf(boardOnLegs(board, 30), kWood);
    table.faces = {faceOf(SupportFace::Kind::Table, board, 1)};
    return table;
}

Furniture makeBed(float edgeX, float towards, float endZ, float topHeight)
{
    const glm::vec2 z(endZ, endZ + kBedLongMm);
    const float farX = edgeX + towards * kBedBroadMm;
    const float under = topHeight - kMattressMm;
    const Solid mattress = across(edgeX, farX, {under, topHeight}, z);
    const Solid frame = across(edgeX, farX, {under - kBedRailMm, under}, z);
    PropMesh mesh;
    mesh.addRoundedBox(mattress, kMattressEdgeMm, kLinen);
    std::vector<Solid> wood = boardOnLegs(frame, 40);
    for (const Solid& box : wood)
        mesh.addBox(box, kWood);
    Furniture bed{std::move(mesh).finish(), {faceOf(SupportFace::Kind::Seat, mattress, 1)}, wood};
    // It is compressed under a body.
    constexpr float kGivesMm = 25;
    bed.solids.push_back({mattress.low, mattress.high - glm::vec3(0, kGivesMm, 0)});
    return bed;
}

} // namespace knotmap::props
