#pragma once

#include "app/model/compose.h"

#include <cstddef>
#include <string>
#include <vector>

namespace knotmap::app {

/// One zone that a picture shows, by its hue.
struct LegendRow
{
    std::size_t hue = 0;   ///< into scene::kZoneHues
    std::size_t point = 0; ///< of the placed points
    std::string text;      ///< "Upper trapezius 1, right"
    bool essential = false, spillover = false;
};

/// A point as people read it: "Upper trapezius 1, right".
std::string pointName(const Library& library, const PlacedPoint& placed);

/// The zones shown: the selected point's first, then the further ones.
std::vector<LegendRow> legendRows(const Library& library, const std::vector<PlacedPoint>& points,
                                  const SceneRequest& request);

/// sRGB, 0 to 1, of a zone's hue on evenly lit skin.
glm::vec3 legendColour(std::size_t hue);

} // namespace knotmap::app
