#include "engine/geometry/front_arrival.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace knotmap::geometry {
namespace {

/// Rays that spread by less than this share are parallel.
constexpr float kParallel = 0.03F;
/// Rays that come together by more than this factor belong to fronts that meet.
constexpr float kMeeting = 3;

/// The third corner of the triangle laid in the plane: a at the origin, b at (ab, 0), c above.
struct Corner
{
    float x, y;
};

/// The place on the edge that a line from c passes, as a share, and the distance; a negative share
/// when it passes beside the edge.
constexpr Arrival kBeside{0, -1};

/// The centre lies below the edge, where circles about both ends meet; `behind` it is further away
/// than the source.
Arrival circular(const ReachedEdge& edge, const Corner& corner, float behind)
{
    const float toA = edge.toA + behind, toB = edge.toB + behind;
    const float x = (edge.ab + (toA - toB) * (toA + toB) / edge.ab) / 2;
    const float squared = (toA - x) * (toA + x);
    // Negated, so that what is not a number does not pass either.
    if (!(squared >= 0))
        return kBeside;
    const float below = std::sqrt(squared), height = below + corner.y;
    const float moment = x * corner.y + corner.x * below, width = edge.ab * height;
    if (!(moment >= 0 && moment <= width && height > 0))
        return kBeside;
    const float across = corner.x - x;
    return {std::sqrt(across * across + height * height) - behind, moment / width};
}

Arrival straight(const ReachedEdge& edge, const Corner& corner)
{
    const float slope = (edge.toB - edge.toA) / edge.ab;
    if (!(std::abs(slope) < 1))
        return kBeside;
    const float across = std::sqrt((1 - slope) * (1 + slope));
    const float crossing = corner.x - slope / across * corner.y;
    if (!(crossing >= 0 && crossing <= edge.ab))
        return kBeside;
    return {edge.toA + slope * corner.x + across * corner.y, crossing / edge.ab};
}

/// Two rays that are `feetApart` at the source and further at the edge come from a centre behind
/// it.
Arrival throughEdge(const ReachedEdge& edge)
{
    const float x = (edge.ac * edge.ac - edge.bc * edge.bc + edge.ab * edge.ab) / (2 * edge.ab);
    const Corner corner{x, std::sqrt(std::max(0.0F, edge.ac * edge.ac - x * x))};
    if (edge.feetApart == 0)
        return circular(edge, corner, 0);
    const float ahead = edge.toB - edge.toA;
    const float apart = std::sqrt(std::max(0.0F, edge.ab * edge.ab - ahead * ahead));
    if (edge.feetApart > kMeeting * apart)
        return kBeside;
    const float spread = apart - edge.feetApart;
    if (spread < kParallel * apart)
        return straight(edge, corner);
    return circular(edge, corner, edge.feetApart / spread * (edge.toA + edge.toB) / 2);
}

} // namespace

Arrival arrivalAtCorner(const ReachedEdge& reached)
{
    // One order for both, so that a mesh and its mirror image round alike.
    ReachedEdge edge = reached;
    const bool swapped = std::tie(edge.toB, edge.bc) < std::tie(edge.toA, edge.ac);
    if (swapped) {
        std::swap(edge.toA, edge.toB);
        std::swap(edge.ac, edge.bc);
    }
    Arrival arrival = throughEdge(edge);
    const float alongA = edge.toA + edge.ac, alongB = edge.toB + edge.bc;
    // Nothing that comes through the edge is later than along its sides, but by rounding.
    if (arrival.along < 0 || arrival.distance > std::min(alongA, alongB))
        arrival = alongA <= alongB ? Arrival{alongA, 0} : Arrival{alongB, 1};
    if (swapped)
        arrival.along = 1 - arrival.along;
    return arrival;
}

} // namespace knotmap::geometry
