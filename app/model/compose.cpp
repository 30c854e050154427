#include "app/model/compose.h"

#include "app/model/apply_pose.h"
#include "app/model/bounds.h"
#include "app/model/position_overlay.h"
#include "app/model/solve_position.h"
#include "engine/posture/interpolate_position.h"

#include <algorithm>
#include <array>
#include <glm/common.hpp>

namespace knotmap::app {
namespace {

constexpr float kArrowMm = 55;
/// Beyond the tool, so that the arrow's tip ends where the tool begins.
constexpr float kArrowStandOffMm = 8;
constexpr float kBesideHandMm = 24;
constexpr float kFloorBeyondMm = 250;

std::vector<scene::KnotMarker> markers(const std::vector<PlacedPoint>& points,
                                       const Library& library, const SceneRequest& request)
{
    std::string_view muscle;
    std::optional<core::Side> side;
    if (request.instance) {
        const body::Instance& instance = library.atlas->instances[*request.instance];
        muscle = library.atlas->shapeOf(instance).id;
        side = instance.side;
    }
    std::vector<scene::KnotMarker> knots;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const PlacedPoint& placed = points[i];
        scene::KnotMarker marker;
        marker.position = placed.knot;
        marker.onSkin = placed.onSkin;
        marker.emphasised =
            request.point == i || (placed.point->muscle == muscle && placed.side == side);
        // A picture shows few things: other trigger points would only hide them.
        marker.shown = marker.emphasised ||
                       std::find(request.kept.begin(), request.kept.end(), i) != request.kept.end();
        knots.push_back(marker);
    }
    return knots;
}

/// Distance of the arrow's tip from the skin: beyond a ball, beside a hand.
float arrowStandOff(const scene::ToolModel& tool)
{
    return tool.skinLike ? kBesideHandMm : geometry::boundsOf(*tool.mesh).high.z + kArrowStandOffMm;
}

void showPoint(scene::Scene& scene, const Library& library, const PlacedPoint& placed)
{
    if (const auto muscle = library.atlas->findInstance(placed.point->muscle, placed.side))
        scene.appearances[*muscle] = {1, 1};
    scene.zone = paintZone(library, placed);
    if (library.cautions)
        scene.caution = library.cautions->paintNear(*library.skin, placed.onSkin);
    scene.tool = placeTool(library, placed);
    if (!scene.tool)
        return;
    const float standOff = arrowStandOff(*scene.tool);
    scene.arrow =
        scene::Arrow{placed.onSkin - placed.pressing * standOff, placed.pressing, kArrowMm};
}

/// The faces of props that receive the body's shadow, just above them.
std::vector<props::ShadowFace> shadowFacesOf(const posture::SolvedPosition& solved)
{
    constexpr float kAboveMm = 0.8F;
    std::vector<props::ShadowFace> surfaces;
    for (const props::SupportFace& face : solved.faces) {
        const bool onFloor = face.kind == props::SupportFace::Kind::Floor && face.low.y <= 0;
        if (onFloor || face.kind == props::SupportFace::Kind::Cushion)
            continue; // the floor has its own, a cushion is not flat
        const glm::vec3 half = (face.high - face.low) / 2.0F;
        props::ShadowFace surface;
        surface.centre = (face.low + face.high) / 2.0F + kAboveMm * face.normal;
        surface.normal = face.normal;
        surface.side = {half.x, 0, 0};
        surface.other = glm::vec3(0, half.y, half.z);
        surfaces.push_back(surface);
    }
    return surfaces;
}

/// Brings the body into the point's position on its supports, or part of the way there.
void showPosition(scene::Scene& scene, const Library& library, const PlacedPoint& placed,
                  const SceneRequest& request)
{
    auto solved = request.solved ? std::optional(*request.solved) : solvePosition(library, placed);
    if (!solved || !posture::canBeShown(*solved))
        return;
    if (request.startPose)
        addStartPose(scene, library, *solved, request.position);
    if (request.weight)
        addWeight(scene, *request.weight, request.position);
    if (request.position < 1)
        solved = posture::interpolatePosition(library, *solved, request.position);
    if (solved->ownHand)
        scene.tool.reset();
    applyPose(scene, library, solved->transforms);
    scene.bodyPlacement = solved->placement;
    scene.props = solved->props;
    scene.shadowFaces = shadowFacesOf(*solved);
    // The floor, under everything on it.
    const glm::vec3 middle = solved->bounds.centre(), size = solved->bounds.size();
    scene.support = scene::Support{
        {middle.x, 0, middle.z}, {0, 1, 0}, 0.5F * std::max(size.x, size.z) + kFloorBeyondMm};
}

} // namespace

float skinOpacityOf(float peel)
{
    constexpr std::array<float, 5> kOfLayer{1, 0.30F, 0.24F, 0.20F, 0.14F};
    const float held = std::clamp(peel, 0.0F, peelOf(anatomy::Layer::Bone));
    const auto below = std::min(static_cast<std::size_t>(held), kOfLayer.size() - 2);
    return glm::mix(kOfLayer[below], kOfLayer[below + 1], held - static_cast<float>(below));
}

void applyPeel(scene::Scene& scene, float peel)
{
    const body::Atlas& atlas = *scene.atlas;
    scene.appearances.resize(atlas.instances.size());
    for (std::size_t i = 0; i < atlas.instances.size(); ++i) {
        const anatomy::Layer own = atlas.shapeOf(atlas.instances[i]).layer;
        scene.appearances[i].opacity = std::clamp(1 - (peel - peelOf(own)), 0.0F, 1.0F);
    }
    scene.skinOpacity = skinOpacityOf(peel);
}

anatomy::Layer layerShowing(const Library& library, std::string_view structure)
{
    const anatomy::Structure* found = library.anatomy.findStructure(structure);
    return found == nullptr ? anatomy::Layer::Superficial : found->layer;
}

scene::Scene composeScene(const Library& library, const std::vector<PlacedPoint>& points,
                          const SceneRequest& request)
{
    scene::Scene scene;
    scene.atlas = library.atlas;
    applyPeel(scene, request.peel);
    scene.knots = markers(points, library, request);
    if (request.instance)
        scene.appearances[*request.instance] = {1, 1};
    if (request.region)
        scene.regionHighlight = regionShare(library, *request.region, request.regionSide);
    for (std::size_t slot = 0; slot < request.kept.size(); ++slot)
        if (request.kept[slot] && request.kept[slot] != request.point)
            scene.keptZones[slot] = paintZone(library, points[*request.kept[slot]]);
    if (request.point) {
        scene.selectedKnot = static_cast<std::uint32_t>(*request.point);
        showPoint(scene, library, points[*request.point]);
        if (request.position > 0)
            showPosition(scene, library, points[*request.point], request);
    }
    if (request.cautions && library.cautions)
        scene.caution = library.cautions->paint();
    if (request.pose && !scene.pose)
        applyPose(scene, library, library.skeleton->transforms(*request.pose));
    return scene;
}

std::shared_ptr<const std::vector<float>>
regionShare(const Library& library, std::string_view region, std::optional<core::Side> side)
{
    const body::Atlas& atlas = *library.atlas;
    std::vector<bool> asked;
    for (const body::RegionInstance& instance : atlas.regions)
        asked.push_back(instance.id == region &&
                        (!side || instance.side == core::Side::Midline || instance.side == *side));
    auto share = std::make_shared<std::vector<float>>();
    share->reserve(atlas.skin.regions.size());
    for (const std::uint16_t index : atlas.skin.regions)
        share->push_back(asked[index] ? 1.0F : 0.0F);
    return share;
}

} // namespace knotmap::app
