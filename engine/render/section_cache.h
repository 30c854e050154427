#pragma once

#include "engine/gl/object.h"
#include "engine/render/atlas_cache.h"
#include "engine/render/sections.h"
#include "engine/scene/scene.h"

#include <memory>
#include <vector>

namespace knotmap::render {

/// The sections of a scene's cut, computed when the plane, the pose or the body changes.
class SectionCache
{
public:
    /// The scene has a cut, and `cache` holds the scene.
    void update(const scene::Scene& scene, const AtlasCache& cache);

    const Sections& sections() const { return m_sections; }
    const PlaneFrame& frame() const { return m_sections.frame; }
    const std::vector<Section>& structures() const { return m_sections.structures; }
    const Section& skin() const { return m_sections.skin; }
    const Section& border() const { return m_sections.border; }
    const std::vector<SectionSegment>& segments() const { return m_sections.segments; }
    /// The segments on the GPU, with slots 0 (start, end) and 1 (widths) to be pointed at them.
    const gl::VertexArray& array() const { return m_array; }
    const gl::Buffer& buffer() const { return m_buffer; }
    /// Goes up whenever the sections are others.
    std::uint64_t revision() const { return m_revision; }

private:
    void forget(const scene::Scene& scene);
    void cutInstance(const scene::Scene& scene, const AtlasCache& cache, std::uint32_t instance);
    const std::vector<glm::vec3>& posedPlaces(std::uint32_t instance);
    void upload();

    std::shared_ptr<const body::Atlas> m_atlas;
    std::shared_ptr<const body::Moves> m_pose;
    body::Moves m_otherSide; ///< the pose as left images take it
    glm::mat4 m_placement{0};
    scene::Cut m_cut;
    std::vector<BoneRind> m_rinds;               ///< of each shape; thickness 0 for muscles
    std::vector<std::vector<glm::vec3>> m_posed; ///< of each instance that was met in this pose
    Sections m_sections;
    gl::VertexArray m_array;
    gl::Buffer m_buffer;
    std::uint64_t m_revision = 0;
};

} // namespace knotmap::render
