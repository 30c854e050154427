#pragma once

#include "engine/body/body_model.h"
#include "engine/posture/arm_supports.h"

namespace knotmap::posture {

/// A leg that lies, and how far heel or calf is from what it lies on.
struct LegPlacement
{
    body::Pose pose;
    float gapMm = 0;
};

/// Bends hip and knee of one side until calf and heel lie on a level plane, in the body's frame.
LegPlacement legOnBed(const body::BodyModel& model, const body::Pose& pose, core::Side side,
                      const FloorPlane& top);

} // namespace knotmap::posture
