#pragma once

#include "engine/body/body_model.h"
#include "engine/posture/arm_supports.h"

namespace knotmap::posture {

/// A resting leg, and the distance of heel or calf from its support.
struct LegPlacement
{
    body::Pose pose;
    float gapMm = 0;
};

/// Bends hip and knee of one side until calf and heel rest on a level plane, in the body's frame.
LegPlacement legOnBed(const body::BodyModel& model, const body::Pose& pose, core::Side side,
                      const FloorPlane& top);

} // namespace knotmap::posture
