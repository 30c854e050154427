#include "app/commands/animation.h"

#include "app/commands/scene_refresh.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knotmap::app {
namespace {

constexpr std::size_t kLongestHistory = 64;
constexpr double kMoveS = 0.32;
/// The way into a position is to be followed by eye.
constexpr double kPoseS = 1.0;

/// 0 to 1 over the time of a move, slow at both ends.
float eased(double sinceS, double lastsS)
{
    const float way = static_cast<float>(std::min(1.0, sinceS / lastsS));
    return way * way * (3 - 2 * way);
}

/// Brings a figure on by the clock, and ends the glide when it is there; false without one.
bool stepGlide(std::optional<Glide>& glide, float& figure, double lastsS, double nowS)
{
    if (!glide)
        return false;
    if (glide->startS <= 0)
        glide->startS = nowS;
    const float share = eased(nowS - glide->startS, lastsS);
    figure = share < 1 ? glide->from + (glide->to - glide->from) * share : glide->to;
    if (share >= 1)
        glide.reset();
    return true;
}

float mixAngle(float from, float to, float share)
{
    return from + std::remainder(to - from, 360.0F) * share;
}

/// The body is there: the view goes on to the position alone, unless it was moved by hand.
void arrive(AppState& state)
{
    if (!state.arrival)
        return;
    const Arrival arrival = *std::exchange(state.arrival, std::nullopt);
    const scene::Camera& now = state.move ? state.move->to : state.scene.camera;
    if (now.distanceMm == arrival.during.distanceMm && now.yawDeg == arrival.during.yawDeg &&
        now.target == arrival.during.target)
        state.move = CameraMove{state.scene.camera, arrival.after, 0};
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
    glideCamera(state, to);
}

void glideCamera(AppState& state, const scene::Camera& to)
{
    state.move.reset();
    if (state.motion)
        state.move = CameraMove{state.scene.camera, to, 0};
    else
        state.scene.camera = to;
}

void peelTo(AppState& state, anatomy::Layer layer)
{
    state.layer = layer;
    state.peeling.reset();
    if (state.motion && state.peel != peelOf(layer))
        state.peeling = Glide{state.peel, peelOf(layer), 0};
    else
        state.peel = peelOf(layer);
}

bool stepPeeling(AppState& state, double nowS)
{
    if (!stepGlide(state.peeling, state.peel, kMoveS, nowS))
        return false;
    refreshLooks(state);
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
    state.posing = Glide{share, state.positionShare, 0};
    state.positionShare = share;
    refreshScene(state);
}

bool stepPosing(AppState& state, double nowS)
{
    if (!stepGlide(state.posing, state.positionShare, kPoseS, nowS))
        return false;
    refreshScene(state);
    if (!state.posing)
        arrive(state);
    return state.posing.has_value();
}

bool stepCamera(AppState& state, double nowS)
{
    if (!state.move)
        return false;
    CameraMove& move = *state.move;
    if (move.startS <= 0)
        move.startS = nowS;
    const float share = eased(nowS - move.startS, kMoveS);
    scene::Camera& camera = state.scene.camera;
    camera.target = move.from.target + (move.to.target - move.from.target) * share;
    camera.yawDeg = mixAngle(move.from.yawDeg, move.to.yawDeg, share);
    camera.pitchDeg = move.from.pitchDeg + (move.to.pitchDeg - move.from.pitchDeg) * share;
    // Distances are felt as ratios.
    camera.distanceMm =
        move.from.distanceMm * std::pow(move.to.distanceMm / move.from.distanceMm, share);
    if (share < 1)
        return true;
    camera = move.to;
    state.move.reset();
    return false;
}

} // namespace knotmap::app
