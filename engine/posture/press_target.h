#pragma once

#include "engine/body/body_model.h"
#include "engine/core/side.h"

#include <glm/vec3.hpp>

namespace knotmap::posture {

/// A point of the skin that is to be pressed, mm.
struct PressTarget
{
    core::Side side = core::Side::Right;
    glm::vec3 onSkin{0};          ///< where a person presses
    glm::vec3 pressing{0, 0, -1}; ///< unit, from the skin inwards
};

/// The same point in a pose.
PressTarget posed(const body::BodyModel& model, const body::BoneTransforms& transforms,
                  const PressTarget& target);

/// Its mirror image on the other side of the body.
PressTarget mirrored(const PressTarget& target);

} // namespace knotmap::posture
