#include "engine/render/gpu_mesh.h"

#include "engine/render/noise.h"

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

MeshLevel makeLevel(const gl::Buffer& vertices, const std::vector<std::uint32_t>& indices,
                    Detail detail, float errorMm)
{
    MeshLevel level;
    level.array = gl::VertexArray("mesh");
    glBindBuffer(GL_ARRAY_BUFFER, vertices.id());
    describeVertex(detail);
    level.indices = gl::Buffer("mesh indices");
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, level.indices.id());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(indices.size() * sizeof(std::uint32_t)), indices.data(),
                 GL_STATIC_DRAW);
    glBindVertexArray(0);
    level.count = static_cast<GLsizei>(indices.size());
    level.errorMm = errorMm;
    return level;
}

} // namespace

const MeshLevel& GpuMesh::level(float errorMm) const
{
    std::size_t chosen = 0;
    while (chosen + 1 < levels.size() && levels[chosen + 1].errorMm <= errorMm)
        ++chosen;
    return levels[chosen];
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
    prepared.levels.push_back({mesh.indices, 0});
    prepared.levels.insert(prepared.levels.end(), coarser.begin(), coarser.end());
    return prepared;
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
    for (const geometry::DetailLevel& level : mesh.levels)
        gpu.levels.push_back(makeLevel(gpu.vertices, level.indices, detail, level.errorMm));
    return gpu;
}

void uploadWeights(GpuMesh& mesh, const std::vector<body::JointWeights>& weights)
{
    constexpr GLsizei kStride = sizeof(body::JointWeights);
    static_assert(kStride == 8);
    mesh.weights = gl::Buffer("joint weights");
    glBindBuffer(GL_ARRAY_BUFFER, mesh.weights.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(weights.size() * kStride), weights.data(),
                 GL_STATIC_DRAW);
    for (const MeshLevel& level : mesh.levels) {
        glBindVertexArray(level.array.id());
        const auto bytes = [&](GLuint slot, GLboolean asShares, std::size_t offset) {
            glEnableVertexAttribArray(slot);
            glVertexAttribPointer(slot, 4, GL_UNSIGNED_BYTE, asShares, kStride,
                                  reinterpret_cast<const void*>(offset));
        };
        bytes(kSlotJoints, GL_FALSE, offsetof(body::JointWeights, joints));
        bytes(kSlotShares, GL_TRUE, offsetof(body::JointWeights, shares));
    }
    glBindVertexArray(0);
}

void drawLevel(const MeshLevel& level)
{
    glBindVertexArray(level.array.id());
    glDrawElements(GL_TRIANGLES, level.count, GL_UNSIGNED_INT, nullptr);
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
        const glm::vec3 way = mesh.positions[to] - mesh.positions[from];
        const float length = glm::length(way);
        if (length < 1e-6F)
            return;
        // A neighbour above the tangent plane means a hollow.
        sum[from] += glm::dot(mesh.normals[from], way) / length;
        sum[to] -= glm::dot(mesh.normals[to], way) / length;
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
