#pragma once

#include "tests/support/glb.h"

#include <algorithm>
#include <set>

namespace knotmap::testing {

/// Component types and buffer view targets of glTF 2.0.
constexpr int kGltfUnsignedByte = 5121, kGltfUnsignedShort = 5123, kGltfUnsignedInt = 5125;
constexpr int kGltfFloat = 5126;
constexpr int kGltfVertices = 34962, kGltfIndices = 34963;

/// Bytes of a component; 0 where the type is unknown.
inline std::size_t gltfComponentSize(const nlohmann::json& accessor)
{
    switch (accessor.value("componentType", 0)) {
    case 5120:
    case kGltfUnsignedByte:
        return 1;
    case 5122:
    case kGltfUnsignedShort:
        return 2;
    case kGltfUnsignedInt:
    case kGltfFloat:
        return 4;
    default:
        return 0;
    }
}

/// Components of an element; 0 where the type is unknown here.
inline std::size_t gltfWidth(const nlohmann::json& accessor)
{
    const std::string type = accessor.value("type", "");
    if (type == "SCALAR")
        return 1;
    return type == "VEC2" ? 2 : type == "VEC3" ? 3 : type == "VEC4" ? 4 : 0;
}

/// The shape of a glTF document: names, types and ranges of its properties. It knows what a file
/// without animations, skins, cameras, images, textures, morph targets, sparse accessors and
/// external buffers has; other properties are UNEXPECTED_PROPERTY.
class GltfSchema
{
public:
    GltfSchema(const nlohmann::json& document, GltfIssues& issues)
        : m_document(document), m_issues(issues)
    {}

    void check()
    {
        const nlohmann::json& root = m_document;
        checkKeys(root, "", {"asset"},
                  {"scene", "scenes", "nodes", "meshes", "materials", "accessors", "bufferViews",
                   "buffers", "extensionsUsed", "extensionsRequired"});
        if (!root.contains("asset"))
            return;
        checkAsset(root["asset"]);
        checkIndex(root, "", "scene");
        checkExtensions();
        each("scenes", [&](const json& scene, const std::string& pointer) {
            checkKeys(scene, pointer, {}, {"nodes"});
            checkIndexList(scene, pointer, "nodes");
        });
        each("nodes", [&](const json& node, const std::string& pointer) {
            checkKeys(node, pointer, {},
                      {"mesh", "children", "matrix", "translation", "rotation", "scale"});
            checkIndex(node, pointer, "mesh");
            checkIndexList(node, pointer, "children");
            checkNumbers(node, pointer, "matrix", 16);
            checkNumbers(node, pointer, "translation", 3);
            checkNumbers(node, pointer, "rotation", 4);
            checkNumbers(node, pointer, "scale", 3);
        });
        each("meshes", [&](const json& mesh, const std::string& pointer) {
            checkKeys(mesh, pointer, {"primitives"}, {});
            checkPrimitives(mesh, pointer);
        });
        each("materials", [&](const json& material, const std::string& pointer) {
            checkMaterial(material, pointer);
        });
        each("accessors", [&](const json& accessor, const std::string& pointer) {
            checkAccessor(accessor, pointer);
        });
        each("bufferViews", [&](const json& view, const std::string& pointer) {
            checkKeys(view, pointer, {"buffer", "byteLength"},
                      {"byteOffset", "byteStride", "target"});
            checkIndex(view, pointer, "buffer");
            checkWhole(view, pointer, "byteLength", 1);
            checkWhole(view, pointer, "byteOffset", 0);
            if (view.contains("target") && view["target"] != kGltfVertices &&
                view["target"] != kGltfIndices)
                issue("VALUE_NOT_IN_LIST", pointer + "/target");
        });
        each("buffers", [&](const json& buffer, const std::string& pointer) {
            checkKeys(buffer, pointer, {"byteLength"}, {});
            checkWhole(buffer, pointer, "byteLength", 1);
        });
    }

private:
    using json = nlohmann::json;
    using Keys = std::set<std::string>;

    void issue(const char* code, std::string pointer)
    {
        m_issues.push_back({code, std::move(pointer)});
    }
    const json& list(const char* name) const
    {
        static const json kNone = json::array();
        const auto found = m_document.find(name);
        return found == m_document.end() ? kNone : *found;
    }

