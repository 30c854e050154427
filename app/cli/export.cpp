#include "app/cli/subcommands.h"
#include "engine/modelio/gltf.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

std::vector<int> fmaOn(const anatomy::Structure& structure, core::Side side) {
    return side == core::Side::Left ? structure.fmaLeft : structure.fmaRight;
}

int exportTo(const Library& library, const std::string& file) {
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
    if (const auto error = modelio::writeGlb(meshes, nodes, file))
        return fail(*error);
    fmt::print(stderr, "{}: {} nodes\n", file, nodes.size());
    return 0;
}

} // namespace

void addExport(CLI::App& app, Invocation& invocation) {
    const auto file = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("export", "Write the body as binary glTF 2.0");
    command->add_option("file", *file, "File to write, ending in .glb")->required();
    command->callback([&invocation, file] {
        if (const auto library = openLibrary(invocation))
            invocation.exitStatus = exportTo(*library, *file);
    });
}

} // namespace knotmap::app
