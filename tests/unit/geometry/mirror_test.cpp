#include "engine/geometry/mirror.h"
#include "tests/support/shapes.h"

#include <catch2/catch.hpp>

using namespace knotmap;

TEST_CASE("each vertex of a symmetric mesh knows its mirror image")
{
    geometry::Mesh mesh = testing::ball({-70, 3, 0}, 50);
    const auto half = static_cast<std::uint32_t>(mesh.positions.size());
    const std::vector<std::uint32_t> triangles = mesh.indices;
    for (std::uint32_t v = 0; v < half; ++v)
        mesh.positions.push_back(mesh.positions[v] * glm::vec3(-1, 1, 1));
    for (std::size_t i = 0; i < triangles.size(); i += 3)
        for (const std::size_t corner : {i, i + 2, i + 1})
            mesh.indices.push_back(half + triangles[corner]);
    const auto images = geometry::mirrorVertices(mesh);
    for (std::uint32_t v = 0; v < half; ++v) {
        CHECK(images[v] == half + v);
        CHECK(images[half + v] == v);
    }
}

TEST_CASE("coincident vertices are distinguished by their neighbours")
{
    // Two open fans per side around one point each; the second reaches further back.
    geometry::Mesh mesh;
    for (const float side : {-1.0F, 1.0F})
        for (const float back : {1.0F, 2.0F}) {
            const auto first = static_cast<std::uint32_t>(mesh.positions.size());
            mesh.positions.insert(
                mesh.positions.end(),
                {{side * 10, 0, 0}, {side * 11, 0, -back}, {side * 11, 1, -back}});
            if (side < 0)
                mesh.indices.insert(mesh.indices.end(), {first, first + 1, first + 2});
            else
                mesh.indices.insert(mesh.indices.end(), {first, first + 2, first + 1});
        }
    // The winding of each corner gives it one neighbour: close the triangles both ways.
    const auto count = mesh.indices.size();
    for (std::size_t i = 0; i < count; i += 3)
        mesh.indices.insert(mesh.indices.end(),
                            {mesh.indices[i], mesh.indices[i + 2], mesh.indices[i + 1]});
    const auto images = geometry::mirrorVertices(mesh);
    CHECK(images[0] == 6);
    CHECK(images[3] == 9);
    CHECK(images[9] == 3);
}

TEST_CASE("a vertex on the median plane, or without a counterpart, is its own image")
{
    geometry::Mesh mesh;
    mesh.positions = {{0, 0, 0}, {-5, 1, 0}, {5, 2, 0}};
    mesh.indices = {0, 1, 2};
    CHECK(geometry::mirrorVertices(mesh) == std::vector<std::uint32_t>{0, 1, 2});
}
