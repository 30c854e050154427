#include "engine/render/cache/atlas_cache.h"

#include "engine/core/parallel.h"
#include "engine/render/cache/arrow_mesh.h"
#include "engine/render/cache/noise.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace knotmap::render {
namespace {

Detail detailOf(anatomy::Kind kind)
{
    return kind == anatomy::Kind::Muscle ? Detail::Fibres : Detail::Mottle;
}

/// A number of 0 to 1 from a name, the same on every machine (FNV-1a).
float seedOf(const std::string& id)
{
    std::uint32_t hash = 2166136261U;
    for (const char letter : id)
        hash = (hash ^ static_cast<std::uint8_t>(letter)) * 16777619U;
    hash ^= hash >> 15U;
    hash *= 0x2c1b3c6dU;
    return static_cast<float>((hash >> 8U) & 0xffffU) / 65535.0F;
}

glm::vec4 tintOf(const body::Shape& shape)
{
    if (shape.kind == anatomy::Kind::Bone)
        return {0.74F, 0.655F, 0.50F, 0};
    if (shape.kind == anatomy::Kind::Cartilage)
        return {0.63F, 0.675F, 0.70F, 1};
    const float seed = seedOf(shape.id);
    // From a browner to a more crimson red, with slight variations in lightness.
    const glm::vec3 flesh =
        glm::mix(glm::vec3(0.335F, 0.083F, 0.050F), glm::vec3(0.355F, 0.056F, 0.048F), seed);
    const float second = seed * 7.31F - static_cast<float>(static_cast<int>(seed * 7.31F));
    return {flesh * (0.88F + 0.26F * second), seed};
}

/// Twice the volume over the surface area: exact for a slab.
float meanThickness(const geometry::Mesh& mesh)
{
    double area = 0, volume = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.positions[mesh.indices[i]];
        const glm::vec3 b = mesh.positions[mesh.indices[i + 1]];
        const glm::vec3 c = mesh.positions[mesh.indices[i + 2]];
        const glm::vec3 doubled = glm::cross(b - a, c - a);
        area += glm::length(doubled) / 2;
        volume += glm::dot(a, doubled) / 6;
    }
    return area > 0 ? static_cast<float>(2 * std::abs(volume) / area) : 0.0F;
}

} // namespace

void AtlasCache::update(const scene::Scene& scene)
{
    if (scene.atlas != m_atlas)
        uploadAtlas(scene.atlas);
    m_pose.update(scene);
    if (m_pose.posed() && !m_weighed)
        uploadJointWeights();
    uploadSkinPaint(scene);
    m_zone = scene.zone;
    m_uploads += m_dots.update(m_zone) ? 1 : 0;
    m_uploads +=
        m_more.update(scene, m_skin.mesh, m_atlas ? m_atlas->skin.mesh.positions.size() : 0);
    if (scene.tool && scene.tool->mesh)
        uploadTool(*scene.tool);
    uploadProps(scene.props);
}

void AtlasCache::uploadAtlas(const std::shared_ptr<const body::Atlas>& atlas)
{
    const std::size_t uploads = m_uploads;
    *this = AtlasCache();
    m_uploads = uploads + 1;
    m_atlas = atlas;
    if (!atlas)
        return;
    uploadShapes();
    m_skin.mesh = uploadMesh(prepareMesh(atlas->skin.mesh, atlas->skin.coarser, Detail::None),
                             Detail::None, "skin");
    for (const glm::vec3& position : atlas->skin.mesh.positions)
        m_bounds.add(position);
    attachSkinPaint();
}

void AtlasCache::uploadShapes()
{
    // Packing dominates start-up: shapes are packed in parallel, but few enough at a time that
    // their packed copies do not pile up.
    constexpr std::size_t kAtATime = 32;
    const std::vector<body::Shape>& shapes = m_atlas->shapes;
    for (std::size_t from = 0; from < shapes.size(); from += kAtATime) {
        const std::size_t count = std::min(kAtATime, shapes.size() - from);
        std::vector<PreparedMesh> prepared(count);
        std::vector<CoarsePart> coarse(count);
        core::parallelFor(count, [&](std::size_t i) {
            const body::Shape& shape = shapes[from + i];
            prepared[i] = prepareMesh(shape.mesh, shape.coarser, detailOf(shape.kind));
            coarse[i] = coarsePart(prepared[i], shape.mesh, shape.coarser);
        });
        for (std::size_t i = 0; i < count; ++i) {
            const body::Shape& shape = shapes[from + i];
            m_shapes.push_back(uploadMesh(prepared[i], detailOf(shape.kind), shape.id.c_str()));
            m_tints.push_back(tintOf(shape));
            m_thickness.push_back(meanThickness(shape.mesh));
            m_merged.add(coarse[i], m_tints.back());
            const geometry::Bounds& box = prepared[i].bounds;
            if (box.empty())
                continue;
            m_bounds.add(box.low);
            m_bounds.add(box.high);
            if (!shape.midline) {
                m_bounds.add(box.low * glm::vec3(-1, 1, 1));
                m_bounds.add(box.high * glm::vec3(-1, 1, 1));
            }
        }
    }
    m_merged.upload();
}

