#include "engine/remesh/simplify.h"

#include "engine/remesh/self_crossing.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>
#include <iterator>
#include <map>
#include <meshoptimizer.h>
#include <numeric>
#include <set>
#include <utility>

namespace knotmap::remesh {
namespace {

std::uint32_t rootOf(std::vector<std::uint32_t>& parent, std::uint32_t vertex)
{
    while (parent[vertex] != vertex) {
        parent[vertex] = parent[parent[vertex]];
        vertex = parent[vertex];
    }
    return vertex;
}

/// For each vertex, the vertex that represents its connected piece.
std::vector<std::uint32_t> piecesOf(const geometry::Mesh& mesh)
{
    std::vector<std::uint32_t> parent(mesh.positions.size());
    std::iota(parent.begin(), parent.end(), 0U);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        for (std::size_t k = 1; k < 3; ++k)
            parent[rootOf(parent, mesh.indices[i + k])] = rootOf(parent, mesh.indices[i]);
    for (std::uint32_t vertex = 0; vertex < parent.size(); ++vertex)
        parent[vertex] = rootOf(parent, vertex);
    return parent;
}

/// Three times the number of triangles of each piece, at its representative vertex.
std::vector<std::size_t> cornersOf(const geometry::Mesh& mesh,
                                   const std::vector<std::uint32_t>& pieces)
{
    std::vector<std::size_t> count(pieces.size(), 0);
    for (const std::uint32_t index : mesh.indices)
        ++count[pieces[index]];
    return count;
}

/// The triangles of the piece that has the most.
std::vector<std::uint32_t> largestPiece(const geometry::Mesh& mesh)
{
    const std::vector<std::uint32_t> pieces = piecesOf(mesh);
    const std::vector<std::size_t> count = cornersOf(mesh, pieces);
    const auto largest =
        static_cast<std::uint32_t>(std::max_element(count.begin(), count.end()) - count.begin());
    std::vector<std::uint32_t> indices;
    std::copy_if(mesh.indices.begin(), mesh.indices.end(), std::back_inserter(indices),
                 [&](std::uint32_t index) { return pieces[index] == largest; });
    return indices;
}

constexpr float kLargestError = 1e-2F; // of the mesh's extent
/// A vertex nearer to the median plane than this counts as on it.
constexpr float kOnPlaneMm = 1e-3F;
/// Distances along the surface are measured from vertex to vertex, so edges must not be long.
constexpr float kLongestEdgeMm = 9;

/// The triangles given, simplified; the boundary of a part is kept as it is.
std::vector<std::uint32_t> fewerTriangles(const geometry::Mesh& mesh,
                                          const std::vector<std::uint32_t>& indices,
                                          std::size_t triangles)
{
    const std::size_t wanted = std::min(indices.size(), 3 * triangles);
    std::vector<std::uint32_t> fewer(indices.size());
    fewer.resize(meshopt_simplify(fewer.data(), indices.data(), indices.size(),
                                  &mesh.positions[0].x, mesh.positions.size(), sizeof(glm::vec3),
                                  wanted, kLargestError, meshopt_SimplifyLockBorder));
    return fewer;
}

/// The mesh of the triangles given, without unused vertices.
geometry::Mesh compacted(const geometry::Mesh& mesh, const std::vector<std::uint32_t>& indices)
{
    geometry::Mesh result;
    std::vector<std::uint32_t> moved(mesh.positions.size(), UINT32_MAX);
    for (const std::uint32_t index : indices) {
        if (moved[index] == UINT32_MAX) {
            moved[index] = static_cast<std::uint32_t>(result.positions.size());
            result.positions.push_back(mesh.positions[index]);
            result.normals.push_back(mesh.normals[index]);
        }
        result.indices.push_back(moved[index]);
    }
    return result;
}

using Edge = std::pair<std::uint32_t, std::uint32_t>;

/// The edges that more than two triangles share, with the first corners of those triangles. Where
/// two edges of the fine mesh coincide in the coarse one, four triangles meet.
std::map<Edge, std::vector<std::size_t>> crowdedEdges(const geometry::Mesh& mesh)
{
    std::vector<std::pair<Edge, std::size_t>> all;
    all.reserve(mesh.indices.size());
    for (std::size_t i = 0; i < mesh.indices.size(); ++i) {
        const std::uint32_t from = mesh.indices[i];
        const std::uint32_t to = mesh.indices[i - i % 3 + (i + 1) % 3];
        all.emplace_back(std::minmax(from, to), i);
    }
    std::sort(all.begin(), all.end());
    std::map<Edge, std::vector<std::size_t>> crowded;
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
        while (end < all.size() && all[end].first == all[begin].first)
            ++end;
        for (std::size_t i = begin; end - begin > 2 && i < end; ++i)
            crowded[all[begin].first].push_back(all[i].second);
    }
    return crowded;
}

/// Splits the triangle at `middle` of the edge that begins at `corner`.
void cutTriangle(geometry::Mesh& mesh, std::size_t corner, std::uint32_t middle)
{
    const std::size_t first = corner - corner % 3, next = first + (corner + 1) % 3;
    const std::uint32_t to = mesh.indices[next], apex = mesh.indices[first + (corner + 2) % 3];
    mesh.indices[next] = middle;
    mesh.indices.insert(mesh.indices.end(), {middle, to, apex});
}

/// Gives two of the four triangles of each such edge an edge of their own, by a vertex in its
/// middle, so that the mesh is a manifold again.
void partCrowdedEdges(geometry::Mesh& mesh)
{
    // A split changes the edges of its triangles, so no triangle is split twice in a round.
    constexpr int kRounds = 32;
    for (int round = 0; round < kRounds; ++round) {
        const auto edges = crowdedEdges(mesh);
        if (edges.empty())
            return;
        std::set<std::size_t> cut;
        for (const auto& [edge, corners] : edges) {
            const std::uint32_t first = mesh.indices[corners.front()];
            const auto back = std::find_if(corners.begin(), corners.end(), [&](std::size_t corner) {
                return mesh.indices[corner] != first;
            });
            if (back == corners.end() || cut.count(corners.front() / 3) > 0 ||
                cut.count(*back / 3) > 0)
                continue;
            cut.insert({corners.front() / 3, *back / 3});
            const auto middle = static_cast<std::uint32_t>(mesh.positions.size());
            mesh.positions.push_back((mesh.positions[edge.first] + mesh.positions[edge.second]) /
                                     2.0F);
            const glm::vec3 sum = mesh.normals[edge.first] + mesh.normals[edge.second];
            mesh.normals.push_back(sum / std::max(glm::length(sum), 1e-6F));
            cutTriangle(mesh, corners.front(), middle);
            cutTriangle(mesh, *back, middle);
        }
    }
}

/// Adds the mirror image of a right half; vertices on the plane are shared.
void addImage(geometry::Mesh& half)
{
    const std::size_t count = half.positions.size(), corners = half.indices.size();
    std::vector<std::uint32_t> image(count);
    for (std::size_t i = 0; i < count; ++i) {
        glm::vec3& position = half.positions[i];
        image[i] = static_cast<std::uint32_t>(i);
        if (position.x > -kOnPlaneMm) {
            position.x = 0;
            continue;
        }
        image[i] = static_cast<std::uint32_t>(half.positions.size());
        half.positions.emplace_back(-position.x, position.y, position.z);
    }
    for (std::size_t i = 0; i < corners; i += 3)
        for (const std::size_t k : {0U, 2U, 1U})
            half.indices.push_back(image[half.indices[i + k]]);
}

/// The triangles of the right half.
std::vector<std::uint32_t> rightOf(const geometry::Mesh& mesh,
                                   const std::vector<std::uint32_t>& whole)
{
    std::vector<std::uint32_t> right;
    for (std::size_t i = 0; i + 2 < whole.size(); i += 3)
        if (std::max({mesh.positions[whole[i]].x, mesh.positions[whole[i + 1]].x,
                      mesh.positions[whole[i + 2]].x}) < kOnPlaneMm)
            right.insert(right.end(), {whole[i], whole[i + 1], whole[i + 2]});
    return right;
}

/// Halves every edge longer than `longestMm` until there is none. The surface is unchanged.
void halveLongEdges(geometry::Mesh& mesh, float longestMm)
{
    std::map<Edge, std::uint32_t> middles;
    const auto middleOf = [&](std::uint32_t from, std::uint32_t to) {
        const glm::vec3 a = mesh.positions[from], b = mesh.positions[to];
        if (glm::distance(a, b) <= longestMm)
            return UINT32_MAX;
        const auto [entry, isNew] = middles.emplace(
            std::minmax(from, to), static_cast<std::uint32_t>(mesh.positions.size()));
        if (isNew) {
            mesh.positions.push_back((a + b) / 2.0F);
            mesh.normals.emplace_back(0, 1, 0);
        }
        return entry->second;
    };
    // A triangle is split from one midpoint to the opposite corner; its other midpoints follow in
    // later rounds.
    for (std::size_t i = 0; i + 2 < mesh.indices.size();) {
        std::size_t longest = 0;
        float length = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const float here = glm::distance(mesh.positions[mesh.indices[i + k]],
                                             mesh.positions[mesh.indices[i + (k + 1) % 3]]);
            if (here > length) {
                length = here;
                longest = k;
            }
        }
        const std::uint32_t from = mesh.indices[i + longest];
        const std::uint32_t to = mesh.indices[i + (longest + 1) % 3];
        const std::uint32_t middle = middleOf(from, to);
        if (middle == UINT32_MAX) {
            i += 3;
            continue;
        }
        const std::uint32_t apex = mesh.indices[i + (longest + 2) % 3];
        mesh.indices[i + (longest + 1) % 3] = middle;
        mesh.indices.insert(mesh.indices.end(), {middle, to, apex});
    }
}

