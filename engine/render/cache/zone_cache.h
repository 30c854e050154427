#pragma once

#include "engine/render/cache/gpu_mesh.h"
#include "engine/scene/scene.h"

#include <array>
#include <memory>

namespace knotmap::render {

/// The stipple of one zone on the GPU, one instance per dot.
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

/// What shaders/include/zones.glsl reads per skin vertex: the zones of trigger points other than
/// the selected one, and the distance along which a pulse runs.
class ZoneCache
{
public:
    /// Uploads what is new of the scene to the skin's levels; `vertices` of the skin. Paint that
    /// does not fit the skin is left out.
    /// How many parts were uploaded is returned.
    std::size_t update(const scene::Scene& scene, const GpuMesh& skin, std::size_t vertices);

    /// Whether the scene's skin needs zones.glsl at all.
    bool any() const { return m_kept || m_path != nullptr; }
    /// The dots of each kept zone.
    const std::array<GpuDots, scene::kMaxKeptZones>& dots() const { return m_dots; }

private:
    void uploadKept(const GpuMesh& skin, std::size_t vertices);

    std::array<std::shared_ptr<const scene::ZonePaint>, scene::kMaxKeptZones> m_zones;
    std::array<GpuDots, scene::kMaxKeptZones> m_dots;
    std::shared_ptr<const scene::ReferralPath> m_path;
    gl::Buffer m_essential, m_spillover, m_pathCoordinates;
    bool m_kept = false; ///< whether any zone is kept
};

/// Points a further attribute of a mesh at a buffer of floats, or (null) at the context's current
/// value, the same for all vertices.
void attachAttribute(const GpuMesh& mesh, GLuint slot, GLint components, const gl::Buffer* buffer);

/// Writes data to a vertex buffer, created when it is first filled.
void fillBuffer(gl::Buffer& buffer, const char* label, const void* data, std::size_t bytes);

/// mm: farther outside any zone than has any effect.
inline constexpr float kNoZone = 1000;

} // namespace knotmap::render
