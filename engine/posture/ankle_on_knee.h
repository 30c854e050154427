#pragma once

#include "engine/body/body_model.h"

namespace knotmap::posture {

/// The legs crossed, and the distance of the ankle from what it rests on.
struct AnklePlacement
{
    body::Pose pose;
    float gapMm = 0;
};

/// Rotates the hip and bends the knee of one side until the leg rests, just above its lateral
/// malleolus, on the other thigh just above the knee.
AnklePlacement ankleOnKnee(const body::BodyModel& model, const body::Pose& pose, core::Side side);

} // namespace knotmap::posture
