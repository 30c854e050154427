#pragma once

#include "tests/support/gltf_schema.h"

#include <array>
#include <cmath>

namespace knotmap::testing {

/// The rules of the Khronos glTF Validator that apply to a file as GltfSchema knows it. Issues of
/// every severity count: errors, warnings, information and hints.
class GltfRules
{
public:
    explicit GltfRules(std::string_view file)
    {
        m_glb = GlbReader(file, m_issues).read();
        // Each step relies on what the previous one has checked.
        if (m_issues.empty())
            GltfSchema(m_glb.document, m_issues).check();
        if (m_issues.empty())
            checkReferences();
        if (m_issues.empty())
            checkBytes();
        if (!m_issues.empty())
            return;
        checkNodes();
        checkMeshes();
        checkUnused();
    }

    const GltfIssues& issues() const { return m_issues; }
    const Glb& glb() const { return m_glb; }

private:
    using json = nlohmann::json;
    using Used = std::set<std::size_t>;

    void issue(const char* code, std::string pointer)
    {
        m_issues.push_back({code, std::move(pointer)});
    }
    static std::string at(const std::string& list, std::size_t index, const std::string& key = "")
    {
        return "/" + list + "/" + std::to_string(index) + key;
    }
    const json& list(const std::string& name) const
    {
        static const json kNone = json::array();
        const auto found = m_glb.document.find(name);
        return found == m_glb.document.end() ? kNone : *found;
    }
    template <typename Visit>
    void eachPrimitive(Visit visit)
    {
        const json& meshes = list("meshes");
        for (std::size_t i = 0; i < meshes.size(); ++i)
            for (std::size_t k = 0; k < meshes[i]["primitives"].size(); ++k)
                visit(meshes[i]["primitives"][k], at("meshes", i, at("primitives", k)));
    }

    // ---- References between objects.

    void refer(const json& from, const char* key, const char* name, const std::string& pointer)
    {
        if (!from.contains(key))
            return;
        const std::size_t index = from[key];
        if (index >= list(name).size())
            issue("UNRESOLVED_REFERENCE", pointer + "/" + key);
        m_used[name].insert(index);
    }
    void referAll(const json& from, const char* key, const std::string& pointer)
    {
        if (!from.contains(key))
            return;
        for (const std::size_t index : from[key]) {
            if (index >= list("nodes").size())
                issue("UNRESOLVED_REFERENCE", pointer + "/" + key);
            m_used["nodes"].insert(index);
        }
    }
    void checkReferences()
    {
        refer(m_glb.document, "scene", "scenes", "");
        for (std::size_t i = 0; i < list("scenes").size(); ++i)
            referAll(list("scenes")[i], "nodes", at("scenes", i));
        for (std::size_t i = 0; i < list("nodes").size(); ++i) {
            refer(list("nodes")[i], "mesh", "meshes", at("nodes", i));
            referAll(list("nodes")[i], "children", at("nodes", i));
        }
        eachPrimitive([&](const json& primitive, const std::string& pointer) {
            refer(primitive, "indices", "accessors", pointer);
            refer(primitive, "material", "materials", pointer);
            for (const auto& [name, index] : primitive["attributes"].items())
                refer(primitive["attributes"], name.c_str(), "accessors", pointer + "/attributes");
        });
        for (std::size_t i = 0; i < list("accessors").size(); ++i)
            refer(list("accessors")[i], "bufferView", "bufferViews", at("accessors", i));
        for (std::size_t i = 0; i < list("bufferViews").size(); ++i)
            refer(list("bufferViews")[i], "buffer", "buffers", at("bufferViews", i));
    }
    void checkUnused()
    {
        for (const char* name :
             {"nodes", "meshes", "materials", "accessors", "bufferViews", "buffers"})
            for (std::size_t i = 0; i < list(name).size(); ++i)
                if (m_used[name].count(i) == 0)
                    issue("UNUSED_OBJECT", at(name, i));
    }

    // ---- Byte ranges.

