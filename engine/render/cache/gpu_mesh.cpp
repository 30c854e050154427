#include "engine/render/cache/gpu_mesh.h"

#include "engine/render/cache/noise.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <glm/geometric.hpp>
#include <limits>

namespace knotmap::render {
namespace {

static_assert(sizeof(PackedVertex) == 32);

template <typename Int>
Int normalised(float value)
{
    constexpr float kLargest = std::numeric_limits<Int>::max();
    return static_cast<Int>(std::lround(std::clamp(value, -1.0F, 1.0F) * kLargest));
}

void packFibres(PackedVertex& vertex, const geometry::Mesh& mesh, std::size_t i)
{
    const glm::vec3 fibre = i < mesh.fibres.size() ? mesh.fibres[i] : glm::vec3(0, 1, 0);
    const float tendon = i < mesh.tendon.size() ? mesh.tendon[i] : 0.0F;
    vertex.fibre = {normalised<std::int8_t>(fibre.x), normalised<std::int8_t>(fibre.y),
                    normalised<std::int8_t>(fibre.z), normalised<std::int8_t>(tendon)};
    if (i < mesh.fibreCoordinates.size())
        vertex.detail = {mesh.fibreCoordinates[i].x, mesh.fibreCoordinates[i].y};
}

PackedVertex pack(const geometry::Mesh& mesh, std::size_t i, float hollow, Detail detail)
{
    PackedVertex vertex{};
    const glm::vec3 position = mesh.positions[i], normal = mesh.normals[i];
    vertex.position = {position.x, position.y, position.z};
    vertex.normal = {normalised<std::int16_t>(normal.x), normalised<std::int16_t>(normal.y),
                     normalised<std::int16_t>(normal.z), normalised<std::int16_t>(hollow)};
    if (detail == Detail::Fibres)
        packFibres(vertex, mesh, i);
    if (detail == Detail::Mottle)
        vertex.detail = {2 * valueNoise(position / 9.0F) - 1, 2 * valueNoise(position / 30.0F) - 1};
    return vertex;
}

template <typename Index>
void appendLevel(std::vector<Index>& all, std::vector<MeshLevel>& levels,
                 const std::vector<std::uint32_t>& indices, float errorMm)
{
    MeshLevel& level = levels.emplace_back();
    level.type = sizeof(Index) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT;
    level.count = static_cast<GLsizei>(indices.size());
    level.offset = all.size() * sizeof(Index);
    level.errorMm = errorMm;
    for (const std::uint32_t index : indices)
        all.push_back(static_cast<Index>(index));
}

template <typename Index>
void appendLevels(std::vector<Index>& all, std::vector<MeshLevel>& levels,
                  const geometry::Mesh& mesh, const std::vector<geometry::DetailLevel>& coarser)
{
    std::size_t count = mesh.indices.size();
    for (const geometry::DetailLevel& level : coarser)
        count += level.indices.size();
    all.reserve(count);
    appendLevel(all, levels, mesh.indices, 0);
    for (const geometry::DetailLevel& level : coarser)
        appendLevel(all, levels, level.indices, level.errorMm);
}

template <typename Index>
void uploadIndices(const std::vector<Index>& indices)
{
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof(Index)),
                 indices.data(), GL_STATIC_DRAW);
}

} // namespace

const MeshLevel& GpuMesh::level(float errorMm) const
{
    std::size_t chosen = 0;
    while (chosen + 1 < levels.size() && levels[chosen + 1].errorMm <= errorMm)
        ++chosen;
    return levels[chosen];
}

void describeVertex(Detail detail)
{
    constexpr GLsizei kStride = sizeof(PackedVertex);
    const auto at = [](std::size_t offset) { return reinterpret_cast<const void*>(offset); };
    floatAttribute(kSlotPosition, 3, kStride, offsetof(PackedVertex, position));
    glEnableVertexAttribArray(kSlotNormal);
    glVertexAttribPointer(kSlotNormal, 4, GL_SHORT, GL_TRUE, kStride,
                          at(offsetof(PackedVertex, normal)));
    if (detail == Detail::None)
        return;
    glEnableVertexAttribArray(kSlotThird);
    glVertexAttribPointer(kSlotThird, 4, GL_BYTE, GL_TRUE, kStride,
                          at(offsetof(PackedVertex, fibre)));
    floatAttribute(kSlotFourth, 2, kStride, offsetof(PackedVertex, detail));
}

void describeWeights(GLsizei stride, std::size_t start)
{
    static_assert(sizeof(body::JointWeights) == 8);
    const auto bytes = [&](GLuint slot, GLboolean asShares, std::size_t offset) {
        glEnableVertexAttribArray(slot);
        glVertexAttribPointer(slot, 4, GL_UNSIGNED_BYTE, asShares, stride,
                              reinterpret_cast<const void*>(start + offset));
    };
    bytes(kSlotJoints, GL_FALSE, offsetof(body::JointWeights, joints));
    bytes(kSlotShares, GL_TRUE, offsetof(body::JointWeights, shares));
}

void floatAttribute(GLuint slot, GLint components, GLsizei stride, std::size_t offset)
{
    glEnableVertexAttribArray(slot);
    glVertexAttribPointer(slot, components, GL_FLOAT, GL_FALSE, stride,
                          reinterpret_cast<const void*>(offset));
}

