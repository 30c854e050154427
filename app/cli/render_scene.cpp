#include "app/cli/render_scene.h"

#include "app/cli/subcommands.h"
#include "app/model/apply_pose.h"
#include "app/model/bounds.h"
#include "app/model/cut_request.h"
#include "app/model/four_sides.h"
#include "app/model/position_overlay.h"
#include "app/model/solve_position.h"
#include "engine/body/parse_pose.h"
#include "engine/words/tr.h"

#include <cmath>
#include <fmt/format.h>
#include <glm/trigonometric.hpp>

namespace knotmap::app {
namespace {

core::Result<std::size_t> findPoint(const Library& library, const std::vector<PlacedPoint>& points,
                                    const std::string& name)
{
    const core::SidedId asked = core::parseSidedId(name);
    const core::Side side = asked.side.value_or(core::Side::Right);
    for (std::size_t i = 0; i < points.size(); ++i)
        if (points[i].point->id == asked.id && points[i].side == side)
            return i;
    return core::Error{unknown(mark("point"), asked.id, idsOf(library.referral.points))};
}

/// What the options hide, fade or leave alone; the error names the word at fault.
core::Result<std::vector<Visibility>> chooseVisible(const RenderOptions& options,
                                                    const body::Atlas& atlas)
{
    if (options.alone.empty() && options.ghosts.empty() && options.hidden.empty())
        return std::vector<Visibility>();
    std::vector<Visibility> visibility(atlas.instances.size(), Visibility::Shown);
    std::vector<std::uint32_t> alone;
    for (const std::string& name : options.alone) {
        const auto members = instancesNamed(atlas, name, core::Side::Right);
        if (!members)
            return members.error();
        alone.insert(alone.end(), members->begin(), members->end());
    }
    if (!alone.empty())
        visibility = isolated(atlas, alone);
    for (const bool ghost : {true, false})
        for (const std::string& name : ghost ? options.ghosts : options.hidden) {
            const auto members = instancesNamed(atlas, name, core::Side::Right);
            if (!members)
                return members.error();
            for (const std::uint32_t member : *members)
                visibility[member] = ghost ? Visibility::Ghosted : Visibility::Hidden;
        }
    return visibility;
}

/// Turns the words of the command line into what to show; the error names the word at fault.
core::Result<SceneRequest> interpret(const RenderOptions& options, const Library& library,
                                     const std::vector<PlacedPoint>& points)
{
    SceneRequest request;
    if (!options.point.empty()) {
        const auto point = findPoint(library, points, options.point);
        if (!point)
            return point.error();
        if (options.pulse)
            if (const auto error = needsZone(points[*point]))
                return core::Error{"--pulse: " + error->message};
        request.point = *point;
        request.peel = peelOf(layerShowing(library, points[*point].point->muscle));
    }
    for (std::size_t i = 0; i < options.with.size(); ++i) {
        const auto point = findPoint(library, points, options.with[i]);
        if (!point)
            return point.error();
        if (const auto error = needsZone(points[*point]))
            return core::Error{"--with: " + error->message};
        request.kept[i] = *point;
    }
    if (!options.muscle.empty()) {
        const core::SidedId asked = core::parseSidedId(options.muscle);
        request.instance =
            library.atlas->findInstance(asked.id, asked.side.value_or(core::Side::Right));
        if (!request.instance)
            return core::Error{
                unknown(mark("muscle"), asked.id, idsOf(library.anatomy.structures))};
        request.peel = peelOf(layerShowing(library, asked.id));
    }
    if (!options.region.empty()) {
        const core::SidedId asked = core::parseSidedId(options.region);
        if (library.anatomy.findRegion(asked.id) == nullptr)
            return core::Error{unknown(mark("region"), asked.id, idsOf(library.anatomy.regions))};
        request.regions = {{asked.id, asked.side}};
    }
    if (!options.layer.empty()) {
        const auto layer = anatomy::parseLayer(options.layer);
        if (!layer)
            return core::Error{unknown(mark("layer"), options.layer,
                                       {"skin", "superficial", "intermediate", "deep", "bone"})};
        request.peel = peelOf(*layer);
    }
    if (!options.pose.empty()) {
        auto pose = body::parsePose(*library.skeleton, options.pose);
        if (!pose)
            return pose.error();
        request.pose = std::move(*pose);
    }
    auto visibility = chooseVisible(options, *library.atlas);
    if (!visibility)
        return visibility.error();
    request.visibility = std::move(*visibility);
    request.showTool = !options.noTool;
    request.cautions = options.cautions;
    request.position = options.position ? 1 : 0;
    return request;
}

/// The box of what was requested, widened to show where on the body it is.
geometry::Bounds subjectBounds(const Library& library, const SceneRequest& request)
{
    constexpr float kAroundMm = 90;
    if (!request.instance)
        return bodyBounds(library);
    geometry::Bounds bounds = instanceBounds(*library.atlas, *request.instance);
    bounds.low -= glm::vec3(kAroundMm);
    bounds.high += glm::vec3(kAroundMm);
    return bounds;
}

/// Looks at the side of the body nearest to the structure.
void turnTowards(scene::Camera& camera, const Library& library, std::uint32_t instance)
{
    const glm::vec3 outward = outwardOf(library, instance);
    camera.yawDeg = glm::degrees(std::atan2(outward.x, outward.z));
    camera.pitchDeg = glm::degrees(std::asin(glm::clamp(outward.y, -0.8F, 0.8F)));
}

core::Result<scene::Camera> chooseCamera(const RenderOptions& options, const Library& library,
                                         const std::vector<PlacedPoint>& points,
                                         const SceneRequest& request, const scene::Scene& scene,
                                         float aspect)
{
    const std::string view =
        !options.view.empty() ? options.view : (request.point ? "best" : "three-quarter");
    if (scene.support && (options.view.empty() || view == "best"))
        return heldView(library, points[*request.point], scene, aspect);
    if (view == "best" && request.point)
        return bestView(library, points[*request.point], *scene.zone, aspect);
    if (view == "best" && !request.instance)
        return core::Error{
            tr("the view 'best' needs a point or a structure: add --point or --muscle")};
    const bool best = view == "best", section = view == "section";
    auto camera = scene::namedView(best || section ? "three-quarter" : view,
                                   shownBounds(library, scene), aspect);
    if (!camera)
        return core::Error{unknown(mark("view"), view, renderViews())};
    if (best)
        turnTowards(*camera, library, *request.instance);
    if (request.instance && (best || options.view.empty()))
        scene::frame(*camera, subjectBounds(library, request), aspect);
    return *camera;
}

/// Adds the glow that the window animates from trigger point to zone.
void showPulse(scene::Scene& scene, const Library& library, const PlacedPoint& placed, float share)
{
    if (const auto path = pathToZone(library, placed, *scene.zone))
        scene.pulse = scene::Pulse{path, share * path->lengthMm};
}

/// With --overlay: what is drawn about the body in its position.
void addOverlay(const RenderOptions& options, const Library& library,
                const std::vector<PlacedPoint>& points, SceneRequest& request)
{
    if (!options.overlay || !request.point)
        return;
    const PlacedPoint& placed = points[*request.point];
    const auto solved = solvePosition(library, placed);
    if (!solved)
        return;
    request.startPose = true;
    request.weight =
        std::make_shared<const posture::WeightSplit>(weightOf(library, placed, *solved));
    request.solved = std::make_shared<const posture::SolvedPosition>(*solved);
}

/// Adds the cut to the scene, and looks at the section if no other view is requested.
core::Outcome cutOpen(const RenderOptions& options, const Library& library, scene::Scene& scene,
                      const SceneRequest& request, float aspect)
{
    if (options.cut.empty())
        return options.view == "section"
                   ? core::Outcome(core::Error{tr("the view 'section' needs a cut: add --cut")})
                   : std::nullopt;
    const auto cutRequest = parseCut(options.cut);
    if (!cutRequest)
        return cutRequest.error();
    const geometry::Bounds bounds = shownBounds(library, scene);
    std::optional<std::uint32_t> point;
    if (request.point)
        point = static_cast<std::uint32_t>(*request.point);
    const glm::vec3 middle = middleOf(scene, bounds, point, request.instance);
    const auto cut = placeCut(*cutRequest, scene, bounds, middle);
    if (!cut)
        return cut.error();
    scene.cut = *cut;
    scene.cut->side = scene.cut->other = glm::vec3(0);
    if (options.view.empty() || options.view == "section") {
        scene.cut->normal = outwardNormal(*cut, bounds);
        const bool part = point || request.instance;
        scene.camera = sectionView(*scene.cut, scene, bounds,
                                   part ? std::optional(middle) : std::nullopt, aspect);
    }
    return std::nullopt;
}

} // namespace

core::Result<SceneRequest> whatToRender(const RenderOptions& options, const Library& library,
                                        const std::vector<PlacedPoint>& points)
{
    auto request = interpret(options, library, points);
    if (request)
        addOverlay(options, library, points, *request);
    return request;
}

core::Result<scene::Scene> sceneToRender(const RenderOptions& options, const Library& library,
                                         const std::vector<PlacedPoint>& points,
                                         const SceneRequest& request, float aspect)
{
    scene::Scene scene = composeScene(library, points, request);
    const auto camera = chooseCamera(options, library, points, request, scene, aspect);
    if (!camera)
        return camera.error();
    scene.camera = *camera;
    if (options.sides)
        showFourSides(scene, shownBounds(library, scene), aspect);
    if (auto error = cutOpen(options, library, scene, request, aspect))
        return *error;
    scene.transparentBackground = options.transparent;
    if (options.pulse)
        showPulse(scene, library, points[*request.point], *options.pulse);
    return scene;
}

} // namespace knotmap::app
