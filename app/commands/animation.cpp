#include "app/commands/animation.h"

#include "app/commands/scene_refresh.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knotmap::app {
namespace {

constexpr double kMoveS = 0.32;
/// The eye must be able to follow the movement into a position.
constexpr double kPoseS = 1.0;

/// 0 to 1 over the duration of a move, slow at both ends.
float eased(double sinceS, double lastsS)
{
    const float progress = static_cast<float>(std::min(1.0, sinceS / lastsS));
    return progress * progress * (3 - 2 * progress);
}

/// Advances a value by the clock, and ends the glide on arrival; false without one.
bool stepTween(std::optional<Tween>& tween, float& figure, double lastsS, double nowS)
{
    if (!tween)
        return false;
    if (tween->startS <= 0)
        tween->startS = nowS;
    const float share = eased(nowS - tween->startS, lastsS);
    figure = share < 1 ? tween->from + (tween->to - tween->from) * share : tween->to;
    if (share >= 1)
        tween.reset();
    return true;
}

float mixAngle(float from, float to, float share)
{
    return from + std::remainder(to - from, 360.0F) * share;
}

/// The body has arrived: the view moves on to the position alone, unless the user has moved it.
void applyPendingCamera(AppState& state)
{
    if (!state.animations.pendingCamera)
        return;
    const PendingCamera pendingCamera =
        *std::exchange(state.animations.pendingCamera, std::nullopt);
    const scene::Camera& now =
        state.animations.camera ? state.animations.camera->to : state.scene.camera;
    if (now.distanceMm == pendingCamera.during.distanceMm &&
        now.yawDeg == pendingCamera.during.yawDeg && now.target == pendingCamera.during.target)
        state.animations.camera = CameraTween{state.scene.camera, pendingCamera.after, 0};
}

} // namespace

void tweenCamera(AppState& state, const scene::Camera& to)
{
    state.animations.camera.reset();
    if (state.animations.enabled)
        state.animations.camera = CameraTween{state.scene.camera, to, 0};
    else
        state.scene.camera = to;
}

void peelTo(AppState& state, anatomy::Layer layer)
{
    state.view.layer = layer;
    state.animations.peeling.reset();
    if (state.animations.enabled && state.view.peel != peelOf(layer))
        state.animations.peeling = Tween{state.view.peel, peelOf(layer), 0};
    else
        state.view.peel = peelOf(layer);
}

bool stepPeeling(AppState& state, double nowS)
{
    if (!stepTween(state.animations.peeling, state.view.peel, kMoveS, nowS))
        return false;
    refreshAppearances(state);
    return state.animations.peeling.has_value();
}

void holdPosition(AppState& state, float share)
{
    state.animations.posing.reset();
    state.view.positionShare = share;
    refreshScene(state);
}

void comeFrom(AppState& state, float share)
{
    const bool stands = !state.position.solved; // and does so until a worker has solved it
    if (stands || !state.animations.enabled || state.view.positionShare == share)
        return;
    state.animations.posing = Tween{share, state.view.positionShare, 0};
    state.view.positionShare = share;
    refreshScene(state);
}

bool stepPosing(AppState& state, double nowS)
{
    if (!stepTween(state.animations.posing, state.view.positionShare, kPoseS, nowS))
        return false;
    refreshScene(state);
    if (!state.animations.posing)
        applyPendingCamera(state);
    return state.animations.posing.has_value();
}

bool stepCamera(AppState& state, double nowS)
{
    if (!state.animations.camera)
        return false;
    CameraTween& tween = *state.animations.camera;
    if (tween.startS <= 0)
        tween.startS = nowS;
    const float share = eased(nowS - tween.startS, kMoveS);
    scene::Camera& camera = state.scene.camera;
    camera.target = tween.from.target + (tween.to.target - tween.from.target) * share;
    camera.yawDeg = mixAngle(tween.from.yawDeg, tween.to.yawDeg, share);
    camera.pitchDeg = tween.from.pitchDeg + (tween.to.pitchDeg - tween.from.pitchDeg) * share;
    // Distances are perceived as ratios.
    camera.distanceMm =
        tween.from.distanceMm * std::pow(tween.to.distanceMm / tween.from.distanceMm, share);
    if (share < 1)
        return true;
    camera = tween.to;
    state.animations.camera.reset();
    return false;
}

} // namespace knotmap::app
