#pragma once

#include "engine/render/cache/gpu_mesh.h"
#include "engine/render/cache/merged_shapes.h"
#include "engine/render/cache/pose_cache.h"
#include "engine/render/cache/zone_cache.h"
#include "engine/scene/scene.h"

#include <memory>
#include <vector>

namespace knotmap::render {

/// The skin on the GPU with its painted attributes.
struct GpuSkin
{
    GpuMesh mesh;
    gl::Buffer edges;    ///< of the zone, two floats per vertex
    gl::Buffer chosen;   ///< the requested region, one float per vertex
    gl::Buffer caution;  ///< edge of the caution areas, one float per vertex
    bool zoned = false;  ///< `edges` holds a zone of this skin
    bool marked = false; ///< `chosen` holds a region of this skin
    bool warned = false; ///< `caution` holds areas of this skin
};

/// GPU-side copies of a scene's shared data. A part is uploaded again when another object replaces
/// it; the pointers are held, so that an address is never mistaken for an earlier one.
class AtlasCache
{
public:
    /// Uploads whatever is new in the scene.
    void update(const scene::Scene& scene);

    bool ready() const { return m_atlas != nullptr; }
    const GpuMesh& shape(std::uint32_t index) const { return m_shapes[index]; }
    /// Mean thickness of a shape; for a flat one the distance between its two sides.
    float thicknessMm(std::uint32_t index) const { return m_thickness[index]; }
    /// The coarse levels of all shapes.
    MergedShapes& merged() { return m_merged; }
    /// An individual colour for each shape, linear; w: a muscle's number, a bone's fraction of
    /// cartilage.
    const glm::vec4& tint(std::uint32_t index) const { return m_tints[index]; }
    const GpuSkin& skin() const { return m_skin; }
    const GpuMesh& tool() const { return m_tool; }
    const GpuMesh& arrow();
    std::size_t propCount() const { return m_props.size(); }
    const GpuMesh& prop(std::size_t index) const { return m_props[index].mesh; }
    bool hasZone() const { return m_skin.zoned; }
    bool hasChosen() const { return m_skin.marked; }
    bool hasCaution() const { return m_skin.warned; }
    const GpuDots& dots() const { return m_dots; }
    /// The zones of other points, and the pulse.
    const ZoneCache& more() const { return m_more; }
    /// Bounds of both sides of the body and the skin, in the body's frame, as posed.
    const geometry::Bounds& bounds() const
    {
        return m_pose.posed() ? m_pose.body().bounds() : m_bounds;
    }
    const PoseCache& pose() const { return m_pose; }
    /// How many parts have been uploaded so far, poses not counted.
    std::size_t uploads() const { return m_uploads; }
    /// Around an instance in the body's frame, as posed.
    scene::Ball ballOf(std::uint32_t instance) const;

private:
    void uploadAtlas(const std::shared_ptr<const body::Atlas>& atlas);
    void uploadShapes();
    void uploadSkinPaint(const scene::Scene& scene);
    void attachSkinPaint();
    void uploadJointWeights();
    void uploadProps(const std::vector<props::Prop>& props);
    void uploadTool(const scene::ToolModel& tool);

    std::shared_ptr<const body::Atlas> m_atlas;
    std::shared_ptr<const scene::ZonePaint> m_zone;
    std::shared_ptr<const std::vector<float>> m_chosenValues;
    std::shared_ptr<const scene::CautionPaint> m_caution;
    std::shared_ptr<const geometry::Mesh> m_toolMesh;
    std::vector<glm::vec3> m_toolColours; ///< as uploaded: they are not shared objects

    std::vector<GpuMesh> m_shapes;
    std::vector<float> m_thickness; ///< mm
    MergedShapes m_merged;
    std::vector<glm::vec4> m_tints;
    GpuSkin m_skin;
    GpuMesh m_tool;
    gl::Buffer m_toolColourBuffer;
    GpuMesh m_arrow;
    gl::Buffer m_arrowColours;
    struct GpuProp
    {
        std::shared_ptr<const geometry::Mesh> source;
        GpuMesh mesh;
        gl::Buffer colours;
    };
    std::vector<GpuProp> m_props;
    GpuDots m_dots;
    ZoneCache m_more;
    geometry::Bounds m_bounds;
    PoseCache m_pose;
    bool m_weighed = false; ///< whether the joint weights were uploaded
    std::size_t m_uploads = 0;
};

} // namespace knotmap::render
