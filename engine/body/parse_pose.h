#pragma once

#include "engine/body/pose.h"

#include <string_view>

namespace knotmap::body {

/// A pose written as "hip flexion 90, knee.right flexion 40"; a joint without a side means both
/// sides.
core::Result<Pose> parsePose(const Skeleton& skeleton, std::string_view text);

} // namespace knotmap::body
