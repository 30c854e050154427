#include "engine/bake/bake.h"

#include "engine/bake/joint_weights.h"
#include "engine/bake/resolve_contacts.h"
#include "engine/bake/shape_builder.h"
#include "engine/bake/skin.h"
#include "engine/bake/surface_map.h"
#include "engine/bake/tables.h"
#include "engine/body/atlas_file.h"
#include "engine/body/joint_instances.h"
#include "engine/core/parallel.h"
#include "engine/geometry/surface.h"
#include "engine/remesh/detail_levels.h"
#include "engine/words/tr.h"

#include <fmt/format.h>

namespace knotmap::bake {
namespace {

body::Shape buildShape(const anatomy::Structure& structure, const ShapeTable& table)
{
    body::Shape shape;
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
const body::Shape* unchanged(const Earlier& earlier, const std::filesystem::path& assets,
                             const anatomy::Structure& structure)
{
    const auto index = earlier.atlas->findShape(structure.id);
    std::error_code error;
    const auto written = std::filesystem::last_write_time(assets / structure.file, error);
    return index && !error && written < earlier.made ? &earlier.atlas->shapes[*index] : nullptr;
}

void buildSurface(body::Atlas& atlas, const SkinTables& tables, const anatomy::Catalogue& catalogue)
{
    std::vector<const geometry::Mesh*> muscles, bones;
    for (const body::Shape& shape : atlas.shapes)
        (shape.kind == anatomy::Kind::Muscle ? muscles : bones).push_back(&shape.mesh);
    atlas.skin.mesh = buildSkin(tables, muscles, bones);
    remesh::orderForDrawing(atlas.skin.mesh);
    atlas.skin.coarser = remesh::coarserLevels(atlas.skin.mesh);

    const auto skinMesh = std::make_shared<const geometry::Mesh>(atlas.skin.mesh);
    const geometry::Surface skin(skinMesh);
    atlas.landmarks = placeLandmarks(skin, catalogue);
    partitionSkin(atlas, skin, catalogue);
}

void takeSurface(body::Atlas& atlas, const body::Atlas& earlier)
{
    atlas.skin = earlier.skin;
    atlas.landmarks = earlier.landmarks;
    atlas.regions = earlier.regions;
}

bool sameJoints(const body::Atlas& a, const body::Atlas& b)
{
    return std::equal(a.joints.begin(), a.joints.end(), b.joints.begin(), b.joints.end(),
                      [](const body::JointInstance& one, const body::JointInstance& other) {
                          return one.id == other.id && one.side == other.side;
                      });
}

/// Of a draft only what is new is weighed, as long as the joints are the same.
void dropOldWeights(body::Atlas& atlas, const Earlier* earlier)
{
    if (earlier && sameJoints(atlas, *earlier->atlas))
        return;
    atlas.skin.weights.clear();
    for (body::Shape& shape : atlas.shapes)
        shape.weights.clear();
}

/// The skin, the coarser levels of the settled shapes, and what the joints move. Much of the skin
/// is made in one piece after the other: what it does not wait for is done beside it.
void finish(body::Atlas& atlas, const SkinTables& tables, const anatomy::Catalogue& catalogue,
            const Earlier* earlier)
{
    core::parallelFor(atlas.shapes.size(),
                      [&](std::size_t i) { remesh::orderForDrawing(atlas.shapes[i].mesh); });
    if (earlier)
        takeSurface(atlas, *earlier->atlas);
    atlas.joints = body::placeJoints(catalogue.joints);
    dropOldWeights(atlas, earlier);
    Weighing weighing(atlas, catalogue.joints);
    core::parallelFor(2, [&](std::size_t task) {
        if (task == 0) {
            if (!earlier)
                buildSurface(atlas, tables, catalogue);
            return;
        }
        weighing.weighShapes();
        for (body::Shape& shape : atlas.shapes)
            shape.coarser = remesh::coarserLevels(shape.mesh);
    });
    weighing.weighSkin();
}

} // namespace

core::Result<Earlier> readEarlier(const std::filesystem::path& atlasFile)
{
    auto atlas = body::readAtlas(atlasFile);
    if (!atlas)
        return atlas.error();
    return Earlier{*atlas, std::filesystem::last_write_time(atlasFile)};
}

std::optional<body::Atlas> bake(const std::filesystem::path& assets, core::Faults& faults,
                                const Earlier* earlier)
{
    const anatomy::Catalogue catalogue = anatomy::loadCatalogue(assets, faults);
    const std::vector<ShapeTable> tables = loadShapeTables(assets, catalogue, faults);
    const SkinTables skinTables = loadSkinTables(assets, faults);
    if (!faults.empty())
        return std::nullopt;

    body::Atlas atlas;
    atlas.structures = catalogue.structures;
    atlas.shapes.resize(tables.size());
    std::vector<const body::Shape*> kept;
    for (const anatomy::Structure& structure : catalogue.structures)
        kept.push_back(earlier ? unchanged(*earlier, assets, structure) : nullptr);
    core::parallelFor(tables.size(), [&](std::size_t i) {
        atlas.shapes[i] = kept[i] ? *kept[i] : buildShape(catalogue.structures[i], tables[i]);
    });
    for (std::size_t i = 0; i < atlas.shapes.size(); ++i)
        if (atlas.shapes[i].mesh.empty())
            faults.push_back({catalogue.structures[i].file, 0, 0,
                              trf("'{}' came out empty: its parts are too thin or inside out",
                                  atlas.shapes[i].id)});
    if (!faults.empty())
        return std::nullopt;

    std::vector<bool> fixed;
    for (const body::Shape* shape : kept)
        fixed.push_back(shape != nullptr);
    resolveContacts(atlas.shapes, atlas.structures, fixed);

    finish(atlas, skinTables, catalogue, earlier);
    body::addInstances(atlas);
    return atlas;
}

} // namespace knotmap::bake
