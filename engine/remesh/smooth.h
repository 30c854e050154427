#pragma once

#include "engine/geometry/mesh.h"

namespace knotmap::remesh {

/// Rounds what is finer than some six edges of the mesh (grid steps, creases where parts were
/// joined) and leaves larger forms and thicknesses as they are: `passes` of a shrinking and a
/// swelling step each (Taubin, A signal processing approach to fair surface design, 1995).
/// Normals come anew from the triangles.
void smooth(geometry::Mesh& mesh, int passes);

} // namespace knotmap::remesh
