#include "engine/remesh/flip_edges.h"

#include "engine/geometry/mirror.h"
#include "engine/remesh/self_crossing.h"
#include "tests/support/shapes.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <set>

using namespace knotmap;

namespace {

/// A ball on each side of the median plane, each the mirror image of the other.
geometry::Mesh twoBalls()
{
    geometry::Mesh mesh = testing::ball({-70, 3, 0}, 50, 6);
    const auto half = static_cast<std::uint32_t>(mesh.positions.size());
    const std::vector<std::uint32_t> triangles = mesh.indices;
    for (std::uint32_t v = 0; v < half; ++v) {
        mesh.positions.push_back(mesh.positions[v] * glm::vec3(-1, 1, 1));
        mesh.normals.push_back(mesh.normals[v] * glm::vec3(-1, 1, 1));
    }
    for (std::size_t i = 0; i < triangles.size(); i += 3)
        for (const std::size_t corner : {i, i + 2, i + 1})
            mesh.indices.push_back(half + triangles[corner]);
    return mesh;
}

/// The minimum cosine between a triangle and the normals of its corners.
float minFacing(const geometry::Mesh& mesh)
{
    float smallest = 1;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const auto corner = [&](std::size_t k) { return mesh.indices[i + k]; };
        const glm::vec3& a = mesh.positions[corner(0)];
        const glm::vec3 turn =
            glm::cross(mesh.positions[corner(1)] - a, mesh.positions[corner(2)] - a);
        const glm::vec3 normal =
            mesh.normals[corner(0)] + mesh.normals[corner(1)] + mesh.normals[corner(2)];
        smallest = std::min(smallest, glm::dot(glm::normalize(turn), glm::normalize(normal)));
    }
    return smallest;
}

} // namespace

TEST_CASE("a vertex that slid over an opposite edge is unfolded by flipping that edge, on both "
          "sides")
{
    geometry::Mesh mesh = twoBalls();
    const auto images = geometry::mirrorVertices(mesh);
    REQUIRE(minFacing(mesh) > 0.8F);
    // A corner is pulled slightly over the opposite edge.
    const std::size_t triangle = 3 * (mesh.triangleCount() / 5);
    const std::uint32_t a = mesh.indices[triangle], b = mesh.indices[triangle + 1],
                        c = mesh.indices[triangle + 2];
    const glm::vec3 middle = (mesh.positions[b] + mesh.positions[c]) / 2.0F;
    const glm::vec3 slid = middle + 0.03F * (middle - mesh.positions[a]);
    mesh.positions[a] = slid;
    mesh.positions[images[a]] = slid * glm::vec3(-1, 1, 1);
    REQUIRE(minFacing(mesh) < 0);
    CHECK(remesh::flipEdges(mesh, images) >= 2);
    CHECK(minFacing(mesh) > 0.5F);
    CHECK(geometry::isClosedManifold(mesh));
    CHECK(remesh::selfCrossings(mesh).empty());
    // Still mirror images of each other: the same triangles on both sides.
    std::set<std::array<std::uint32_t, 3>> sets;
    const auto key = [](std::array<std::uint32_t, 3> corners) {
        std::sort(corners.begin(), corners.end());
        return corners;
    };
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
        sets.insert(key({mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]}));
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
        CHECK(sets.count(key({images[mesh.indices[i]], images[mesh.indices[i + 1]],
                              images[mesh.indices[i + 2]]})) == 1);
}

TEST_CASE("flipping edges moves no vertex and terminates")
{
    geometry::Mesh mesh = twoBalls();
    const geometry::Mesh before = mesh;
    const auto images = geometry::mirrorVertices(mesh);
    remesh::flipEdges(mesh, images);
    CHECK(mesh.positions == before.positions);
    CHECK(geometry::isClosedManifold(mesh));
    CHECK(remesh::flipEdges(mesh, images) == 0);
}
