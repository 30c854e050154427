// The rules for an exported body catch violations: each row breaks a valid file in one respect.

#include "tests/support/gltf_rules.h"

#include <catch2/catch.hpp>
#include <functional>

using nlohmann::json;
using namespace knotmap::testing;

namespace {

/// A tetrahedron: indices, positions and normals, concatenated.
struct Parts
{
    json document = json::parse(R"({
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0, 1]}],
        "nodes": [{"mesh": 0, "children": [2]}, {"mesh": 0, "scale": [-1, 1, 1]}, {"mesh": 0}],
        "materials": [{"pbrMetallicRoughness": {"metallicFactor": 0}}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 1, "NORMAL": 2},
                                    "indices": 0, "material": 0}]}],
        "accessors": [
            {"bufferView": 0, "componentType": 5125, "count": 12, "type": "SCALAR"},
            {"bufferView": 1, "componentType": 5126, "count": 4, "type": "VEC3",
             "min": [0, 0, 0], "max": [1, 2, 3]},
            {"bufferView": 2, "componentType": 5126, "count": 4, "type": "VEC3"}],
        "bufferViews": [
            {"buffer": 0, "byteOffset": 0, "byteLength": 48, "target": 34963},
            {"buffer": 0, "byteOffset": 48, "byteLength": 48, "target": 34962},
            {"buffer": 0, "byteOffset": 96, "byteLength": 48, "target": 34962}],
        "buffers": [{"byteLength": 144}]})");
    std::string binary;

    Parts()
    {
        for (const std::uint32_t index : {0U, 2U, 1U, 0U, 1U, 3U, 1U, 2U, 3U, 2U, 0U, 3U})
            appendGlbNumber(binary, index);
        for (const float number : {0.F, 0.F, 0.F, 1.F, 0.F, 0.F, 0.F, 2.F, 0.F, 0.F, 0.F, 3.F})
            append(number);
        for (const float number : {-1.F, 0.F, 0.F, 1.F, 0.F, 0.F, 0.F, 1.F, 0.F, 0.F, 0.F, 1.F})
            append(number);
    }
    void append(float number)
    {
        binary.append(reinterpret_cast<const char*>(&number), sizeof number);
    }
    template <typename Value>
    void set(std::size_t offset, Value value)
    {
        std::memcpy(binary.data() + offset, &value, sizeof value);
    }
    json& primitive() { return document["meshes"][0]["primitives"][0]; }
    json& accessor(std::size_t index) { return document["accessors"][index]; }
    json& view(std::size_t index) { return document["bufferViews"][index]; }
    std::string file() const { return makeGlb(document.dump(), binary); }
};

struct Corruption
{
    const char* code;
    std::function<void(Parts&)> spoil;
};

std::string codes(const GltfIssues& issues)
{
    std::string all;
    for (const GltfIssue& issue : issues)
        all += issue.code + " at " + issue.pointer + "\n";
    return all;
}

void checkCaught(const std::vector<Corruption>& corruptions)
{
    for (std::size_t row = 0; row < corruptions.size(); ++row) {
        Parts parts;
        corruptions[row].spoil(parts);
        const GltfRules rules(parts.file());
        INFO("row " << row << ", expected " << corruptions[row].code << ", found:\n"
                    << codes(rules.issues()));
        CHECK_FALSE(rules.issues().empty());
        for (const GltfIssue& issue : rules.issues())
            CHECK(issue.code == corruptions[row].code);
    }
}

std::string soundFile()
{
    return Parts().file();
}

void setNumber(std::string& file, std::size_t at, std::uint32_t number)
{
    std::memcpy(file.data() + at, &number, sizeof number);
}

/// Where the binary chunk's header begins.
std::size_t binaryChunk(const std::string& file)
{
    return kGlbHeader + kGlbChunkHeader + glbNumberAt(file, kGlbHeader);
}

