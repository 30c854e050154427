#pragma once

#include "engine/anatomy/structure.h"
#include "engine/core/result.h"
#include "engine/core/side.h"
#include "engine/geometry/mesh.h"

#include <filesystem>
#include <string>
#include <vector>

namespace knotmap::modelio {

/// One node of an exported body. Meshes are shared: a left instance refers to the right one's mesh
/// and is mirrored by its node.
struct ExportNode
{
    std::string id; ///< of the structure, without side
    core::Side side = core::Side::Midline;
    std::string kind, layer;
    std::vector<int> fma;
    std::size_t mesh = 0; ///< index into the meshes
};

/// Writes binary glTF 2.0: metres, +Y up, one node per structure instance, named by its id, with
/// extras {id, kind, side, layer, fma}. Written to `path` (core::writeOutput).
core::Outcome writeGlb(const std::vector<const geometry::Mesh*>& meshes,
                       const std::vector<ExportNode>& nodes, const std::filesystem::path& path);

} // namespace knotmap::modelio
