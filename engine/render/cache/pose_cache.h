#pragma once

#include "engine/gl/object.h"
#include "engine/scene/posed_body.h"

namespace knotmap::render {

/// A scene's posed body, with its pose on the GPU. Nothing is computed or uploaded before the first
/// pose.
class PoseCache
{
public:
    /// True when the pose has changed.
    bool update(const scene::Scene& scene);

    const scene::PosedBody& body() const { return m_body; }
    bool posed() const { return m_body.posed(); }
    GLuint texture() const { return m_texture.id(); }

private:
    void upload();

    scene::PosedBody m_body;
    gl::Texture m_texture;
};

} // namespace knotmap::render
