#pragma once

#include "app/model/placed_point.h"

#include <set>
#include <string>
#include <vector>

namespace knotmap::app {

/// Where the colour of a zone is on the skin.
struct ZoneCover
{
    /// Regions with colour, relative to the point's side: "temple", "temple.opposite".
    std::set<std::string> essential, spillover;
    float areaMm2 = 0;  ///< coloured area, of either strength
    float namedMm2 = 0; ///< of that, in a region that a stroke of the zone names
    float farMm2 = 0;   ///< of that, 20 mm and more past the midline and not named there
};

/// Checks zones against the rules: every region named is reached by a stroke of its strength, at
/// least half of the coloured area is in named regions, and almost none on the other side.
class ZoneRules
{
public:
    /// Keeps a reference to the library.
    explicit ZoneRules(const Library& library);

    ZoneCover cover(const PlacedPoint& placed, const scene::ZonePaint& zone) const;
    void check(const PlacedPoint& placed, core::Faults& faults) const;

private:
    const Library& m_library;
    std::vector<float> m_vertexArea; ///< mm2, a third of the triangles around it
};

} // namespace knotmap::app
