#include "engine/render/picker.h"

#include "engine/render/passes/knot_pass.h"

#include <cmath>

namespace knotmap::render {
namespace {

constexpr int kWindow = 11; // pixels around the cursor: small points need no steady hand

int squaredOff(const IdPixel& pixel)
{
    const int dx = pixel.x - kWindow / 2, dy = pixel.y - kWindow / 2;
    return dx * dx + dy * dy;
}

/// The pixel nearest to the centre with an id of at least `from`, within `reach` pixels.
IdPixel nearest(const std::vector<IdPixel>& window, GLuint from, int reach)
{
    IdPixel best;
    int smallest = reach * reach + 1;
    for (const IdPixel& pixel : window)
        if (pixel.id >= from && squaredOff(pixel) < smallest) {
            smallest = squaredOff(pixel);
            best = pixel;
        }
    return best;
}

scene::Pick toPick(const IdPixel& pixel, const FrameView& view, const scene::Scene& scene)
{
    scene::Pick pick;
    if (pixel.id == kNothingId)
        return pick;
    pick.position = positionOf(pixel, kWindow, kWindow, view, scene.bodyPlacement);
    if (pixel.id >= kFirstKnotId) {
        pick.what = scene::Pick::What::Knot;
        pick.index = pixel.id - kFirstKnotId;
        pick.position = scene.knots[pick.index].position;
    } else if (pixel.id >= kFirstInstanceId) {
        pick.what = scene::Pick::What::Instance;
        pick.index = pixel.id - kFirstInstanceId;
    } else {
        pick.what = scene::Pick::What::Skin;
    }
    return pick;
}

} // namespace

scene::Pick Picker::pick(RenderContext& context, const scene::Scene& scene, const FrameView& view,
                         float x, float y)
{
    const glm::vec2 size(view.width, view.height);
    const glm::vec2 pixel(std::floor(x), size.y - 1 - std::floor(y));
    const glm::vec2 window(static_cast<float>(kWindow));
    const FrameView part = partOf(
        view, {(pixel - static_cast<float>(kWindow / 2)) / size, window / size}, kWindow, kWindow);
    const IdPass pass(context, scene, part);
    m_target.bind(kWindow, kWindow);
    pass.drawInstances(true);
    drawKnotIds(context, scene, kFirstKnotId);
    const std::vector<IdPixel> ids = m_target.read();
    IdPixel found = nearest(ids, kFirstKnotId, kWindow / 2);
    if (found.id == kNothingId)
        found = nearest(ids, kFirstInstanceId, 1);
    if (found.id == kNothingId) {
        m_target.clear();
        pass.drawInstances(false);
        found = nearest(m_target.read(), kFirstInstanceId, 1);
    }
    if (found.id == kNothingId && scene.skinOpacity > 0) {
        m_target.clear();
        pass.drawSkin();
        found = nearest(m_target.read(), kSkinId, 0);
    }
    return toPick(found, part, scene);
}

} // namespace knotmap::render
