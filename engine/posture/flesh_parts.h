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

/// Sampling stride over the skin's vertices: dense enough for contact with a plane.
inline constexpr std::size_t kSkinStride = 19;

/// Sampled points of the posed skin in the world, displaced inwards by the amount that soft tissue
/// yields under load. The arm `without`, which holds itself up, is left out.
std::vector<glm::vec3> skinUnder(const body::BodyModel& model,
                                 const body::BoneTransforms& transforms, const glm::mat4& placement,
                                 FleshPart part, core::Side affectedSide,
                                 std::optional<core::Side> without = std::nullopt);

} // namespace knotmap::posture
