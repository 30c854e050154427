#pragma once

namespace knotmap::render {

/// Opacity from which an instance is solid.
inline constexpr float kSolid = 0.995F;
/// Opacity below which an instance lets a pick through.
inline constexpr float kPickable = 0.35F;

} // namespace knotmap::render
