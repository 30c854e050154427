#pragma once

#include "engine/gl/gl.h"

namespace knotmap::render {

// The meaning of the values in an id picture.
inline constexpr GLuint kNothingId = 0;
inline constexpr GLuint kSkinId = 1;
inline constexpr GLuint kFirstInstanceId = 2;
inline constexpr GLuint kFirstKnotId = 1U << 24U;

} // namespace knotmap::render
