#include "app/model/apply_pose.h"

namespace knotmap::app {
namespace {

std::shared_ptr<const scene::ZonePaint> posedZone(const Library& library, const body::Moves& moves,
                                                  const scene::ZonePaint& zone)
{
    auto posed = std::make_shared<scene::ZonePaint>(zone);
    for (std::size_t i = 0; i < posed->dots.size(); ++i) {
        const body::RigidMove move = body::moveAt(library, moves, zone.dots[i]);
        posed->dots[i] = body::movedPlace(move, zone.dots[i]);
        posed->dotNormals[i] = body::turned(move, zone.dotNormals[i]);
    }
    return posed;
}

} // namespace

PlacedPoint posedPoint(const Library& library, const body::Moves& moves, const PlacedPoint& placed)
{
    const body::RigidMove move = body::moveAt(library, moves, placed.onSkin);
    PlacedPoint posed = placed;
    posed.knot = body::movedPlace(move, placed.knot);
    posed.onSkin = body::movedPlace(move, placed.onSkin);
    posed.skinNormal = body::turned(move, placed.skinNormal);
    posed.pressing = body::turned(move, placed.pressing);
    return posed;
}

void applyPose(scene::Scene& scene, const Library& library, const body::Moves& moves)
{
    scene.pose = std::make_shared<const body::Moves>(moves);
    if (scene.selectedKnot) {
        const body::RigidMove move =
            body::moveAt(library, moves, scene.knots[*scene.selectedKnot].onSkin);
        if (scene.tool)
            scene.tool->placement = body::matrixOf(move) * scene.tool->placement;
        if (scene.arrow) {
            scene.arrow->tip = body::movedPlace(move, scene.arrow->tip);
            scene.arrow->direction = body::turned(move, scene.arrow->direction);
        }
    }
    for (scene::KnotMarker& knot : scene.knots) {
        const body::RigidMove move = body::moveAt(library, moves, knot.onSkin);
        knot.position = body::movedPlace(move, knot.position);
        knot.onSkin = body::movedPlace(move, knot.onSkin);
    }
    if (scene.zone)
        scene.zone = posedZone(library, moves, *scene.zone);
    for (auto& zone : scene.keptZones)
        if (zone)
            zone = posedZone(library, moves, *zone);
}

} // namespace knotmap::app
