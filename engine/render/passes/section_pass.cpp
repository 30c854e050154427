#include "engine/render/passes/section_pass.h"

#include "engine/render/passes/picture_ids.h"
#include "engine/section/fat_map.h"

#include <algorithm>
#include <cstddef>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace knotmap::render {
namespace {

// The stencil: its low bits count how often a contour goes round a pixel, its high bit says that
// the pixel is taken by a structure, so that where two overlap by a hair the first one stays.
constexpr GLuint kCount = 0x7f, kTaken = 0x80;

/// What the pattern of shaders/section.frag is of.
enum class Matter
{
    Muscle,
    Bone,
    Cartilage,
    Fat
};

constexpr float kLiningMm = 3 * kBehindMm; ///< the skin's inner side is pushed, see clipPosition
constexpr float kLineLiftMm = 1;           ///< lines lie so much before the areas they edge
constexpr float kFasciaMm = 0.38F, kFasciaShare = 0.10F; ///< of a section's thickness at most
constexpr float kFasciaPixels = 0.4F;
constexpr glm::vec3 kFascia{0.105F, 0.030F, 0.022F}, kSheath{0.36F, 0.27F, 0.19F};
constexpr glm::vec3 kSinew{1.16F, 1.07F, 0.89F};
constexpr glm::vec3 kCompactBone{1.22F, 1.09F, 0.84F};
constexpr glm::vec3 kSkinEdge{1.02F, 0.60F, 0.44F};
constexpr glm::vec3 kFrame{0.012F, 0.082F, 0.19F};
constexpr float kFramePixels = 0.9F;

/// Whether the eye looks into the section.
bool isOpen(Workshop& shop, const scene::Scene& scene, const FrameView& view)
{
    return scene.cut && shop.shaders.get(ProgramId::SectionPick) && scene.cut->above(view.eye) > 0;
}

Matter matterOf(const scene::Scene& scene, const section::Contour& section)
{
    switch (scene.atlas->shapeOf(scene.atlas->instances[section.instance]).kind) {
    case anatomy::Kind::Bone:
        return Matter::Bone;
    case anatomy::Kind::Cartilage:
        return Matter::Cartilage;
    default:
        return Matter::Muscle;
    }
}

/// Face on a ghost is as thin as shaders/matter.frag has it.
float glassOf(float opacity)
{
    const float closed = glm::clamp((opacity - 0.55F) / 0.45F, 0.0F, 1.0F);
    return glm::mix(0.5F * opacity, 1.0F, closed * closed * (3 - 2 * closed));
}

const gl::Program& use(Workshop& shop, ProgramId id, float behindMm)
{
    const gl::Program& program = shop.shaders.use(id);
    const section::PlaneFrame& plane = shop.sections.sections().frame;
    program.set("uOrigin", plane.origin);
    program.set("uRight", plane.right);
    program.set("uUpward", plane.up);
    program.set("uBehind", behindMm);
    return program;
}

/// Binds the segments of a section as what an instanced drawing steps through.
void bindSegments(Workshop& shop, const section::Contour& section)
{
    glBindVertexArray(shop.sections.array().id());
    glBindBuffer(GL_ARRAY_BUFFER, shop.sections.buffer().id());
    const std::size_t start = section.first * sizeof(section::ContourSegment);
    constexpr GLsizei kStride = sizeof(section::ContourSegment);
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, kStride, reinterpret_cast<void*>(start));
    glVertexAttribPointer(
        1, 2, GL_FLOAT, GL_FALSE, kStride,
        reinterpret_cast<void*>(start + offsetof(section::ContourSegment, widths)));
}

/// Counts in the stencil where the contour goes round, but where another structure has taken it.
void countTurns(Workshop& shop, const section::Contour& section)
{
    const gl::Program& program = use(shop, ProgramId::SectionCount, kBehindMm);
    program.set("uMiddle", 0.5F * (section.low + section.high));
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    glDepthMask(GL_FALSE);
    glDepthFunc(GL_ALWAYS);
    glStencilMask(kCount);
    glStencilFunc(GL_EQUAL, 0, kTaken);
    glStencilOpSeparate(GL_FRONT, GL_KEEP, GL_KEEP, GL_INCR_WRAP);
    glStencilOpSeparate(GL_BACK, GL_KEEP, GL_KEEP, GL_DECR_WRAP);
    bindSegments(shop, section);
    glDrawArraysInstanced(GL_TRIANGLES, 0, 3, static_cast<GLsizei>(section.count));
    glDepthFunc(GL_LEQUAL);
    glDepthMask(GL_TRUE);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glStencilMask(0xff);
    ++shop.stats.drawCalls;
}

