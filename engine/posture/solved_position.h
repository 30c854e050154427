#pragma once

#include "engine/body/pose.h"
#include "engine/posture/press_target.h"
#include "engine/props/prop.h"
#include "engine/props/supports.h"

#include <glm/mat4x4.hpp>
#include <optional>
#include <vector>

namespace knotmap::posture {

/// What came of bringing the body into a position; each figure the worst of its kind.
struct PositionFit
{
    float gapMm = 0;          ///< between tool and skin, or tool and what it leans on
    float sinkMm = 0;         ///< how deep the tool stands in the skin
    float offsetMm = 0;       ///< contact from the point's place on the skin
    float jointMarginDeg = 0; ///< least distance of a joint to its limits
    float supportGapMm = 0;   ///< of feet, seat or back from what carries them
    float penetrationMm = 0;  ///< of the body into floor, wall, seat or table
    bool reach = true;        ///< whether the hand that presses comes there
};

/// A body in a pose, in the world with the floor at Y = 0.
struct PlacedBody
{
    body::Pose pose;
    body::BoneTransforms transforms;
    glm::mat4 placement{1}; ///< from the body's frame to the world
};

/// The body in a position, with what carries it.
struct SolvedPosition : PlacedBody
{
    bool ownHand = false; ///< the body's own hand presses: there is no other tool
    std::vector<props::Prop> props;
    std::vector<props::SupportFace> faces; ///< of floor and props, those that may carry
    std::vector<props::Solid> solids;      ///< the room that the props fill
    /// Where the skin lies on the tool, if the tool carries or is leant on.
    std::optional<glm::vec3> toolAt;
    float toolReachMm = 0;   ///< how far the tool reaches from there
    float toolContactMm = 0; ///< how wide it touches
    bool wall = false;       ///< the wall's face looks towards +Z
    geometry::Bounds bounds; ///< of the body in the world
    PositionFit fit;
};

/// Whether the position can be shown: the tool or hand comes to the point. What fails to by a
/// hand's breadth is shown standing, and told in words.
bool canBeShown(const SolvedPosition& solved);

} // namespace knotmap::posture
