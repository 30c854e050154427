#pragma once

#include "engine/render/cache/gpu_mesh.h"
#include "engine/scene/scene.h"

#include <array>
#include <memory>

namespace knotmap::render {

/// The stipple of one zone on the GPU, one instance a dot.
class GpuDots
{
public:
    /// Uploads the dots when they are another zone's than before; null: none. Whether it did.
    bool update(const std::shared_ptr<const scene::ZonePaint>& zone);

    GLsizei count() const { return m_count; }
    const gl::VertexArray& array() const { return m_array; }
    float radiusMm() const { return m_zone->dotRadiusMm; }

private:
    void describe();

    std::shared_ptr<const scene::ZonePaint> m_zone;
    gl::VertexArray m_array;
    gl::Buffer m_buffer;
    GLsizei m_count = 0;
};

/// What shaders/include/zones.glsl reads of each skin vertex: the zones of other points beside the
/// selected one's, and the way that a pulse runs along.
class ZoneCache
{
public:
    /// Uploads what is new of the scene to the skin's levels; `vertices` of the skin. Paint that
    /// does not fit the skin is left out.
    /// How many parts were uploaded is returned.
    std::size_t update(const scene::Scene& scene, const GpuMesh& skin, std::size_t vertices);

    /// Whether the scene's skin needs zones.glsl at all.
    bool any() const { return m_kept || m_way != nullptr; }
    /// The dots of each kept zone.
    const std::array<GpuDots, scene::kMaxKeptZones>& dots() const { return m_dots; }

private:
    void uploadKept(const GpuMesh& skin, std::size_t vertices);

    std::array<std::shared_ptr<const scene::ZonePaint>, scene::kMaxKeptZones> m_zones;
    std::array<GpuDots, scene::kMaxKeptZones> m_dots;
    std::shared_ptr<const scene::ReferralPath> m_way;
    gl::Buffer m_essential, m_spillover, m_place;
    bool m_kept = false; ///< whether any zone is kept
};

/// Points a further attribute of a mesh at a buffer of floats, or (null) at one value for all
/// vertices, the context's current one.
void attachAttribute(const GpuMesh& mesh, GLuint slot, GLint components, const gl::Buffer* buffer);

/// Puts data into a vertex buffer, made when it is first filled.
void fillBuffer(gl::Buffer& buffer, const char* label, const void* data, std::size_t bytes);

/// mm: as far outside any zone as matters.
inline constexpr float kNoZone = 1000;

} // namespace knotmap::render
