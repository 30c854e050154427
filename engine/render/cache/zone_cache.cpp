#include "engine/render/cache/zone_cache.h"

#include <algorithm>
#include <cstddef>

namespace knotmap::render {
namespace {

/// A dot as shaders/dots.vert reads it.
struct DotVertex
{
    glm::vec3 position, normal;
    body::JointWeights weights;
};

} // namespace

void fillBuffer(gl::Buffer& buffer, const char* label, const void* data, std::size_t bytes)
{
    if (!buffer)
        buffer = gl::Buffer(label);
    glBindBuffer(GL_ARRAY_BUFFER, buffer.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(bytes), data, GL_DYNAMIC_DRAW);
}

void attachAttribute(const GpuMesh& mesh, GLuint slot, GLint components, const gl::Buffer* buffer)
{
    if (mesh.empty())
        return;
    glBindVertexArray(mesh.array.id());
    if (buffer == nullptr) {
        glDisableVertexAttribArray(slot);
    } else {
        glBindBuffer(GL_ARRAY_BUFFER, buffer->id());
        floatAttribute(slot, components, 0, 0);
    }
    glBindVertexArray(0);
}

bool GpuDots::update(const std::shared_ptr<const scene::ZonePaint>& zone)
{
    if (zone == m_zone)
        return false;
    m_zone = zone;
    m_count = 0;
    if (!m_zone || m_zone->dots.empty() || m_zone->dots.size() != m_zone->dotNormals.size())
        return false;
    const bool weighted = m_zone->dotWeights.size() == m_zone->dots.size();
    std::vector<DotVertex> vertices;
    vertices.reserve(m_zone->dots.size());
    for (std::size_t i = 0; i < m_zone->dots.size(); ++i)
        vertices.push_back({m_zone->dots[i], m_zone->dotNormals[i],
                            weighted ? m_zone->dotWeights[i] : body::JointWeights{}});
    fillBuffer(m_buffer, "zone dots", vertices.data(), vertices.size() * sizeof(DotVertex));
    if (!m_array)
        describe();
    m_count = static_cast<GLsizei>(m_zone->dots.size());
    return true;
}

void GpuDots::describe()
{
    m_array = gl::VertexArray("zone dots");
    glBindVertexArray(m_array.id());
    glBindBuffer(GL_ARRAY_BUFFER, m_buffer.id());
    floatAttribute(kSlotPosition, 3, sizeof(DotVertex), offsetof(DotVertex, position));
    floatAttribute(kSlotNormal, 3, sizeof(DotVertex), offsetof(DotVertex, normal));
    describeWeights(sizeof(DotVertex), offsetof(DotVertex, weights));
    for (const GLuint slot : {kSlotPosition, kSlotNormal, kSlotJoints, kSlotShares})
        glVertexAttribDivisor(slot, 1);
    glBindVertexArray(0);
}

std::size_t ZoneCache::update(const scene::Scene& scene, const GpuMesh& skin, std::size_t vertices)
{
    std::size_t uploads = 0;
    for (std::size_t slot = 0; slot < m_dots.size(); ++slot)
        uploads += m_dots[slot].update(scene.keptZones[slot]) ? 1 : 0;
    if (skin.empty())
        return uploads;
    if (scene.keptZones != m_zones) {
        m_zones = scene.keptZones;
        uploadKept(skin, vertices);
        ++uploads;
    }
    const auto path = scene.pulse ? scene.pulse->path : nullptr;
    const auto fitting = path && path->coordinates.size() == vertices ? path : nullptr;
    if (fitting != m_path) {
        m_path = fitting;
        if (m_path) {
            fillBuffer(m_pathCoordinates, "referral path", m_path->coordinates.data(),
                       vertices * sizeof(glm::vec2));
            ++uploads;
        }
        attachAttribute(skin, kSlotPath, 2, m_path ? &m_pathCoordinates : nullptr);
    }
    glVertexAttrib3f(kSlotKept, kNoZone, kNoZone, kNoZone);
    glVertexAttrib3f(kSlotKeptSpill, kNoZone, kNoZone, kNoZone);
    glVertexAttrib2f(kSlotPath, 0, kNoZone);
    return uploads;
}

void ZoneCache::uploadKept(const GpuMesh& skin, std::size_t vertices)
{
    std::vector<glm::vec3> essential, spillover;
    m_kept = false;
    for (std::size_t slot = 0; slot < m_zones.size(); ++slot) {
        if (!m_zones[slot] || m_zones[slot]->edgeDistance.size() != vertices)
            continue;
        if (!m_kept) {
            essential.assign(vertices, glm::vec3(kNoZone));
            spillover.assign(vertices, glm::vec3(kNoZone));
        }
        m_kept = true;
        const auto axis = static_cast<glm::length_t>(slot);
        for (std::size_t vertex = 0; vertex < vertices; ++vertex) {
            essential[vertex][axis] = m_zones[slot]->edgeDistance[vertex].x;
            spillover[vertex][axis] = m_zones[slot]->edgeDistance[vertex].y;
        }
    }
    if (m_kept) {
        fillBuffer(m_essential, "kept zones", essential.data(), vertices * sizeof(glm::vec3));
        fillBuffer(m_spillover, "kept spillover", spillover.data(), vertices * sizeof(glm::vec3));
    }
    attachAttribute(skin, kSlotKept, 3, m_kept ? &m_essential : nullptr);
    attachAttribute(skin, kSlotKeptSpill, 3, m_kept ? &m_spillover : nullptr);
}

} // namespace knotmap::render
