#pragma once

#include "engine/core/result.h"

namespace knotmap::render {

/// What the renderer needs of the driver of the current context; the error names what it lacks.
core::Outcome checkDriver();

} // namespace knotmap::render
