#pragma once

#include "engine/core/result.h"

namespace knotmap::render {

/// What the renderer requires of the driver of the current context; the error names what is
/// missing.
core::Outcome checkDriver();

} // namespace knotmap::render
