#include "engine/posture/pressing_hand.h"

#include "engine/posture/hold_grip.h"
#include "engine/posture/press_target.h"

#include <glm/geometric.hpp>

namespace knotmap::posture {
namespace {

/// A hand reaches its target if its contact comes this near to it.
constexpr float kReachedMm = 4;
/// A hand no deeper than this in the body need not be replaced by the other.
constexpr float kMaxInsideMm = 18;

bool well(const ArmReach& reached)
{
    return reached.missMm < kReachedMm && reached.penetrationMm < kMaxInsideMm;
}

PressTarget posedIn(const body::BodyModel& model, const body::Pose& pose, const PressTarget& target)
{
    return posed(model, model.skeleton->transforms(pose), target);
}

} // namespace

std::optional<PressingHand> pressWithHand(const body::BodyModel& model, const body::Pose& start,
                                          const PressTarget& target, const care::Grip& grip,
                                          core::Side named, const ArmSupports& supports)
{
    const PressTarget there = posedIn(model, start, target);
    const auto pressFrom = [&](core::Side hand,
                               const body::Pose& begin) -> std::optional<PressingHand> {
        auto held = holdGrip(model, grip, hand, begin);
        if (!held)
            return std::nullopt;
        held->goal.target = there.onSkin + grip.sinkMm * there.pressing;
        held->goal.wanted = there.pressing;
        const ArmReach reached = reachWithArm(model, *held, hand, supports);
        return PressingHand{hand, reached, held->goal, reached.missMm < kReachedMm};
    };
    // No arm presses a trigger point of its own, which would move with it.
    const auto keepsThePoint = [&](const body::Pose& pose) {
        constexpr float kStaysMm = 2;
        return glm::distance(there.onSkin, posedIn(model, pose, target).onSkin) < kStaysMm;
    };
    const auto first = pressFrom(named, start);
    const body::Pose exchanged = armsExchanged(*model.skeleton, start);
    if (!first || well(first->reach) || !keepsThePoint(exchanged))
        return first;
    const auto second = pressFrom(core::opposite(named), exchanged);
    return second && well(second->reach) && keepsThePoint(second->reach.pose) ? second : first;
}

} // namespace knotmap::posture
