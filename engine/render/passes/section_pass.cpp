#include "engine/render/passes/section_pass.h"

#include "engine/render/passes/picture_ids.h"
#include "engine/section/fat_map.h"

#include <algorithm>
#include <cstddef>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace knotmap::render {
namespace {

// The stencil: its low bits count how often a contour encloses a pixel, its high bit marks the
// pixel as taken by a structure, so that of two that overlap slightly the first one stays.
constexpr GLuint kCount = 0x7f, kTaken = 0x80;

/// What the pattern of shaders/section.frag depicts.
enum class Material
{
    Muscle,
    Bone,
    Cartilage,
    Fat
};

constexpr float kLiningMm = 3 * kBehindMm; ///< offset of the skin's inner side, see clipPosition
constexpr float kLineLiftMm = 1;           ///< offset of lines in front of the areas they border
constexpr float kFasciaMm = 0.38F, kFasciaShare = 0.10F; ///< of a section's thickness, at most
constexpr float kFasciaPixels = 0.4F;
constexpr glm::vec3 kFascia{0.105F, 0.030F, 0.022F}, kSheath{0.36F, 0.27F, 0.19F};
constexpr glm::vec3 kSinew{1.16F, 1.07F, 0.89F};
constexpr glm::vec3 kCompactBone{1.22F, 1.09F, 0.84F};
constexpr glm::vec3 kSkinEdge{1.02F, 0.60F, 0.44F};
constexpr glm::vec3 kFrame{0.012F, 0.082F, 0.19F};
constexpr float kFramePixels = 0.9F;

/// Whether the eye is on the open side of the section.
bool isOpen(RenderContext& context, const scene::Scene& scene, const FrameView& view)
{
    return scene.cut && context.shaders.get(ProgramId::SectionPick) &&
           scene.cut->above(view.eye) > 0;
}

Material materialOf(const scene::Scene& scene, const section::Contour& section)
{
    switch (scene.atlas->shapeOf(scene.atlas->instances[section.instance]).kind) {
    case anatomy::Kind::Bone:
        return Material::Bone;
    case anatomy::Kind::Cartilage:
        return Material::Cartilage;
    default:
        return Material::Muscle;
    }
}

/// Face-on, a ghost has the opacity of shaders/material.frag.
float glassOf(float opacity)
{
    const float closed = glm::clamp((opacity - 0.55F) / 0.45F, 0.0F, 1.0F);
    return glm::mix(0.5F * opacity, 1.0F, closed * closed * (3 - 2 * closed));
}

const gl::Program& use(RenderContext& context, ProgramId id, float behindMm)
{
    const gl::Program& program = context.shaders.use(id);
    const section::PlaneFrame& plane = context.sections.sections().frame;
    program.set("uOrigin", plane.origin);
    program.set("uRight", plane.right);
    program.set("uUpward", plane.up);
    program.set("uBehind", behindMm);
    return program;
}

/// Binds the segments of a section as instance attributes.
void bindSegments(RenderContext& context, const section::Contour& section)
{
    glBindVertexArray(context.sections.array().id());
    glBindBuffer(GL_ARRAY_BUFFER, context.sections.buffer().id());
    const std::size_t start = section.first * sizeof(section::ContourSegment);
    constexpr GLsizei kStride = sizeof(section::ContourSegment);
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, kStride, reinterpret_cast<void*>(start));
    glVertexAttribPointer(
        1, 2, GL_FLOAT, GL_FALSE, kStride,
        reinterpret_cast<void*>(start + offsetof(section::ContourSegment, widths)));
}

/// Counts contours in the stencil, except where another structure has taken the pixel.
void countTurns(RenderContext& context, const section::Contour& section)
{
    const gl::Program& program = use(context, ProgramId::SectionCount, kBehindMm);
    program.set("uMiddle", 0.5F * (section.low + section.high));
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    glDepthMask(GL_FALSE);
    glDepthFunc(GL_ALWAYS);
    glStencilMask(kCount);
    glStencilFunc(GL_EQUAL, 0, kTaken);
    glStencilOpSeparate(GL_FRONT, GL_KEEP, GL_KEEP, GL_INCR_WRAP);
    glStencilOpSeparate(GL_BACK, GL_KEEP, GL_KEEP, GL_DECR_WRAP);
    bindSegments(context, section);
    glDrawArraysInstanced(GL_TRIANGLES, 0, 3, static_cast<GLsizei>(section.count));
    glDepthFunc(GL_LEQUAL);
    glDepthMask(GL_TRUE);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glStencilMask(0xff);
    ++context.stats.drawCalls;
}

/// Draws the box around a section with the program in use where the contour encloses it, and marks
/// the pixels as taken, or restores them.
void fillCounted(RenderContext& context, const gl::Program& program,
                 const section::Contour& section, bool take)
{
    program.set("uBox", glm::vec4(section.low, section.high));
    glStencilFunc(GL_NOTEQUAL, kTaken, kCount);
    const GLenum after = take ? GL_REPLACE : GL_ZERO;
    glStencilOp(GL_KEEP, after, after);
    glBindVertexArray(context.nothing.id());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    ++context.stats.drawCalls;
}

