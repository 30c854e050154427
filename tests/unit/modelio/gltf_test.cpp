#include "engine/modelio/gltf.h"
#include "tests/support/folder.h"
#include "tests/support/gltf_rules.h"
#include "tests/support/small_atlas.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;
using nlohmann::json;

namespace {

/// The small body as a file: the strap on both sides, and its skin.
struct Export
{
    body::Atlas atlas = testing::smallAtlas();
    std::string file;
    testing::GltfIssues issues;
    testing::Glb glb;

    Export()
    {
        const std::vector<modelio::ExportNode> nodes = {
            {"strap", core::Side::Right, "muscle", "superficial", {7, 8}, 0},
            {"strap", core::Side::Left, "muscle", "superficial", {9}, 0},
            {"skin", core::Side::Midline, "skin", "skin", {}, 1}};
        const testing::Folder folder;
        const auto path = folder.path() / "body.glb";
        REQUIRE_FALSE(modelio::writeGlb(meshes(), nodes, path));
        std::ifstream in(path, std::ios::binary);
        file.assign(std::istreambuf_iterator<char>(in), {});
        glb = testing::GlbReader(file, issues).read();
    }

    std::vector<const geometry::Mesh*> meshes() const
    {
        return {&atlas.shapes.front().mesh, &atlas.skin.mesh};
    }
    const json& document() const { return glb.document; }
    const json& attributes(std::size_t mesh) const
    {
        return document()["meshes"][mesh]["primitives"][0]["attributes"];
    }
    const json& accessor(const json& index) const
    {
        return document()["accessors"][index.get<std::size_t>()];
    }
    const json& viewOf(const json& accessorIndex) const
    {
        return document()["bufferViews"][accessor(accessorIndex)["bufferView"].get<std::size_t>()];
    }
    /// The data of an accessor, tightly packed.
    template <typename Value>
    std::vector<Value> data(const json& index) const
    {
        std::vector<Value> values(accessor(index)["count"].get<std::size_t>());
        const json& view = viewOf(index);
        REQUIRE(view["byteLength"] == values.size() * sizeof(Value));
        std::memcpy(values.data(), glb.binary.data() + view["byteOffset"].get<std::size_t>(),
                    view["byteLength"].get<std::size_t>());
        return values;
    }
};

} // namespace

TEST_CASE("an exported body breaks none of glTF's rules")
{
    const Export body;
    const testing::GltfRules rules(body.file);
    for (const testing::GltfIssue& issue : rules.issues())
        FAIL_CHECK(issue.code << " at " << issue.pointer);
}

TEST_CASE("the container has its header and two chunks, padded with spaces and zeros")
{
    const Export body;
    const std::string& file = body.file;
    CHECK(file.substr(0, 4) == "glTF");
    CHECK(testing::glbNumberAt(file, 4) == 2);
    CHECK(testing::glbNumberAt(file, 8) == file.size());
    const std::size_t text = testing::glbNumberAt(file, 12);
    CHECK(text % 4 == 0);
    CHECK(file.substr(16, 4) == "JSON");
    const std::size_t end = file.find_last_not_of(' ', 20 + text - 1);
    CHECK(file[end] == '}');
    CHECK(20 + text - 1 - end < 4);
    const std::size_t binary = 20 + text;
    CHECK(binary + 8 + testing::glbNumberAt(file, binary) == file.size());
    CHECK(testing::glbNumberAt(file, binary) % 4 == 0);
    CHECK(file.substr(binary + 4, 4) == std::string("BIN\0", 4));
    const std::size_t used = body.document()["buffers"][0]["byteLength"];
    CHECK(body.document()["buffers"].size() == 1);
    CHECK(body.glb.binary.size() - used < 4);
    for (std::size_t i = used; i < body.glb.binary.size(); ++i)
        CHECK(body.glb.binary[i] == '\0');
}

TEST_CASE("the text is padded whatever its length, and names what it is")
{
    std::set<std::size_t> lengths;
    for (const char* id : {"a", "ab", "abc", "abcd"}) {
        const body::Atlas atlas = testing::smallAtlas();
        const testing::Folder folder;
        REQUIRE_FALSE(modelio::writeGlb({&atlas.skin.mesh},
                                        {{id, core::Side::Midline, "skin", "skin", {}, 0}},
                                        folder.path() / "body.glb"));
        std::ifstream in(folder.path() / "body.glb", std::ios::binary);
        const std::string file((std::istreambuf_iterator<char>(in)), {});
        const testing::GltfRules rules(file);
        CHECK(rules.issues().empty());
        CHECK(rules.glb().document["asset"]["version"] == "2.0");
        CHECK(rules.glb().document["asset"]["generator"] == "Knotmap");
        CHECK(rules.glb().document["asset"]["copyright"].get<std::string>().find("CC BY 4.0") !=
              std::string::npos);
        CHECK_FALSE(rules.glb().document.contains("extensionsUsed"));
        lengths.insert(rules.glb().document.dump().size() % 4);
    }
    CHECK(lengths.size() >= 2);
}

TEST_CASE("there is one node per instance, named by its id, with the extras of the contract and "
          "nothing else")
{
    const Export body;
    const json& nodes = body.document()["nodes"];
    REQUIRE(nodes.size() == 3);
    CHECK(body.document()["scenes"] == json::parse(R"([{"nodes": [0, 1, 2]}])"));
    CHECK(body.document()["scene"] == 0);
    CHECK(nodes[0]["name"] == "strap.right");
    CHECK(nodes[1]["name"] == "strap.left");
    CHECK(nodes[2]["name"] == "skin");
    CHECK(nodes[0]["extras"] == json::parse(R"({"id": "strap", "kind": "muscle", "side": "right",
        "layer": "superficial", "fma": [7, 8]})"));
    CHECK(nodes[1]["extras"] == json::parse(R"({"id": "strap", "kind": "muscle", "side": "left",
        "layer": "superficial", "fma": [9]})"));
    CHECK(nodes[2]["extras"] == json::parse(R"({"id": "skin", "kind": "skin", "side": "midline",
        "layer": "skin", "fma": []})"));
}

