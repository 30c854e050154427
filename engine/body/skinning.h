#pragma once

#include <array>
#include <cstdint>

namespace knotmap::body {

/// What moves a vertex: up to four joints and their shares, which add up to 255. Joints are indices
/// into Atlas::joints; those of a paired shape are of the right side or the midline.
struct JointWeights
{
    std::array<std::uint8_t, 4> joints{};
    std::array<std::uint8_t, 4> shares{};
};

} // namespace knotmap::body
