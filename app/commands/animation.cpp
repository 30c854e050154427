#include "app/commands/animation.h"

#include "app/commands/scene_refresh.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knotmap::app {
namespace {

constexpr std::size_t kLongestHistory = 64;
constexpr double kMoveS = 0.32;
/// The eye must be able to follow the movement into a position.
constexpr double kPoseS = 1.0;

/// 0 to 1 over the duration of a move, slow at both ends.
float eased(double sinceS, double lastsS)
{
    const float way = static_cast<float>(std::min(1.0, sinceS / lastsS));
    return way * way * (3 - 2 * way);
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
    if (!state.pendingCamera)
        return;
    const PendingCamera pendingCamera = *std::exchange(state.pendingCamera, std::nullopt);
    const scene::Camera& now = state.move ? state.move->to : state.scene.camera;
    if (now.distanceMm == pendingCamera.during.distanceMm &&
        now.yawDeg == pendingCamera.during.yawDeg && now.target == pendingCamera.during.target)
        state.move = CameraTween{state.scene.camera, pendingCamera.after, 0};
}

} // namespace

void rememberView(AppState& state)
{
    state.viewHistory.push_back({state.scene.camera, state.cut});
    if (state.viewHistory.size() > kLongestHistory)
        state.viewHistory.erase(state.viewHistory.begin());
}

void moveCamera(AppState& state, const scene::Camera& to)
{
    rememberView(state);
    tweenCamera(state, to);
}

void tweenCamera(AppState& state, const scene::Camera& to)
{
    state.move.reset();
    if (state.motion)
        state.move = CameraTween{state.scene.camera, to, 0};
    else
        state.scene.camera = to;
}

void peelTo(AppState& state, anatomy::Layer layer)
{
    state.layer = layer;
    state.peeling.reset();
    if (state.motion && state.peel != peelOf(layer))
        state.peeling = Tween{state.peel, peelOf(layer), 0};
    else
        state.peel = peelOf(layer);
}

bool stepPeeling(AppState& state, double nowS)
{
    if (!stepTween(state.peeling, state.peel, kMoveS, nowS))
        return false;
    refreshAppearances(state);
    return state.peeling.has_value();
}

void holdPosition(AppState& state, float share)
{
    state.posing.reset();
    state.positionShare = share;
    refreshScene(state);
}

void comeFrom(AppState& state, float share)
{
    if (!state.motion || state.positionShare == share)
        return;
    state.posing = Tween{share, state.positionShare, 0};
    state.positionShare = share;
    refreshScene(state);
}

bool stepPosing(AppState& state, double nowS)
{
    if (!stepTween(state.posing, state.positionShare, kPoseS, nowS))
        return false;
    refreshScene(state);
    if (!state.posing)
        applyPendingCamera(state);
    return state.posing.has_value();
}

bool stepCamera(AppState& state, double nowS)
{
    if (!state.move)
        return false;
    CameraTween& move = *state.move;
    if (move.startS <= 0)
        move.startS = nowS;
    const float share = eased(nowS - move.startS, kMoveS);
    scene::Camera& camera = state.scene.camera;
    camera.target = move.from.target + (move.to.target - move.from.target) * share;
    camera.yawDeg = mixAngle(move.from.yawDeg, move.to.yawDeg, share);
    camera.pitchDeg = move.from.pitchDeg + (move.to.pitchDeg - move.from.pitchDeg) * share;
    // Distances are perceived as ratios.
    camera.distanceMm =
        move.from.distanceMm * std::pow(move.to.distanceMm / move.from.distanceMm, share);
    if (share < 1)
        return true;
    camera = move.to;
    state.move.reset();
    return false;
}

} // namespace knotmap::app
