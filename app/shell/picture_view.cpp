#include "app/shell/picture_view.h"

#include "engine/core/memory.h"

#include <algorithm>

namespace knotmap::app {
namespace {

/// How long the view must be idle before the full picture is drawn: at least, and at most if
/// drawing is slow, so that it does not delay the next gesture.
constexpr double kRestS = 0.15, kLongestRestS = 0.6;

/// If a moving frame is slower than this, the next is drawn more coarsely, if faster more finely.
constexpr double kSlowFrameS = 1.0 / 28, kQuickFrameS = 1.0 / 60;
constexpr float kCoarsest = 0.5F;

} // namespace

bool PictureView::changed(const AppState& state) const
{
    return !m_drawn || m_revision != state.pictureRevision || !(m_camera == state.scene.camera) ||
           m_size.width != state.window.viewSize.width ||
           m_size.height != state.window.viewSize.height;
}

double PictureView::restS() const
{
    return std::clamp(m_fullTookS / 2, kRestS, kLongestRestS);
}

double PictureView::secondsToRest(double nowS) const
{
    return m_atRest ? 0 : std::max(0.0, m_changedAtS + restS() - nowS);
}

void PictureView::update(const AppState& state, const PlatformWindow& clock, bool held)
{
    if (state.window.viewSize.width <= 0 || state.window.viewSize.height <= 0) {
        m_atRest = true;
        return;
    }
    const double now = clock.now();
    const bool moved = changed(state);
    if (!moved && (m_atRest || held || secondsToRest(now) > 0))
        return;
    m_camera = state.scene.camera;
    m_revision = state.pictureRevision;
    m_size = state.window.viewSize;
    m_atRest = !moved;
    m_drawn = true;
    m_texture.resize(m_size.width, m_size.height);
    render::Target target{m_texture.framebuffer(), m_size.width, m_size.height};
    target.quality = m_atRest ? render::Quality::Still : render::Quality::Moving;
    target.resolution = m_atRest ? 1 : m_resolution;
    m_renderer.draw(state.scene, target);
    finishDrawing();
    ++m_drawings;
    const double took = clock.now() - now;
    if (m_atRest) {
        m_fullTookS = took;
        core::returnFreedMemory();
    } else {
        adapt(took);
    }
    m_changedAtS = clock.now();
}

void PictureView::adapt(double tookS)
{
    if (tookS > kSlowFrameS)
        m_resolution = std::max(kCoarsest, m_resolution * 0.8F);
    else if (tookS < kQuickFrameS)
        m_resolution = std::min(1.0F, m_resolution * 1.12F);
}

} // namespace knotmap::app
