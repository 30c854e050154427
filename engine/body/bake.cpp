#include "engine/body/bake.h"

#include "engine/body/atlas_file.h"
#include "engine/body/skin.h"
#include "engine/body/surface_map.h"
#include "engine/body/tables.h"
#include "engine/core/parallel.h"
#include "engine/geometry/field.h"
#include "engine/geometry/simplify.h"
#include "engine/geometry/surface.h"

#include <algorithm>
#include <fmt/format.h>

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

Shape buildShape(const anatomy::Structure& structure, const ShapeTable& table)
{
    Shape shape;
    shape.id = structure.id;
    shape.kind = structure.kind;
    shape.layer = structure.layer;
    shape.midline = structure.midline;
    if (structure.kind == anatomy::Kind::Muscle) {
        shape.mesh = buildMuscle(table);
        shape.sheets = table.sheets;
    } else {
        shape.mesh = buildBone(table);
    }
    return shape;
}

/// The shape of an earlier bake, if its table has not been written since; otherwise null.
const Shape* unchanged(const Earlier& earlier, const anatomy::Structure& structure)
{
    const auto index = earlier.atlas->findShape(structure.id);
    std::error_code error;
    const auto written = std::filesystem::last_write_time(structure.file, error);
    return index && !error && written < earlier.made ? &earlier.atlas->shapes[*index] : nullptr;
}

void buildSurface(Atlas& atlas, const SkinTables& tables, const anatomy::Catalogue& catalogue)
{
    std::vector<const geometry::Mesh*> muscles, bones;
    for (const Shape& shape : atlas.shapes)
        (shape.kind == anatomy::Kind::Muscle ? muscles : bones).push_back(&shape.mesh);
    atlas.skin.mesh = buildSkin(tables, muscles, bones);

    const auto skinMesh = std::make_shared<const geometry::Mesh>(atlas.skin.mesh);
    const geometry::Surface skin(skinMesh);
    atlas.landmarks = placeLandmarks(skin, catalogue);
    partitionSkin(atlas, skin, catalogue);
}

void takeSurface(Atlas& atlas, const Atlas& earlier)
{
    atlas.skin = earlier.skin;
    atlas.landmarks = earlier.landmarks;
    atlas.regions = earlier.regions;
}

} // namespace

core::Result<Earlier> readEarlier(const std::filesystem::path& atlasFile)
{
    auto atlas = readAtlas(atlasFile);
    if (!atlas)
        return atlas.error();
    return Earlier{*atlas, std::filesystem::last_write_time(atlasFile)};
}

std::optional<Atlas> bake(const std::filesystem::path& assets, core::Faults& faults,
                          const Earlier* earlier)
{
    const anatomy::Catalogue catalogue = anatomy::loadCatalogue(assets, faults);
    const std::vector<ShapeTable> tables = loadShapeTables(assets, catalogue, faults);
    const SkinTables skinTables = loadSkinTables(assets, faults);
    if (!faults.empty())
        return std::nullopt;

    Atlas atlas;
    atlas.structures = catalogue.structures;
    atlas.shapes.resize(tables.size());
    core::parallelFor(tables.size(), [&](std::size_t i) {
        const Shape* last = earlier ? unchanged(*earlier, catalogue.structures[i]) : nullptr;
        atlas.shapes[i] = last ? *last : buildShape(catalogue.structures[i], tables[i]);
    });
    for (std::size_t i = 0; i < atlas.shapes.size(); ++i)
        if (atlas.shapes[i].mesh.empty())
            faults.push_back({catalogue.structures[i].file, 0, 0,
                              fmt::format("'{}' came out empty: its parts are thinner than {} mm "
                                          "or lie inside out",
                                          atlas.shapes[i].id, kUniteCellMm)});
    if (!faults.empty())
        return std::nullopt;

    if (earlier)
        takeSurface(atlas, *earlier->atlas);
    else
        buildSurface(atlas, skinTables, catalogue);
    addInstances(atlas);
    return atlas;
}

} // namespace knotmap::body
