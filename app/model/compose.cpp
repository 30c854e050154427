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

/// Of several knots in sight those that are not meant step back.
constexpr float kCalmRadiusMm = 2.3F;

/// Whether a knot belongs beside the selected one: of the same muscle, or one it tends to set off.
bool belongsWith(const PlacedPoint& selected, const PlacedPoint& other)
{
    const auto& satellites = selected.point->satellites;
    return other.side == selected.side &&
           (other.point->muscle == selected.point->muscle ||
            std::find(satellites.begin(), satellites.end(), other.point->id) != satellites.end());
}

/// Decides how each knot is marked.
class KnotMarking
{
public:
    KnotMarking(const Library& library, const std::vector<PlacedPoint>& points,
                const SceneRequest& request)
        : m_library(library), m_points(points), m_request(request)
    {}

    scene::KnotMarker markerOf(std::size_t index) const
    {
        const PlacedPoint& placed = m_points[index];
        scene::KnotMarker marker;
        marker.position = placed.knot;
        marker.onSkin = placed.onSkin;
        marker.emphasised = m_request.point == index || inSelectedStructure(placed);
        marker.shown =
            (marker.emphasised || isKept(index) || isRelated(placed)) && !muscleHidden(placed);
        const bool calm = m_request.knots == KnotSet::Related &&
                          (m_request.point.has_value() || m_request.instance.has_value());
        if (calm && !marker.emphasised)
            marker.radiusMm = std::min(marker.radiusMm, kCalmRadiusMm);
        return marker;
    }

private:
    bool inSelectedStructure(const PlacedPoint& placed) const
    {
        if (!m_request.instance)
            return false;
        const body::Instance& instance = m_library.atlas->instances[*m_request.instance];
        return placed.point->muscle == m_library.atlas->shapeOf(instance).id &&
               placed.side == instance.side;
    }
    bool isKept(std::size_t index) const
    {
        const auto& kept = m_request.kept;
        return std::find(kept.begin(), kept.end(), index) != kept.end();
    }
    bool isRelated(const PlacedPoint& placed) const
    {
        return m_request.knots == KnotSet::Related &&
               (!m_request.point || belongsWith(m_points[*m_request.point], placed));
    }
    /// Whether the muscle of a point was hidden by hand: its knots go with it.
    bool muscleHidden(const PlacedPoint& placed) const
    {
        if (m_request.visibility.empty())
            return false;
        const auto muscle = m_library.atlas->findInstance(placed.point->muscle, placed.side);
        return muscle && m_request.visibility[*muscle] == Visibility::Hidden;
    }

    const Library& m_library;
    const std::vector<PlacedPoint>& m_points;
    const SceneRequest& m_request;
};

std::vector<scene::KnotMarker>
markers(const Library& library, const std::vector<PlacedPoint>& points, const SceneRequest& request)
{
    const KnotMarking marking(library, points, request);
    std::vector<scene::KnotMarker> knots;
    knots.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
        knots.push_back(marking.markerOf(i));
    return knots;
}

/// Distance of the arrow's tip from the skin: beyond a ball, beside a hand.
float arrowStandOff(const scene::ToolModel& tool)
{
    return tool.skinLike ? kBesideHandMm : geometry::boundsOf(*tool.mesh).high.z + kArrowStandOffMm;
}