void AtlasCache::uploadJointWeights()
{
    m_weighed = true;
    ++m_uploads;
    for (std::size_t i = 0; i < m_shapes.size(); ++i)
        uploadWeights(m_shapes[i], m_atlas->shapes[i].weights);
    m_merged.uploadWeights(*m_atlas);
    uploadWeights(m_skin.mesh, m_atlas->skin.weights);
}

scene::Ball AtlasCache::ballOf(std::uint32_t instance) const
{
    if (m_pose.posed())
        return m_pose.body().ball(instance);
    const body::Instance& each = m_atlas->instances[instance];
    const GpuMesh& mesh = m_shapes[each.shape];
    const float mirror = each.side == core::Side::Left ? -1.0F : 1.0F;
    return {mesh.centre * glm::vec3(mirror, 1, 1), mesh.radius};
}

void AtlasCache::uploadSkinPaint(const scene::Scene& scene)
{
    if (m_skin.mesh.empty())
        return;
    const std::size_t count = m_atlas->skin.mesh.positions.size();
    const bool newZone = scene.zone != m_zone, newChosen = scene.regionHighlight != m_chosenValues,
               newCaution = scene.caution != m_caution;
    // Paint that does not fit the skin belongs to another atlas: better none than garbage.
    if (newZone) {
        m_skin.zoned = scene.zone && scene.zone->edgeDistance.size() == count;
        if (m_skin.zoned)
            fillBuffer(m_skin.edges, "zone", scene.zone->edgeDistance.data(),
                       count * sizeof(glm::vec2));
    }
    if (newChosen) {
        m_chosenValues = scene.regionHighlight;
        m_skin.marked = m_chosenValues && m_chosenValues->size() == count;
        if (m_skin.marked)
            fillBuffer(m_skin.chosen, "chosen region", m_chosenValues->data(),
                       count * sizeof(float));
    }
    if (newCaution) {
        m_caution = scene.caution;
        m_skin.warned = m_caution && m_caution->edgeDistance.size() == count;
        if (m_skin.warned)
            fillBuffer(m_skin.caution, "caution areas", m_caution->edgeDistance.data(),
                       count * sizeof(float));
    }
    if (newZone || newChosen || newCaution) {
        ++m_uploads;
        attachSkinPaint();
    }
    glVertexAttrib2f(kSlotThird, kNoZone, kNoZone);
    glVertexAttrib1f(kSlotFourth, 0);
    glVertexAttrib1f(kSlotFifth, kNoZone);
}

void AtlasCache::attachSkinPaint()
{
    attachAttribute(m_skin.mesh, kSlotThird, 2, m_skin.zoned ? &m_skin.edges : nullptr);
    attachAttribute(m_skin.mesh, kSlotFourth, 1, m_skin.marked ? &m_skin.chosen : nullptr);
    attachAttribute(m_skin.mesh, kSlotFifth, 1, m_skin.warned ? &m_skin.caution : nullptr);
}

void AtlasCache::uploadProps(const std::vector<props::Prop>& props)
{
    const bool same = std::equal(
        props.begin(), props.end(), m_props.begin(), m_props.end(),
        [](const props::Prop& wanted, const GpuProp& held) { return wanted.mesh == held.source; });
    if (same)
        return;
    ++m_uploads;
    m_props.clear();
    for (const props::Prop& prop : props) {
        GpuProp& held = m_props.emplace_back();
        held.source = prop.mesh;
        held.mesh = uploadMesh(prepareMesh(*prop.mesh, {}, Detail::None), Detail::None, "prop");
        fillBuffer(held.colours, "prop colours", prop.colours.data(),
                   prop.colours.size() * sizeof(glm::vec3));
        attachAttribute(held.mesh, kSlotThird, 3, &held.colours);
    }
}

void AtlasCache::uploadTool(const scene::ToolModel& tool)
{
    if (tool.mesh != m_toolMesh) {
        m_toolMesh = tool.mesh;
        m_tool = uploadMesh(prepareMesh(*tool.mesh, {}, Detail::None), Detail::None, "tool");
        m_toolColours.clear();
    }
    if (tool.colours == m_toolColours && !m_toolColours.empty())
        return;
    ++m_uploads;
    m_toolColours = tool.colours;
    std::vector<glm::vec3> colours = tool.colours;
    colours.resize(tool.mesh->positions.size(), glm::vec3(0.5F));
    fillBuffer(m_toolColourBuffer, "tool colours", colours.data(),
               colours.size() * sizeof(glm::vec3));
    attachAttribute(m_tool, kSlotThird, 3, &m_toolColourBuffer);
}

const GpuMesh& AtlasCache::arrow()
{
    if (m_arrow.empty()) {
        const geometry::Mesh mesh = makeArrowMesh();
        m_arrow = uploadMesh(prepareMesh(mesh, {}, Detail::None), Detail::None, "arrow");
        const std::vector<glm::vec3> colours(mesh.positions.size(), kArrowColour);
        fillBuffer(m_arrowColours, "arrow colours", colours.data(),
                   colours.size() * sizeof(glm::vec3));
        attachAttribute(m_arrow, kSlotThird, 3, &m_arrowColours);
    }
    return m_arrow;
}

} // namespace knotmap::render