geometry::Mesh simplifiedHalf(const geometry::Mesh& mesh, const std::vector<std::uint32_t>& right,
                              const std::vector<bool>& keep,
                              const std::function<float(const glm::vec3&)>& errorMm)
{
    // The triangles that touch the plane stay as they are: after simplification, two of their
    // vertices could be joined by an edge that both halves would then have.
    std::vector<std::uint32_t> half;
    std::map<float, std::vector<std::uint32_t>> parts;
    for (std::size_t i = 0; i + 2 < right.size(); i += 3) {
        const std::uint32_t *corner = &right[i], *end = corner + 3;
        const bool stays = std::any_of(corner, end, [&](std::uint32_t vertex) {
            return keep[vertex] || mesh.positions[vertex].x > -kOnPlaneMm;
        });
        std::vector<std::uint32_t>& part = stays ? half : parts[errorMm(mesh.positions[corner[0]])];
        part.insert(part.end(), corner, end);
    }
    const float* positions = &mesh.positions.front().x;
    const float extent = meshopt_simplifyScale(positions, mesh.positions.size(), sizeof(glm::vec3));
    for (const auto& [error, indices] : parts) {
        std::vector<std::uint32_t> fewer(indices.size());
        fewer.resize(meshopt_simplify(fewer.data(), indices.data(), indices.size(), positions,
                                      mesh.positions.size(), sizeof(glm::vec3), 0, error / extent,
                                      meshopt_SimplifyLockBorder));
        half.insert(half.end(), fewer.begin(), fewer.end());
    }
    geometry::Mesh result;
    std::vector<std::uint32_t> moved(mesh.positions.size(), UINT32_MAX);
    for (const std::uint32_t index : half) {
        if (moved[index] == UINT32_MAX) {
            moved[index] = static_cast<std::uint32_t>(result.positions.size());
            result.positions.push_back(mesh.positions[index]);
            result.normals.emplace_back(0, 1, 0);
        }
        result.indices.push_back(moved[index]);
    }
    // Halves of edges that were separated may coincide again.
    partCrowdedEdges(result);
    halveLongEdges(result, kLongestEdgeMm);
    partCrowdedEdges(result);
    return result;
}

