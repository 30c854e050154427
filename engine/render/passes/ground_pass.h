#pragma once

#include "engine/props/prop.h"
#include "engine/render/frame.h"
#include "engine/render/render_context.h"

#include <memory>
#include <vector>

namespace knotmap::render {

/// Keeps the shadow's texture while its casters stay the same.
class GroundPainter
{
public:
    /// The support, or the floor when the body stands on it, and the surfaces of props, with soft
    /// shadow.
    void draw(RenderContext& context, const Frame& frame);

private:
    /// A surface and how much ambient light the body blocks on it.
    struct Shaded
    {
        props::ShadowFace surface;
        gl::Texture shadow;
    };

    void refresh(const RenderContext& context, const scene::Scene& scene,
                 const std::vector<props::ShadowFace>& surfaces);
    bool holds(const scene::Scene& scene, const std::vector<props::ShadowFace>& surfaces) const;
    std::vector<glm::vec3> casters(const RenderContext& context, const scene::Scene& scene) const;
    void drawBoard(RenderContext& context, const Frame& frame, const Shaded& floor) const;

    std::vector<Shaded> m_shaded; ///< the floor first
    glm::mat4 m_placement{0};
    glm::mat4 m_toolPlacement{0};
    std::shared_ptr<const body::Atlas> m_atlas;
    std::shared_ptr<const body::BoneTransforms> m_pose;
    std::shared_ptr<const geometry::Mesh> m_tool;
};

} // namespace knotmap::render
