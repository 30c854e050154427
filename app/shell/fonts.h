#pragma once

#include "app/panels/theme.h"

namespace knotmap::app {

/// Loads Inter, as found by fontconfig, in the theme's sizes for a monitor of that scale, into the
/// current ImGui context; ImGui's own font if Inter is not installed.
Theme loadFonts(float scale);

} // namespace knotmap::app
