#include "engine/render/render_context.h"

namespace knotmap::render {

void RenderContext::prepare(const scene::Scene& scene)
{
    cache.update(scene);
    const bool cut = scene.cut && !shaders.buildForCut();
    shaders.chooseCut(cut);
    if (cut)
        sections.update(scene, cache.pose().body());
}

const gl::Program& useOnBody(RenderContext& context, ProgramId id, const glm::mat4& placement)
{
    const PoseCache& pose = context.cache.pose();
    const gl::Program& program =
        context.shaders.use(id, pose.posed() ? Variant::Posed : Variant::Plain);
    program.set("uModel", placement);
    program.set("uWhole", 0.0F);
    if (pose.posed())
        bindTexture(kUnitPose, pose.texture());
    return program;
}

void placeLoose(const gl::Program& program, const glm::mat4& toWorld)
{
    program.set("uModel", toWorld);
    program.set("uWhole", 1.0F);
}

void bindTexture(TextureUnit unit, GLuint texture)
{
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
    glBindTexture(GL_TEXTURE_2D, texture);
    glActiveTexture(GL_TEXTURE0);
}

} // namespace knotmap::render