struct Line
{
    glm::vec3 colour{0};
    float mm = 0, pixels = 0, rind = 0; ///< half width: mm, minimum in pixels, fraction of cortex
    float opacity = 1;
};

void drawLine(RenderContext& context, const section::Contour& section, const Line& line,
              float behindMm)
{
    const gl::Program& program = use(context, ProgramId::SectionLine, behindMm);
    program.set("uBreadth", glm::vec3(line.mm, line.pixels, line.rind));
    program.set("uColour", glm::vec4(line.colour, line.opacity));
    bindSegments(context, section);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(section.count));
    ++context.stats.drawCalls;
}

/// Draws along a contour, on its inside; `liftMm` in front of the section's area.
void drawWithin(RenderContext& context, const section::Contour& section, const Line& line,
                float liftMm)
{
    glStencilFunc(GL_NOTEQUAL, 0, kCount);
    glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
    drawLine(context, section, line, kBehindMm - liftMm);
}

/// The compact wall of a bone, the tendon on a muscle, the skin.
void drawRind(RenderContext& context, const section::Contour& section, const glm::vec3& colour)
{
    Line line;
    line.colour = colour;
    line.rind = 1;
    drawWithin(context, section, line, 0.5F * kLineLiftMm);
}

/// The thin dark border of a muscle, lighter around a tendon.
void drawFascia(RenderContext& context, const Frame& frame, const section::Contour& section)
{
    Line line;
    const glm::vec2 middle = 0.5F * (section.low + section.high);
    const float tendon =
        section.tendon.x + section.tendon.y * middle.x + section.tendon.z * middle.y;
    line.colour = glm::mix(kFascia, kSheath, glm::clamp(tendon, 0.0F, 1.0F));
    line.mm = std::min(kFasciaMm, kFasciaShare * section.thickness);
    line.pixels = kFasciaPixels * frame.view.unit;
    drawWithin(context, section, line, kLineLiftMm);
}

/// The program that colours areas, in use.
const gl::Program& useArea(RenderContext& context, Material material, const glm::vec4& tint)
{
    const gl::Program& program = use(context, ProgramId::Section, kBehindMm);
    program.set("uMaterial", static_cast<int>(material));
    program.set("uTint", tint);
    program.set("uFibre", glm::vec3(0));
    program.set("uTendon", glm::vec3(0));
    program.set("uLift", 0.0F);
    return program;
}

/// A section's area; marks its pixels as taken.
void drawArea(RenderContext& context, const Frame& frame, const section::Contour& section,
              const DrawItem& item, float opacity)
{
    const Material material = materialOf(frame.scene, section);
    countTurns(context, section);
    if (opacity >= 1 && material == Material::Muscle)
        drawFascia(context, frame, section);
    if (opacity >= 1 && material != Material::Cartilage)
        drawRind(context, section,
                 (material == Material::Bone ? kCompactBone : kSinew) * (1 + 0.3F * item.lift));
    const gl::Program& program =
        useArea(context, material, glm::vec4(glm::vec3(context.cache.tint(item.shape)), opacity));
    program.set("uFibre", section.fibre);
    program.set("uTendon", section.tendon);
    program.set("uLift", item.lift);
    fillCounted(context, program, section, true);
}

/// The items that the plane intersects, bones first: they win where muscles penetrate them.
template <typename Draw>
void eachSection(RenderContext& context, const scene::Scene& scene,
                 const std::vector<DrawItem>& items, const Draw& draw)
{
    std::vector<const DrawItem*> itemOf(scene.atlas->instances.size(), nullptr);
    for (const DrawItem& item : items)
        itemOf[item.instance] = &item;
    for (const bool bone : {true, false})
        for (const section::Contour& section : context.sections.sections().structures)
            if (const DrawItem* item = itemOf[section.instance]; item && item->bone == bone)
                draw(section, *item);
}

void uploadFat(RenderContext& context)
{
    if (context.fat && context.fatRevision == context.sections.revision())
        return;
    context.fatRevision = context.sections.revision();
    const section::FatMap map = section::makeFatMap(context.sections.sections());
    if (!context.fat)
        context.fat = gl::Texture("fat");
    glBindTexture(GL_TEXTURE_2D, context.fat.id());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, map.width, map.height, 0, GL_RED, GL_UNSIGNED_BYTE,
                 map.share.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    context.fatBox = glm::vec4(map.low, 1.0F / glm::max(map.high - map.low, glm::vec2(1)));
}

