#pragma once

#include "engine/care/advice.h"
#include "engine/geometry/mesh.h"

#include <vector>

namespace knotmap::care {

/// A tool at its true size. Frame, in mm: the middle of what touches the skin at the origin, +Z
/// away from the skin, +Y towards the fingertips' far side or across a roller's axis, which is X.
struct ToolMesh
{
    geometry::Mesh mesh;
    std::vector<glm::vec3> colours; ///< linear RGB, one a vertex
    bool skinLike = false;          ///< a part of a hand or arm
    float heightMm = 0;             ///< how far it stands off the skin
    float sinkMm = 0;               ///< how deep it presses into soft tissue
};

/// Builds the tool's mesh from its shape and measures.
ToolMesh buildTool(const Tool& tool);

} // namespace knotmap::care
