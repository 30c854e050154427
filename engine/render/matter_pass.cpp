#include "engine/render/painter.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>

namespace knotmap::render {
namespace {

constexpr float kMovingErrorPixels = 0.9F;
constexpr float kStillErrorPixels = 0.15F; // too little to be seen

/// Mirrored instances turn their triangles round.
void faceFor(float mirror)
{
    glFrontFace(mirror < 0 ? GL_CW : GL_CCW);
}

/// At rest a coarser level only comes in where no one can tell.
const MeshLevel& levelFor(const GpuMesh& mesh, const DrawItem& item, bool fine)
{
    return mesh.level((fine ? kStillErrorPixels : kMovingErrorPixels) * item.pixelMm);
}

void count(Workshop& shop, const MeshLevel& level)
{
    ++shop.stats.drawCalls;
    shop.stats.triangles += static_cast<std::size_t>(level.count) / 3;
}

void drawItem(Workshop& shop, const Frame& frame, const DrawItem& item)
{
    faceFor(item.mirror);
    const MeshLevel& level = levelFor(shop.cache.shape(item.shape), item, frame.fine());
    drawLevel(level);
    count(shop, level);
}

/// Draws the items of one matter, muscles or bones, with one program.
void drawMatter(Workshop& shop, const Frame& frame, const std::vector<DrawItem>& items, bool bone,
                ProgramId id)
{
    const gl::Program& program = shop.shaders.use(id);
    const GLint instance = program.uniform("uInstance"), tint = program.uniform("uTint");
    placeBody(program, shop, frame.scene);
    for (const DrawItem& item : items) {
        if (item.bone != bone)
            continue;
        const glm::vec3 colour = shop.cache.tint(item.shape);
        glUniform4f(instance, item.mirror, item.look.opacity, item.lift,
                    shop.cache.seed(item.shape));
        const bool cartilage =
            frame.scene.atlas->shapes[item.shape].kind == anatomy::Kind::Cartilage;
        glUniform4f(tint, colour.r, colour.g, colour.b, cartilage ? 1.0F : 0.0F);
        drawItem(shop, frame, item);
    }
    glFrontFace(GL_CCW);
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
    program.set("uTint", glm::vec4(1, 1, 1, softness));
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

/// A zone's edge is only as fine as the triangles it crosses: painted skin stays in full.
const MeshLevel& skinLevel(const Workshop& shop, const Frame& frame)
{
    const GpuMesh& skin = shop.cache.skin().mesh;
    if (frame.fine() || shop.cache.hasZone() || shop.cache.hasChosen() || shop.cache.more().any())
        return skin.levels.front();
    const float distance = glm::length(frame.view.eye - skin.centre) - skin.radius;
    return skin.level(kMovingErrorPixels * frame.view.pixelMm *
                      std::max(distance, frame.view.nearMm));
}

void drawSkinPass(Workshop& shop, const Frame& frame, ProgramId id)
{
    const gl::Program& program = shop.shaders.use(id);
    placeBody(program, shop, frame.scene);
    program.set("uInstance", glm::vec4(1));
    program.set("uBehind", 0.0F);
    glUniform3fv(program.uniform("uKeptHues[0]"), scene::kMostKeptZones, &scene::kZoneHues[1].x);
    program.set("uPulse", frame.scene.pulse ? frame.scene.pulse->reachedMm : -1.0F);
    const MeshLevel& level = skinLevel(shop, frame);
    drawLevel(level);
    count(shop, level);
}

/// `form` of the dots: 0 discs, 1 rings, 2 squares, 3 crosses.
void drawDots(Workshop& shop, const GpuDots& dots, int form)
{
    if (dots.count() == 0)
        return;
    const gl::Program& program = shop.shaders.use(ProgramId::Dots);
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
    return frame.fine() ? ProgramId::SkinFine : ProgramId::Skin;
}

} // namespace

void placeBody(const gl::Program& program, const Workshop& shop, const scene::Scene& scene)
{
    const PoseCache& pose = shop.cache.pose();
    program.set("uModel", scene.bodyPlacement);
    program.set("uPosed", pose.posed() ? 1 : 0);
    if (scene.cut)
        program.set("uWhole", 0.0F);
    if (pose.posed())
        bindTexture(kUnitPose, pose.texture());
}

void placeLoose(const gl::Program& program, const glm::mat4& toWorld)
{
    program.set("uModel", toWorld);
    program.set("uPosed", 0);
    program.set("uWhole", 1.0F);
}

void bindTexture(TextureUnit unit, GLuint texture)
{
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
    glBindTexture(GL_TEXTURE_2D, texture);
    glActiveTexture(GL_TEXTURE0);
}

void drawSolidDepth(Workshop& shop, const Frame& frame)
{
    const gl::Program& program = shop.shaders.use(ProgramId::Depth);
    const GLint instance = program.uniform("uInstance");
    placeBody(program, shop, frame.scene);
    program.set("uBehind", kBehindMm);
    for (const DrawItem& item : frame.list.solid) {
        glUniform4f(instance, item.mirror, 1, 0, 0);
        drawItem(shop, frame, item);
    }
    glFrontFace(GL_CCW);
    program.set("uBehind", 0.0F);
    glUniform4f(instance, 1, 1, 0, 0);
    if (frame.skinSolid() && !shop.cache.skin().mesh.empty())
        drawLevel(shop.cache.skin().mesh.levels.front());
    if (frame.scene.tool && !shop.cache.tool().empty()) {
        placeLoose(program, frame.scene.bodyPlacement * frame.scene.tool->placement);
        drawLevel(shop.cache.tool().levels.front());
    }
    placeLoose(program, glm::mat4(1));
    for (std::size_t i = 0; i < shop.cache.propCount(); ++i)
        drawLevel(shop.cache.prop(i).levels.front());
}

void drawSolid(Workshop& shop, const Frame& frame)
{
    const bool fine = frame.fine();
    if (frame.scene.tool)
        drawLoose(shop, frame, shop.cache.tool(),
                  frame.scene.bodyPlacement * frame.scene.tool->placement,
                  frame.scene.tool->skinLike ? 1.0F : 0.0F, 1);
    if (frame.scene.arrow)
        drawLoose(shop, frame, shop.cache.arrow(),
                  frame.scene.bodyPlacement * arrowPlacement(*frame.scene.arrow), 0, 1);
    // With a start pose they were drawn before it, to be seen behind it.
    if (!frame.scene.startPose)
        drawProps(shop, frame);
    bindTexture(kUnitFibre, shop.fibres.id());
    drawMatter(shop, frame, frame.list.solid, false,
               fine ? ProgramId::MuscleFine : ProgramId::Muscle);
    drawMatter(shop, frame, frame.list.solid, true, fine ? ProgramId::BoneFine : ProgramId::Bone);
}

void drawProps(Workshop& shop, const Frame& frame)
{
    for (std::size_t i = 0; i < shop.cache.propCount(); ++i)
        drawLoose(shop, frame, shop.cache.prop(i), glm::mat4(1), 0, 1);
}

void drawGhosts(Workshop& shop, const Frame& frame)
{
    const bool fine = frame.fine();
    bindTexture(kUnitFibre, shop.fibres.id());
    drawMatter(shop, frame, frame.list.ghosts, false,
               fine ? ProgramId::MuscleGhostFine : ProgramId::MuscleGhost);
    drawMatter(shop, frame, frame.list.ghosts, true,
               fine ? ProgramId::BoneGhostFine : ProgramId::BoneGhost);
}

void drawSkin(Workshop& shop, const Frame& frame)
{
    const bool painted = shop.cache.hasZone() || shop.cache.hasChosen() ||
                         shop.cache.hasCaution() || shop.cache.more().any();
    if (shop.cache.skin().mesh.empty() || (!frame.skinShown() && !painted))
        return;
    glDepthMask(GL_TRUE);
    glDepthFunc(GL_LESS);
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    drawSkinPass(shop, frame, ProgramId::Depth);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glDepthMask(GL_FALSE);
    glDepthFunc(GL_LEQUAL);
    glEnable(GL_BLEND);
    drawSkinPass(shop, frame, skinProgram(shop, frame));
    int form = 0;
    drawDots(shop, shop.cache.dots(), form);
    for (const GpuDots& dots : shop.cache.more().dots())
        drawDots(shop, dots, ++form);
}

bool drawChosenMask(Workshop& shop, const Frame& frame)
{
    const gl::Program& program = shop.shaders.use(ProgramId::Mask);
    const GLint instance = program.uniform("uInstance");
    placeBody(program, shop, frame.scene);
    program.set("uBehind", kBehindMm);
    // With its far side a body that is cut open covers its section as well.
    if (frame.scene.cut)
        glDisable(GL_CULL_FACE);
    bool any = false;
    for (const auto* items : {&frame.list.solid, &frame.list.ghosts}) {
        for (const DrawItem& item : *items) {
            if (item.look.highlight <= 0.05F)
                continue;
            glUniform4f(instance, item.mirror, 1, 0, 0);
            drawItem(shop, frame, item);
            any = true;
        }
    }
    glFrontFace(GL_CCW);
    glEnable(GL_CULL_FACE);
    return any;
}

void drawHiddenArrow(Workshop& shop, const Frame& frame)
{
    if (!frame.scene.arrow)
        return;
    glDepthFunc(GL_GREATER);
    drawLoose(shop, frame, shop.cache.arrow(),
              frame.scene.bodyPlacement * arrowPlacement(*frame.scene.arrow), 0, 0.3F);
    glDepthFunc(GL_LEQUAL);
}

} // namespace knotmap::render
