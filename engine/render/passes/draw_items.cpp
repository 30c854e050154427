#include "engine/render/passes/draw_items.h"

#include <algorithm>

namespace knotmap::render {
namespace {

/// At rest: too little to be seen, the lower one even on the thinnest sheet.
constexpr float kStillThicknessShare = 0.2F, kLeastStillPixels = 0.15F, kMostStillPixels = 0.3F;
/// While moving: a share of how thick the shape is, since a thin sheet comes apart with an error
/// that a thick belly bears unnoticed; but neither less nor more than so many pixels. Where a whole
/// body is small, sheets are thinner than a pixel anyway.
constexpr float kThicknessShare = 0.45F, kLeastErrorPixels = 0.35F, kLeastOfBonePixels = 0.9F,
                kMostErrorPixels = 1.7F, kShelteredErrorPixels = 2.2F;
constexpr float kSmallBodyPixelMm = 2.5F, kLeastPixelsMorePerMm = 0.4F;

/// What items must share to be drawn with one call.
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

Common commonOf(const DrawItem& item, LookUse use)
{
    if (use == LookUse::PlaceAlone)
        return {item.mirror, 1, 0};
    return {item.mirror, item.look.opacity, item.lift};
}

/// How far an item may stray, mm.
float allowedMm(const Frame& frame, const AtlasCache& cache, const DrawItem& item)
{
    if (frame.fine())
        return item.sheltered
                   ? kMostStillPixels * item.pixelMm
                   : std::clamp(kStillThicknessShare * cache.thicknessMm(item.shape),
                                kLeastStillPixels * item.pixelMm, kMostStillPixels * item.pixelMm);
    if (item.sheltered)
        return kShelteredErrorPixels * item.pixelMm;
    const float smallBody =
        kLeastPixelsMorePerMm * std::max(item.pixelMm - kSmallBodyPixelMm, 0.0F);
    const float least = std::min((item.bone ? kLeastOfBonePixels : kLeastErrorPixels) + smallBody,
                                 kMostErrorPixels);
    return std::clamp(kThicknessShare * cache.thicknessMm(item.shape), least * item.pixelMm,
                      kMostErrorPixels * item.pixelMm);
}

/// Mirrored instances turn their triangles round.
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

void drawAlone(Workshop& shop, const DrawItem& item, float errorMm)
{
    const glm::vec4 tint = shop.cache.tint(item.shape);
    glVertexAttrib4f(kSlotTint, tint.x, tint.y, tint.z, tint.w);
    const MeshLevel& level = shop.cache.shape(item.shape).level(errorMm);
    drawLevel(level);
    count(shop.stats, static_cast<std::size_t>(level.count));
}

void drawGroup(Workshop& shop, const Group& group)
{
    shop.cache.merged().draw(group.levels);
    std::size_t indices = 0;
    for (const MergedLevel* level : group.levels)
        indices += level->count;
    count(shop.stats, indices);
}

bool belongs(const DrawItem& item, Matter matter)
{
    return matter == Matter::All || item.bone == (matter == Matter::Bone);
}

} // namespace

bool drawItems(Workshop& shop, const Frame& frame, const std::vector<DrawItem>& items,
               const gl::Program& program, Matter matter, LookUse use)
{
    const GLint instance = program.uniform("uInstance");
    std::vector<Group> groups;
    bool any = false;
    for (const DrawItem& item : items) {
        if (!belongs(item, matter))
            continue;
        any = true;
        const float errorMm = allowedMm(frame, shop.cache, item);
        const Common common = commonOf(item, use);
        const MergedLevel* level = shop.cache.merged().level(item.shape, errorMm);
        if (level == nullptr) {
            begin(instance, common);
            drawAlone(shop, item, errorMm);
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
        drawGroup(shop, group);
    }
    glFrontFace(GL_CCW);
    return any;
}

} // namespace knotmap::render
