#include "app/model/pressing_hand.h"

#include "app/model/apply_pose.h"
#include "app/model/hold_grip.h"

#include <glm/geometric.hpp>

namespace knotmap::app {
namespace {

/// The hand reaches when its contact comes this near to where it is to press.
constexpr float kReachedMm = 4;
/// A hand that goes no deeper into the body needs no other in its place.
constexpr float kMostInsideMm = 18;

bool well(const ArmReach& reached)
{
    return reached.missMm < kReachedMm && reached.penetrationMm < kMostInsideMm;
}

PlacedPoint posedIn(const Library& library, const body::Pose& pose, const PlacedPoint& placed)
{
    return posedPoint(library, library.skeleton->moves(pose), placed);
}

} // namespace

std::optional<PressingHand> pressWithHand(const Library& library, const body::Pose& start,
                                          const PlacedPoint& placed, const care::Grip& grip,
                                          core::Side named, const ArmSupports& supports)
{
    const PlacedPoint there = posedIn(library, start, placed);
    const auto pressFrom = [&](core::Side hand,
                               const body::Pose& begin) -> std::optional<PressingHand> {
        auto held = holdGrip(library, grip, hand, begin);
        if (!held)
            return std::nullopt;
        held->goal.target = there.onSkin + grip.sinkMm * there.pressing;
        held->goal.wanted = there.pressing;
        const ArmReach reached = reachWithArm(library, *held, hand, supports);
        return PressingHand{hand, reached, held->goal, reached.missMm < kReachedMm};
    };
    // No arm presses a spot of its own, which would move away with it.
    const auto keepsThePoint = [&](const body::Pose& pose) {
        constexpr float kStaysMm = 2;
        return glm::distance(there.onSkin, posedIn(library, pose, placed).onSkin) < kStaysMm;
    };
    const auto first = pressFrom(named, start);
    const body::Pose exchanged = armsExchanged(*library.skeleton, start);
    if (!first || well(first->reach) || !keepsThePoint(exchanged))
        return first;
    const auto second = pressFrom(core::opposite(named), exchanged);
    return second && well(second->reach) && keepsThePoint(second->reach.pose) ? second : first;
}

} // namespace knotmap::app