/// Adds a chunk and corrects the file's length.
void addChunk(std::string& file, std::uint32_t type, const std::string& content)
{
    appendGlbNumber(file, static_cast<std::uint32_t>(content.size()));
    appendGlbNumber(file, type);
    file += content;
    setNumber(file, 8, static_cast<std::uint32_t>(file.size()));
}

} // namespace

TEST_CASE("a valid glTF file has no issue")
{
    CHECK(codes(GltfRules(soundFile()).issues()).empty());
}

TEST_CASE("faults of a GLB container are caught")
{
    const struct
    {
        const char* code;
        std::function<void(std::string&)> spoil;
    } corruptions[] = {
        {"GLB_UNEXPECTED_END_OF_HEADER", [](std::string& file) { file.resize(11); }},
        {"GLB_INVALID_MAGIC", [](std::string& file) { file[0] = 'G'; }},
        {"GLB_INVALID_VERSION", [](std::string& file) { file[4] = 1; }},
        {"GLB_LENGTH_TOO_SMALL", [](std::string& file) { setNumber(file, 8, 12); }},
        {"GLB_EXTRA_DATA", [](std::string& file) { file += '\0'; }},
        {"GLB_UNEXPECTED_END_OF_CHUNK_DATA", [](std::string& file) { file.pop_back(); }},
        {"GLB_UNEXPECTED_END_OF_CHUNK_HEADER",
         [](std::string& file) {
             file += "end.";
             setNumber(file, 8, static_cast<std::uint32_t>(file.size()));
         }},
        {"GLB_CHUNK_TOO_BIG",
         [](std::string& file) {
             const std::size_t at = binaryChunk(file);
             setNumber(file, at, glbNumberAt(file, at) + 4);
         }},
        {"GLB_CHUNK_LENGTH_UNALIGNED",
         [](std::string& file) {
             setNumber(file, binaryChunk(file), glbNumberAt(file, binaryChunk(file)) - 2);
             file.resize(file.size() - 2);
             setNumber(file, 8, static_cast<std::uint32_t>(file.size()));
         }},
        {"GLB_UNEXPECTED_FIRST_CHUNK", [](std::string& file) { setNumber(file, 16, 0x21212121); }},
        {"GLB_UNKNOWN_CHUNK_TYPE", [](std::string& file) { addChunk(file, 0x21212121, "more"); }},
        {"GLB_DUPLICATE_CHUNK", [](std::string& file) { addChunk(file, kGlbJson, "{}  "); }},
        {"GLB_DUPLICATE_CHUNK", [](std::string& file) { addChunk(file, kGlbBinary, "more"); }},
        {"GLB_EMPTY_CHUNK", [](std::string& file) { file = makeGlb("", "full"); }},
        {"INVALID_JSON", [](std::string& file) { file = makeGlb("{\"asset\":", "full"); }},
    };
    for (const auto& corruption : corruptions) {
        std::string file = soundFile();
        corruption.spoil(file);
        const GltfRules rules(file);
        INFO("expected " << corruption.code << ", found:\n" << codes(rules.issues()));
        REQUIRE_FALSE(rules.issues().empty());
        CHECK(rules.issues().front().code == corruption.code);
    }
}

