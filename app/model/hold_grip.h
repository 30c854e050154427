#pragma once

#include "app/model/library.h"
#include "engine/body/reach.h"

#include <array>

namespace knotmap::app {

/// A hand or elbow held as a grip says, and what of it goes to the spot.
struct HeldGrip
{
    body::Pose pose;      ///< the start with the grip's own joints bent
    body::ReachGoal goal; ///< its target and the way it is to press are left to be filled in
    std::array<bool, 6> fingerPresses{}; ///< by the finger's number, 1 the thumb
};

/// Holds a hand (or elbow) of one side in a grip. The goal hangs on the wrist where the contacts
/// lie on the hand, so that arm and wrist bring the whole grip. None where the body lacks a
/// contact.
std::optional<HeldGrip> holdGrip(const Library& library, const care::Grip& grip, core::Side side,
                                 const body::Pose& start);

} // namespace knotmap::app
