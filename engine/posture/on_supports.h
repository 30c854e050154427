#pragma once

#include "engine/body/pose.h"
#include "engine/care/advice.h"
#include "engine/care/position.h"
#include "engine/posture/arm_supports.h"
#include "engine/posture/press_target.h"

#include <glm/mat4x4.hpp>
#include <optional>
#include <vector>

namespace knotmap::posture {

/// Where something ends along X, and the direction in which it extends from there: to +X (1) or -X
/// (-1).
struct Edge
{
    float x = 0, towards = 1;

    bool holds(float pointX) const { return towards * (pointX - x) > 0; }
};

/// A body on its supports, in the world with the floor at Y = 0.
struct Supported
{
    body::Pose pose;
    body::BoneTransforms transforms;
    glm::mat4 placement{1};                   ///< from the body's frame to the world
    std::optional<float> wallZ, seatY;        ///< of the supporting wall or seat, mm
    std::optional<Edge> passage;              ///< of the doorway, where the wall has one
    std::optional<Edge> bed;                  ///< if the seat is a bed
    float groundMm = 0;                       ///< the top of what lies on the floor under the body
    float gapMm = 0;                          ///< greatest, of foot, hand or ankle
    glm::vec3 contact{0}, pressing{0, 0, -1}; ///< of the tool, in the body's frame, posed
    std::vector<glm::vec3> tool;              ///< its contact points; the same frame

    glm::vec3 inWorld(const glm::vec3& point) const;
    std::vector<glm::vec3> toolInWorld() const;
    /// An object at a height above the floor, in the body's frame.
    FloorPlane levelAt(float heightMm) const;
};

/// What is to be brought onto its supports.
struct ToSupport
{
    const PressTarget& target;      ///< on the right: positions are written for that side
    const care::Position& position; ///< with a posture
    const care::Tool& tool;
};

/// Whether a tool is between the body and its support.
bool carries(const care::Tool& tool);
/// Whether it lies on the floor under a sole.
bool toolUnderFoot(const ToSupport& what);
/// Whether the body lies or kneels on the floor.
bool liesDown(const care::Position& position);

/// Leans, sits or lies the posed body down with the tool in between, and places the feet and hands
/// that rest on the floor. A pressing arm holds itself off the floor.
Supported bringOntoSupports(const body::BodyModel& model, const ToSupport& what,
                            const body::Pose& pose, std::optional<core::Side> pressingHand);

/// The body on its seat only, its feet as in the pose.
Supported seat(const body::BodyModel& model, const ToSupport& what, const body::Pose& pose);

} // namespace knotmap::posture