/// Marks the vertices of the fine mesh around the crossings of a coarse one made from it.
void keepAbout(const geometry::Mesh& fine, const geometry::Mesh& coarse,
               const std::vector<std::pair<std::uint32_t, std::uint32_t>>& crossings,
               std::vector<bool>& keep)
{
    constexpr float kMarginMm = 1.5F;
    std::vector<geometry::Bounds> boxes;
    for (const auto& [first, second] : crossings) {
        geometry::Bounds box;
        for (const std::size_t triangle : {first, second})
            for (std::size_t k = 0; k < 3; ++k) {
                glm::vec3 corner = coarse.positions[coarse.indices[3 * triangle + k]];
                corner.x = -std::abs(corner.x);
                box.add(corner - kMarginMm);
                box.add(corner + kMarginMm);
            }
        boxes.push_back(box);
    }
    for (std::size_t v = 0; v < fine.positions.size(); ++v)
        for (const geometry::Bounds& box : boxes)
            if (glm::all(glm::lessThanEqual(box.low, fine.positions[v])) &&
                glm::all(glm::lessThanEqual(fine.positions[v], box.high)))
                keep[v] = true;
}

} // namespace

geometry::Mesh simplified(const geometry::Mesh& mesh, std::size_t triangles)
{
    if (mesh.empty())
        return {};
    geometry::Mesh result = compacted(mesh, fewerTriangles(mesh, mesh.indices, triangles));
    partCrowdedEdges(result);
    geometry::computeNormals(result);
    return result;
}

