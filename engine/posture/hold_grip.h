#pragma once

#include "engine/body/body_model.h"
#include "engine/care/grip.h"
#include "engine/posture/reach.h"

#include <array>
#include <vector>

namespace knotmap::posture {

/// A hand or elbow held as a grip says, and what of it goes to the spot.
struct HeldGrip
{
    body::Pose pose;         ///< the start with the grip's own joints bent
    posture::ReachGoal goal; ///< its target and the way it is to press are left to be filled in
    std::array<bool, 6> fingerPresses{}; ///< by the finger's number, 1 the thumb
    /// What of a finger presses, beside others that do the same.
    struct Pad
    {
        std::size_t finger = 2;
        std::uint32_t joint = 0; ///< that carries it
        glm::vec3 place{0};      ///< in the measured stance
    };
    std::vector<Pad> pads; ///< none where one finger presses alone or against the thumb
    float sinkMm = 0;
};

/// Holds a hand (or elbow) of one side in a grip. The goal hangs on the wrist where the contacts
/// lie on the hand, so that arm and wrist bring the whole grip. None where the body lacks a
/// contact.
std::optional<HeldGrip> holdGrip(const body::BodyModel& model, const care::Grip& grip,
                                 core::Side side, const body::Pose& start);

} // namespace knotmap::posture