/// The back face of the skin, behind everything inside it.
void drawLining(RenderContext& context, const Frame& frame)
{
    const gl::Program& program = useOnBody(context, ProgramId::Lining, frame.scene.bodyPlacement);
    program.set("uInstance", glm::vec4(1));
    program.set("uBehind", kLiningMm);
    glEnable(GL_CULL_FACE);
    glCullFace(GL_FRONT);
    drawLevel(context.cache.skin().mesh.levels.front());
    glCullFace(GL_BACK);
    glDisable(GL_CULL_FACE);
    ++context.stats.drawCalls;
}

/// Skin and fat, wherever no structure has taken the pixel.
void drawSkinSection(RenderContext& context)
{
    const section::Contour& skin = context.sections.sections().skin;
    if (skin.count == 0)
        return;
    uploadFat(context);
    bindTexture(kUnitFat, context.fat.id());
    countTurns(context, skin);
    drawRind(context, skin, kSkinEdge);
    const gl::Program& program = useArea(context, Material::Fat, glm::vec4(1));
    program.set("uFatBox", context.fatBox);
    fillCounted(context, program, skin, false);
}

void begin()
{
    glEnable(GL_STENCIL_TEST);
    glStencilMask(0xff);
    const GLint empty = 0;
    glClearBufferiv(GL_STENCIL, 0, &empty);
    glDisable(GL_CULL_FACE);
    glFrontFace(GL_CCW);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LEQUAL);
}

void end()
{
    glDisable(GL_STENCIL_TEST);
    glEnable(GL_CULL_FACE);
    glDepthMask(GL_TRUE);
}

} // namespace

void drawSections(RenderContext& context, const Frame& frame)
{
    if (!isOpen(context, frame.scene, frame.view))
        return;
    begin();
    glDisable(GL_BLEND);
    const auto& solid = frame.list.solid;
    eachSection(context, frame.scene, solid,
                [&](const section::Contour& section, const DrawItem& item) {
                    drawArea(context, frame, section, item, 1);
                });
    if (frame.skinSolid())
        drawSkinSection(context);
    glDisable(GL_STENCIL_TEST);
    if (frame.skinSolid() && !context.cache.skin().mesh.empty())
        drawLining(context, frame);
    end();
}

void drawGhostSections(RenderContext& context, const Frame& frame)
{
    if (!isOpen(context, frame.scene, frame.view))
        return;
    begin();
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    eachSection(context, frame.scene, frame.list.ghosts,
                [&](const section::Contour& section, const DrawItem& item) {
                    drawArea(context, frame, section, item, glassOf(item.appearance.opacity));
                });
    if (frame.skinShown() && !frame.skinSolid() && context.sections.sections().skin.count > 0) {
        // Where its own segments overlap, the line must not be blended twice.
        glStencilFunc(GL_EQUAL, 0, kTaken);
        Line edge;
        edge.colour = 0.8F * kSkinEdge;
        edge.mm = 0.7F;
        edge.pixels = 0.6F;
        drawLine(context, context.sections.sections().skin, edge, -2 * kLineLiftMm);
    }
    end();
    glDepthMask(GL_FALSE);
}

void drawCutFrame(RenderContext& context, const Frame& frame)
{
    if (!frame.scene.cut || context.sections.sections().border.count == 0)
        return;
    glDisable(GL_CULL_FACE);
    const section::Contour& border = context.sections.sections().border;
    const gl::Program& program = use(context, ProgramId::CutFrame, 0);
    program.set("uBreadth", kFramePixels * frame.view.unit);
    bindSegments(context, border);
    // Behind the body it remains faintly visible.
    for (const bool open : {true, false}) {
        glDepthFunc(open ? GL_LEQUAL : GL_GREATER);
        program.set("uColour", glm::vec4(kFrame, 1) * (open ? 0.9F : 0.16F));
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(border.count));
        ++context.stats.drawCalls;
    }
    glDepthFunc(GL_LEQUAL);
    glEnable(GL_CULL_FACE);
}

void drawSectionIds(RenderContext& context, const scene::Scene& scene, const FrameView& view,
                    const DrawList& list, bool pickable)
{
    if (!isOpen(context, scene, view))
        return;
    begin();
    for (const auto* items : {&list.solid, &list.ghosts})
        eachSection(
            context, scene, *items, [&](const section::Contour& section, const DrawItem& item) {
                if ((item.appearance.opacity >= kPickable) != pickable)
                    return;
                countTurns(context, section);
                const gl::Program& program = use(context, ProgramId::SectionPick, kBehindMm);
                program.setId("uId", kFirstInstanceId + item.instance);
                fillCounted(context, program, section, true);
            });
    end();
}

void drawSkinSectionId(RenderContext& context, const scene::Scene& scene, const FrameView& view)
{
    const section::Contour& skin = context.sections.sections().skin;
    if (!isOpen(context, scene, view) || skin.count == 0)
        return;
    begin();
    countTurns(context, skin);
    const gl::Program& program = use(context, ProgramId::SectionPick, 0);
    program.setId("uId", kSkinId);
    fillCounted(context, program, skin, true);
    end();
}

} // namespace knotmap::render
