#include "engine/remesh/detail_levels.h"

#include <algorithm>
#include <initializer_list>
#include <meshoptimizer.h>
#include <utility>

namespace knotmap::remesh {
namespace {

/// `from` reduced to a share of its triangles, deviating at most about `wantedMm` more.
geometry::DetailLevel simplifiedLevel(const geometry::Mesh& mesh, const geometry::DetailLevel& from,
                                      float share, float wantedMm)
{
    const auto target = static_cast<std::size_t>(share * static_cast<float>(from.indices.size()));
    const float* positions = &mesh.positions.front().x;
    const float scale = meshopt_simplifyScale(positions, mesh.positions.size(), sizeof(glm::vec3));
    geometry::DetailLevel result;
    result.indices.resize(from.indices.size());
    float relative = 0;
    result.indices.resize(meshopt_simplify(result.indices.data(), from.indices.data(),
                                           from.indices.size(), positions, mesh.positions.size(),
                                           sizeof(glm::vec3), target / 3 * 3,
                                           wantedMm / std::max(scale, 1e-6F), 0, &relative));
    result.errorMm = from.errorMm + relative * scale;
    meshopt_optimizeVertexCache(result.indices.data(), result.indices.data(), result.indices.size(),
                                mesh.positions.size());
    return result;
}

template <typename T>
void reorder(std::vector<T>& values, const std::vector<std::uint32_t>& to, std::size_t count)
{
    if (values.empty())
        return;
    std::vector<T> ordered(count);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (to[i] != UINT32_MAX)
            ordered[to[i]] = values[i];
    values = std::move(ordered);
}

} // namespace

std::vector<geometry::DetailLevel> coarserLevels(const geometry::Mesh& mesh)
{
    constexpr std::size_t kWorthIt = 900;   // indices
    constexpr std::size_t kMinIndices = 36; // indices: fewer than a dozen triangles save nothing
    std::vector<geometry::DetailLevel> levels;
    const geometry::DetailLevel full{mesh.indices, 0};
    const auto last = [&]() -> const geometry::DetailLevel& {
        return levels.empty() ? full : levels.back();
    };
    const auto keep = [&](geometry::DetailLevel coarser) {
        const geometry::DetailLevel& finer = last();
        const bool fewer = !coarser.indices.empty() &&
                           coarser.indices.size() <= finer.indices.size() * 3 / 4 &&
                           coarser.errorMm > finer.errorMm;
        if (fewer)
            levels.push_back(std::move(coarser));
        return fewer;
    };
    // Near: a third of the triangles each, made from the previous level, which is fast.
    for (const float wantedMm : {1.0F, 3.0F})
        if (last().indices.size() < kWorthIt ||
            !keep(simplifiedLevel(mesh, last(), 0.33F, wantedMm)))
            break;
    // Far: as few as the error allows, all from one level: errors along a chain would add up.
    const geometry::DetailLevel base = last();
    for (float wantedMm = 0.4F; wantedMm < 15 && last().indices.size() > kMinIndices; wantedMm *= 2)
        keep(simplifiedLevel(mesh, base, 0, wantedMm));
    return levels;
}

void orderForDrawing(geometry::Mesh& mesh)
{
    if (mesh.empty())
        return;
    const std::size_t before = mesh.positions.size();
    meshopt_optimizeVertexCache(mesh.indices.data(), mesh.indices.data(), mesh.indices.size(),
                                before);
    std::vector<std::uint32_t> to(before);
    const std::size_t count = meshopt_optimizeVertexFetchRemap(to.data(), mesh.indices.data(),
                                                               mesh.indices.size(), before);
    for (std::uint32_t& index : mesh.indices)
        index = to[index];
    reorder(mesh.positions, to, count);
    reorder(mesh.normals, to, count);
    reorder(mesh.fibres, to, count);
    reorder(mesh.fibreCoordinates, to, count);
    reorder(mesh.tendon, to, count);
}

} // namespace knotmap::remesh
