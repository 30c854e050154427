#include "engine/bake/shape_builder.h"

#include "engine/remesh/simplify.h"
#include "engine/remesh/smooth.h"
#include "engine/volume/field.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace knotmap::bake {
namespace {

constexpr float kMuscleEdgeMm = 4.5F;
constexpr float kSmallMuscleEdgeMm = 2.5F;
/// The grid on which a bone's parts are joined has this many cells along its longest side, within
/// these bounds: small bones get a finer grid.
constexpr float kBoneCells = 110;
constexpr float kFinestCellMm = 0.45F;
constexpr float kCoarsestCellMm = 1.0F;
/// Whatever is thicker than sqrt(3) of the coarsest cells appears on the grid without holes.
constexpr float kThinnestPlateMm = 1.8F;
constexpr float kRimRadiusMm = 0.65F;
/// Edge length of a part's own triangles, in cells of the grid.
constexpr float kPartEdgeCells = 2;
/// Pieces with fewer triangles are fragments of a plate's edge. A sesamoid bone has 500.
constexpr std::size_t kCrumbTriangles = 120;
constexpr int kSmoothPasses = 8;
/// How far the triangles of a bone may deviate from its form, in cells.
constexpr float kStrayCells = 0.12F;
/// A muscle whose bounding box is no longer than this is meshed finer.
constexpr float kSmallMuscleMm = 120;

geometry::Bounds boundsOfTable(const ShapeTable& table)
{
    geometry::Bounds bounds;
    for (const geometry::Sheet& sheet : table.sheets)
        for (const glm::vec4& point : sheet.points)
            bounds.add(glm::vec3(point));
    for (const geometry::Loft& loft : table.lofts)
        for (const glm::vec3& point : loft.points)
            bounds.add(point);
    return bounds;
}

/// A plate of a bone. Its edge tapers to nothing, which no grid can represent: it is built thinner
/// and inflated again, so that the edge is a rounded rim.
geometry::Mesh buildPlate(geometry::Sheet sheet, float edgeMm)
{
    for (glm::vec4& point : sheet.points)
        point.w = std::max(point.w, kThinnestPlateMm) - 2 * kRimRadiusMm;
    geometry::Mesh mesh = buildSheet(sheet, edgeMm);
    for (std::size_t i = 0; i < mesh.positions.size(); ++i)
        mesh.positions[i] += kRimRadiusMm * mesh.normals[i];
    return mesh;
}

} // namespace

geometry::Mesh buildMuscle(const ShapeTable& table)
{
    const glm::vec3 size = boundsOfTable(table).size();
    const bool small = std::max({size.x, size.y, size.z}) < kSmallMuscleMm;
    geometry::Mesh mesh;
    for (const geometry::Sheet& sheet : table.sheets)
        append(mesh, buildSheet(sheet, small ? kSmallMuscleEdgeMm : kMuscleEdgeMm));
    return mesh;
}

geometry::Mesh buildBone(const ShapeTable& table)
{
    const glm::vec3 size = boundsOfTable(table).size();
    const float cell =
        std::clamp(std::max({size.x, size.y, size.z}) / kBoneCells, kFinestCellMm, kCoarsestCellMm);
    std::vector<geometry::Mesh> parts;
    for (const geometry::Loft& loft : table.lofts)
        parts.push_back(buildLoft(loft, kPartEdgeCells * cell));
    for (const geometry::Sheet& sheet : table.sheets)
        parts.push_back(buildPlate(sheet, kPartEdgeCells * cell));
    geometry::Mesh whole = volume::unite(parts, cell, table.blendMm, table.foramina);
    remesh::dropSmallPieces(whole, kCrumbTriangles);
    remesh::smooth(whole, kSmoothPasses);
    return remesh::simplifiedWithin(whole, kStrayCells * cell);
}

} // namespace knotmap::bake
