#pragma once

#include "engine/gl/object.h"
#include "engine/section/body_section.h"

namespace knotmap::render {

/// The section of a scene's cut on the GPU.
class SectionCache
{
public:
    /// The scene has a cut, and `posed` is its body in the scene's pose.
    void update(const scene::Scene& scene, const scene::PosedBody& posed);

    const section::Sections& sections() const { return m_body.sections(); }
    /// Binds its segments to slots 0 (start, end) and 1 (widths).
    const gl::VertexArray& array() const { return m_array; }
    const gl::Buffer& buffer() const { return m_buffer; }
    /// Increases whenever the section changes.
    std::uint64_t revision() const { return m_revision; }

private:
    void upload();

    section::BodySection m_body;
    gl::VertexArray m_array;
    gl::Buffer m_buffer;
    std::uint64_t m_revision = 0;
};

} // namespace knotmap::render
