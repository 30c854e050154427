#include "engine/render/passes/body_pass.h"

#include "engine/render/passes/draw_items.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>

namespace knotmap::render {
namespace {

constexpr float kSkinErrorPixels = 1.1F;
/// A zone's edge is only as fine as the triangles it crosses.
constexpr float kPaintedErrorPixels = 0.3F, kFineSkinErrorPixels = 0.1F;

void count(RenderContext& context, const MeshLevel& level)
{
    ++context.stats.drawCalls;
    context.stats.triangles += static_cast<std::size_t>(level.count) / 3;
}

/// Draws the items of one material, muscles or bones, with one program.
void drawMaterial(RenderContext& context, const Frame& body, const std::vector<DrawItem>& items,
                  Material material, ProgramId id)
{
    if (!items.empty())
        drawItems(context, body, items, useOnBody(context, id, body.placement), material,
                  AppearanceUse::Full);
}

/// `toWorld` maps the mesh to the world.
void drawLoose(RenderContext& context, const Frame& frame, const GpuMesh& mesh,
               const glm::mat4& toWorld, float softness, float opacity)
{
    if (mesh.empty())
        return;
    const gl::Program& program =
        context.shaders.use(frame.fine() ? ProgramId::ToolFine : ProgramId::Tool);
    placeLoose(program, toWorld);
    program.set("uInstance", glm::vec4(1, opacity, 0, 0));
    program.set("uSoftness", softness);
    drawLevel(mesh.levels.front());
    count(context, mesh.levels.front());
}

glm::mat4 arrowPlacement(const scene::Arrow& arrow)
{
    const glm::vec3 z = -glm::normalize(arrow.direction);
    const glm::vec3 helper = std::abs(z.y) < 0.9F ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0);
    const glm::vec3 x = glm::normalize(glm::cross(helper, z));
    const glm::vec3 y = glm::cross(z, x);
    return glm::mat4(glm::vec4(arrow.lengthMm * x, 0), glm::vec4(arrow.lengthMm * y, 0),
                     glm::vec4(arrow.lengthMm * z, 0), glm::vec4(arrow.tip, 1));
}

bool painted(const RenderContext& context)
{
    return context.cache.hasZone() || context.cache.hasChosen() || context.cache.hasCaution() ||
           context.cache.more().any();
}

const MeshLevel& skinLevel(const RenderContext& context, const Frame& body)
{
    const float moving = painted(context) ? kPaintedErrorPixels : kSkinErrorPixels;
    return context.cache.skin().mesh.level((body.fine() ? kFineSkinErrorPixels : moving) *
                                           body.list.pixelMm);
}

void drawSkinPass(RenderContext& context, const Frame& body, ProgramId id)
{
    const gl::Program& program = useOnBody(context, id, body.placement);
    program.set("uInstance", glm::vec4(1));
    program.set("uBehind", 0.0F);
    glUniform3fv(program.uniform("uKeptHues[0]"), scene::kMaxKeptZones, &scene::kZoneHues[1].x);
    program.set("uPulse", body.scene.pulse ? body.scene.pulse->reachedMm : -1.0F);
    const MeshLevel& level = skinLevel(context, body);
    drawLevel(level);
    count(context, level);
}

/// `form` of the dots: 0 discs, 1 rings, 2 squares, 3 crosses.
void drawDots(RenderContext& context, const GpuDots& dots, const glm::mat4& placement, int form)
{
    if (dots.count() == 0)
        return;
    const gl::Program& program = useOnBody(context, ProgramId::Dots, placement);
    program.set("uRadius", dots.radiusMm());
    program.set("uHue", scene::kZoneHues[static_cast<std::size_t>(form)]);
    program.set("uForm", form);
    glBindVertexArray(dots.array().id());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, dots.count());
    ++context.stats.drawCalls;
}

ProgramId skinProgram(const RenderContext& context, const Frame& frame)
{
    if (context.cache.more().any())
        return frame.fine() ? ProgramId::SkinMoreFine : ProgramId::SkinMore;
    if (frame.fine())
        return ProgramId::SkinFine;
    return painted(context) ? ProgramId::Skin : ProgramId::SkinClear;
}

void drawSkinOf(RenderContext& context, const Frame& body)
{
    glDepthMask(GL_TRUE);
    glDepthFunc(GL_LESS);
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    drawSkinPass(context, body, ProgramId::Depth);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glDepthMask(GL_FALSE);
    glDepthFunc(GL_LEQUAL);
    glEnable(GL_BLEND);
    drawSkinPass(context, body, skinProgram(context, body));
    int form = 0;
    drawDots(context, context.cache.dots(), body.placement, form);
    for (const GpuDots& dots : context.cache.more().dots())
        drawDots(context, dots, body.placement, ++form);
}

