#pragma once

#include "engine/body/body_model.h"

#include <optional>
#include <string>

namespace knotmap::posture {

/// Two parts of a body that go into each other.
struct SelfContact
{
    float depthMm =
        0; ///< of the deepest place of the skin of `part` within `other`; 0: they do not
    std::string part, other;
    glm::vec3 at{0};         ///< the place, posed, in the body's frame
    std::uint32_t joint = 0; ///< that moves it
};

/// Where the own hand presses, posed, in the body's frame, and how far its pads and the flesh
/// between them reach.
struct Pressed
{
    glm::vec3 at{0};
    float reachMm = 0;
};

/// Where a posed body goes into itself most: arms, hands and legs into the head, the trunk and each
/// other. Folds at a joint, where flesh meets flesh, do not count, nor what lies about a `pressed`
/// place: there the tool's own depth is reported.
SelfContact deepestSelfContact(const body::BodyModel& model, const body::BoneTransforms& transforms,
                               const std::optional<Pressed>& pressed);

} // namespace knotmap::posture
