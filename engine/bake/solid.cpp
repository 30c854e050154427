#include "engine/bake/solid.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>
#include <map>
#include <numeric>

namespace knotmap::bake {
namespace {

bool within(const geometry::Bounds& bounds, const glm::vec3& point)
{
    return glm::all(glm::lessThanEqual(bounds.low, point)) &&
           glm::all(glm::lessThanEqual(point, bounds.high));
}

std::uint32_t rootOf(std::vector<std::uint32_t>& parent, std::uint32_t v)
{
    while (parent[v] != v)
        v = parent[v] = parent[parent[v]];
    return v;
}

/// The connected components of a mesh.
std::vector<geometry::Mesh> piecesOf(const geometry::Mesh& mesh)
{
    std::vector<std::uint32_t> parent(mesh.positions.size());
    std::iota(parent.begin(), parent.end(), 0U);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        for (std::size_t k = 1; k < 3; ++k)
            parent[rootOf(parent, mesh.indices[i + k])] = rootOf(parent, mesh.indices[i]);
    std::map<std::uint32_t, std::size_t> order;
    std::vector<geometry::Mesh> pieces;
    std::vector<std::uint32_t> newIndex(mesh.positions.size());
    std::vector<std::size_t> pieceOf(mesh.positions.size());
    for (const std::uint32_t vertex : mesh.indices) {
        const auto [entry, isNew] = order.emplace(rootOf(parent, vertex), pieces.size());
        if (isNew)
            pieces.emplace_back();
        pieceOf[vertex] = entry->second;
    }
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        if (pieces.empty())
            break;
        geometry::Mesh& piece = pieces[pieceOf[v]];
        newIndex[v] = static_cast<std::uint32_t>(piece.positions.size());
        piece.positions.push_back(mesh.positions[v]);
        piece.normals.push_back(mesh.normals[v]);
    }
    for (const std::uint32_t vertex : mesh.indices)
        pieces[pieceOf[vertex]].indices.push_back(newIndex[vertex]);
    return pieces;
}

} // namespace

Solid::Solid(const geometry::Mesh& mesh)
{
    for (geometry::Mesh& piece : piecesOf(mesh)) {
        const geometry::Bounds bounds = geometry::boundsOf(piece);
        m_bounds.add(bounds.low);
        m_bounds.add(bounds.high);
        m_pieces.push_back(
            {bounds, geometry::Surface(std::make_shared<const geometry::Mesh>(std::move(piece)))});
    }
}

std::optional<Depth> Solid::depthAt(const glm::vec3& point, float maxMm) const
{
    std::optional<Depth> found;
    for (const Piece& piece : m_pieces) {
        if (!within(piece.bounds, point))
            continue;
        const auto nearest = piece.surface.closestWithin(point, maxMm);
        if (!nearest || (found && nearest->distance <= found->mm))
            continue;
        // The normal decides most cases at once; at sharp edges it can be wrong, so crossings of
        // the surface are counted before a point counts as inside.
        if (glm::dot(point - nearest->position, nearest->normal) < 0 &&
            piece.surface.contains(point))
            found = Depth{nearest->distance, nearest->position, nearest->normal};
    }
    return found;
}

std::optional<geometry::SurfacePoint> Solid::closestWithin(const glm::vec3& point,
                                                           float maxMm) const
{
    std::optional<geometry::SurfacePoint> best;
    for (const Piece& piece : m_pieces)
        if (const float reach = best ? best->distance : maxMm;
            distance(piece.bounds, point) < reach)
            if (const auto nearest = piece.surface.closestWithin(point, reach))
                best = nearest;
    return best;
}

float Solid::distanceTo(const glm::vec3& point) const
{
    if (depthAt(point))
        return 0;
    const auto nearest = closestWithin(point, kAnyDepth);
    return nearest ? nearest->distance : std::numeric_limits<float>::max();
}

geometry::Bounds PlacedSolid::bounds() const
{
    return left ? mirrored(solid->bounds()) : solid->bounds();
}

namespace {

std::optional<Depth> mirrored(std::optional<Depth> depth)
{
    if (depth) {
        depth->exit = bake::mirrored(depth->exit);
        depth->outward = bake::mirrored(depth->outward);
    }
    return depth;
}

} // namespace

std::optional<Depth> PlacedSolid::depthAt(const glm::vec3& point, float maxMm) const
{
    return left ? mirrored(solid->depthAt(bake::mirrored(point), maxMm))
                : solid->depthAt(point, maxMm);
}

std::optional<geometry::SurfacePoint> PlacedSolid::closestWithin(const glm::vec3& point,
                                                                 float maxMm) const
{
    if (!left)
        return solid->closestWithin(point, maxMm);
    auto nearest = solid->closestWithin(bake::mirrored(point), maxMm);
    if (nearest) {
        nearest->position = bake::mirrored(nearest->position);
        nearest->normal = bake::mirrored(nearest->normal);
    }
    return nearest;
}

float PlacedSolid::distanceTo(const glm::vec3& point) const
{
    return solid->distanceTo(left ? bake::mirrored(point) : point);
}

std::vector<glm::vec3> spreadOver(const geometry::Mesh& mesh, double mm2, std::size_t minCount)
{
    const auto areaOf = [&](std::size_t i) {
        const glm::vec3& a = mesh.positions[mesh.indices[i]];
        return 0.5 * static_cast<double>(
                         glm::length(glm::cross(mesh.positions[mesh.indices[i + 1]] - a,
                                                mesh.positions[mesh.indices[i + 2]] - a)));
    };
    double area = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        area += areaOf(i);
    const double step = std::min(mm2, area / static_cast<double>(minCount));
    std::vector<glm::vec3> positions;
    double passed = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        passed += areaOf(i);
        // Within a large triangle the additive recurrence of Roberts (2018) gives an even spread.
        for (; passed >= step && step > 0; passed -= step) {
            const double n = static_cast<double>(positions.size());
            auto u = static_cast<float>(std::fmod(0.5 + n * 0.7548776662466927, 1.0));
            auto v = static_cast<float>(std::fmod(0.5 + n * 0.5698402909980532, 1.0));
            if (u + v > 1) {
                u = 1 - u;
                v = 1 - v;
            }
            positions.push_back((1 - u - v) * mesh.positions[mesh.indices[i]] +
                                u * mesh.positions[mesh.indices[i + 1]] +
                                v * mesh.positions[mesh.indices[i + 2]]);
        }
    }
    return positions;
}

float distance(const geometry::Bounds& bounds, const glm::vec3& point)
{
    return glm::length(glm::max(glm::max(bounds.low - point, point - bounds.high), glm::vec3(0)));
}

bool overlap(const geometry::Bounds& a, const geometry::Bounds& b)
{
    return glm::all(glm::lessThanEqual(a.low, b.high)) &&
           glm::all(glm::lessThanEqual(b.low, a.high));
}

geometry::Bounds mirrored(const geometry::Bounds& bounds)
{
    geometry::Bounds image;
    image.add(mirrored(bounds.low));
    image.add(mirrored(bounds.high));
    return image;
}

glm::vec3 mirrored(const glm::vec3& point)
{
    return {-point.x, point.y, point.z};
}

} // namespace knotmap::bake
