#pragma once

namespace knotmap::geometry {

/// A triangle whose edge a-b a front has reached, seen from its third corner c. All in mm.
struct ReachedEdge
{
    float toA = 0, toB = 0;       ///< distance from the source to both ends
    float feetApart = 0;          ///< between the points of the source nearest to either end
    float ac = 0, bc = 0, ab = 0; ///< lengths of the sides
};

/// When the front arrives at the third corner.
struct Arrival
{
    float distance = 0; ///< from the source, in mm
    float along = 0;    ///< where on the edge it came through: 0 at a, 1 at b
};

/// The distance at the third corner of a triangle. Straight fronts, from lines: Kimmel and Sethian,
/// Computing geodesic paths on manifolds (1998). Round ones, from points: Novotni and Klein,
/// Computing geodesic distances on triangular meshes (2002). Between the two, as where a line ends,
/// the centre lies as far behind the source as its feet are apart. Exact where the mesh is flat and
/// the source is a point or a straight line. A front that does not come through the edge, or cannot
/// have these distances, runs along a side. Swapping a and b changes nothing but `along`, to the
/// bit.
Arrival arrivalAtCorner(const ReachedEdge& edge);

} // namespace knotmap::geometry