TEST_CASE("faults of the document's shape are caught")
{
    checkCaught({
        {"UNDEFINED_PROPERTY", [](Parts& parts) { parts.document.erase("asset"); }},
        {"UNDEFINED_PROPERTY", [](Parts& parts) { parts.document["asset"].erase("version"); }},
        {"TYPE_MISMATCH", [](Parts& parts) { parts.document["asset"]["version"] = 2.0; }},
        {"PATTERN_MISMATCH", [](Parts& parts) { parts.document["asset"]["version"] = "2"; }},
        {"UNKNOWN_ASSET_MAJOR_VERSION",
         [](Parts& parts) { parts.document["asset"]["version"] = "3.0"; }},
        {"UNKNOWN_ASSET_MINOR_VERSION",
         [](Parts& parts) { parts.document["asset"]["version"] = "2.1"; }},
        {"UNEXPECTED_PROPERTY", [](Parts& parts) { parts.document["skin"] = 1; }},
        {"UNEXPECTED_PROPERTY", [](Parts& parts) { parts.document["nodes"][0]["side"] = 1; }},
        {"EMPTY_ENTITY", [](Parts& parts) { parts.document["materials"] = json::array(); }},
        {"EMPTY_ENTITY",
         [](Parts& parts) { parts.document["scenes"][0]["nodes"] = json::array(); }},
        {"EMPTY_ENTITY",
         [](Parts& parts) { parts.document["meshes"][0]["primitives"] = json::array(); }},
        {"DUPLICATE_ELEMENTS",
         [](Parts& parts) {
             parts.document["scenes"][0]["nodes"] = {0, 1, 1};
         }},
        {"INVALID_INDEX",
         [](Parts& parts) {
             parts.document["scenes"][0]["nodes"] = {0, -1};
         }},
        {"INVALID_INDEX", [](Parts& parts) { parts.document["nodes"][1]["mesh"] = -1; }},
        {"TYPE_MISMATCH", [](Parts& parts) { parts.document["nodes"][1]["name"] = 7; }},
        {"TYPE_MISMATCH", [](Parts& parts) { parts.document["nodes"] = 7; }},
        {"ARRAY_LENGTH_NOT_IN_LIST",
         [](Parts& parts) {
             parts.document["nodes"][1]["scale"] = {-1, 1};
         }},
        {"ARRAY_TYPE_MISMATCH",
         [](Parts& parts) {
             parts.document["nodes"][1]["scale"] = {-1, 1, "1"};
         }},
        {"VALUE_NOT_IN_RANGE",
         [](Parts& parts) {
             parts.document["materials"][0]["pbrMetallicRoughness"]["metallicFactor"] = 1.5;
         }},
        {"VALUE_NOT_IN_RANGE", [](Parts& parts) { parts.accessor(0)["count"] = 0; }},
        {"VALUE_NOT_IN_RANGE", [](Parts& parts) { parts.view(0)["byteLength"] = 0; }},
        {"VALUE_NOT_IN_LIST", [](Parts& parts) { parts.view(0)["target"] = 34964; }},
        {"VALUE_NOT_IN_LIST", [](Parts& parts) { parts.accessor(0)["componentType"] = 5124; }},
        {"VALUE_NOT_IN_LIST", [](Parts& parts) { parts.accessor(2)["type"] = "VEC5"; }},
        {"ACCESSOR_NORMALIZED_INVALID",
         [](Parts& parts) { parts.accessor(2)["normalized"] = true; }},
        {"MESH_PRIMITIVE_NO_POSITION",
         [](Parts& parts) { parts.primitive()["attributes"].erase("POSITION"); }},
        {"MESH_PRIMITIVE_INVALID_ATTRIBUTE",
         [](Parts& parts) { parts.primitive()["attributes"]["FIBRE"] = 2; }},
        {"UNDECLARED_EXTENSION",
         [](Parts& parts) { parts.document["nodes"][0]["extensions"]["EXT_x"] = json::object(); }},
        {"UNUSED_EXTENSION_REQUIRED",
         [](Parts& parts) { parts.document["extensionsRequired"] = {"EXT_x"}; }},
        {"UNSUPPORTED_EXTENSION",
         [](Parts& parts) { parts.document["extensionsUsed"] = {"EXT_x"}; }},
    });
}

