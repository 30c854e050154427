#pragma once

#include "app/model/placed_point.h"

namespace knotmap::app {

/// The vessels and nerves near the contact on a trigger point: those with their course within 15
/// mm, along the skin, of the edge of the contact of a tool that could harm them. None where
/// nothing is pressed.
std::vector<NearCourse> coursesNear(const Library& library, const PlacedPoint& placed);

/// The caution areas that the trigger point is pressed in; none where they are not known.
std::vector<const care::CautionArea*> cautionAreasAt(const Library& library,
                                                     const PlacedPoint& placed);

/// Adds a fault for each of them that no caution of the point names, and for each tool that is not
/// part of its adapted technique.
void checkVessels(const Library& library, const PlacedPoint& placed, core::Faults& faults);

} // namespace knotmap::app
