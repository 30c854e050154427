#pragma once

#include "engine/body/body_model.h"

#include <glm/mat4x4.hpp>
#include <optional>
#include <vector>

namespace knotmap::posture {

/// The part of the body that a support may touch.
enum class FleshPart
{
    All,
    NotArms,
    NotForearms, ///< nor hands
    NotLegsBelowKnee,
    Trunk, ///< and thighs
    Seat,
    AffectedForearm,
    Forearms
};

/// Every so many vertices of the skin are looked at: enough for what a plane can touch.
inline constexpr std::size_t kSkinStride = 19;

/// Some of the posed skin's places in the world, sunk in by what flesh gives where one lies on it.
/// The arm `without`, which holds itself up, is left out.
std::vector<glm::vec3> skinUnder(const body::BodyModel& model,
                                 const body::BoneTransforms& transforms, const glm::mat4& placement,
                                 FleshPart part, core::Side affectedSide,
                                 std::optional<core::Side> without = std::nullopt);

} // namespace knotmap::posture
