#pragma once

#include "engine/anatomy/joint.h"
#include "engine/core/side.h"
#include "engine/data/document.h"

#include <string>
#include <vector>

namespace knotmap::care {

/// One angle of a pose.
struct PoseAngle
{
    std::string joint;
    core::Side side = core::Side::Right; ///< Midline for a midline joint
    std::string motion;
    float deg = 0; ///< from the measured stance
};

/// The contents of a table of joints and their motions.
struct PoseAngles
{
    std::vector<PoseAngle> angles;
    bool valid = true; ///< whether it was free of faults
};

/// Reads a table such as [position.pose]: joint = { motion = degrees, ... }. A joint without a side
/// means both; "spine" and "neck" bend as one. A joint or motion that is unknown and an angle past
/// its limits are faults.
PoseAngles readPoseAngles(const data::Table& table, const std::vector<anatomy::Joint>& joints);

} // namespace knotmap::care
