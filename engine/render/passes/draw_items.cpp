#include "engine/render/passes/draw_items.h"

#include <algorithm>

namespace knotmap::render {
namespace {

/// At rest: too small to be visible; the lower one even on the thinnest sheet.
constexpr float kStillThicknessShare = 0.2F, kMinStillPixels = 0.15F, kMaxStillPixels = 0.3F;
/// While moving: a fraction of the shape's thickness, since a thin sheet breaks up under an error
/// that a thick belly hides; but within these limits in pixels. Where a whole body is small, sheets
/// are thinner than a pixel anyway.
constexpr float kThicknessShare = 0.45F, kMinErrorPixels = 0.35F, kMinOfBonePixels = 0.9F,
                kMaxErrorPixels = 1.7F, kShelteredErrorPixels = 2.2F;
constexpr float kSmallBodyPixelMm = 2.5F, kMinPixelsMorePerMm = 0.4F;

/// What items must have in common to be drawn with one call.
struct Common
{
    float mirror, opacity, lift;

    bool operator==(const Common& other) const
    {
        return mirror == other.mirror && opacity == other.opacity && lift == other.lift;
    }
};

struct Group
{
    Common common;
    std::vector<const MergedLevel*> levels;
};

Common commonOf(const DrawItem& item, AppearanceUse use)
{
    if (use == AppearanceUse::PlacementOnly)
        return {item.mirror, 1, 0};
    return {item.mirror, item.appearance.opacity, item.lift};
}

/// The permitted deviation of an item, mm.
float allowedMm(const Frame& frame, const AtlasCache& cache, const DrawItem& item)
{
    if (frame.fine())
        return item.sheltered
                   ? kMaxStillPixels * item.pixelMm
                   : std::clamp(kStillThicknessShare * cache.thicknessMm(item.shape),
                                kMinStillPixels * item.pixelMm, kMaxStillPixels * item.pixelMm);
    if (item.sheltered)
        return kShelteredErrorPixels * item.pixelMm;
    const float smallBody = kMinPixelsMorePerMm * std::max(item.pixelMm - kSmallBodyPixelMm, 0.0F);
    const float minPixels =
        std::min((item.bone ? kMinOfBonePixels : kMinErrorPixels) + smallBody, kMaxErrorPixels);
    return std::clamp(kThicknessShare * cache.thicknessMm(item.shape), minPixels * item.pixelMm,
                      kMaxErrorPixels * item.pixelMm);
}

/// Mirroring reverses the winding of triangles.
void begin(GLint instance, const Common& common)
{
    glFrontFace(common.mirror < 0 ? GL_CW : GL_CCW);
    glUniform4f(instance, common.mirror, common.opacity, common.lift, 0);
}

void count(FrameStats& stats, std::size_t indices)
{
    ++stats.drawCalls;
    stats.triangles += indices / 3;
}

void drawAlone(RenderContext& context, const DrawItem& item, float errorMm)
{
    const glm::vec4 tint = context.cache.tint(item.shape);
    glVertexAttrib4f(kSlotTint, tint.x, tint.y, tint.z, tint.w);
    const MeshLevel& level = context.cache.shape(item.shape).level(errorMm);
    drawLevel(level);
    count(context.stats, static_cast<std::size_t>(level.count));
}

void drawGroup(RenderContext& context, const Group& group)
{
    context.cache.merged().draw(group.levels);
    std::size_t indices = 0;
    for (const MergedLevel* level : group.levels)
        indices += level->count;
    count(context.stats, indices);
}

bool belongs(const DrawItem& item, Material material)
{
    return material == Material::All || item.bone == (material == Material::Bone);
}

} // namespace

bool drawItems(RenderContext& context, const Frame& frame, const std::vector<DrawItem>& items,
               const gl::Program& program, Material material, AppearanceUse use)
{
    const GLint instance = program.uniform("uInstance");
    std::vector<Group> groups;
    bool any = false;
    for (const DrawItem& item : items) {
        if (!belongs(item, material))
            continue;
        any = true;
        const float errorMm = allowedMm(frame, context.cache, item);
        const Common common = commonOf(item, use);
        const MergedLevel* level = context.cache.merged().level(item.shape, errorMm);
        if (level == nullptr) {
            begin(instance, common);
            drawAlone(context, item, errorMm);
            continue;
        }
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const Group& each) { return each.common == common; });
        if (group == groups.end())
            group = groups.insert(groups.end(), Group{common, {}});
        group->levels.push_back(level);
    }
    for (const Group& group : groups) {
        begin(instance, group.common);
        drawGroup(context, group);
    }
    glFrontFace(GL_CCW);
    return any;
}

} // namespace knotmap::render
