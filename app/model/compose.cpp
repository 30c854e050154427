#include "app/model/compose.h"

#include "app/model/apply_pose.h"

#include <algorithm>
#include <glm/gtc/matrix_transform.hpp>

namespace knotmap::app {
namespace {

constexpr float kArrowMm = 55;
/// Beyond the tool, so that the arrow's tip ends where the tool begins.
constexpr float kArrowStandOffMm = 8;
constexpr float kBesideHandMm = 24;

std::vector<scene::KnotMarker> markers(const std::vector<PlacedPoint>& points,
                                       const Library& library, const Showing& showing) {
    std::string_view muscle;
    std::optional<core::Side> side;
    if (showing.instance) {
        const body::Instance& instance = library.atlas->instances[*showing.instance];
        muscle = library.atlas->shapeOf(instance).id;
        side = instance.side;
    }
    std::vector<scene::KnotMarker> knots;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const PlacedPoint& placed = points[i];
        scene::KnotMarker marker;
        marker.position = placed.knot;
        marker.onSkin = placed.onSkin;
        marker.emphasised = showing.point == i ||
                            (placed.point->muscle == muscle && placed.side == side);
        // A picture is of one thing: the knots of others would only hide it.
        marker.shown = marker.emphasised;
        knots.push_back(marker);
    }
    return knots;
}

/// How far from the skin the arrow ends: beyond a ball, beside a hand.
float arrowStandOff(const scene::ToolModel& tool) {
    return tool.skinLike ? kBesideHandMm
                         : geometry::boundsOf(*tool.mesh).high.z + kArrowStandOffMm;
}

void showPoint(scene::Scene& scene, const Library& library, const PlacedPoint& placed) {
    if (const auto muscle = library.atlas->findInstance(placed.point->muscle, placed.side))
        scene.looks[*muscle] = {1, 1};
    scene.zone = paintZone(library, placed);
    if (library.cautions)
        scene.caution = library.cautions->paintNear(*library.skin, placed.onSkin);
    scene.tool = placeTool(library, placed);
    if (!scene.tool)
        return;
    const float standOff = arrowStandOff(*scene.tool);
    scene.arrow = scene::Arrow{placed.onSkin - placed.pressing * standOff, placed.pressing,
                               kArrowMm};
}

/// Lays the standing body on its back, or on its front, so that gravity presses the tool in.
glm::mat4 lyingDown(const scene::Support& mat) {
    const float turn = mat.normal.z > 0 ? -90.0F : 90.0F;
    const glm::mat4 rotation =
        glm::rotate(glm::mat4(1), glm::radians(turn), glm::vec3(1, 0, 0));
    const glm::vec3 lowered = glm::vec3(rotation * glm::vec4(mat.point, 1));
    return glm::translate(glm::mat4(1), {0, -lowered.y, 0}) * rotation;
}

void showPosition(scene::Scene& scene, const Library& library, const PlacedPoint& placed) {
    scene.support = placeSupport(library, placed);
    if (!scene.support)
        return;
    const care::Position* position = library.care.findPosition(placed.advice->positions.front());
    const bool leans = std::find(position->supports.begin(), position->supports.end(), "wall") !=
                       position->supports.end();
    if (leans)
        return;
    // The support stays in the world while the body is laid on it.
    scene.bodyPlacement = lyingDown(*scene.support);
    scene.support->point = glm::vec3(scene.bodyPlacement * glm::vec4(scene.support->point, 1));
    scene.support->normal = glm::vec3(scene.bodyPlacement * glm::vec4(scene.support->normal, 0));
}

} // namespace

float skinOpacityOf(anatomy::Layer layer) {
    switch (layer) {
    case anatomy::Layer::Skin:
        return 1;
    case anatomy::Layer::Superficial:
        return 0.30F;
    case anatomy::Layer::Intermediate:
        return 0.24F;
    case anatomy::Layer::Deep:
        return 0.20F;
    case anatomy::Layer::Bone:
        break;
    }
    return 0.14F;
}

void applyLayer(scene::Scene& scene, anatomy::Layer layer) {
    const body::Atlas& atlas = *scene.atlas;
    scene.looks.resize(atlas.instances.size());
    for (std::size_t i = 0; i < atlas.instances.size(); ++i) {
        const anatomy::Layer own = atlas.shapeOf(atlas.instances[i]).layer;
        scene.looks[i].opacity = own >= layer ? 1.0F : 0.0F;
    }
    scene.skinOpacity = skinOpacityOf(layer);
}

anatomy::Layer layerShowing(const Library& library, std::string_view structure) {
    const anatomy::Structure* found = library.anatomy.findStructure(structure);
    return found == nullptr ? anatomy::Layer::Superficial : found->layer;
}

scene::Scene composeScene(const Library& library, const std::vector<PlacedPoint>& points,
                          const Showing& showing) {
    scene::Scene scene;
    scene.atlas = library.atlas;
    applyLayer(scene, showing.layer);
    scene.knots = markers(points, library, showing);
    if (showing.instance)
        scene.looks[*showing.instance] = {1, 1};
    if (showing.region)
        scene.regionHighlight = regionShare(library, *showing.region, showing.regionSide);
    if (showing.point) {
        scene.selectedKnot = static_cast<std::uint32_t>(*showing.point);
        showPoint(scene, library, points[*showing.point]);
        if (showing.position)
            showPosition(scene, library, points[*showing.point]);
    }
    if (showing.cautions && library.cautions)
        scene.caution = library.cautions->paint();
    if (showing.pose)
        applyPose(scene, library, library.skeleton->moves(*showing.pose));
    return scene;
}

std::shared_ptr<const std::vector<float>> regionShare(const Library& library,
                                                      std::string_view region,
                                                      std::optional<core::Side> side) {
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

geometry::Bounds bodyBounds(const Library& library) {
    return geometry::boundsOf(library.atlas->skin.mesh);
}

geometry::Bounds instanceBounds(const body::Atlas& atlas, std::uint32_t instance) {
    geometry::Bounds bounds = geometry::boundsOf(atlas.shapeOf(atlas.instances[instance]).mesh);
    if (atlas.instances[instance].side == core::Side::Left) {
        const float low = bounds.low.x;
        bounds.low.x = -bounds.high.x;
        bounds.high.x = -low;
    }
    return bounds;
}

} // namespace knotmap::app
