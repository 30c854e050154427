#pragma once

#include "app/model/legend.h"
#include "engine/image/image.h"

namespace knotmap::app {

/// Prints which hue belongs to which point, and what solid and dotted mean, into the picture's
/// lower left corner. Nothing without rows, or if the picture is too small for all of it.
void printLegend(image::Image& picture, const std::vector<LegendRow>& rows);

} // namespace knotmap::app
