#include "app/commands/state.h"

#include "app/commands/cut.h"
#include "app/model/position_overlay.h"
#include "app/model/solve_position.h"
#include "engine/geometry/detail_level.h"
#include "engine/posture/solved_position.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <glm/matrix.hpp>
#include <utility>

namespace knotmap::app {
namespace {

constexpr std::size_t kLongestHistory = 64;
constexpr double kMoveS = 0.32;
/// The way into a position is to be followed by eye.
constexpr double kPoseS = 1.0;
/// A ghost still tells its form, but hides nothing.
constexpr float kRayMm = 20000;

/// The union of the painful places, one value a skin vertex; none without any.
std::shared_ptr<const std::vector<float>> painShare(const AppState& state)
{
    if (state.pain.empty() || state.tab != Tab::Pain)
        return nullptr;
    auto all = std::make_shared<std::vector<float>>(state.atlas().skin.regions.size(), 0.0F);
    for (const PainPlace& place : state.pain) {
        const auto share = regionShare(*state.library, place.region, place.side);
        for (std::size_t i = 0; i < all->size(); ++i)
            (*all)[i] = std::max((*all)[i], (*share)[i]);
    }
    return all;
}

/// A position takes longer to solve than a frame may last, so it is kept while it is shown.
void solveOnce(AppState& state)
{
    const PlacedPoint* placed = state.selectedPoint();
    if (placed == nullptr || state.solved || state.positionShare <= 0)
        return;
    if (auto solved = solvePosition(*state.library, *placed))
        state.solved = std::make_shared<const posture::SolvedPosition>(std::move(*solved));
    if (state.solved)
        state.weight = std::make_shared<const posture::WeightSplit>(
            weightOf(*state.library, *placed, *state.solved));
}

} // namespace

Showing whatToShow(const AppState& state)
{
    Showing showing;
    if (state.selection.what == Selection::What::Point)
        showing.point = state.selection.index;
    if (state.selection.what == Selection::What::Structure)
        showing.instance = state.selection.index;
    showing.peel = state.peel;
    showing.position = state.positionShare;
    showing.solved = state.solved;
    showing.startPose = state.showStartPose;
    showing.weight = state.showWeight ? state.weight : nullptr;
    showing.cautions = state.showCautions;
    for (std::size_t slot = 0; slot < state.kept.size(); ++slot)
        showing.kept[slot] = state.kept[slot];
    return showing;
}

namespace {

/// Whether a knot belongs beside the selected one: of the same muscle, or one it tends to set off.
bool belongsWith(const PlacedPoint& selected, const PlacedPoint& other)
{
    const auto& satellites = selected.point->satellites;
    return other.side == selected.side &&
           (other.point->muscle == selected.point->muscle ||
            std::find(satellites.begin(), satellites.end(), other.point->id) != satellites.end());
}

/// Whether the muscle of a point was hidden by hand: its knots go with it.
bool muscleHidden(const AppState& state, const PlacedPoint& placed)
{
    if (state.visibility.empty())
        return false;
    const auto muscle = state.atlas().findInstance(placed.point->muscle, placed.side);
    return muscle && state.visibility[*muscle] == Visibility::Hidden;
}

/// With a knot selected, only those that belong with it are seen, so that nothing hides its zone;
/// otherwise all, those of a selected muscle before the rest.
void chooseKnots(AppState& state)
{
    constexpr float kCalmRadiusMm = 2.3F;
    const PlacedPoint* selected = state.selectedPoint();
    const bool calm = state.selection.what != Selection::What::Nothing;
    for (std::size_t i = 0; i < state.scene.knots.size(); ++i) {
        scene::KnotMarker& knot = state.scene.knots[i];
        const bool kept = std::find(state.kept.begin(), state.kept.end(), i) != state.kept.end();
        knot.shown = (selected == nullptr || kept || belongsWith(*selected, state.points[i])) &&
                     !muscleHidden(state, state.points[i]);
        if (calm && !knot.emphasised)
            knot.radiusMm = std::min(knot.radiusMm, kCalmRadiusMm);
    }
}

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

const PlacedPoint* AppState::selectedPoint() const
{
    return selection.what == Selection::What::Point ? &points[selection.index] : nullptr;
}

std::optional<std::uint32_t> AppState::selectedInstance() const
{
    if (selection.what != Selection::What::Structure)
        return std::nullopt;
    return selection.index;
}

AppState makeState(std::shared_ptr<const Library> library, core::Faults faults)
{
    AppState state;
    state.points = placePoints(*library);
    state.index = buildSearchIndex(*library);
    state.library = std::move(library);
    state.faults = std::move(faults);
    refreshScene(state);
    if (const auto camera = scene::namedView("three-quarter", bodyBounds(*state.library), 1))
        state.scene.camera = *camera;
    refreshList(state);
    return state;
}

std::optional<std::uint32_t> findPlacedPoint(const AppState& state, std::string_view id,
                                             core::Side side)
{
    for (std::size_t i = 0; i < state.points.size(); ++i)
        if (state.points[i].point->id == id && state.points[i].side == side)
            return static_cast<std::uint32_t>(i);
    return std::nullopt;
}

variants::Build askedBuild(const AppState& state)
{
    if (!state.bodyWork)
        return state.library->build;
    return state.bodyWork->next.value_or(state.bodyWork->build);
}

core::Outcome changeBuild(AppState& state, const variants::Build& build)
{
    if (state.bodyWork) {
        state.bodyWork->next = build;
        return std::nullopt;
    }
    if (build == state.library->build)
        return std::nullopt;
    if (!state.library->builder)
        return core::Error{"this body cannot be varied: it was loaded without anatomy/builds"};
    auto work = std::make_shared<BodyWork>();
    work->build = build;
    work->result = std::async(std::launch::async,
                              [library = state.library, build]() -> core::Result<BodyWork::Result> {
                                  auto other = withBuild(library, build);
                                  if (!other)
                                      return other.error();
                                  auto points = placePoints(**other);
                                  return BodyWork::Result{std::move(*other), std::move(points)};
                              });
    state.bodyWork = std::move(work);
    return std::nullopt;
}

core::Result<bool> finishBuild(AppState& state, bool wait)
{
    using namespace std::chrono_literals;
    const std::shared_ptr<BodyWork> work = state.bodyWork;
    if (!work || (!wait && work->result.wait_for(0s) != std::future_status::ready))
        return false;
    auto result = work->result.get();
    state.bodyWork.reset();
    if (!result)
        return result.error();
    // Same structures and same points in the same order: what is selected is meant by its number.
    state.library = std::move(result->library);
    state.points = std::move(result->points);
    state.solved.reset();
    state.pulse.reset();
    state.weight.reset();
    refreshScene(state);
    if (work->next)
        if (const auto error = changeBuild(state, *work->next))
            return *error;
    return true;
}

void refreshScene(AppState& state)
{
    const scene::Camera camera = state.scene.camera;
    solveOnce(state);
    state.scene = composeScene(*state.library, state.points, whatToShow(state));
    state.scene.camera = camera;
    state.scene.regionHighlight = painShare(state);
    if (state.pulse)
        state.scene.pulse = state.pulse->pulse;
    if (!state.showTool) {
        state.scene.tool.reset();
        state.scene.arrow.reset();
    }
    chooseKnots(state);
    refitCut(state);
    refreshLooks(state);
}

void refreshLooks(AppState& state)
{
    applyPeel(state.scene, state.peel);
    // What was hidden or made a ghost by hand, above what the peeling shows.
    applyVisibility(state.scene, state.visibility);
    for (scene::Look& look : state.scene.looks)
        look.highlight = 0;
    std::optional<std::uint32_t> lifted = state.selectedInstance();
    if (const PlacedPoint* placed = state.selectedPoint())
        lifted = state.atlas().findInstance(placed->point->muscle, placed->side);
    // What is selected is seen whatever lies above it, unless it was hidden by hand.
    if (lifted) {
        scene::Look& look = state.scene.looks[*lifted];
        look.highlight = 1;
        if (state.visibility.empty() || state.visibility[*lifted] == Visibility::Shown)
            look.opacity = 1;
    }
    if (state.skinOpacity)
        state.scene.skinOpacity = *state.skinOpacity;
    state.scene.knotsVisible = state.showKnots;
    state.scene.cut = state.cut;
    ++state.pictureRevision;
}

void refreshList(AppState& state)
{
    state.list = searchKnots(*state.library, state.index, state.search, state.grouping);
    state.listCursor = -1;
}

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

const care::Position* shownPosition(const AppState& state)
{
    const PlacedPoint* placed = state.selectedPoint();
    if (placed == nullptr || !state.showPosition || placed->advice == nullptr)
        return nullptr;
    const care::Position* position = state.library->care.firstPosition(*placed->advice);
    return position != nullptr && position->posture ? position : nullptr;
}

std::vector<std::string> shownSteps(const AppState& state)
{
    return shownPosition(state) == nullptr
               ? std::vector<std::string>()
               : state.library->care.stepsOf(*state.selectedPoint()->advice);
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

namespace {

/// Of the skin's triangles, the corner nearest to where the ray in the body's frame meets it.
std::optional<std::uint32_t> vertexUnder(const geometry::Surface& skin, const glm::vec3& origin,
                                         const glm::vec3& direction)
{
    const auto hit = skin.cast(origin, direction, kRayMm);
    if (!hit)
        return std::nullopt;
    const glm::vec3& weight = hit->barycentric;
    std::size_t corner = weight.y > weight.x ? 1 : 0;
    if (weight.z > std::max(weight.x, weight.y))
        corner = 2;
    return skin.mesh().indices[3 * hit->triangle + corner];
}

/// A region's edge is not known better.
constexpr float kRegionErrorMm = 2.5F;

/// The skin in the pose, with few triangles: quick to make, enough for regions.
geometry::Surface posedSkin(const AppState& state)
{
    const body::Skin& skin = state.atlas().skin;
    auto posed = std::make_shared<geometry::Mesh>(
        body::posedMesh(skin.mesh, skin.weights, *state.scene.pose));
    posed->indices = geometry::trianglesWithin(skin.mesh, skin.coarser, kRegionErrorMm);
    return geometry::Surface(std::move(posed));
}

} // namespace

std::optional<PainPlace> regionUnder(const AppState& state, const scene::Ray& ray)
{
    // The skin lies in the body's frame, which a position may have turned.
    const glm::mat4 toBody = glm::inverse(state.scene.bodyPlacement);
    const glm::vec3 origin(toBody * glm::vec4(ray.origin, 1));
    const glm::vec3 direction(toBody * glm::vec4(ray.direction, 0));
    const auto vertex = state.scene.pose ? vertexUnder(posedSkin(state), origin, direction)
                                         : vertexUnder(*state.library->skin, origin, direction);
    if (!vertex)
        return std::nullopt;
    const body::RegionInstance& region = state.atlas().regions[state.atlas().skin.regions[*vertex]];
    PainPlace place{region.id, std::nullopt};
    if (region.side != core::Side::Midline)
        place.side = region.side;
    return place;
}

} // namespace knotmap::app