/// Draws the box about a section with the program in use where the contour goes round, and takes
/// the pixels, or gives them back as they were.
void fillCounted(Workshop& shop, const gl::Program& program, const section::Contour& section,
                 bool take)
{
    program.set("uBox", glm::vec4(section.low, section.high));
    glStencilFunc(GL_NOTEQUAL, kTaken, kCount);
    const GLenum after = take ? GL_REPLACE : GL_ZERO;
    glStencilOp(GL_KEEP, after, after);
    glBindVertexArray(shop.nothing.id());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    ++shop.stats.drawCalls;
}

struct Line
{
    glm::vec3 colour{0};
    float mm = 0, pixels = 0, rind = 0; ///< half its breadth: mm, at least pixels, share of rind
    float opacity = 1;
};

void drawLine(Workshop& shop, const section::Contour& section, const Line& line, float behindMm)
{
    const gl::Program& program = use(shop, ProgramId::SectionLine, behindMm);
    program.set("uBreadth", glm::vec3(line.mm, line.pixels, line.rind));
    program.set("uColour", glm::vec4(line.colour, line.opacity));
    bindSegments(shop, section);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(section.count));
    ++shop.stats.drawCalls;
}

/// Draws along a contour, within it; `liftMm` before the section's area.
void drawWithin(Workshop& shop, const section::Contour& section, const Line& line, float liftMm)
{
    glStencilFunc(GL_NOTEQUAL, 0, kCount);
    glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
    drawLine(shop, section, line, kBehindMm - liftMm);
}

/// The compact wall of a bone, the sinew on a muscle, the skin.
void drawRind(Workshop& shop, const section::Contour& section, const glm::vec3& colour)
{
    Line line;
    line.colour = colour;
    line.rind = 1;
    drawWithin(shop, section, line, 0.5F * kLineLiftMm);
}

/// The thin dark line that edges a muscle, lighter about a tendon.
void drawFascia(Workshop& shop, const Frame& frame, const section::Contour& section)
{
    Line line;
    const glm::vec2 middle = 0.5F * (section.low + section.high);
    const float tendon =
        section.tendon.x + section.tendon.y * middle.x + section.tendon.z * middle.y;
    line.colour = glm::mix(kFascia, kSheath, glm::clamp(tendon, 0.0F, 1.0F));
    line.mm = std::min(kFasciaMm, kFasciaShare * section.thickness);
    line.pixels = kFasciaPixels * frame.view.unit;
    drawWithin(shop, section, line, kLineLiftMm);
}

/// The program that colours areas, in use.
const gl::Program& useArea(Workshop& shop, Matter matter, const glm::vec4& tint)
{
    const gl::Program& program = use(shop, ProgramId::Section, kBehindMm);
    program.set("uMatter", static_cast<int>(matter));
    program.set("uTint", tint);
    program.set("uFibre", glm::vec3(0));
    program.set("uTendon", glm::vec3(0));
    program.set("uLift", 0.0F);
    return program;
}

/// A section's area, with the pixels taken.
void drawArea(Workshop& shop, const Frame& frame, const section::Contour& section,
              const DrawItem& item, float opacity)
{
    const Matter matter = matterOf(frame.scene, section);
    countTurns(shop, section);
    if (opacity >= 1 && matter == Matter::Muscle)
        drawFascia(shop, frame, section);
    if (opacity >= 1 && matter != Matter::Cartilage)
        drawRind(shop, section,
                 (matter == Matter::Bone ? kCompactBone : kSinew) * (1 + 0.3F * item.lift));
    const gl::Program& program =
        useArea(shop, matter, glm::vec4(glm::vec3(shop.cache.tint(item.shape)), opacity));
    program.set("uFibre", section.fibre);
    program.set("uTendon", section.tendon);
    program.set("uLift", item.lift);
    fillCounted(shop, program, section, true);
}

/// The items that the plane goes through, bones first: they win where muscles reach into them.
template <typename Draw>
void eachSection(Workshop& shop, const scene::Scene& scene, const std::vector<DrawItem>& items,
                 const Draw& draw)
{
    std::vector<const DrawItem*> itemOf(scene.atlas->instances.size(), nullptr);
    for (const DrawItem& item : items)
        itemOf[item.instance] = &item;
    for (const bool bone : {true, false})
        for (const section::Contour& section : shop.sections.sections().structures)
            if (const DrawItem* item = itemOf[section.instance]; item && item->bone == bone)
                draw(section, *item);
}

void uploadFat(Workshop& shop)
{
    if (shop.fat && shop.fatRevision == shop.sections.revision())
        return;
    shop.fatRevision = shop.sections.revision();
    const section::FatMap map = section::makeFatMap(shop.sections.sections());
    if (!shop.fat)
        shop.fat = gl::Texture("fat");
    glBindTexture(GL_TEXTURE_2D, shop.fat.id());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, map.width, map.height, 0, GL_RED, GL_UNSIGNED_BYTE,
                 map.share.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    shop.fatBox = glm::vec4(map.low, 1.0F / glm::max(map.high - map.low, glm::vec2(1)));
}

