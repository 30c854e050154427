#pragma once

#include "engine/render/gpu_mesh.h"
#include "engine/scene/scene.h"

#include <memory>
#include <vector>

namespace knotmap::render {

/// A ball that holds an instance in the body's frame.
struct Ball
{
    glm::vec3 centre{0};
    float radius = 0; ///< mm
};

/// The pose on the GPU, and where it brings the body's parts. Nothing is computed or uploaded
/// before the first pose.
class PoseCache
{
public:
    /// True when the pose is another than before.
    bool update(const scene::Scene& scene);

    bool posed() const { return m_pose != nullptr; }
    GLuint texture() const { return m_texture.id(); }
    /// Of the posed body; only while there is a pose.
    const Ball& ball(std::uint32_t instance) const { return m_balls[instance]; }
    const geometry::Bounds& bounds() const { return m_bounds; }
    /// The skin's vertices in the pose.
    const std::vector<glm::vec3>& skin() const { return m_skin; }

private:
    /// The vertices of a shape in which a joint has a share.
    struct Part
    {
        std::uint32_t joint = 0;
        Ball ball;
    };

    void findParts();
    void uploadTexture(const body::Moves& moves, const body::Moves& otherSide);
    Ball ballOf(const body::Instance& instance, const body::Moves& moves) const;

    std::shared_ptr<const body::Atlas> m_atlas;
    std::shared_ptr<const body::Moves> m_pose;
    std::vector<std::uint32_t> m_opposite;  ///< of each joint
    std::vector<std::vector<Part>> m_parts; ///< of each shape
    std::vector<Ball> m_balls;
    std::vector<glm::vec3> m_skin;
    geometry::Bounds m_bounds;
    gl::Texture m_texture;
};

} // namespace knotmap::render
