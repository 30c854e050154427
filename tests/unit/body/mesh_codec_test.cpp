#include "engine/body/mesh_codec.h"
#include "tests/support/shapes.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <set>

using namespace knotmap;

namespace {

struct Unpacked
{
    geometry::Mesh mesh;
    std::vector<body::JointWeights> weights;
};

Unpacked throughTheCodec(const geometry::Mesh& mesh,
                         const std::vector<body::JointWeights>& weights = {})
{
    Unpacked unpacked;
    REQUIRE(body::unpack(body::pack(mesh, weights), unpacked.mesh, unpacked.weights));
    return unpacked;
}

/// Triangles, regardless of their first corner.
std::set<std::array<std::uint32_t, 3>> trianglesOf(const std::vector<std::uint32_t>& indices)
{
    std::set<std::array<std::uint32_t, 3>> triangles;
    for (std::size_t i = 0; i < indices.size(); i += 3) {
        std::array<std::uint32_t, 3> corners = {indices[i], indices[i + 1], indices[i + 2]};
        std::rotate(corners.begin(), std::min_element(corners.begin(), corners.end()),
                    corners.end());
        triangles.insert(corners);
    }
    return triangles;
}

} // namespace

TEST_CASE("a stored mesh is restored within a sixtieth of a millimetre")
{
    const geometry::Mesh mesh = buildSheet(testing::strap(), 4);
    const geometry::Mesh back = throughTheCodec(mesh).mesh;
    REQUIRE(back.positions.size() == mesh.positions.size());
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        CHECK(glm::distance(back.positions[i], mesh.positions[i]) < 0.03F);
        CHECK(glm::dot(back.normals[i], mesh.normals[i]) > 0.9999F);
        CHECK(glm::dot(back.fibres[i], mesh.fibres[i]) > 0.9999F);
        CHECK(std::abs(back.fibreCoordinates[i].x - mesh.fibreCoordinates[i].x) < 0.02F);
        CHECK(std::abs(back.fibreCoordinates[i].y - mesh.fibreCoordinates[i].y) < 1e-4F);
        CHECK(std::abs(back.tendon[i] - mesh.tendon[i]) < 0.003F);
    }
    CHECK(trianglesOf(back.indices) == trianglesOf(mesh.indices));
}

TEST_CASE("what was stored once is stored again without loss")
{
    const geometry::Mesh once = throughTheCodec(testing::ball({-300, 900, 20}, 40)).mesh;
    const geometry::Mesh twice = throughTheCodec(once).mesh;
    CHECK(twice.positions == once.positions);
    CHECK(trianglesOf(twice.indices) == trianglesOf(once.indices));
}

TEST_CASE("a symmetric mesh is symmetric to the last bit when restored")
{
    geometry::Mesh mesh = testing::ball({-60.3F, 900.7F, 20.1F}, 40);
    append(mesh, mirrored(mesh));
    const geometry::Mesh back = throughTheCodec(mesh).mesh;
    const std::size_t half = back.positions.size() / 2;
    for (std::size_t i = 0; i < half; ++i)
        CHECK(back.positions[half + i] == back.positions[i] * glm::vec3(-1, 1, 1));
}

TEST_CASE("joint weights are kept as they are")
{
    const geometry::Mesh mesh = testing::ball(glm::vec3(0), 30);
    std::vector<body::JointWeights> weights(mesh.positions.size());
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] = {
            {static_cast<std::uint8_t>(i % 50), 2, 0, 0},
            {static_cast<std::uint8_t>(i % 256), static_cast<std::uint8_t>(255 - i % 256), 0, 0}};
    const auto back = throughTheCodec(mesh, weights).weights;
    REQUIRE(back.size() == weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        CHECK(back[i].joints == weights[i].joints);
        CHECK(back[i].shares == weights[i].shares);
    }
}

TEST_CASE("bytes that cannot be a mesh are refused")
{
    const body::StoredMesh valid = body::pack(testing::ball(glm::vec3(0), 30), {});
    const auto refused = [](const body::StoredMesh& stored) {
        geometry::Mesh mesh;
        std::vector<body::JointWeights> weights;
        return !unpack(stored, mesh, weights);
    };
    CHECK_FALSE(refused(valid));
    body::StoredMesh cut = valid;
    cut.vertices.resize(cut.vertices.size() / 2);
    CHECK(refused(cut));
    body::StoredMesh fewerVertices = valid;
    fewerVertices.vertexCount /= 2;
    CHECK(refused(fewerVertices));
    body::StoredMesh noTriangles = valid;
    noTriangles.indices.clear();
    CHECK(refused(noTriangles));
    body::StoredMesh endless = valid;
    endless.indexCount = 3'000'000'000;
    CHECK(refused(endless));
}
