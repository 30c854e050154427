#pragma once

#include "engine/bake/tables.h"
#include "engine/geometry/mesh.h"

namespace knotmap::bake {

/// The fibre sheets of a muscle as closed bellies, with fibre direction and tendon at each vertex.
geometry::Mesh buildMuscle(const ShapeTable& table);

/// The parts of a bone or a cartilage joined into one closed surface, mm. Empty if all its parts
/// are too thin or inside out.
geometry::Mesh buildBone(const ShapeTable& table);

} // namespace knotmap::bake
