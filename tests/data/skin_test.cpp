// Checks the shipped skin against its rules.

#include "engine/body/atlas_file.h"
#include "engine/geometry/surface.h"
#include "engine/remesh/self_crossing.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <memory>
#include <set>
#include <string>
#include <tuple>

using namespace knotmap;

namespace {

const body::Atlas& atlas()
{
    static const auto kAtlas = body::readAtlas(KNOTMAP_ATLAS_FILE);
    REQUIRE(kAtlas);
    return **kAtlas;
}

} // namespace

TEST_CASE("the skin is one closed surface without self-intersections")
{
    const geometry::Mesh& skin = atlas().skin.mesh;
    CHECK(isClosedManifold(skin));
    CHECK(remesh::selfCrossings(skin).empty());
    // Connected: a closed surface without handles.
    std::set<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (std::size_t i = 0; i < skin.indices.size(); ++i)
        edges.insert(std::minmax(skin.indices[i], skin.indices[i - i % 3 + (i + 1) % 3]));
    const auto vertices = static_cast<long>(skin.positions.size());
    CHECK(vertices - static_cast<long>(edges.size()) + static_cast<long>(skin.triangleCount()) ==
          2);
}

TEST_CASE("the left half of the skin is the mirror image of the right")
{
    const geometry::Mesh& skin = atlas().skin.mesh;
    std::set<std::tuple<float, float, float>> positions;
    for (const glm::vec3& p : skin.positions)
        positions.emplace(std::abs(p.x), p.y, p.z);
    std::size_t onPlane = 0;
    for (const glm::vec3& p : skin.positions)
        onPlane += p.x == 0 ? 1 : 0;
    CHECK(2 * positions.size() - onPlane == skin.positions.size());
}

TEST_CASE("every structure lies at least 1 mm beneath the skin")
{
    const geometry::Surface skin(std::make_shared<const geometry::Mesh>(atlas().skin.mesh));
    for (const body::Shape& shape : atlas().shapes) {
        if (shape.id.find("teeth") != std::string::npos)
            continue;
        float smallest = 1e6F;
        // Every fourth vertex: there are a million.
        for (std::size_t i = 0; i < shape.mesh.positions.size(); i += 4) {
            const glm::vec3& position = shape.mesh.positions[i];
            const auto on = skin.closest(position);
            // In a cleft the nearest normal may point away from a point inside.
            const bool outside =
                glm::dot(position - on->position, on->normal) > 0 && !skin.contains(position);
            smallest = std::min(smallest, outside ? -on->distance : on->distance);
        }
        INFO(shape.id << " " << smallest);
        CHECK(smallest >= 1.0F);
    }
}
