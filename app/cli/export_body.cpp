#include "app/cli/export_body.h"

#include "engine/modelio/gltf.h"

namespace knotmap::app {
namespace {

std::vector<int> fmaOn(const anatomy::Structure& structure, core::Side side)
{
    return side == core::Side::Left ? structure.fmaLeft : structure.fmaRight;
}

} // namespace

core::Outcome exportBody(const Library& library, const std::filesystem::path& file)
{
    const body::Atlas& atlas = *library.atlas;
    std::vector<const geometry::Mesh*> meshes;
    for (const body::Shape& shape : atlas.shapes)
        meshes.push_back(&shape.mesh);
    std::vector<modelio::ExportNode> nodes;
    for (const body::Instance& instance : atlas.instances) {
        const body::Shape& shape = atlas.shapeOf(instance);
        nodes.push_back({shape.id, instance.side, std::string(anatomy::kindName(shape.kind)),
                         std::string(anatomy::layerName(shape.layer)),
                         fmaOn(atlas.structures[instance.shape], instance.side), instance.shape});
    }
    meshes.push_back(&atlas.skin.mesh);
    nodes.push_back({"skin", core::Side::Midline, "skin", "skin", {}, meshes.size() - 1});
    return modelio::writeGlb(meshes, nodes, file);
}

} // namespace knotmap::app
