#include "engine/body/mesh_codec.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <limits>
#include <meshoptimizer.h>

namespace knotmap::body {
namespace {

constexpr float kLattice = 1 / kLatticeMm; // steps per mm
constexpr float kDirectionScale = 32767;
constexpr float kAlongScale = 65535;
constexpr float kTendonScale = 255;

using Direction = std::array<std::int16_t, 2>;

struct StoredVertex
{
    std::array<std::int16_t, 3> position;
    Direction normal;
    std::array<std::uint8_t, 2> unused;
};
static_assert(sizeof(StoredVertex) == 12);

struct StoredFibre
{
    Direction direction;
    std::int16_t across; ///< in 1/32 mm
    std::uint16_t along; ///< fraction of the fibres' length
    std::uint8_t tendon;
    std::array<std::uint8_t, 3> unused;
};
static_assert(sizeof(StoredFibre) == 12);

std::int16_t clampedShort(float value)
{
    constexpr float kLow = std::numeric_limits<std::int16_t>::min();
    constexpr float kHigh = std::numeric_limits<std::int16_t>::max();
    return static_cast<std::int16_t>(std::lround(std::clamp(value, kLow, kHigh)));
}

float signOf(float value)
{
    return value < 0 ? -1.0F : 1.0F;
}

Direction packDirection(const glm::vec3& direction)
{
    const float sum = std::abs(direction.x) + std::abs(direction.y) + std::abs(direction.z);
    if (sum < 1e-9F)
        return {0, 0};
    glm::vec2 flat = glm::vec2(direction) / sum;
    if (direction.z < 0)
        flat = {(1 - std::abs(flat.y)) * signOf(flat.x), (1 - std::abs(flat.x)) * signOf(flat.y)};
    return {clampedShort(flat.x * kDirectionScale), clampedShort(flat.y * kDirectionScale)};
}

glm::vec3 unpackDirection(const Direction& packed)
{
    const glm::vec2 flat = glm::vec2(packed[0], packed[1]) / kDirectionScale;
    glm::vec3 direction(flat, 1 - std::abs(flat.x) - std::abs(flat.y));
    if (direction.z < 0) {
        direction.x = (1 - std::abs(flat.y)) * signOf(flat.x);
        direction.y = (1 - std::abs(flat.x)) * signOf(flat.y);
    }
    return glm::normalize(direction);
}

/// The centre of a mesh on the lattice; in X the median plane if the mesh crosses it, so that
/// symmetry is preserved.
std::array<std::int32_t, 3> originOf(const geometry::Mesh& mesh)
{
    const geometry::Bounds bounds = boundsOf(mesh);
    if (bounds.empty())
        return {};
    const glm::vec3 centre = glm::round(bounds.centre() * kLattice);
    const bool symmetric = bounds.low.x < 0 && bounds.high.x > 0;
    return {symmetric ? 0 : static_cast<std::int32_t>(centre.x),
            static_cast<std::int32_t>(centre.y), static_cast<std::int32_t>(centre.z)};
}

StoredVertex storedVertex(const geometry::Mesh& mesh, std::size_t i,
                          const std::array<std::int32_t, 3>& origin)
{
    StoredVertex vertex{};
    for (int axis = 0; axis < 3; ++axis) {
        const auto k = static_cast<std::size_t>(axis);
        // Half away from zero, so that a mirror image rounds to the mirror image.
        vertex.position[k] = clampedShort(std::round(mesh.positions[i][axis] * kLattice) -
                                          static_cast<float>(origin[k]));
    }
    vertex.normal = packDirection(mesh.normals[i]);
    return vertex;
}

StoredFibre storedFibre(const geometry::Mesh& mesh, std::size_t i)
{
    StoredFibre fibre{};
    fibre.direction = packDirection(mesh.fibres[i]);
    fibre.across = clampedShort(mesh.fibreCoordinates[i].x * kLattice);
    fibre.along = static_cast<std::uint16_t>(
        std::lround(std::clamp(mesh.fibreCoordinates[i].y, 0.0F, 1.0F) * kAlongScale));
    fibre.tendon = static_cast<std::uint8_t>(
        std::lround(std::clamp(mesh.tendon[i], 0.0F, 1.0F) * kTendonScale));
    return fibre;
}

template <typename T>
std::vector<std::uint8_t> encoded(const std::vector<T>& entries)
{
    if (entries.empty())
        return {};
    std::vector<std::uint8_t> bytes(meshopt_encodeVertexBufferBound(entries.size(), sizeof(T)));
    bytes.resize(meshopt_encodeVertexBuffer(bytes.data(), bytes.size(), entries.data(),
                                            entries.size(), sizeof(T)));
    return bytes;
}

template <typename T>
bool decode(const std::vector<std::uint8_t>& bytes, std::size_t count, std::vector<T>& entries)
{
    entries.resize(count);
    return count == 0 || meshopt_decodeVertexBuffer(entries.data(), count, sizeof(T), bytes.data(),
                                                    bytes.size()) == 0;
}

std::vector<std::uint8_t> encodedIndices(const std::vector<std::uint32_t>& indices,
                                         std::size_t vertexCount)
{
    if (indices.empty())
        return {};
    std::vector<std::uint8_t> bytes(meshopt_encodeIndexBufferBound(indices.size(), vertexCount));
    bytes.resize(
        meshopt_encodeIndexBuffer(bytes.data(), bytes.size(), indices.data(), indices.size()));
    return bytes;
}

/// Sixteen entries share two header bits for each of their bytes: a byte of the file represents at
/// most 64 bytes of entries. A larger count is refused before memory is allocated for it.
bool plausible(std::size_t count, std::size_t entrySize, std::size_t bytes)
{
    return count <= 64 * bytes / entrySize;
}

/// Each triangle takes a byte, plus a header and a tail of 17.
bool plausibleIndices(std::size_t count, std::size_t bytes)
{
    return count == 0 || count / 3 + 17 <= bytes;
}

bool decodeIndices(const std::vector<std::uint8_t>& bytes, std::size_t count,
                   std::size_t vertexCount, std::vector<std::uint32_t>& indices)
{
    if (count % 3 != 0 || !plausibleIndices(count, bytes.size()))
        return false;
    indices.resize(count);
    if (count > 0 && meshopt_decodeIndexBuffer(indices.data(), count, sizeof(std::uint32_t),
                                               bytes.data(), bytes.size()) != 0)
        return false;
    return std::all_of(indices.begin(), indices.end(),
                       [&](std::uint32_t index) { return index < vertexCount; });
}

/// Whether an origin is in the range from which positions can be counted.
bool originFits(const std::array<std::int32_t, 3>& origin)
{
    constexpr std::int32_t kFarthest = 3000 * 32; // lattice steps
    return std::all_of(origin.begin(), origin.end(), [](std::int32_t steps) {
        return steps >= -kFarthest && steps <= kFarthest;
    });
}

/// Whether the description of the vertices matches their stored size.
bool consistent(const StoredMesh& stored)
{
    const std::size_t count = stored.vertexCount;
    const auto fits = [&](std::uint8_t has, std::size_t entrySize, std::size_t bytes) {
        return has <= 1 && plausible(has * count, entrySize, bytes) && (has == 1 || bytes == 0);
    };
    return originFits(stored.origin) &&
           plausible(count, sizeof(StoredVertex), stored.vertices.size()) &&
           fits(stored.hasFibres, sizeof(StoredFibre), stored.fibres.size()) &&
           fits(stored.hasWeights, sizeof(JointWeights), stored.weights.size());
}

void unpackFibres(const std::vector<StoredFibre>& fibres, geometry::Mesh& mesh)
{
    for (const StoredFibre& fibre : fibres) {
        mesh.fibres.push_back(unpackDirection(fibre.direction));
        mesh.fibreCoordinates.emplace_back(static_cast<float>(fibre.across) / kLattice,
                                           static_cast<float>(fibre.along) / kAlongScale);
        mesh.tendon.push_back(static_cast<float>(fibre.tendon) / kTendonScale);
    }
}

} // namespace

StoredMesh pack(const geometry::Mesh& mesh, const std::vector<JointWeights>& weights)
{
    StoredMesh stored;
    const std::size_t count = mesh.positions.size();
    stored.vertexCount = static_cast<std::uint32_t>(count);
    stored.indexCount = static_cast<std::uint32_t>(mesh.indices.size());
    stored.origin = originOf(mesh);
    stored.hasFibres = !mesh.fibres.empty();
    stored.hasWeights = !weights.empty();
    std::vector<StoredVertex> vertices(count);
    for (std::size_t i = 0; i < count; ++i)
        vertices[i] = storedVertex(mesh, i, stored.origin);
    std::vector<StoredFibre> fibres(mesh.fibres.size());
    for (std::size_t i = 0; i < fibres.size(); ++i)
        fibres[i] = storedFibre(mesh, i);
    stored.vertices = encoded(vertices);
    stored.fibres = encoded(fibres);
    stored.weights = encoded(weights);
    stored.indices = encodedIndices(mesh.indices, count);
    return stored;
}

StoredLevel pack(const geometry::DetailLevel& level, std::size_t vertexCount)
{
    return {static_cast<std::uint32_t>(level.indices.size()), level.errorMm,
            encodedIndices(level.indices, vertexCount)};
}

bool unpack(const StoredMesh& stored, geometry::Mesh& mesh, std::vector<JointWeights>& weights)
{
    const std::size_t count = stored.vertexCount;
    std::vector<StoredVertex> vertices;
    std::vector<StoredFibre> fibres;
    if (!consistent(stored) || !decode(stored.vertices, count, vertices) ||
        !decode(stored.fibres, stored.hasFibres ? count : 0, fibres) ||
        !decode(stored.weights, stored.hasWeights ? count : 0, weights) ||
        !decodeIndices(stored.indices, stored.indexCount, count, mesh.indices))
        return false;
    mesh.positions.reserve(count);
    mesh.normals.reserve(count);
    for (const StoredVertex& vertex : vertices) {
        glm::vec3 position;
        for (int axis = 0; axis < 3; ++axis) {
            const auto k = static_cast<std::size_t>(axis);
            position[axis] = static_cast<float>(stored.origin[k] + vertex.position[k]) / kLattice;
        }
        mesh.positions.push_back(position);
        mesh.normals.push_back(unpackDirection(vertex.normal));
    }
    unpackFibres(fibres, mesh);
    return true;
}

bool unpack(const StoredLevel& stored, std::size_t vertexCount, geometry::DetailLevel& level)
{
    level.errorMm = stored.errorMm;
    return decodeIndices(stored.indices, stored.indexCount, vertexCount, level.indices);
}

} // namespace knotmap::body
