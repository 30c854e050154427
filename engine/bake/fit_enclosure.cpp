#include "engine/bake/fit_rules.h"
#include "engine/core/parallel.h"
#include "engine/remesh/self_crossing.h"

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>
#include <numeric>
#include <set>

namespace knotmap::bake {
namespace {

constexpr double kSampleMm2 = 25;
constexpr std::size_t kMinSamples = 100;

std::size_t piecesOf(const geometry::Mesh& mesh)
{
    std::vector<std::uint32_t> parent(mesh.positions.size());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&](std::uint32_t v) {
        while (parent[v] != v)
            v = parent[v] = parent[parent[v]];
        return v;
    };
    for (std::size_t i = 0; i < mesh.indices.size(); ++i)
        parent[root(mesh.indices[i])] = root(mesh.indices[i - i % 3]);
    std::size_t pieces = 0;
    for (std::uint32_t v = 0; v < parent.size(); ++v)
        pieces += root(v) == v ? 1U : 0U;
    return pieces;
}

std::size_t withoutMirror(const geometry::Mesh& mesh)
{
    // The atlas stores positions on a lattice, so mirror images match to the bit.
    std::set<std::array<float, 3>> points;
    for (const glm::vec3& p : mesh.positions)
        points.insert({p.x + 0.0F, p.y, p.z});
    return static_cast<std::size_t>(
        std::count_if(mesh.positions.begin(), mesh.positions.end(), [&](const glm::vec3& p) {
            return points.count({0.0F - p.x, p.y, p.z}) == 0;
        }));
}

/// Depth below the skin; negative outside.
float depthUnder(const geometry::Surface& skin, const glm::vec3& point)
{
    const auto nearest = skin.closest(point);
    const bool inside = nearest && skin.contains(point);
    return nearest ? (inside ? nearest->distance : -nearest->distance) : -1e6F;
}

bool isTooth(const anatomy::Structure& structure)
{
    return structure.id.find("tooth") != std::string::npos ||
           structure.id.find("teeth") != std::string::npos;
}

Exposure measureShape(const body::Atlas& atlas, const geometry::Surface& skin, std::uint32_t index)
{
    Exposure exposure;
    exposure.shape = index;
    exposure.minMm = kUnderSkinMm;
    for (const glm::vec3& point : spreadOver(atlas.shapes[index].mesh, kSampleMm2, kMinSamples)) {
        const float depth = depthUnder(skin, point);
        if (depth >= kUnderSkinMm)
            continue;
        ++exposure.samples;
        if (depth < exposure.minMm) {
            exposure.minMm = depth;
            exposure.at = point;
        }
    }
    return exposure;
}

} // namespace

Enclosure measureEnclosure(const body::Atlas& atlas)
{
    Enclosure enclosure;
    const auto mesh =
        std::shared_ptr<const geometry::Mesh>(std::shared_ptr<void>(), &atlas.skin.mesh);
    enclosure.closed = isClosedManifold(*mesh);
    enclosure.pieces = piecesOf(*mesh);
    enclosure.withoutMirror = withoutMirror(*mesh);
    const auto crossings = remesh::selfCrossings(*mesh);
    enclosure.selfCrossings = crossings.size();
    if (!crossings.empty())
        enclosure.crossingAt =
            mesh->positions[mesh->indices[std::size_t{3} * crossings.front().first]];
    const geometry::Surface skin(mesh);
    std::vector<Exposure> each(atlas.shapes.size());
    core::parallelFor(each.size(), [&](std::size_t i) {
        if (!isTooth(atlas.structures[i]))
            each[i] = measureShape(atlas, skin, static_cast<std::uint32_t>(i));
    });
    for (const Exposure& exposure : each)
        if (exposure.samples > 0)
            enclosure.exposed.push_back(exposure);
    std::stable_sort(enclosure.exposed.begin(), enclosure.exposed.end(),
                     [](const Exposure& a, const Exposure& b) { return a.minMm < b.minMm; });
    return enclosure;
}

} // namespace knotmap::bake
