#pragma once

#include "engine/body/body_model.h"

#include <optional>
#include <string>

namespace knotmap::posture {

/// Two body parts that penetrate each other.
struct SelfContact
{
    float depthMm =
        0; ///< of the deepest point of the skin of `part` within `other`; 0 without penetration
    std::string part, other;
    glm::vec3 at{0};         ///< that point, posed, in the body's frame
    std::uint32_t joint = 0; ///< joint that moves it
};

/// Where the body's own hand presses, posed, in the body's frame, and how far its pads and the
/// tissue between them extend.
struct Pressed
{
    glm::vec3 at{0};
    float reachMm = 0;
};

/// The deepest self-penetration of a posed body: arms, hands and legs in the head, the trunk and
/// each other. Folds at a joint, where tissue meets tissue, do not count, nor anything around a
/// `pressed` point: there the tool's own depth is reported.
SelfContact deepestSelfContact(const body::BodyModel& model, const body::BoneTransforms& transforms,
                               const std::optional<Pressed>& pressed);

} // namespace knotmap::posture
