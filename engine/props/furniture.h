#pragma once

#include "engine/props/prop.h"
#include "engine/props/supports.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

namespace knotmap::props {

// What the body rests on, at its true size, mm, in the world with the floor at Y = 0. A wall faces
// +Z, and so does whoever sits.

/// An object, its supporting faces, and the space it fills.
struct Furniture
{
    Prop prop;
    std::vector<SupportFace> faces;
    std::vector<Solid> solids;
};

/// An upright slab whose face is at `faceZ`, centred on `centreX`.
Furniture makeWall(float centreX, float faceZ);

/// An open doorway in a wall whose face is at `faceZ`. Its passage begins at `jambX` and extends
/// towards +X (`towards` 1) or -X (-1).
Furniture makeDoorway(float jambX, float towards, float faceZ);

/// A therapy mat on the floor; its long edge lies along Z, or along X.
Furniture makeMat(const glm::vec2& centreXZ, bool longAlongX);
/// Its thickness.
inline constexpr float kMatMm = 15;

/// A chair without arms, its seat at `seatHeight` and the front of its backrest at `backZ`.
Furniture makeChair(float centreX, float seatHeight, float backZ);
/// The height above the seat at which one leans on the backrest, and its width.
inline constexpr float kChairBackLowMm = 190, kChairBackHighMm = 400, kChairBackMm = 380;

/// The heights of tables for sitting at.
inline constexpr float kTableMm = 735, kLowTableMm = 690, kHighTableMm = 790;
/// A table whose near edge is at `nearZ`.
Furniture makeTable(float centreX, float nearZ, float topHeight);

/// A bed along Z that begins at `endZ`, its top at `topHeight`; its long edge is at `edgeX`, and
/// the bed extends from there towards -X (`towards` -1) or +X (1).
Furniture makeBed(float edgeX, float towards, float endZ, float topHeight);

/// A cushion on the ground: a rectangle of the given half edges and thickness, compressed by
/// whatever lies above it. `above`: points of the skin.
struct CushionPlacement
{
    glm::vec2 centreXZ{0}, halfXZ{200};
    float groundMm = 0, thickMm = 100;
};
Furniture makeCushion(const CushionPlacement& placement, const std::vector<glm::vec3>& above);

} // namespace knotmap::props
