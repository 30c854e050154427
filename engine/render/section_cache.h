#pragma once

#include "engine/gl/object.h"
#include "engine/render/atlas_cache.h"
#include "engine/render/bone_rind.h"
#include "engine/scene/scene.h"

#include <memory>
#include <vector>

namespace knotmap::render {

/// The cut plane's own frame in the world: a place is origin + x * right + y * up.
struct PlaneFrame
{
    glm::vec3 origin{0}; ///< of all the plane's places the nearest to the world's origin
    glm::vec3 right{1, 0, 0}, up{0, 1, 0}, normal{0, 0, 1};

    glm::vec2 to(const glm::vec3& world) const;
};

PlaneFrame planeFrameOf(const scene::Cut& cut);

/// The line in which the plane goes through one closed surface, as segments with the inside on
/// their left, and what is known of the matter within it.
struct Section
{
    std::uint32_t instance = 0;
    std::size_t first = 0, count = 0;   ///< segments
    glm::vec2 low{1e30F}, high{-1e30F}; ///< the box about them, in the plane's frame, mm
    glm::vec3 fibre{0};                 ///< world, unit; zero where there is none
    /// Of a muscle: share of tendon, x + y * right + z * up of a place in mm. Of a bone: x, how
    /// much it is the hollow shaft of a long one.
    glm::vec3 tendon{0};
    float thickness = 0; ///< mm: of a sheet, its own; of a round thing, half its breadth
};

/// A segment as shaders/section.vert reads it.
struct SectionSegment
{
    glm::vec2 start, end; ///< in the plane's frame, mm
    /// Of the rind at both ends, mm: a bone's compact wall, the sinew that covers a belly.
    glm::vec2 widths;
};

/// The sections of a scene's cut, computed when the plane, the pose or the body changes.
class SectionCache
{
public:
    /// The scene has a cut, and `cache` holds the scene.
    void update(const scene::Scene& scene, const AtlasCache& cache);

    const PlaneFrame& frame() const { return m_frame; }
    /// Of every instance that the plane goes through.
    const std::vector<Section>& structures() const { return m_structures; }
    /// Of the skin; no segments where it is not met.
    const Section& skin() const { return m_skin; }
    /// The frame about the plane; no segments without one.
    const Section& border() const { return m_border; }
    const std::vector<SectionSegment>& segments() const { return m_segments; }
    /// The segments on the GPU, with slots 0 (start, end) and 1 (widths) to be pointed at them.
    const gl::VertexArray& array() const { return m_array; }
    const gl::Buffer& buffer() const { return m_buffer; }
    /// Goes up whenever the sections are others.
    std::uint64_t revision() const { return m_revision; }

private:
    void forget(const scene::Scene& scene);
    void cutInstance(const scene::Scene& scene, const AtlasCache& cache, std::uint32_t instance);
    void cutSkin(const scene::Scene& scene, const PoseCache& pose);
    const std::vector<glm::vec3>& posedPlaces(std::uint32_t instance);
    void addBorder(const scene::Cut& cut);
    void upload();

    std::shared_ptr<const body::Atlas> m_atlas;
    std::shared_ptr<const body::Moves> m_pose;
    body::Moves m_otherSide; ///< the pose as left images take it
    glm::mat4 m_placement{0};
    scene::Cut m_cut;
    std::vector<BoneRind> m_rinds;               ///< of each shape; thickness 0 for muscles
    std::vector<std::vector<glm::vec3>> m_posed; ///< of each instance that was met in this pose
    PlaneFrame m_frame;
    std::vector<Section> m_structures;
    Section m_skin, m_border;
    std::vector<SectionSegment> m_segments;
    gl::VertexArray m_array;
    gl::Buffer m_buffer;
    std::uint64_t m_revision = 0;
};

} // namespace knotmap::render
