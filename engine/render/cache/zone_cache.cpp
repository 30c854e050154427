#include "engine/render/cache/zone_cache.h"

#include <algorithm>

namespace knotmap::render {

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

void GpuDots::update(const std::shared_ptr<const scene::ZonePaint>& zone)
{
    if (zone == m_zone)
        return;
    m_zone = zone;
    m_count = 0;
    if (!m_zone || m_zone->dots.empty() || m_zone->dots.size() != m_zone->dotNormals.size())
        return;
    std::vector<glm::vec3> interleaved;
    interleaved.reserve(2 * m_zone->dots.size());
    for (std::size_t i = 0; i < m_zone->dots.size(); ++i) {
        interleaved.push_back(m_zone->dots[i]);
        interleaved.push_back(m_zone->dotNormals[i]);
    }
    fillBuffer(m_buffer, "zone dots", interleaved.data(), interleaved.size() * sizeof(glm::vec3));
    if (!m_array)
        m_array = gl::VertexArray("zone dots");
    glBindVertexArray(m_array.id());
    glBindBuffer(GL_ARRAY_BUFFER, m_buffer.id());
    for (const GLuint slot : {0U, 1U}) {
        floatAttribute(slot, 3, 2 * sizeof(glm::vec3), slot * sizeof(glm::vec3));
        glVertexAttribDivisor(slot, 1);
    }
    glBindVertexArray(0);
    m_count = static_cast<GLsizei>(m_zone->dots.size());
}

void ZoneCache::update(const scene::Scene& scene, const GpuMesh& skin, std::size_t vertices)
{
    for (std::size_t slot = 0; slot < m_dots.size(); ++slot)
        m_dots[slot].update(scene.keptZones[slot]);
    if (skin.empty())
        return;
    if (scene.keptZones != m_zones) {
        m_zones = scene.keptZones;
        uploadKept(skin, vertices);
    }
    const auto way = scene.pulse ? scene.pulse->way : nullptr;
    const auto fitting = way && way->place.size() == vertices ? way : nullptr;
    if (fitting != m_way) {
        m_way = fitting;
        if (m_way)
            fillBuffer(m_place, "referral way", m_way->place.data(), vertices * sizeof(glm::vec2));
        attachAttribute(skin, kSlotWay, 2, m_way ? &m_place : nullptr);
    }
    glVertexAttrib3f(kSlotKept, kNoZone, kNoZone, kNoZone);
    glVertexAttrib3f(kSlotKeptSpill, kNoZone, kNoZone, kNoZone);
    glVertexAttrib2f(kSlotWay, 0, kNoZone);
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
