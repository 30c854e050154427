#include "engine/render/passes/outline_pass.h"

#include "engine/render/passes/draw_items.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>

namespace knotmap::render {
namespace {

constexpr float kLifted = 0.05F; // instances highlighted more than this are outlined

std::vector<DrawItem> liftedItems(const DrawList& list)
{
    std::vector<DrawItem> lifted;
    for (const auto* items : {&list.solid, &list.ghosts})
        std::copy_if(items->begin(), items->end(), std::back_inserter(lifted),
                     [](const DrawItem& item) { return item.appearance.highlight > kLifted; });
    return lifted;
}

/// The area of the picture that can contain the items, as fractions from the lower left corner.
struct Window
{
    glm::vec2 low{1}, high{0};
};

/// Widens the window by the items of one body.
void widen(Window& window, const RenderContext& context, const Frame& frame,
           const std::vector<DrawItem>& items)
{
    const FrameView& view = frame.view;
    for (const DrawItem& item : items) {
        const scene::Ball ball = context.cache.ballOf(item.instance);
        const glm::vec4 centre = view.view * frame.placement * glm::vec4(ball.centre, 1);
        const float nearest = -centre.z - ball.radius;
        if (nearest < view.nearMm) {
            window = {glm::vec2(0), glm::vec2(1)};
            return;
        }
        const glm::vec4 clip = view.projection * centre;
        const glm::vec2 middle = 0.5F * glm::vec2(clip) / clip.w + 0.5F;
        // Off the centre of the picture a ball projects to an ellipse, longer than its radius.
        const glm::vec2 slant(centre.x / centre.z, centre.y / centre.z);
        const glm::vec2 reach = 0.5F * ball.radius / nearest * (1.0F + glm::abs(slant)) *
                                glm::vec2(view.projection[0][0], view.projection[1][1]);
        window.low = glm::min(window.low, middle - reach);
        window.high = glm::max(window.high, middle + reach);
    }
}

/// Work outside the window would be wasted: each pixel of an outline reads dozens of others.
void limitTo(const Window& window, const FrameView& view, float marginPixels)
{
    const glm::vec2 size(view.targetWidth, view.targetHeight);
    const glm::vec2 low = glm::floor(glm::clamp(window.low, 0.0F, 1.0F) * size - marginPixels);
    const glm::vec2 high = glm::ceil(glm::clamp(window.high, 0.0F, 1.0F) * size + marginPixels);
    glEnable(GL_SCISSOR_TEST);
    glScissor(static_cast<GLint>(low.x), static_cast<GLint>(low.y),
              static_cast<GLsizei>(std::max(high.x - low.x, 0.0F)),
              static_cast<GLsizei>(std::max(high.y - low.y, 0.0F)));
}

} // namespace

void drawOutline(RenderContext& context, const Frame& frame, FrameTargets& targets,
                 GLuint framebuffer)
{
    Window window;
    frame.eachBody([&](const Frame& body) {
        const std::vector<DrawItem> lifted = liftedItems(body.list);
        if (lifted.empty())
            return;
        if (window.low.x > window.high.x) {
            targets.bindMask();
            const std::array<float, 4> none{};
            glClearBufferfv(GL_COLOR, 0, none.data());
            // Its far side lets a body that is cut open cover its section as well.
            if (!frame.scene.cut)
                glEnable(GL_CULL_FACE);
        }
        widen(window, context, body, lifted);
        const gl::Program& mask = useOnBody(context, ProgramId::Mask, body.placement);
        mask.set("uBehind", kBehindMm);
        drawItems(context, body, lifted, mask, Material::All, AppearanceUse::PlacementOnly);
    });
    if (window.low.x > window.high.x)
        return;
    glDisable(GL_CULL_FACE);
    targets.resolveMask();

    const FrameView& view = frame.view;
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(0, 0, view.targetWidth, view.targetHeight);
    bindTexture(kUnitMask, targets.mask());
    const gl::Program& outline = context.shaders.use(ProgramId::Outline);
    const float width = 2.0F * view.unit;
    outline.set("uWidth", width);
    outline.set("uStrength", 1.0F);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    // The line width is in pixels of the frame, which may be stretched.
    const float stretch = static_cast<float>(view.targetWidth) / static_cast<float>(view.width);
    limitTo(window, view, stretch * (width + 4));
    glBindVertexArray(context.nothing.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    ++context.stats.drawCalls;
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
}

} // namespace knotmap::render
