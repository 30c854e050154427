#include "engine/body/shape_builder.h"

#include "engine/geometry/field.h"
#include "engine/geometry/simplify.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace knotmap::body {
namespace {

constexpr float kMuscleEdgeMm = 4.5F;
constexpr float kSmallMuscleEdgeMm = 2.5F;
constexpr float kBoneEdgeMm = 2.8F;
constexpr float kUniteCellMm = 1.3F;
/// A thinner plate would fall through the grid and leave holes.
constexpr float kThinnestPlateMm = 2.4F;
/// The grid's triangles are finer than the shape needs.
constexpr std::size_t kUniteThinning = 4;
/// A muscle whose box is no longer than this is drawn finer.
constexpr float kSmallMuscleMm = 120;

geometry::Bounds boundsOf(const ShapeTable& table)
{
    geometry::Bounds bounds;
    for (const geometry::Sheet& sheet : table.sheets)
        for (const glm::vec4& point : sheet.points)
            bounds.add(glm::vec3(point));
    return bounds;
}

} // namespace

geometry::Mesh buildMuscle(const ShapeTable& table)
{
    const glm::vec3 size = boundsOf(table).size();
    const bool small = std::max({size.x, size.y, size.z}) < kSmallMuscleMm;
    geometry::Mesh mesh;
    for (const geometry::Sheet& sheet : table.sheets)
        append(mesh, buildSheet(sheet, small ? kSmallMuscleEdgeMm : kMuscleEdgeMm));
    return mesh;
}

geometry::Mesh buildBone(const ShapeTable& table)
{
    std::vector<geometry::Mesh> parts;
    for (const geometry::Loft& loft : table.lofts)
        parts.push_back(buildLoft(loft, kBoneEdgeMm));
    for (geometry::Sheet sheet : table.sheets) {
        if (table.sheets.size() + table.lofts.size() > 1)
            for (glm::vec4& point : sheet.points)
                point.w = std::max(point.w, kThinnestPlateMm);
        parts.push_back(buildSheet(sheet, kBoneEdgeMm));
    }
    if (parts.size() == 1) {
        geometry::Mesh mesh = std::move(parts.front());
        mesh.fibres.clear();
        mesh.fibreCoordinates.clear();
        mesh.tendon.clear();
        return mesh;
    }
    const geometry::Mesh whole = geometry::unite(parts, kUniteCellMm, table.blendMm);
    return geometry::simplified(whole, whole.triangleCount() / kUniteThinning);
}

} // namespace knotmap::body
