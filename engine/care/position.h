#pragma once

#include "engine/anatomy/catalogue.h"
#include "engine/care/advice.h"
#include "engine/care/pose_angles.h"

#include <optional>
#include <string>
#include <vector>

namespace knotmap::care {

/// The orientation of the whole body.
enum class Stance
{
    Upright,  ///< standing, sitting or kneeling
    Back,     ///< lying face up
    Front,    ///< lying face down
    Side,     ///< lying on the affected side
    OtherSide ///< lying on the unaffected side
};

/// A hand that rests flat on the body's own skin.
struct HandOn
{
    core::Side hand = core::Side::Right;
    std::string landmark;
    core::Side side = core::Side::Right; ///< of the landmark
};

/// What the body does in a position, written for a trigger point on the right; mirrored for the
/// left.
struct Posture
{
    Stance stance = Stance::Upright;
    float leanDeg = 0; ///< the whole body leans forwards
    std::vector<PoseAngle> angles;
    std::vector<HandOn> hands; ///< where they rest when they do not press
    /// At each step, the fraction of the movement from standing, 0, to the position, 1; empty: 1 at
    /// all steps.
    std::vector<float> blend;
    bool ownSideHand = false; ///< the hand of the affected side presses, not the other one
};

/// How the body is held while a trigger point is worked on.
struct Position
{
    std::string id, label, pressure;
    std::vector<std::string> supports;
    /// Instructions, in order; "{tool}" stands for the phrase of the tool used.
    std::vector<std::string> steps;
    std::vector<std::string> tools; ///< ids of those that the text allows; none: nothing is pressed
    bool stroke = false;            ///< the tool runs along the muscle instead of holding still
    std::optional<Posture> posture; ///< none: the position is described in words only

    bool rests(std::string_view support) const;
    bool leans() const; ///< against a vertical surface
    bool sits() const;  ///< on an object off the floor
    bool allows(const std::string& tool) const;
    /// The steps with a tool inserted; null where nothing is pressed.
    std::vector<std::string> stepsWith(const Tool* tool) const;
};

/// Reads one [[position]]. A joint, motion or landmark that is unknown and an angle past its limits
/// are faults; such a position keeps its text and loses its posture. `tools` are the known ones,
/// `leftOut` those left out for a fault of their own.
Position readPosition(const data::Table& table, const anatomy::Catalogue& catalogue,
                      const std::vector<Tool>& tools, const std::vector<std::string>& leftOut);

} // namespace knotmap::care
