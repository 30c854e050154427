#pragma once

#include "engine/scene/posed_body.h"
#include "engine/scene/scene.h"
#include "engine/section/cortical_thickness.h"
#include "engine/section/sections.h"

#include <memory>
#include <vector>

namespace knotmap::section {

/// The section of a body by a scene's cut, computed when the plane, the pose or the body changes.
class BodySection
{
public:
    /// The scene has a cut; `posed` is its body in the scene's pose. True when the section has
    /// changed.
    bool update(const scene::Scene& scene, const scene::PosedBody& posed);

    const Sections& sections() const { return m_sections; }

private:
    void forget(const scene::Scene& scene);
    bool misses(const scene::Scene& scene, const scene::PosedBody& posed, std::uint32_t instance);
    void cutInstance(const scene::Scene& scene, const scene::PosedBody& posed,
                     std::uint32_t instance);
    const std::vector<glm::vec3>& posedPoints(std::uint32_t instance);

    std::shared_ptr<const body::Atlas> m_atlas;
    std::shared_ptr<const body::BoneTransforms> m_pose;
    body::BoneTransforms m_otherSide; ///< the pose as applied to left instances
    glm::mat4 m_placement{0};
    scene::Cut m_cut;
    std::vector<scene::Ball> m_balls;            ///< of each shape, in the measured stance
    std::vector<CorticalThickness> m_cortices;   ///< of each shape; 0 mm for muscles
    std::vector<std::vector<glm::vec3>> m_posed; ///< of each instance met in this pose
    Sections m_sections;
};

} // namespace knotmap::section