void dropSmallPieces(geometry::Mesh& mesh, std::size_t minTriangles)
{
    const std::vector<std::uint32_t> pieces = piecesOf(mesh);
    const std::vector<std::size_t> count = cornersOf(mesh, pieces);
    std::vector<std::uint32_t> kept;
    std::copy_if(mesh.indices.begin(), mesh.indices.end(), std::back_inserter(kept),
                 [&](std::uint32_t index) { return count[pieces[index]] >= 3 * minTriangles; });
    if (kept.size() < mesh.indices.size())
        mesh = compacted(mesh, kept);
}

geometry::Mesh simplifiedWithin(const geometry::Mesh& mesh, float errorMm)
{
    if (mesh.empty())
        return {};
    const float* positions = &mesh.positions.front().x;
    const float extent = meshopt_simplifyScale(positions, mesh.positions.size(), sizeof(glm::vec3));
    std::vector<std::uint32_t> fewer(mesh.indices.size());
    fewer.resize(meshopt_simplify(fewer.data(), mesh.indices.data(), mesh.indices.size(), positions,
                                  mesh.positions.size(), sizeof(glm::vec3), 0, errorMm / extent));
    geometry::Mesh result = compacted(mesh, fewer);
    partCrowdedEdges(result);
    return result;
}

geometry::Mesh simplifiedSymmetric(const geometry::Mesh& mesh,
                                   const std::function<float(const glm::vec3&)>& errorMm)
{
    if (mesh.empty())
        return {};
    const std::vector<std::uint32_t> right = rightOf(mesh, largestPiece(mesh));
    std::vector<bool> keep(mesh.positions.size(), false); // triangles of these vertices stay
    geometry::Mesh result;
    // Each round keeps more triangles; the limit would be the original mesh.
    constexpr int kRounds = 6;
    for (int round = 0; round < kRounds; ++round) {
        result = simplifiedHalf(mesh, right, keep, errorMm);
        addImage(result);
        result.normals.clear();
        const auto crossings = selfCrossings(result);
        if (crossings.empty())
            break;
        keepAbout(mesh, result, crossings, keep);
    }
    return result;
}

} // namespace knotmap::remesh