TEST_CASE("a left instance shares the right one's mesh and is mirrored by its node")
{
    // The specification: a node with a negative determinant reverses the winding, so that the
    // outside stays outside.
    const Export body;
    const json& nodes = body.document()["nodes"];
    CHECK(body.document()["meshes"].size() == 2);
    CHECK(nodes[0]["mesh"] == 0);
    CHECK(nodes[1]["mesh"] == 0);
    CHECK(nodes[2]["mesh"] == 1);
    CHECK(nodes[1]["scale"] == json::parse("[-1, 1, 1]"));
    for (const std::size_t whole : {0U, 2U})
        for (const char* key : {"scale", "matrix", "rotation", "translation"})
            CHECK_FALSE(nodes[whole].contains(key));
}

TEST_CASE("positions are in metres along the same axes, normals of unit length as in the mesh")
{
    const Export body;
    for (std::size_t mesh = 0; mesh < 2; ++mesh) {
        const geometry::Mesh& source = *body.meshes()[mesh];
        const auto positions = body.data<glm::vec3>(body.attributes(mesh)["POSITION"]);
        const auto normals = body.data<glm::vec3>(body.attributes(mesh)["NORMAL"]);
        REQUIRE(positions.size() == source.positions.size());
        REQUIRE(normals.size() == source.positions.size());
        std::size_t moved = 0, bent = 0;
        for (std::size_t i = 0; i < positions.size(); ++i) {
            moved += glm::distance(positions[i] * 1000.0F, source.positions[i]) > 1e-4F ? 1U : 0U;
            bent += glm::distance(normals[i], source.normals[i]) > 1e-6F ? 1U : 0U;
            REQUIRE(glm::length(normals[i]) == Approx(1).margin(1e-4));
        }
        CHECK(moved == 0);
        CHECK(bent == 0);
    }
    // A ball of 50 mm.
    const json& skin = body.accessor(body.attributes(1)["POSITION"]);
    CHECK(skin["max"][2].get<float>() == Approx(0.05).margin(0.002));
}

TEST_CASE("minimum and maximum positions are those of the data to the bit")
{
    const Export body;
    for (std::size_t mesh = 0; mesh < 2; ++mesh) {
        const json& index = body.attributes(mesh)["POSITION"];
        geometry::Bounds bounds;
        for (const glm::vec3& position : body.data<glm::vec3>(index))
            bounds.add(position);
        for (int axis = 0; axis < 3; ++axis) {
            const auto at = static_cast<std::size_t>(axis);
            CHECK(body.accessor(index)["min"][at].get<float>() == bounds.low[axis]);
            CHECK(body.accessor(index)["max"][at].get<float>() == bounds.high[axis]);
        }
    }
}

TEST_CASE("indices are those of the mesh, oriented outwards and within range")
{
    const Export body;
    for (std::size_t mesh = 0; mesh < 2; ++mesh) {
        const json& primitive = body.document()["meshes"][mesh]["primitives"][0];
        CHECK(body.document()["meshes"][mesh]["primitives"].size() == 1);
        CHECK_FALSE(primitive.contains("mode")); // triangles
        CHECK(body.accessor(primitive["indices"])["type"] == "SCALAR");
        CHECK(body.accessor(primitive["indices"])["componentType"] == 5125);
        geometry::Mesh read;
        read.indices = body.data<std::uint32_t>(primitive["indices"]);
        read.positions = body.data<glm::vec3>(primitive["attributes"]["POSITION"]);
        CHECK(read.indices == body.meshes()[mesh]->indices);
        CHECK(geometry::volume(read) > 0);
        CHECK(geometry::volume(read) * 1e9 ==
              Approx(geometry::volume(*body.meshes()[mesh])).epsilon(1e-4));
    }
}

TEST_CASE("each accessor has a view of its own, aligned, contiguous and with its target")
{
    const Export body;
    std::size_t end = 0;
    REQUIRE(body.document()["bufferViews"].size() == 6);
    REQUIRE(body.document()["accessors"].size() == 6);
    for (const json& view : body.document()["bufferViews"]) {
        CHECK(view["buffer"] == 0);
        CHECK(view["byteOffset"] == end);
        CHECK(end % 4 == 0);
        end += view["byteLength"].get<std::size_t>();
    }
    CHECK(body.document()["buffers"][0]["byteLength"] == end);
    for (const json& mesh : body.document()["meshes"]) {
        const json& primitive = mesh["primitives"][0];
        CHECK(body.viewOf(primitive["indices"])["target"] == 34963);
        CHECK(body.viewOf(primitive["attributes"]["POSITION"])["target"] == 34962);
        CHECK(body.viewOf(primitive["attributes"]["NORMAL"])["target"] == 34962);
        CHECK(primitive["material"] == 0);
    }
    CHECK(body.document()["materials"].size() == 1);
}

TEST_CASE("a file that cannot be written is an error, not an empty body")
{
    const testing::Folder folder;
    const body::Atlas atlas = testing::smallAtlas();
    CHECK(modelio::writeGlb({&atlas.skin.mesh}, {{"skin", core::Side::Midline, "", "", {}, 0}},
                            folder.path() / "none" / "body.glb"));
}
