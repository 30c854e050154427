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

void count(Workshop& shop, const MeshLevel& level)
{
    ++shop.stats.drawCalls;
    shop.stats.triangles += static_cast<std::size_t>(level.count) / 3;
}

/// Draws the items of one matter, muscles or bones, with one program.
void drawMatter(Workshop& shop, const Frame& body, const std::vector<DrawItem>& items,
                Matter matter, ProgramId id)
{
    if (!items.empty())
        drawItems(shop, body, items, useOnBody(shop, id, body.placement), matter, LookUse::Full);
}

/// `toWorld` puts the mesh into the world.
void drawLoose(Workshop& shop, const Frame& frame, const GpuMesh& mesh, const glm::mat4& toWorld,
               float softness, float opacity)
{
    if (mesh.empty())
        return;
    const gl::Program& program =
        shop.shaders.use(frame.fine() ? ProgramId::ToolFine : ProgramId::Tool);
    placeLoose(program, toWorld);
    program.set("uInstance", glm::vec4(1, opacity, 0, 0));
    program.set("uSoftness", softness);
    drawLevel(mesh.levels.front());
    count(shop, mesh.levels.front());
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

bool painted(const Workshop& shop)
{
    return shop.cache.hasZone() || shop.cache.hasChosen() || shop.cache.hasCaution() ||
           shop.cache.more().any();
}

const MeshLevel& skinLevel(const Workshop& shop, const Frame& body)
{
    const float moving = painted(shop) ? kPaintedErrorPixels : kSkinErrorPixels;
    return shop.cache.skin().mesh.level((body.fine() ? kFineSkinErrorPixels : moving) *
                                        body.list.pixelMm);
}

void drawSkinPass(Workshop& shop, const Frame& body, ProgramId id)
{
    const gl::Program& program = useOnBody(shop, id, body.placement);
    program.set("uInstance", glm::vec4(1));
    program.set("uBehind", 0.0F);
    glUniform3fv(program.uniform("uKeptHues[0]"), scene::kMostKeptZones, &scene::kZoneHues[1].x);
    program.set("uPulse", body.scene.pulse ? body.scene.pulse->reachedMm : -1.0F);
    const MeshLevel& level = skinLevel(shop, body);
    drawLevel(level);
    count(shop, level);
}

/// `form` of the dots: 0 discs, 1 rings, 2 squares, 3 crosses.
void drawDots(Workshop& shop, const GpuDots& dots, const glm::mat4& placement, int form)
{
    if (dots.count() == 0)
        return;
    const gl::Program& program = shop.shaders.use(ProgramId::Dots);
    program.set("uModel", placement);
    program.set("uRadius", dots.radiusMm());
    program.set("uHue", scene::kZoneHues[static_cast<std::size_t>(form)]);
    program.set("uForm", form);
    glBindVertexArray(dots.array().id());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, dots.count());
    ++shop.stats.drawCalls;
}

ProgramId skinProgram(const Workshop& shop, const Frame& frame)
{
    if (shop.cache.more().any())
        return frame.fine() ? ProgramId::SkinMoreFine : ProgramId::SkinMore;
    if (frame.fine())
        return ProgramId::SkinFine;
    return painted(shop) ? ProgramId::Skin : ProgramId::SkinClear;
}

void drawSkinOf(Workshop& shop, const Frame& body)
{
    glDepthMask(GL_TRUE);
    glDepthFunc(GL_LESS);
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    drawSkinPass(shop, body, ProgramId::Depth);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glDepthMask(GL_FALSE);
    glDepthFunc(GL_LEQUAL);
    glEnable(GL_BLEND);
    drawSkinPass(shop, body, skinProgram(shop, body));
    int form = 0;
    drawDots(shop, shop.cache.dots(), body.placement, form);
    for (const GpuDots& dots : shop.cache.more().dots())
        drawDots(shop, dots, body.placement, ++form);
}

/// While moving the levels of the texture are not blended: half the reads, and no one sees it.
void bindFibres(const Workshop& shop, const Frame& frame)
{
    static_assert(kUnitFibre == 0, "the unit that bindTexture leaves active");
    bindTexture(kUnitFibre, shop.fibres.id());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER,
                    frame.fine() ? GL_LINEAR_MIPMAP_LINEAR : GL_LINEAR_MIPMAP_NEAREST);
}

