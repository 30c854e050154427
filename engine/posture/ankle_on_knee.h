#pragma once

#include "engine/body/body_model.h"

namespace knotmap::posture {

/// The legs crossed, and how far the ankle is from what it lies on.
struct AnklePlacement
{
    body::Pose pose;
    float gapMm = 0;
};

/// Turns the hip and bends the knee of one side until the leg lies, just above its outer ankle, on
/// the thigh of the other side just above the knee.
AnklePlacement ankleOnKnee(const body::BodyModel& model, const body::Pose& pose, core::Side side);

} // namespace knotmap::posture