    void checkBytes()
    {
        const json& buffers = list("buffers");
        for (std::size_t i = 0; i < buffers.size(); ++i) {
            const std::size_t length = buffers[i]["byteLength"];
            if (i > 0 || m_glb.binary.empty())
                issue("BUFFER_MISSING_GLB_DATA", at("buffers", i));
            else if (length > m_glb.binary.size())
                issue("BUFFER_BYTE_LENGTH_MISMATCH", at("buffers", i));
            else if (m_glb.binary.size() - length > 3)
                issue("BUFFER_GLB_CHUNK_TOO_BIG", at("buffers", i));
        }
        for (std::size_t i = 0; i < list("bufferViews").size(); ++i) {
            const json& view = list("bufferViews")[i];
            const std::size_t length = view["byteLength"], offset = view.value("byteOffset", 0U);
            if (offset + length > buffers[view["buffer"].get<std::size_t>()]["byteLength"])
                issue("BUFFER_VIEW_TOO_LONG", at("bufferViews", i));
            if (view.contains("byteStride") && view.value("target", 0) == kGltfIndices)
                issue("BUFFER_VIEW_INVALID_BYTE_STRIDE", at("bufferViews", i));
        }
        for (std::size_t i = 0; i < list("accessors").size(); ++i)
            checkOffset(list("accessors")[i], at("accessors", i));
    }
    void checkOffset(const json& accessor, const std::string& pointer)
    {
        if (!accessor.contains("bufferView"))
            return;
        const json& view = list("bufferViews")[accessor["bufferView"].get<std::size_t>()];
        const std::size_t size = gltfComponentSize(accessor), element = size * gltfWidth(accessor);
        const std::size_t stride = view.value("byteStride", element);
        const std::size_t own = accessor.value("byteOffset", 0U);
        if (own % size != 0)
            issue("ACCESSOR_OFFSET_ALIGNMENT", pointer + "/byteOffset");
        else if ((own + view.value("byteOffset", 0U)) % size != 0)
            issue("ACCESSOR_TOTAL_OFFSET_ALIGNMENT", pointer);
        if (stride < element)
            issue("ACCESSOR_SMALL_BYTESTRIDE", pointer);
        const std::size_t count = accessor["count"];
        if (own + stride * (count - 1) + element > view["byteLength"])
            issue("ACCESSOR_TOO_LONG", pointer);
    }
    /// The elements of an accessor in the binary chunk.
    struct Elements
    {
        const char* first = nullptr;
        std::size_t stride = 0, count = 0;

        template <typename Value>
        Value get(std::size_t element, std::size_t component = 0) const
        {
            Value value{};
            std::memcpy(&value, first + element * stride + component * sizeof value, sizeof value);
            return value;
        }
    };
    Elements elementsOf(const json& accessor) const
    {
        const json& view = list("bufferViews")[accessor["bufferView"].get<std::size_t>()];
        return {m_glb.binary.data() + view.value("byteOffset", 0U) +
                    accessor.value("byteOffset", 0U),
                view.value("byteStride", gltfComponentSize(accessor) * gltfWidth(accessor)),
                accessor["count"]};
    }

    // ---- The scene.