void drawDepthOf(Workshop& shop, const Frame& body)
{
    const gl::Program& program = useOnBody(shop, ProgramId::Depth, body.placement);
    program.set("uBehind", behindMm(body.scene));
    drawItems(shop, body, body.list.solid, program, Matter::All, LookUse::PlaceAlone);
    program.set("uBehind", 0.0F);
    program.set("uInstance", glm::vec4(1, 1, 0, 0));
    if (body.skinSolid() && !shop.cache.skin().mesh.empty())
        drawLevel(skinLevel(shop, body));
    if (!body.scene.tool || scene::cutTakesTool(body.scene) || shop.cache.tool().empty())
        return;
    const gl::Program& loose = shop.shaders.use(ProgramId::Depth);
    placeLoose(loose, body.placement * body.scene.tool->placement);
    loose.set("uBehind", 0.0F);
    loose.set("uInstance", glm::vec4(1, 1, 0, 0));
    drawLevel(shop.cache.tool().levels.front());
}

void drawSolidOf(Workshop& shop, const Frame& body)
{
    const scene::Scene& scene = body.scene;
    const bool whole = !scene::cutTakesTool(scene);
    if (whole && scene.tool)
        drawLoose(shop, body, shop.cache.tool(), body.placement * scene.tool->placement,
                  scene.tool->skinLike ? 1.0F : 0.0F, 1);
    if (whole && scene.arrow)
        drawLoose(shop, body, shop.cache.arrow(), body.placement * arrowPlacement(*scene.arrow), 0,
                  1);
    const bool fine = body.fine();
    drawMatter(shop, body, body.list.solid, Matter::Muscle,
               fine ? ProgramId::MuscleFine : ProgramId::Muscle);
    drawMatter(shop, body, body.list.solid, Matter::Bone,
               fine ? ProgramId::BoneFine : ProgramId::Bone);
}

void drawGhostsOf(Workshop& shop, const Frame& body)
{
    const bool fine = body.fine();
    drawMatter(shop, body, body.list.ghosts, Matter::Muscle,
               fine ? ProgramId::MuscleGhostFine : ProgramId::MuscleGhost);
    drawMatter(shop, body, body.list.ghosts, Matter::Bone,
               fine ? ProgramId::BoneGhostFine : ProgramId::BoneGhost);
}

} // namespace

void drawSolidDepth(Workshop& shop, const Frame& frame)
{
    frame.eachBody([&](const Frame& body) { drawDepthOf(shop, body); });
    const gl::Program& program = shop.shaders.use(ProgramId::Depth);
    program.set("uBehind", 0.0F);
    program.set("uInstance", glm::vec4(1, 1, 0, 0));
    placeLoose(program, glm::mat4(1));
    for (std::size_t i = 0; i < shop.cache.propCount(); ++i)
        drawLevel(shop.cache.prop(i).levels.front());
}

void drawSolid(Workshop& shop, const Frame& frame)
{
    // With a start pose they were drawn before it, to be seen behind it.
    if (!frame.scene.startPose)
        drawProps(shop, frame);
    bindFibres(shop, frame);
    frame.eachBody([&](const Frame& body) { drawSolidOf(shop, body); });
}

void drawProps(Workshop& shop, const Frame& frame)
{
    for (std::size_t i = 0; i < shop.cache.propCount(); ++i)
        drawLoose(shop, frame, shop.cache.prop(i), glm::mat4(1), 0, 1);
}

void drawGhosts(Workshop& shop, const Frame& frame)
{
    bindFibres(shop, frame);
    frame.eachBody([&](const Frame& body) { drawGhostsOf(shop, body); });
}

void drawSkin(Workshop& shop, const Frame& frame)
{
    if (shop.cache.skin().mesh.empty() || (!frame.skinShown() && !painted(shop)))
        return;
    // Where a pose folds it, an opaque skin shows its other side rather than a hole.
    const bool bothSides = frame.skinSolid() && frame.scene.pose && !frame.scene.cut;
    if (bothSides)
        glDisable(GL_CULL_FACE);
    frame.eachBody([&](const Frame& body) { drawSkinOf(shop, body); });
    if (bothSides)
        glEnable(GL_CULL_FACE);
}

void drawHiddenArrow(Workshop& shop, const Frame& frame)
{
    if (!frame.scene.arrow || scene::cutTakesTool(frame.scene))
        return;
    glDepthFunc(GL_GREATER);
    drawLoose(shop, frame, shop.cache.arrow(), frame.placement * arrowPlacement(*frame.scene.arrow),
              0, 0.3F);
    glDepthFunc(GL_LEQUAL);
}

} // namespace knotmap::render