    void checkKeys(const json& object, const std::string& pointer, const Keys& required, Keys known)
    {
        known.insert(required.begin(), required.end());
        known.insert({"name", "extras", "extensions"});
        if (!object.is_object())
            return issue("TYPE_MISMATCH", pointer);
        for (const std::string& key : required)
            if (!object.contains(key))
                issue("UNDEFINED_PROPERTY", pointer);
        for (const auto& [key, value] : object.items())
            if (known.count(key) == 0)
                issue("UNEXPECTED_PROPERTY", pointer + "/" + key);
        if (object.contains("name") && !object["name"].is_string())
            issue("TYPE_MISMATCH", pointer + "/name");
        if (object.contains("extensions"))
            for (const auto& [name, value] : object["extensions"].items())
                if (!isDeclared(name))
                    issue("UNDECLARED_EXTENSION", pointer + "/extensions/" + name);
    }
    bool isDeclared(const std::string& extension) const
    {
        const json& used = list("extensionsUsed");
        return std::find(used.begin(), used.end(), extension) != used.end();
    }
    /// An integer of at least `minValue`, if the key is present.
    void checkWhole(const json& object, const std::string& pointer, const char* key,
                    std::int64_t minValue)
    {
        const auto found = object.find(key);
        if (found == object.end())
            return;
        if (!found->is_number_integer())
            issue("TYPE_MISMATCH", pointer + "/" + key);
        else if (found->get<std::int64_t>() < minValue)
            issue("VALUE_NOT_IN_RANGE", pointer + "/" + key);
    }
    void checkIndex(const json& object, const std::string& pointer, const char* key)
    {
        const auto found = object.find(key);
        if (found == object.end())
            return;
        if (!found->is_number_integer() || found->get<std::int64_t>() < 0)
            issue("INVALID_INDEX", pointer + "/" + key);
    }
    void checkNumbers(const json& object, const std::string& pointer, const char* key,
                      std::size_t count)
    {
        const auto found = object.find(key);
        if (found == object.end())
            return;
        if (!found->is_array())
            return issue("TYPE_MISMATCH", pointer + "/" + key);
        if (found->size() != count)
            issue("ARRAY_LENGTH_NOT_IN_LIST", pointer + "/" + key);
        for (const json& number : *found)
            if (!number.is_number())
                return issue("ARRAY_TYPE_MISMATCH", pointer + "/" + key);
    }
    template <typename Check>
    void each(const char* name, Check check)
    {
        if (!m_document.contains(name))
            return;
        const json& objects = m_document[name];
        if (!objects.is_array())
            return issue("TYPE_MISMATCH", "/" + std::string(name));
        if (objects.empty())
            return issue("EMPTY_ENTITY", "/" + std::string(name));
        for (std::size_t i = 0; i < objects.size(); ++i)
            check(objects[i], "/" + std::string(name) + "/" + std::to_string(i));
    }

    void checkAsset(const json& asset)
    {
        checkKeys(asset, "/asset", {"version"}, {"copyright", "generator", "minVersion"});
        for (const char* key : {"version", "generator", "copyright"})
            if (asset.contains(key) && !asset[key].is_string())
                issue("TYPE_MISMATCH", std::string("/asset/") + key);
        if (!asset.contains("version") || !asset["version"].is_string())
            return;
        const std::string version = asset["version"];
        const std::size_t dot = version.find('.');
        const auto isWhole = [](const std::string& text) {
            return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
        };
        if (dot == std::string::npos || !isWhole(version.substr(0, dot)) ||
            !isWhole(version.substr(dot + 1)))
            issue("PATTERN_MISMATCH", "/asset/version");
        else if (version.substr(0, dot) != "2")
            issue("UNKNOWN_ASSET_MAJOR_VERSION", "/asset/version");
        else if (version.substr(dot + 1) != "0")
            issue("UNKNOWN_ASSET_MINOR_VERSION", "/asset/version");
    }

    void checkExtensions()
    {
        for (const char* name : {"extensionsUsed", "extensionsRequired"})
            each(name, [&](const json& extension, const std::string& pointer) {
                if (!extension.is_string())
                    issue("ARRAY_TYPE_MISMATCH", pointer);
                else if (name == std::string("extensionsRequired") && !isDeclared(extension))
                    issue("UNUSED_EXTENSION_REQUIRED", pointer);
                else if (name == std::string("extensionsUsed"))
                    issue("UNSUPPORTED_EXTENSION", pointer); // these files need none
            });
    }

