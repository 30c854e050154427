#pragma once

#include "engine/body/pose.h"
#include "engine/posture/press_target.h"
#include "engine/props/prop.h"
#include "engine/props/supports.h"

#include <glm/mat4x4.hpp>
#include <optional>
#include <vector>

namespace knotmap::posture {

/// The quality of a solved position; each figure is the worst of its kind.
struct PositionFit
{
    float gapMm = 0;          ///< between tool and skin, or tool and its support
    float sinkMm = 0;         ///< depth of the tool in the skin
    float offsetMm = 0;       ///< distance of the contact from the trigger point on the skin
    float jointMarginDeg = 0; ///< smallest distance of a joint to its limits
    float supportGapMm = 0;   ///< of feet, seat or back from their support
    float penetrationMm = 0;  ///< of the body in floor, wall, seat or table
    bool reach = true;        ///< whether the pressing hand gets there
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
    std::vector<props::SupportFace> faces; ///< of floor and props, those that may support
    std::vector<props::Solid> solids;      ///< the room that the props fill
    /// The skin's contact with the tool, if the tool supports or is leant on.
    std::optional<glm::vec3> toolAt;
    float toolReachMm = 0;   ///< extent of the tool from there
    float toolContactMm = 0; ///< contact width
    bool wall = false;       ///< the wall faces +Z
    geometry::Bounds bounds; ///< of the body in the world
    PositionFit fit;
};

/// Whether the position can be shown: the tool or hand reaches the trigger point. One that misses
/// it by a hand's breadth is shown standing, and described in words.
bool canBeShown(const SolvedPosition& solved);

} // namespace knotmap::posture