    void checkNodes()
    {
        const json& nodes = list("nodes");
        std::vector<int> parent(nodes.size(), -1);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const json& node = nodes[i];
            const std::string pointer = at("nodes", i);
            const bool hasParts =
                node.contains("translation") || node.contains("rotation") || node.contains("scale");
            if (node.contains("matrix") && hasParts)
                issue("NODE_MATRIX_TRS", pointer + "/matrix");
            if (node.contains("rotation")) {
                double square = 0;
                for (const double part : node["rotation"])
                    square += part * part;
                if (std::abs(std::sqrt(square) - 1) > 0.00674)
                    issue("ROTATION_NON_UNIT", pointer + "/rotation");
            }
            if (!node.contains("mesh") && !node.contains("children"))
                issue("NODE_EMPTY", pointer);
            for (const std::size_t child : node.value("children", json::array())) {
                if (parent[child] >= 0)
                    issue("NODE_PARENT_OVERRIDE", pointer + "/children");
                parent[child] = static_cast<int>(i);
            }
        }
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            std::size_t steps = 0;
            for (int up = parent[i]; up >= 0 && steps <= nodes.size(); ++steps)
                up = parent[static_cast<std::size_t>(up)];
            if (steps > nodes.size())
                issue("NODE_LOOP", at("nodes", i));
        }
        for (std::size_t i = 0; i < list("scenes").size(); ++i)
            for (const std::size_t root : list("scenes")[i].value("nodes", json::array()))
                if (parent[root] >= 0)
                    issue("SCENE_NON_ROOT_NODE", at("scenes", i, "/nodes"));
    }

    // ---- The meshes and their data.

    void checkMeshes()
    {
        eachPrimitive([&](const json& primitive, const std::string& pointer) {
            std::size_t vertices = 0;
            for (const auto& [name, index] : primitive["attributes"].items())
                checkAttribute(name, index, pointer + "/attributes/" + name, vertices);
            if (!primitive.contains("indices"))
                return;
            checkIndices(primitive["indices"], pointer + "/indices", vertices);
        });
    }
    /// The use of an accessor's view: the first use decides, unless its target does.
    void useView(const json& accessor, int target, const std::string& pointer)
    {
        const std::size_t index = accessor["bufferView"];
        const json& view = list("bufferViews")[index];
        if (!view.contains("target"))
            issue("BUFFER_VIEW_TARGET_MISSING", at("bufferViews", index));
        else if (view["target"] != target)
            issue("BUFFER_VIEW_TARGET_OVERRIDE", pointer);
    }
    void checkAttribute(const std::string& name, std::size_t index, const std::string& pointer,
                        std::size_t& vertices)
    {
        const json& accessor = list("accessors")[index];
        if (accessor["type"] != "VEC3" || accessor["componentType"] != kGltfFloat)
            return issue("MESH_PRIMITIVE_ATTRIBUTES_ACCESSOR_INVALID_FORMAT", pointer);
        const std::size_t count = accessor["count"];
        if (vertices != 0 && vertices != count)
            issue("MESH_PRIMITIVE_UNEQUAL_ACCESSOR_COUNT", pointer);
        vertices = count;
        const std::size_t view = accessor["bufferView"];
        if (m_viewUser.emplace(view, index).first->second != index &&
            !list("bufferViews")[view].contains("byteStride"))
            issue("MESH_PRIMITIVE_ACCESSOR_WITHOUT_BYTESTRIDE", pointer);
        useView(accessor, kGltfVertices, pointer);
        if (name == "POSITION" && !(accessor.contains("min") && accessor.contains("max")))
            issue("MESH_PRIMITIVE_POSITION_ACCESSOR_WITHOUT_BOUNDS", pointer);
        checkFloats(accessor, at("accessors", index));
        if (name == "NORMAL")
            checkUnit(accessor, at("accessors", index));
    }
    void checkFloats(const json& accessor, const std::string& pointer)
    {
        const Elements elements = elementsOf(accessor);
        for (std::size_t component = 0; component < gltfWidth(accessor); ++component) {
            float low = INFINITY, high = -INFINITY;
            for (std::size_t i = 0; i < elements.count; ++i) {
                const auto value = elements.get<float>(i, component);
                if (!std::isfinite(value))
                    return issue("ACCESSOR_INVALID_FLOAT", pointer);
                low = std::min(low, value);
                high = std::max(high, value);
            }
            if (accessor.contains("min") && accessor["min"][component] != low)
                issue("ACCESSOR_MIN_MISMATCH", pointer + "/min");
            if (accessor.contains("max") && accessor["max"][component] != high)
                issue("ACCESSOR_MAX_MISMATCH", pointer + "/max");
        }
    }
    void checkUnit(const json& accessor, const std::string& pointer)
    {
        constexpr float kTolerance = 0.00674F; // the validator's own
        const Elements elements = elementsOf(accessor);
        for (std::size_t i = 0; i < elements.count; ++i) {
            const auto x = elements.get<float>(i, 0), y = elements.get<float>(i, 1),
                       z = elements.get<float>(i, 2);
            if (std::abs(std::sqrt(x * x + y * y + z * z) - 1) > kTolerance)
                return issue("ACCESSOR_VECTOR3_NON_UNIT", pointer);
        }
    }
    void checkIndices(std::size_t index, const std::string& pointer, std::size_t vertices)
    {
        const json& accessor = list("accessors")[index];
        const int type = accessor["componentType"];
        if (accessor["type"] != "SCALAR" ||
            (type != kGltfUnsignedByte && type != kGltfUnsignedShort && type != kGltfUnsignedInt))
            return issue("MESH_PRIMITIVE_INDICES_ACCESSOR_INVALID_FORMAT", pointer);
        useView(accessor, kGltfIndices, pointer);
        const Elements elements = elementsOf(accessor);
        if (elements.count % 3 != 0)
            issue("MESH_PRIMITIVE_INCOMPATIBLE_MODE", pointer);
        std::array<std::uint32_t, 3> corners{};
        for (std::size_t i = 0; i < elements.count; ++i) {
            const std::uint32_t vertex = indexAt(elements, type, i);
            if (vertex == UINT32_MAX)
                return issue("ACCESSOR_INDEX_PRIMITIVE_RESTART", at("accessors", index));
            if (vertex >= vertices)
                return issue("ACCESSOR_INDEX_OOB", at("accessors", index));
            corners[i % 3] = vertex;
            if (i % 3 == 2 &&
                (corners[0] == corners[1] || corners[1] == corners[2] || corners[2] == corners[0]))
                return issue("ACCESSOR_INDEX_TRIANGLE_DEGENERATE", at("accessors", index));
        }
    }
    /// An index; UINT32_MAX if it is the largest of its type, which means a primitive restart.
    static std::uint32_t indexAt(const Elements& elements, int type, std::size_t element)
    {
        if (type == kGltfUnsignedInt)
            return elements.get<std::uint32_t>(element);
        if (type == kGltfUnsignedShort) {
            const auto value = elements.get<std::uint16_t>(element);
            return value == UINT16_MAX ? UINT32_MAX : value;
        }
        const auto value = elements.get<std::uint8_t>(element);
        return value == UINT8_MAX ? UINT32_MAX : value;
    }

    Glb m_glb;
    GltfIssues m_issues;
    std::map<std::string, Used> m_used;            ///< of each list, the referenced indices
    std::map<std::size_t, std::size_t> m_viewUser; ///< a view's first vertex accessor
};

} // namespace knotmap::testing