TEST_CASE("dangling references and unreferenced objects are caught")
{
    checkCaught({
        {"UNRESOLVED_REFERENCE", [](Parts& parts) { parts.document["scene"] = 1; }},
        {"UNRESOLVED_REFERENCE", [](Parts& parts) { parts.document["nodes"][1]["mesh"] = 1; }},
        {"UNRESOLVED_REFERENCE",
         [](Parts& parts) {
             parts.document["scenes"][0]["nodes"] = {0, 1, 3};
         }},
        {"UNRESOLVED_REFERENCE", [](Parts& parts) { parts.primitive()["material"] = 1; }},
        {"UNRESOLVED_REFERENCE", [](Parts& parts) { parts.primitive()["indices"] = 3; }},
        {"UNRESOLVED_REFERENCE",
         [](Parts& parts) { parts.primitive()["attributes"]["NORMAL"] = 3; }},
        {"UNRESOLVED_REFERENCE", [](Parts& parts) { parts.accessor(0)["bufferView"] = 3; }},
        {"UNRESOLVED_REFERENCE", [](Parts& parts) { parts.view(0)["buffer"] = 1; }},
        {"UNUSED_OBJECT",
         [](Parts& parts) { parts.document["materials"].push_back(json::object()); }},
        {"UNUSED_OBJECT",
         [](Parts& parts) { parts.document["meshes"].push_back(parts.document["meshes"][0]); }},
        {"UNUSED_OBJECT",
         [](Parts& parts) { parts.document["accessors"].push_back(parts.accessor(2)); }},
        {"UNUSED_OBJECT",
         [](Parts& parts) { parts.document["bufferViews"].push_back(parts.view(2)); }},
        {"UNUSED_OBJECT", [](Parts& parts) { parts.document["scenes"][0]["nodes"] = {0}; }},
    });
}

TEST_CASE("wrong byte ranges are caught")
{
    checkCaught({
        {"BUFFER_BYTE_LENGTH_MISMATCH",
         [](Parts& parts) { parts.document["buffers"][0]["byteLength"] = 148; }},
        {"BUFFER_GLB_CHUNK_TOO_BIG", [](Parts& parts) { parts.binary.append(4, '\0'); }},
        {"BUFFER_MISSING_GLB_DATA",
         [](Parts& parts) {
             parts.document["buffers"].push_back({{"byteLength", 4}});
         }},
        {"BUFFER_VIEW_TOO_LONG", [](Parts& parts) { parts.view(2)["byteLength"] = 49; }},
        {"BUFFER_VIEW_INVALID_BYTE_STRIDE", [](Parts& parts) { parts.view(0)["byteStride"] = 4; }},
        {"ACCESSOR_TOO_LONG", [](Parts& parts) { parts.accessor(2)["count"] = 5; }},
        {"ACCESSOR_OFFSET_ALIGNMENT",
         [](Parts& parts) {
             parts.accessor(2)["byteOffset"] = 2;
             parts.accessor(2)["count"] = 3;
         }},
        {"ACCESSOR_TOTAL_OFFSET_ALIGNMENT", [](Parts& parts) { parts.view(2)["byteOffset"] = 94; }},
        {"ACCESSOR_SMALL_BYTESTRIDE", [](Parts& parts) { parts.view(2)["byteStride"] = 8; }},
    });
}

TEST_CASE("misplaced nodes are caught")
{
    const json turned = {0, 0, 0.5, 0.5};
    const json matrix = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 5, 0, 0, 1};
    checkCaught({
        {"NODE_MATRIX_TRS", [&](Parts& parts) { parts.document["nodes"][1]["matrix"] = matrix; }},
        {"ROTATION_NON_UNIT",
         [&](Parts& parts) { parts.document["nodes"][1]["rotation"] = turned; }},
        {"NODE_EMPTY", [](Parts& parts) { parts.document["nodes"][2].erase("mesh"); }},
        {"NODE_PARENT_OVERRIDE",
         [](Parts& parts) { parts.document["nodes"][1]["children"] = {2}; }},
        {"SCENE_NON_ROOT_NODE",
         [](Parts& parts) {
             parts.document["scenes"][0]["nodes"] = {0, 1, 2};
         }},
        {"NODE_LOOP",
         [](Parts& parts) {
             parts.document["scenes"][0]["nodes"] = {1};
             parts.document["nodes"][2]["children"] = {0};
         }},
    });
}

