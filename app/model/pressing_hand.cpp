#include "app/model/pressing_hand.h"

#include "app/model/apply_pose.h"

#include <glm/geometric.hpp>

namespace knotmap::app {
namespace {

/// The hand reaches when its pad comes this near to where it is to press.
constexpr float kReachedMm = 4;
/// A hand that goes no deeper into the body needs no other in its place.
constexpr float kMostInsideMm = 14;
/// What a quarter turn of the pad off the skin counts, mm.
constexpr float kSlantMm = 12;

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
                                          const PlacedPoint& placed, const NamedHand& named,
                                          const ArmSupports& supports)
{
    const PlacedPoint there = posedIn(library, start, placed);
    const auto reachFrom = [&](core::Side hand,
                               const body::Pose& begin) -> std::optional<ArmReach> {
        auto goal = landmarkGoal(library, named.thumb ? "thumb-pad" : "index-pad",
                                 named.thumb ? "interphalangeal-1" : "distal-interphalangeal-2",
                                 hand, there.onSkin + kPadSinkMm * there.pressing, there.pressing);
        if (!goal)
            return std::nullopt;
        goal->directionMm = kSlantMm;
        return reachWithArm(library, begin, hand, *goal, supports);
    };
    // No arm presses a spot of its own, which would move away with it.
    const auto keepsThePoint = [&](const body::Pose& pose) {
        constexpr float kStaysMm = 2;
        return glm::distance(there.onSkin, posedIn(library, pose, placed).onSkin) < kStaysMm;
    };
    const auto first = reachFrom(named.side, start);
    if (!first)
        return std::nullopt;
    const PressingHand pressing{named.side, *first, first->missMm < kReachedMm};
    const body::Pose exchanged = armsExchanged(*library.skeleton, start);
    if (well(*first) || !keepsThePoint(exchanged))
        return pressing;
    const core::Side other = core::opposite(named.side);
    const auto second = reachFrom(other, exchanged);
    if (second && well(*second) && keepsThePoint(second->pose))
        return PressingHand{other, *second, true};
    return pressing;
}

} // namespace knotmap::app
