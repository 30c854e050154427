#pragma once

#include "app/model/library.h"
#include "engine/body/reach.h"

namespace knotmap::app {

/// A goal for a landmark's place on the skin that a joint carries; its skin is to face `wanted`.
/// None where the body lacks either.
std::optional<body::ReachGoal> landmarkGoal(const Library& library, const char* landmark,
                                            const char* joint, core::Side side,
                                            const glm::vec3& target, const glm::vec3& wanted);

/// The pose with what the right arm does and what the left does exchanged.
body::Pose armsExchanged(const body::Skeleton& skeleton, const body::Pose& pose);

/// What came of an arm's reaching.
struct ArmReach
{
    body::Pose pose;
    float missMm = 0;        ///< from the goal
    float penetrationMm = 0; ///< of the arm into trunk, head or legs
};

/// A floor that the arm is to stay above, in the body's frame.
struct FloorPlane
{
    glm::vec3 up{0, 1, 0}; ///< unit
    float heightMm = 0;    ///< along `up`
};

/// What an arm keeps clear of and what it leans on.
struct ArmSupports
{
    std::optional<FloorPlane> floor;
    std::optional<FloorPlane> underElbow; ///< a table that the elbow is to stand on
};

/// Turns shoulder girdle, shoulder, elbow, forearm and wrist of one side until the goal is met,
/// pushing the arm out of the rest of the body and off the floor; the best of a few ways to begin.
ArmReach reachWithArm(const Library& library, const body::Pose& start, core::Side side,
                      const body::ReachGoal& goal, const ArmSupports& supports = {});

} // namespace knotmap::app
