#include "app/model/apply_pose.h"

namespace knotmap::app {
namespace {

std::shared_ptr<const scene::ZonePaint> posedZone(const Library& library,
                                                  const body::BoneTransforms& transforms,
                                                  const scene::ZonePaint& zone)
{
    auto posed = std::make_shared<scene::ZonePaint>(zone);
    for (std::size_t i = 0; i < posed->dots.size(); ++i) {
        const body::RigidTransform move = body::skinTransformAt(library, transforms, zone.dots[i]);
        posed->dots[i] = body::transformPoint(move, zone.dots[i]);
        posed->dotNormals[i] = body::transformDirection(move, zone.dotNormals[i]);
    }
    return posed;
}

} // namespace

PlacedPoint posedPoint(const Library& library, const body::BoneTransforms& transforms,
                       const PlacedPoint& placed)
{
    const body::RigidTransform move = body::skinTransformAt(library, transforms, placed.onSkin);
    PlacedPoint posed = placed;
    posed.knot = body::transformPoint(move, placed.knot);
    posed.onSkin = body::transformPoint(move, placed.onSkin);
    posed.skinNormal = body::transformDirection(move, placed.skinNormal);
    posed.pressing = body::transformDirection(move, placed.pressing);
    return posed;
}

void applyPose(scene::Scene& scene, const Library& library, const body::BoneTransforms& transforms)
{
    scene.pose = std::make_shared<const body::BoneTransforms>(transforms);
    if (scene.selectedKnot) {
        const body::RigidTransform move =
            body::skinTransformAt(library, transforms, scene.knots[*scene.selectedKnot].onSkin);
        if (scene.tool)
            scene.tool->placement = body::matrixOf(move) * scene.tool->placement;
        if (scene.arrow) {
            scene.arrow->tip = body::transformPoint(move, scene.arrow->tip);
            scene.arrow->direction = body::transformDirection(move, scene.arrow->direction);
        }
    }
    for (scene::KnotMarker& knot : scene.knots) {
        const body::RigidTransform move = body::skinTransformAt(library, transforms, knot.onSkin);
        knot.position = body::transformPoint(move, knot.position);
        knot.onSkin = body::transformPoint(move, knot.onSkin);
    }
    if (scene.zone)
        scene.zone = posedZone(library, transforms, *scene.zone);
    for (auto& zone : scene.keptZones)
        if (zone)
            zone = posedZone(library, transforms, *zone);
}

} // namespace knotmap::app
