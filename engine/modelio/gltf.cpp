#include "engine/modelio/gltf.h"

#include "engine/core/output_file.h"

#include <cstdint>
#include <nlohmann/json.hpp>

namespace knotmap::modelio {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// Constants of the glTF 2.0 specification, sections 3.6 and 4.4.
constexpr std::uint32_t kMagic = 0x46546C67;
constexpr std::uint32_t kJsonChunk = 0x4E4F534A, kBinaryChunk = 0x004E4942;
constexpr int kUnsignedInt = 5125, kFloat = 5126;
constexpr int kVertexTarget = 34962, kIndexTarget = 34963;
constexpr float kMetresPerMm = 0.001F;

/// The binary chunk and the views and accessors into it.
struct Buffer
{
    std::string bytes;
    json views = json::array(), accessors = json::array();

    int addAccessor(const void* data, std::size_t size, std::size_t count, int componentType,
                    const char* type, int target)
    {
        views.push_back({{"buffer", 0},
                         {"byteOffset", bytes.size()},
                         {"byteLength", size},
                         {"target", target}});
        bytes.append(static_cast<const char*>(data), size);
        accessors.push_back({{"bufferView", views.size() - 1},
                             {"componentType", componentType},
                             {"count", count},
                             {"type", type}});
        return static_cast<int>(accessors.size() - 1);
    }
};

json addMesh(Buffer& buffer, const geometry::Mesh& mesh)
{
    std::vector<glm::vec3> metres;
    geometry::Bounds bounds;
    metres.reserve(mesh.positions.size());
    for (const glm::vec3& position : mesh.positions) {
        metres.push_back(position * kMetresPerMm);
        bounds.add(metres.back());
    }
    const int indices =
        buffer.addAccessor(mesh.indices.data(), mesh.indices.size() * sizeof(std::uint32_t),
                           mesh.indices.size(), kUnsignedInt, "SCALAR", kIndexTarget);
    const int positions = buffer.addAccessor(metres.data(), metres.size() * sizeof(glm::vec3),
                                             metres.size(), kFloat, "VEC3", kVertexTarget);
    buffer.accessors.back()["min"] = {bounds.low.x, bounds.low.y, bounds.low.z};
    buffer.accessors.back()["max"] = {bounds.high.x, bounds.high.y, bounds.high.z};
    const int normals =
        buffer.addAccessor(mesh.normals.data(), mesh.normals.size() * sizeof(glm::vec3),
                           mesh.normals.size(), kFloat, "VEC3", kVertexTarget);
    return {{"primitives",
             {{{"attributes", {{"POSITION", positions}, {"NORMAL", normals}}},
               {"indices", indices},
               {"material", 0}}}}};
}

json describe(const ExportNode& node)
{
    json entry = {{"name", core::instanceName(node.id, node.side)},
                  {"mesh", node.mesh},
                  {"extras",
                   {{"id", node.id},
                    {"kind", node.kind},
                    {"side", core::sideName(node.side)},
                    {"layer", node.layer},
                    {"fma", node.fma}}}};
    if (node.side == core::Side::Left)
        entry["scale"] = {-1, 1, 1};
    return entry;
}

void pad(std::string& bytes, char with)
{
    while (bytes.size() % 4 != 0)
        bytes.push_back(with);
}

void appendNumber(std::string& out, std::uint32_t number)
{
    out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

std::string assemble(std::string text, std::string binary)
{
    pad(text, ' ');
    pad(binary, '\0');
    constexpr std::size_t kHeaders = 12 + 8 + 8;
    std::string file;
    appendNumber(file, kMagic);
    appendNumber(file, 2);
    appendNumber(file, static_cast<std::uint32_t>(kHeaders + text.size() + binary.size()));
    appendNumber(file, static_cast<std::uint32_t>(text.size()));
    appendNumber(file, kJsonChunk);
    file += text;
    appendNumber(file, static_cast<std::uint32_t>(binary.size()));
    appendNumber(file, kBinaryChunk);
    return file + binary;
}

} // namespace

core::Outcome writeGlb(const std::vector<const geometry::Mesh*>& meshes,
                       const std::vector<ExportNode>& nodes, const fs::path& path)
{
    Buffer buffer;
    json document = {
        {"asset",
         {{"version", "2.0"},
          {"generator", "Knotmap"},
          {"copyright",
           "Knotmap's tables, CC BY 4.0. Measured on BodyParts3D, (c) The Database Center for "
           "Life Science, CC BY 4.0, and on the Human Reference Atlas 3D Reference Object "
           "Library, CC BY 4.0"}}},
        {"scene", 0},
        {"materials", {{{"pbrMetallicRoughness", {{"metallicFactor", 0}}}}}}};
    document["meshes"] = json::array();
    for (const geometry::Mesh* mesh : meshes)
        document["meshes"].push_back(addMesh(buffer, *mesh));
    document["nodes"] = json::array();
    std::vector<std::size_t> roots;
    for (const ExportNode& node : nodes) {
        roots.push_back(document["nodes"].size());
        document["nodes"].push_back(describe(node));
    }
    document["scenes"] = {{{"nodes", roots}}};
    document["bufferViews"] = std::move(buffer.views);
    document["accessors"] = std::move(buffer.accessors);
    document["buffers"] = {{{"byteLength", buffer.bytes.size()}}};
    return core::writeOutput(path, assemble(document.dump(), std::move(buffer.bytes)));
}

} // namespace knotmap::modelio
