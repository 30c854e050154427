#pragma once

#include "app/model/library.h"

#include <glm/mat4x4.hpp>

namespace knotmap::app {

/// The pose with the palm of one hand laid on the thigh of its side; as it was where the arm does
/// not come there.
body::Pose handOnThigh(const Library& library, const body::Pose& pose, core::Side side);

struct HandDown
{
    body::Pose pose;
    float gapMm = 0; ///< of the hand from the floor
};

/// The pose with one hand flat on the floor below it, its elbow too where the shoulder is low.
/// `placement` puts the body into the world, whose floor is Y = 0.
HandDown handOnFloor(const Library& library, const body::Pose& pose, const glm::mat4& placement,
                     core::Side side);

} // namespace knotmap::app
