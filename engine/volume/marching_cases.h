#pragma once

#include <vector>

namespace knotmap::volume {

// Corner i of a cell has offsets (i & 1, i >> 1 & 1, i >> 2 & 1). Edge e runs along axis e / 4;
// the two bits of e % 4 are its offsets on the next two axes.

/// The two corners of a cell's edge.
struct CellEdge
{
    int from = 0;
    int to = 0;
};

CellEdge cellEdge(int edge);

/// A closed polygon in a cell, counter-clockwise from outside.
struct CellPolygon
{
    std::vector<int> loop; ///< edges of the cell that it crosses, in order
    bool centred = false;  ///< drawn as a fan around its centre, otherwise around its first corner
};

/// For each set of inside corners (one bit each) the polygons between inside and outside. The rule
/// is the same for every face, so adjacent cells agree and their union is a manifold.
using MarchingCases = std::vector<std::vector<CellPolygon>>;
MarchingCases marchingCases();

/// Crossings keep this fraction of an edge away from its ends, so that no triangle collapses.
inline constexpr float kMinCrossingShare = 0.02F;

} // namespace knotmap::volume
