#pragma once

#include "engine/body/body_model.h"
#include "engine/care/grip.h"
#include "engine/posture/reach.h"

#include <array>
#include <vector>

namespace knotmap::posture {

/// A hand or elbow in a grip, and the part of it that goes to the trigger point.
struct HeldGrip
{
    body::Pose pose;         ///< the start with the grip's own joints bent
    posture::ReachGoal goal; ///< its target and pressing direction are left to be filled in
    std::array<bool, 6> fingerPresses{}; ///< by the finger's number, 1 the thumb
    /// The pad of a finger that presses side by side with others.
    struct Pad
    {
        std::size_t finger = 2;
        std::uint32_t joint = 0; ///< joint that carries it
        glm::vec3 point{0};      ///< in the measured stance
    };
    std::vector<Pad> pads; ///< none if one finger presses alone or against the thumb
    float sinkMm = 0;
};

/// Puts a hand (or elbow) of one side into a grip. The goal is attached to the wrist if the
/// contacts are on the hand, so that arm and wrist move the whole grip. None if the body lacks a
/// contact.
std::optional<HeldGrip> holdGrip(const body::BodyModel& model, const care::Grip& grip,
                                 core::Side side, const body::Pose& start);

} // namespace knotmap::posture