PreparedMesh prepareMesh(const geometry::Mesh& mesh,
                         const std::vector<geometry::DetailLevel>& coarser, Detail detail)
{
    PreparedMesh prepared;
    if (mesh.empty() || mesh.normals.size() != mesh.positions.size())
        return prepared;
    prepared.bounds = geometry::boundsOf(mesh);
    const std::vector<float> hollow = hollowness(mesh);
    prepared.vertices.reserve(mesh.positions.size());
    for (std::size_t i = 0; i < mesh.positions.size(); ++i)
        prepared.vertices.push_back(pack(mesh, i, hollow[i], detail));
    constexpr std::size_t kShort = 65536;
    if (mesh.positions.size() <= kShort)
        appendLevels(prepared.shortIndices, prepared.levels, mesh, coarser);
    else
        appendLevels(prepared.longIndices, prepared.levels, mesh, coarser);
    return prepared;
}

CoarsePart coarsePart(const PreparedMesh& prepared, const geometry::Mesh& mesh,
                      const std::vector<geometry::DetailLevel>& coarser)
{
    constexpr std::size_t kFew = 900; // indices
    CoarsePart part;
    if (prepared.vertices.empty())
        return part;
    std::vector<std::uint32_t> to(prepared.vertices.size(), UINT32_MAX);
    const auto add = [&](const std::vector<std::uint32_t>& indices, float errorMm) {
        if (indices.size() > std::max(kFew, mesh.indices.size() / 6))
            return;
        geometry::DetailLevel& level = part.levels.emplace_back();
        level.errorMm = errorMm;
        level.indices.reserve(indices.size());
        for (const std::uint32_t index : indices) {
            if (to[index] == UINT32_MAX) {
                to[index] = static_cast<std::uint32_t>(part.vertices.size());
                part.vertices.push_back(prepared.vertices[index]);
                part.sources.push_back(index);
            }
            level.indices.push_back(to[index]);
        }
    };
    add(mesh.indices, 0);
    for (const geometry::DetailLevel& level : coarser)
        add(level.indices, level.errorMm);
    return part;
}

GpuMesh uploadMesh(const PreparedMesh& mesh, Detail detail, const char* label)
{
    GpuMesh gpu;
    if (mesh.levels.empty())
        return gpu;
    gpu.centre = mesh.bounds.centre();
    gpu.radius = 0.5F * glm::length(mesh.bounds.size());
    gpu.vertices = gl::Buffer(label);
    glBindBuffer(GL_ARRAY_BUFFER, gpu.vertices.id());
    glBufferData(GL_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(mesh.vertices.size() * sizeof(PackedVertex)),
                 mesh.vertices.data(), GL_STATIC_DRAW);
    gpu.array = gl::VertexArray(label);
    glBindBuffer(GL_ARRAY_BUFFER, gpu.vertices.id());
    describeVertex(detail);
    gpu.indices = gl::Buffer(label);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, gpu.indices.id());
    if (mesh.longIndices.empty())
        uploadIndices(mesh.shortIndices);
    else
        uploadIndices(mesh.longIndices);
    glBindVertexArray(0);
    gpu.levels = mesh.levels;
    for (MeshLevel& level : gpu.levels)
        level.array = gpu.array.id();
    return gpu;
}

void uploadWeights(GpuMesh& mesh, const std::vector<body::JointWeights>& weights)
{
    mesh.weights = gl::Buffer("joint weights");
    glBindBuffer(GL_ARRAY_BUFFER, mesh.weights.id());
    glBufferData(GL_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(weights.size() * sizeof(body::JointWeights)),
                 weights.data(), GL_STATIC_DRAW);
    glBindVertexArray(mesh.array.id());
    describeWeights();
    glBindVertexArray(0);
}

void drawLevel(const MeshLevel& level)
{
    glBindVertexArray(level.array);
    glDrawElements(GL_TRIANGLES, level.count, level.type,
                   reinterpret_cast<const void*>(level.offset));
}

std::vector<float> hollowness(const geometry::Mesh& mesh)
{
    const std::size_t count = mesh.positions.size();
    std::vector<float> sum(count, 0), degree(count, 0);
    const auto eachEdge = [&](const auto& visit) {
        for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
            for (std::size_t corner = 0; corner < 3; ++corner)
                visit(mesh.indices[i + corner], mesh.indices[i + (corner + 1) % 3]);
    };
    eachEdge([&](std::uint32_t from, std::uint32_t to) {
        const glm::vec3 edge = mesh.positions[to] - mesh.positions[from];
        const float length = glm::length(edge);
        if (length < 1e-6F)
            return;
        // A neighbour above the tangent plane means a hollow.
        sum[from] += glm::dot(mesh.normals[from], edge) / length;
        sum[to] -= glm::dot(mesh.normals[to], edge) / length;
        ++degree[from];
        ++degree[to];
    });
    std::vector<float> hollow(count, 0);
    for (std::size_t i = 0; i < count; ++i)
        hollow[i] = sum[i] / std::max(degree[i], 1.0F);
    for (int round = 0; round < 2; ++round) {
        std::vector<float> smooth = hollow;
        eachEdge([&](std::uint32_t from, std::uint32_t to) {
            smooth[from] += hollow[to];
            smooth[to] += hollow[from];
        });
        for (std::size_t i = 0; i < count; ++i)
            hollow[i] = smooth[i] / (degree[i] + 1);
    }
    for (float& value : hollow)
        value = std::clamp(3.5F * value, -1.0F, 1.0F);
    return hollow;
}

} // namespace knotmap::render
