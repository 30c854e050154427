#pragma once

#include "engine/geometry/mesh.h"

namespace knotmap::remesh {

/// Smooths detail finer than some six edges of the mesh (grid steps, creases where parts were
/// joined) and preserves larger forms and thicknesses: `passes` of a shrinking and a swelling step
/// each (Taubin, A signal processing approach to fair surface design, 1995). Normals are recomputed
/// from the triangles.
void smooth(geometry::Mesh& mesh, int passes);

} // namespace knotmap::remesh