    void checkIndexList(const json& object, const std::string& pointer, const char* key)
    {
        const auto found = object.find(key);
        if (found == object.end())
            return;
        const std::string location = pointer + "/" + key;
        if (!found->is_array())
            return issue("TYPE_MISMATCH", location);
        if (found->empty())
            issue("EMPTY_ENTITY", location);
        std::set<std::int64_t> seen;
        for (const json& index : *found) {
            if (!index.is_number_integer() || index.get<std::int64_t>() < 0)
                return issue("INVALID_INDEX", location);
            if (!seen.insert(index.get<std::int64_t>()).second)
                issue("DUPLICATE_ELEMENTS", location);
        }
    }

    void checkPrimitives(const json& mesh, const std::string& pointer)
    {
        if (!mesh.contains("primitives") || !mesh["primitives"].is_array())
            return;
        if (mesh["primitives"].empty())
            issue("EMPTY_ENTITY", pointer + "/primitives");
        for (std::size_t i = 0; i < mesh["primitives"].size(); ++i) {
            const json& primitive = mesh["primitives"][i];
            const std::string location = pointer + "/primitives/" + std::to_string(i);
            checkKeys(primitive, location, {"attributes"}, {"indices", "material", "mode"});
            checkIndex(primitive, location, "indices");
            checkIndex(primitive, location, "material");
            checkWhole(primitive, location, "mode", 0);
            if (!primitive.contains("attributes"))
                continue;
            if (primitive["attributes"].empty())
                issue("EMPTY_ENTITY", location + "/attributes");
            else if (!primitive["attributes"].contains("POSITION"))
                issue("MESH_PRIMITIVE_NO_POSITION", location + "/attributes");
            static const Keys kKnown = {"POSITION", "NORMAL"};
            for (const auto& [name, index] : primitive["attributes"].items()) {
                if (kKnown.count(name) == 0 && name.rfind('_', 0) != 0)
                    issue("MESH_PRIMITIVE_INVALID_ATTRIBUTE", location + "/attributes/" + name);
                checkIndex(primitive["attributes"], location + "/attributes", name.c_str());
            }
        }
    }

    void checkMaterial(const json& material, const std::string& pointer)
    {
        checkKeys(
            material, pointer, {},
            {"pbrMetallicRoughness", "emissiveFactor", "alphaMode", "alphaCutoff", "doubleSided"});
        if (!material.contains("pbrMetallicRoughness"))
            return;
        const json& pbr = material["pbrMetallicRoughness"];
        const std::string location = pointer + "/pbrMetallicRoughness";
        checkKeys(pbr, location, {}, {"baseColorFactor", "metallicFactor", "roughnessFactor"});
        for (const char* key : {"metallicFactor", "roughnessFactor"})
            if (pbr.contains(key)) {
                if (!pbr[key].is_number())
                    issue("TYPE_MISMATCH", location + "/" + key);
                else if (pbr[key] < 0 || pbr[key] > 1)
                    issue("VALUE_NOT_IN_RANGE", location + "/" + key);
            }
    }

    void checkAccessor(const json& accessor, const std::string& pointer)
    {
        checkKeys(accessor, pointer, {"componentType", "count", "type"},
                  {"bufferView", "byteOffset", "min", "max", "normalized"});
        checkIndex(accessor, pointer, "bufferView");
        checkWhole(accessor, pointer, "byteOffset", 0);
        checkWhole(accessor, pointer, "count", 1);
        if (accessor.contains("componentType") && gltfComponentSize(accessor) == 0)
            issue("VALUE_NOT_IN_LIST", pointer + "/componentType");
        if (accessor.contains("type") && gltfWidth(accessor) == 0)
            return issue("VALUE_NOT_IN_LIST", pointer + "/type");
        if (accessor.contains("normalized") && accessor["normalized"] == true &&
            (accessor["componentType"] == kGltfFloat ||
             accessor["componentType"] == kGltfUnsignedInt))
            issue("ACCESSOR_NORMALIZED_INVALID", pointer);
        for (const char* key : {"min", "max"})
            checkNumbers(accessor, pointer, key, gltfWidth(accessor));
    }

    const json& m_document;
    GltfIssues& m_issues;
};

} // namespace knotmap::testing
