#pragma once

#include "engine/scene/scene.h"

#include <memory>
#include <vector>

namespace knotmap::scene {

/// A bounding ball of some part of the body, in the body's frame.
struct Ball
{
    glm::vec3 centre{0};
    float radius = 0; ///< mm
};

/// The bounding ball of a box.
Ball ballAround(const geometry::Bounds& box);

/// The body's parts in a scene's pose. Nothing is computed before the first pose.
class PosedBody
{
public:
    /// True when the pose has changed.
    bool update(const Scene& scene);

    bool posed() const { return m_pose != nullptr; }
    // Only while there is a pose:

    /// The bounding ball of an instance.
    const Ball& ball(std::uint32_t instance) const { return m_balls[instance]; }
    const geometry::Bounds& bounds() const { return m_bounds; }
    /// The skin's vertices.
    const std::vector<glm::vec3>& skin() const { return m_skin; }
    const body::BoneTransforms& transforms() const { return *m_pose; }
    /// The moves as applied to left mirror images.
    const body::BoneTransforms& otherSide() const { return m_otherSide; }

private:
    /// The vertices of a shape in which a joint has a weight.
    struct Part
    {
        std::uint32_t joint = 0;
        Ball ball;
    };

    void findParts();
    Ball ballOf(const body::Instance& instance, const body::BoneTransforms& transforms) const;

    std::shared_ptr<const body::Atlas> m_atlas;
    std::shared_ptr<const body::BoneTransforms> m_pose;
    body::BoneTransforms m_otherSide;
    std::vector<std::uint32_t> m_opposite;  ///< of each joint
    std::vector<std::vector<Part>> m_parts; ///< of each shape
    std::vector<Ball> m_balls;
    std::vector<glm::vec3> m_skin;
    geometry::Bounds m_bounds;
};

} // namespace knotmap::scene