/// The far side of the skin, behind all that lies within it.
void drawLining(Workshop& shop, const Frame& frame)
{
    const gl::Program& program = useOnBody(shop, ProgramId::Lining, frame.scene.bodyPlacement);
    program.set("uInstance", glm::vec4(1));
    program.set("uBehind", kLiningMm);
    glEnable(GL_CULL_FACE);
    glCullFace(GL_FRONT);
    drawLevel(shop.cache.skin().mesh.levels.front());
    glCullFace(GL_BACK);
    glDisable(GL_CULL_FACE);
    ++shop.stats.drawCalls;
}

/// Skin and fat, wherever no structure has taken the pixel.
void drawSkinSection(Workshop& shop)
{
    const section::Contour& skin = shop.sections.sections().skin;
    if (skin.count == 0)
        return;
    uploadFat(shop);
    bindTexture(kUnitFat, shop.fat.id());
    countTurns(shop, skin);
    drawRind(shop, skin, kSkinEdge);
    const gl::Program& program = useArea(shop, Matter::Fat, glm::vec4(1));
    program.set("uFatBox", shop.fatBox);
    fillCounted(shop, program, skin, false);
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

void drawSections(Workshop& shop, const Frame& frame)
{
    if (!isOpen(shop, frame.scene, frame.view))
        return;
    begin();
    glDisable(GL_BLEND);
    const auto& solid = frame.list.solid;
    eachSection(shop, frame.scene, solid,
                [&](const section::Contour& section, const DrawItem& item) {
                    drawArea(shop, frame, section, item, 1);
                });
    if (frame.skinSolid())
        drawSkinSection(shop);
    glDisable(GL_STENCIL_TEST);
    if (frame.skinSolid() && !shop.cache.skin().mesh.empty())
        drawLining(shop, frame);
    end();
}

void drawGhostSections(Workshop& shop, const Frame& frame)
{
    if (!isOpen(shop, frame.scene, frame.view))
        return;
    begin();
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    eachSection(shop, frame.scene, frame.list.ghosts,
                [&](const section::Contour& section, const DrawItem& item) {
                    drawArea(shop, frame, section, item, glassOf(item.look.opacity));
                });
    if (frame.skinShown() && !frame.skinSolid() && shop.sections.sections().skin.count > 0) {
        // Where its own segments overlap the line must not be laid on twice.
        glStencilFunc(GL_EQUAL, 0, kTaken);
        Line edge;
        edge.colour = 0.8F * kSkinEdge;
        edge.mm = 0.7F;
        edge.pixels = 0.6F;
        drawLine(shop, shop.sections.sections().skin, edge, -2 * kLineLiftMm);
    }
    end();
    glDepthMask(GL_FALSE);
}

void drawCutFrame(Workshop& shop, const Frame& frame)
{
    if (!frame.scene.cut || shop.sections.sections().border.count == 0)
        return;
    glDisable(GL_CULL_FACE);
    const section::Contour& border = shop.sections.sections().border;
    const gl::Program& program = use(shop, ProgramId::CutFrame, 0);
    program.set("uBreadth", kFramePixels * frame.view.unit);
    bindSegments(shop, border);
    // Behind the body it stays as a breath of itself.
    for (const bool open : {true, false}) {
        glDepthFunc(open ? GL_LEQUAL : GL_GREATER);
        program.set("uColour", glm::vec4(kFrame, 1) * (open ? 0.9F : 0.16F));
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(border.count));
        ++shop.stats.drawCalls;
    }
    glDepthFunc(GL_LEQUAL);
    glEnable(GL_CULL_FACE);
}

void drawSectionIds(Workshop& shop, const scene::Scene& scene, const FrameView& view,
                    const DrawList& list, bool pickable)
{
    if (!isOpen(shop, scene, view))
        return;
    begin();
    for (const auto* items : {&list.solid, &list.ghosts})
        eachSection(shop, scene, *items,
                    [&](const section::Contour& section, const DrawItem& item) {
                        if ((item.look.opacity >= kPickable) != pickable)
                            return;
                        countTurns(shop, section);
                        const gl::Program& program = use(shop, ProgramId::SectionPick, kBehindMm);
                        program.setId("uId", kFirstInstanceId + item.instance);
                        fillCounted(shop, program, section, true);
                    });
    end();
}

void drawSkinSectionId(Workshop& shop, const scene::Scene& scene, const FrameView& view)
{
    const section::Contour& skin = shop.sections.sections().skin;
    if (!isOpen(shop, scene, view) || skin.count == 0)
        return;
    begin();
    countTurns(shop, skin);
    const gl::Program& program = use(shop, ProgramId::SectionPick, 0);
    program.setId("uId", kSkinId);
    fillCounted(shop, program, skin, true);
    end();
}

} // namespace knotmap::render
