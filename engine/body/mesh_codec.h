#pragma once

#include "engine/body/skinning.h"
#include "engine/geometry/detail_level.h"
#include "engine/geometry/mesh.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace knotmap::body {

/// A mesh in stored form: values rounded, then compressed losslessly by meshoptimizer's codecs.
/// Positions are on a lattice of 1/32 mm that is symmetric about the median plane, directions are
/// octahedral (Cigolle et al. 2014), two numbers of 16 bits.
struct StoredMesh
{
    std::uint32_t vertexCount = 0, indexCount = 0;
    std::array<std::int32_t, 3> origin{}; ///< that positions count from, in 1/32 mm
    std::uint8_t hasFibres = 0, hasWeights = 0;
    std::vector<std::uint8_t> vertices, fibres, weights, indices;
};

/// Triangles of a coarser level in stored form.
struct StoredLevel
{
    std::uint32_t indexCount = 0;
    float errorMm = 0;
    std::vector<std::uint8_t> indices;
};

/// The step of the lattice that positions are rounded to, mm.
inline constexpr float kLatticeMm = 1.0F / 32;

/// Packs a mesh of at most about 2 m in extent. `weights` is empty or has one entry per vertex.
StoredMesh pack(const geometry::Mesh& mesh, const std::vector<JointWeights>& weights);
StoredLevel pack(const geometry::DetailLevel& level, std::size_t vertexCount);

/// Unpacks into `mesh` and `weights`; false if the bytes are inconsistent.
bool unpack(const StoredMesh& stored, geometry::Mesh& mesh, std::vector<JointWeights>& weights);
bool unpack(const StoredLevel& stored, std::size_t vertexCount, geometry::DetailLevel& level);

} // namespace knotmap::body
