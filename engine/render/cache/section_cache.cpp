#include "engine/render/cache/section_cache.h"

namespace knotmap::render {

void SectionCache::update(const scene::Scene& scene, const scene::PosedBody& posed)
{
    if (!m_body.update(scene, posed))
        return;
    upload();
    ++m_revision;
}

void SectionCache::upload()
{
    const auto& segments = m_body.sections().segments;
    if (!m_buffer) {
        m_buffer = gl::Buffer("sections");
        m_array = gl::VertexArray("sections");
        glBindBuffer(GL_ARRAY_BUFFER, m_buffer.id());
        for (const GLuint slot : {0U, 1U}) {
            glEnableVertexAttribArray(slot);
            glVertexAttribDivisor(slot, 1);
        }
    }
    glBindBuffer(GL_ARRAY_BUFFER, m_buffer.id());
    glBufferData(GL_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(segments.size() * sizeof(section::ContourSegment)),
                 segments.data(), GL_DYNAMIC_DRAW);
}

} // namespace knotmap::render