/// While moving, mipmaps are not blended: half the reads, and no visible difference.
void bindFibres(const RenderContext& context, const Frame& frame)
{
    static_assert(kUnitFibre == 0, "the unit that bindTexture leaves active");
    bindTexture(kUnitFibre, context.fibres.id());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER,
                    frame.fine() ? GL_LINEAR_MIPMAP_LINEAR : GL_LINEAR_MIPMAP_NEAREST);
}

void drawDepthOf(RenderContext& context, const Frame& body)
{
    const gl::Program& program = useOnBody(context, ProgramId::Depth, body.placement);
    program.set("uBehind", behindMm(body.scene));
    drawItems(context, body, body.list.solid, program, Material::All, AppearanceUse::PlacementOnly);
    program.set("uBehind", 0.0F);
    program.set("uInstance", glm::vec4(1, 1, 0, 0));
    if (body.skinSolid() && !context.cache.skin().mesh.empty())
        drawLevel(skinLevel(context, body));
    if (!body.scene.tool || scene::cutTakesTool(body.scene) || context.cache.tool().empty())
        return;
    const gl::Program& loose = context.shaders.use(ProgramId::Depth);
    placeLoose(loose, body.placement * body.scene.tool->placement);
    loose.set("uBehind", 0.0F);
    loose.set("uInstance", glm::vec4(1, 1, 0, 0));
    drawLevel(context.cache.tool().levels.front());
}

void drawSolidOf(RenderContext& context, const Frame& body)
{
    const scene::Scene& scene = body.scene;
    const bool whole = !scene::cutTakesTool(scene);
    if (whole && scene.tool)
        drawLoose(context, body, context.cache.tool(), body.placement * scene.tool->placement,
                  scene.tool->skinLike ? 1.0F : 0.0F, 1);
    if (whole && scene.arrow)
        drawLoose(context, body, context.cache.arrow(),
                  body.placement * arrowPlacement(*scene.arrow), 0, 1);
    const bool fine = body.fine();
    drawMaterial(context, body, body.list.solid, Material::Muscle,
                 fine ? ProgramId::MuscleFine : ProgramId::Muscle);
    drawMaterial(context, body, body.list.solid, Material::Bone,
                 fine ? ProgramId::BoneFine : ProgramId::Bone);
}

void drawGhostsOf(RenderContext& context, const Frame& body)
{
    const bool fine = body.fine();
    drawMaterial(context, body, body.list.ghosts, Material::Muscle,
                 fine ? ProgramId::MuscleGhostFine : ProgramId::MuscleGhost);
    drawMaterial(context, body, body.list.ghosts, Material::Bone,
                 fine ? ProgramId::BoneGhostFine : ProgramId::BoneGhost);
}

} // namespace

void drawSolidDepth(RenderContext& context, const Frame& frame)
{
    frame.eachBody([&](const Frame& body) { drawDepthOf(context, body); });
    const gl::Program& program = context.shaders.use(ProgramId::Depth);
    program.set("uBehind", 0.0F);
    program.set("uInstance", glm::vec4(1, 1, 0, 0));
    placeLoose(program, glm::mat4(1));
    for (std::size_t i = 0; i < context.cache.propCount(); ++i)
        drawLevel(context.cache.prop(i).levels.front());
}

void drawSolid(RenderContext& context, const Frame& frame)
{
    // With a start pose they were drawn before it, so that they appear behind it.
    if (!frame.scene.startPose)
        drawProps(context, frame);
    bindFibres(context, frame);
    frame.eachBody([&](const Frame& body) { drawSolidOf(context, body); });
}

void drawProps(RenderContext& context, const Frame& frame)
{
    for (std::size_t i = 0; i < context.cache.propCount(); ++i)
        drawLoose(context, frame, context.cache.prop(i), glm::mat4(1), 0, 1);
}

void drawGhosts(RenderContext& context, const Frame& frame)
{
    bindFibres(context, frame);
    frame.eachBody([&](const Frame& body) { drawGhostsOf(context, body); });
}

void drawSkin(RenderContext& context, const Frame& frame)
{
    if (context.cache.skin().mesh.empty() || (!frame.skinShown() && !painted(context)))
        return;
    // Where a pose folds it, an opaque skin shows its back face rather than a hole.
    const bool bothSides = frame.skinSolid() && frame.scene.pose && !frame.scene.cut;
    if (bothSides)
        glDisable(GL_CULL_FACE);
    frame.eachBody([&](const Frame& body) { drawSkinOf(context, body); });
    if (bothSides)
        glEnable(GL_CULL_FACE);
}

void drawHiddenArrow(RenderContext& context, const Frame& frame)
{
    if (!frame.scene.arrow || scene::cutTakesTool(frame.scene))
        return;
    glDepthFunc(GL_GREATER);
    drawLoose(context, frame, context.cache.arrow(),
              frame.placement * arrowPlacement(*frame.scene.arrow), 0, 0.3F);
    glDepthFunc(GL_LEQUAL);
}

} // namespace knotmap::render
