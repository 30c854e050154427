#include "app/commands/pulse.h"

#include <algorithm>

namespace knotmap::app {
namespace {

/// Slow enough to follow over a hand's breadth, fast enough not to wait for over the whole body.
constexpr double kMinS = 0.7, kMaxS = 1.5, kMmPerS = 450;
/// How far the front continues past the zone until its tail has faded.
constexpr float kTailMm = 160;

} // namespace

void startPulse(AppState& state)
{
    stopPulse(state);
    const PlacedPoint* placed = state.selectedPoint();
    if (placed == nullptr || !state.animations.enabled || !state.scene.zone)
        return;
    const auto path = pathToZone(*state.document.library, *placed, *state.scene.zone);
    if (path == nullptr)
        return;
    state.animations.pulse = Pulsing{{path, 0}, 0};
    state.scene.pulse = state.animations.pulse->pulse;
    ++state.pictureRevision;
}

void stopPulse(AppState& state)
{
    if (!state.animations.pulse)
        return;
    state.animations.pulse.reset();
    state.scene.pulse.reset();
    ++state.pictureRevision;
}

bool stepPulse(AppState& state, double nowS)
{
    if (!state.animations.pulse)
        return false;
    // The eye is to rest before it is shown the way.
    if (state.animations.camera || state.animations.peeling || state.animations.posing)
        return true;
    Pulsing& pulsing = *state.animations.pulse;
    if (pulsing.startS <= 0)
        pulsing.startS = nowS;
    const float goal = pulsing.pulse.path->lengthMm + kTailMm;
    const double lasts = std::clamp(static_cast<double>(goal) / kMmPerS, kMinS, kMaxS);
    const auto share = static_cast<float>((nowS - pulsing.startS) / lasts);
    if (share >= 1) {
        stopPulse(state);
        return false;
    }
    pulsing.pulse.reachedMm = share * goal;
    state.scene.pulse = pulsing.pulse;
    ++state.pictureRevision;
    return true;
}

} // namespace knotmap::app
