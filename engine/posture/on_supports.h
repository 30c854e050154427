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

/// Where something ends along X, and which way it goes from there: to +X (1) or -X (-1).
struct Edge
{
    float x = 0, towards = 1;

    bool holds(float placeX) const { return towards * (placeX - x) > 0; }
};

/// A body brought onto what carries it, in the world with the floor at Y = 0.
struct Supported
{
    body::Pose pose;
    body::BoneTransforms transforms;
    glm::mat4 placement{1};            ///< from the body's frame to the world
    std::optional<float> wallZ, seatY; ///< of what it leans or sits on, mm
    std::optional<Edge> passage;       ///< of the doorway, where the wall has one
    std::optional<Edge> bed;           ///< where the seat is one
    float groundMm = 0;                ///< the top of what lies on the floor under the body
    float gapMm = 0;                   ///< of the worst foot, hand or ankle from what it rests on
    glm::vec3 contact{0}, pressing{0, 0, -1}; ///< of the tool, in the body's frame, posed
    std::vector<glm::vec3> tool;              ///< its places where it carries; the same frame

    glm::vec3 inWorld(const glm::vec3& place) const;
    std::vector<glm::vec3> toolInWorld() const;
    /// What lies at a height over the floor, in the body's frame.
    FloorPlane levelAt(float heightMm) const;
};

/// What is to be brought onto its supports.
struct ToSupport
{
    const PressTarget& target;      ///< on the right: positions are written for that side
    const care::Position& position; ///< with a posture
    const care::Tool& tool;
};

/// Whether a tool stands between the body and what carries it.
bool carries(const care::Tool& tool);
/// Whether it lies on the floor under a sole.
bool toolUnderFoot(const ToSupport& what);
/// Whether the body lies or kneels on the floor.
bool liesDown(const care::Position& position);

/// Leans, sits or lies the posed body down with the tool between, and brings the feet and hands
/// that rest on the floor there. An arm that presses holds itself off the floor.
Supported bringOntoSupports(const body::BodyModel& model, const ToSupport& what,
                            const body::Pose& pose, std::optional<core::Side> pressingHand);

/// The body on its seat alone, its feet as the pose has them.
Supported seat(const body::BodyModel& model, const ToSupport& what, const body::Pose& pose);

} // namespace knotmap::posture
