#include "engine/render/cache/pose_cache.h"

namespace knotmap::render {
namespace {

glm::vec4 texel(const glm::quat& q)
{
    return {q.x, q.y, q.z, q.w};
}

} // namespace

bool PoseCache::update(const scene::Scene& scene)
{
    if (!m_body.update(scene))
        return false;
    if (m_body.posed())
        upload();
    return true;
}

void PoseCache::upload()
{
    const body::BoneTransforms& transforms = m_body.transforms();
    std::vector<glm::vec4> texels;
    for (const body::BoneTransforms* row : {&transforms, &m_body.otherSide()})
        for (const body::RigidTransform& transform : *row) {
            texels.push_back(texel(transform.turn));
            texels.push_back(texel(transform.dual));
        }
    if (!m_texture)
        m_texture = gl::Texture("pose");
    glBindTexture(GL_TEXTURE_2D, m_texture.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA32F, static_cast<GLsizei>(2 * transforms.size()), 2, 0,
                 GL_RGBA, GL_FLOAT, texels.data());
    // Texels are fetched individually; without this setting the texture would need mipmaps.
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
}

} // namespace knotmap::render