TEST_CASE("accessors that do not fit their use are caught")
{
    checkCaught({
        {"MESH_PRIMITIVE_ATTRIBUTES_ACCESSOR_INVALID_FORMAT",
         [](Parts& parts) { parts.accessor(2)["type"] = "VEC2"; }},
        {"MESH_PRIMITIVE_POSITION_ACCESSOR_WITHOUT_BOUNDS",
         [](Parts& parts) { parts.accessor(1).erase("min"); }},
        {"MESH_PRIMITIVE_UNEQUAL_ACCESSOR_COUNT",
         [](Parts& parts) { parts.accessor(2)["count"] = 3; }},
        {"MESH_PRIMITIVE_INDICES_ACCESSOR_INVALID_FORMAT",
         [](Parts& parts) { parts.accessor(0)["componentType"] = 5126; }},
        {"MESH_PRIMITIVE_INCOMPATIBLE_MODE", [](Parts& parts) { parts.accessor(0)["count"] = 11; }},
        {"MESH_PRIMITIVE_ACCESSOR_WITHOUT_BYTESTRIDE",
         [](Parts& parts) {
             parts.view(1)["byteLength"] = 96;
             parts.accessor(2)["bufferView"] = 1;
             parts.accessor(2)["byteOffset"] = 48;
             parts.document["bufferViews"].erase(2);
         }},
        {"BUFFER_VIEW_TARGET_OVERRIDE", [](Parts& parts) { parts.view(0)["target"] = 34962; }},
        {"BUFFER_VIEW_TARGET_OVERRIDE", [](Parts& parts) { parts.view(2)["target"] = 34963; }},
        {"BUFFER_VIEW_TARGET_MISSING", [](Parts& parts) { parts.view(1).erase("target"); }},
    });
}

TEST_CASE("data that contradict their description are caught")
{
    constexpr std::size_t kPositions = 48, kNormals = 96;
    checkCaught({
        {"ACCESSOR_MIN_MISMATCH",
         [](Parts& parts) {
             parts.accessor(1)["min"] = {-0.001, 0, 0};
         }},
        {"ACCESSOR_MIN_MISMATCH",
         [](Parts& parts) {
             parts.accessor(1)["min"] = {0, 0, 0.001};
         }},
        {"ACCESSOR_MAX_MISMATCH",
         [](Parts& parts) {
             parts.accessor(1)["max"] = {1, 2, 3.001};
         }},
        {"ACCESSOR_MAX_MISMATCH",
         [](Parts& parts) {
             parts.accessor(1)["max"] = {0.9, 2, 3};
         }},
        {"ACCESSOR_INVALID_FLOAT", [](Parts& parts) { parts.set(kPositions, NAN); }},
        {"ACCESSOR_INVALID_FLOAT", [](Parts& parts) { parts.set(kPositions + 16, INFINITY); }},
        {"ACCESSOR_VECTOR3_NON_UNIT", [](Parts& parts) { parts.set(kNormals, -0.99F); }},
        {"ACCESSOR_VECTOR3_NON_UNIT", [](Parts& parts) { parts.set(kNormals + 44, 0.0F); }},
        {"ACCESSOR_INDEX_OOB", [](Parts& parts) { parts.set(44, 4U); }},
        {"ACCESSOR_INDEX_PRIMITIVE_RESTART", [](Parts& parts) { parts.set(0, UINT32_MAX); }},
        {"ACCESSOR_INDEX_TRIANGLE_DEGENERATE", [](Parts& parts) { parts.set(0, 1U); }},
    });
}

TEST_CASE("indices of one and of two bytes are read as such")
{
    checkCaught({
        {"ACCESSOR_INDEX_OOB",
         [](Parts& parts) {
             parts.accessor(0)["componentType"] = 5123;
             for (std::size_t i = 0; i < 12; ++i)
                 parts.set(2 * i, static_cast<std::uint16_t>(i % 3 + (i == 11 ? 2 : 0)));
         }},
        {"ACCESSOR_INDEX_OOB",
         [](Parts& parts) {
             parts.accessor(0)["componentType"] = 5121;
             for (std::size_t i = 0; i < 12; ++i)
                 parts.set(i, static_cast<std::uint8_t>(i % 3 + (i == 11 ? 2 : 0)));
         }},
    });
}