void showPoint(scene::Scene& scene, const Library& library, const PlacedPoint& placed,
               const SceneRequest& request, ScenePartCache& parts)
{
    scene.zone = parts.zone(library, placed);
    scene.caution = parts.cautionsNear(library, placed);
    const auto tool = request.showTool ? parts.tool(library, placed) : nullptr;
    if (!tool)
        return;
    scene.tool = *tool;
    if (!tool->presses)
        return; // an arrow would ask for pressure on what a pinch is to spare
    const float standOff = arrowStandOff(*tool);
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

/// The position of the point, if the body can be shown in it.
std::shared_ptr<const posture::SolvedPosition>
positionOf(const Library& library, const PlacedPoint& placed, const SceneRequest& request)
{
    auto solved = request.solved;
    if (!solved)
        if (auto found = solvePosition(library, placed))
            solved = std::make_shared<const posture::SolvedPosition>(std::move(*found));
    return solved && posture::canBeShown(*solved) ? solved : nullptr;
}

/// Brings the body into the point's position, on what carries it, or part of the way there.
void showPosition(scene::Scene& scene, const Library& library, const SceneRequest& request,
                  const posture::SolvedPosition& solved,
                  const std::vector<body::SkinAttachment>& attachments)
{
    if (request.startPose)
        addStartPose(scene, library, solved, request.position);
    if (request.weight)
        addWeight(scene, *request.weight, request.position);
    if (solved.ownHand)
        scene.tool.reset();
    if (request.position < 1) {
        const posture::PlacedBody part =
            posture::interpolatePosition(library, solved, request.position);
        applyPose(scene, attachments, part.transforms);
        scene.bodyPlacement = part.placement;
    } else {
        applyPose(scene, attachments, solved.transforms);
        scene.bodyPlacement = solved.placement;
    }
    scene.props = solved.props;
    scene.shadowFaces = shadowFacesOf(solved);
    // The floor, under all that stands on it.
    const glm::vec3 middle = solved.bounds.centre(), size = solved.bounds.size();
    scene.support = scene::Support{
        {middle.x, 0, middle.z}, {0, 1, 0}, 0.5F * std::max(size.x, size.z) + kFloorBeyondMm};
}

/// Opacity of the skin on a body peeled that far.
float skinOpacityOf(float peel)
{
    constexpr std::array<float, 5> kOfLayer{1, 0.30F, 0.24F, 0.20F, 0.14F};
    const float held = std::clamp(peel, 0.0F, peelOf(anatomy::Layer::Bone));
    const auto below = std::min(static_cast<std::size_t>(held), kOfLayer.size() - 2);
    return glm::mix(kOfLayer[below], kOfLayer[below + 1], held - static_cast<float>(below));
}

/// Fades out what lies above; bones are always there.
void applyPeel(scene::Scene& scene, float peel)
{
    const body::Atlas& atlas = *scene.atlas;
    scene.appearances.assign(atlas.instances.size(), {});
    for (std::size_t i = 0; i < atlas.instances.size(); ++i) {
        const anatomy::Layer own = atlas.shapeOf(atlas.instances[i]).layer;
        scene.appearances[i].opacity = std::clamp(1 - (peel - peelOf(own)), 0.0F, 1.0F);
    }
    scene.skinOpacity = skinOpacityOf(peel);
}

} // namespace

anatomy::Layer layerShowing(const Library& library, std::string_view structure)
{
    const anatomy::Structure* found = library.anatomy.findStructure(structure);
    return found == nullptr ? anatomy::Layer::Superficial : found->layer;
}

void applyAppearance(scene::Scene& scene, const Library& library,
                     const std::vector<PlacedPoint>& points, const SceneRequest& request)
{
    applyPeel(scene, request.peel);
    // What is selected is seen whatever lies above it, unless it was hidden by hand.
    if (request.instance)
        scene.appearances[*request.instance] = {1, 1};
    if (request.point) {
        const PlacedPoint& placed = points[*request.point];
        if (const auto muscle = library.atlas->findInstance(placed.point->muscle, placed.side))
            scene.appearances[*muscle] = {1, 1};
    }
    applyVisibility(scene, request.visibility);
    if (request.skinOpacity)
        scene.skinOpacity = *request.skinOpacity;
    scene.knotsVisible = request.showKnots;
    scene.cut = request.cut;
}

scene::Scene composeScene(const Library& library, const std::vector<PlacedPoint>& points,
                          const SceneRequest& request, ScenePartCache& parts)
{
    parts.begin(library);
    scene::Scene scene;
    scene.atlas = library.atlas;
    applyAppearance(scene, library, points, request);
    scene.knots = markers(library, points, request);
    scene.regionHighlight = parts.regions(library, request.regions);
    for (std::size_t slot = 0; slot < request.kept.size(); ++slot)
        if (request.kept[slot] && request.kept[slot] != request.point)
            scene.keptZones[slot] = parts.zone(library, points[*request.kept[slot]]);
    if (request.point) {
        const PlacedPoint& placed = points[*request.point];
        scene.selectedKnot = static_cast<std::uint32_t>(*request.point);
        showPoint(scene, library, placed, request, parts);
        if (request.position > 0)
            if (const auto solved = positionOf(library, placed, request))
                showPosition(scene, library, request, *solved, parts.attachments(library, points));
    }
    if (request.cautions)
        scene.caution = parts.allCautions(library);
    if (request.pose && !scene.pose)
        applyPose(scene, parts.attachments(library, points),
                  library.skeleton->transforms(*request.pose));
    parts.end();
    return scene;
}

scene::Scene composeScene(const Library& library, const std::vector<PlacedPoint>& points,
                          const SceneRequest& request)
{
    ScenePartCache parts;
    return composeScene(library, points, request, parts);
}

} // namespace knotmap::app
