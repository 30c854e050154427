#include "app/model/apply_pose.h"

#include "engine/core/side.h"

#include <charconv>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

std::shared_ptr<const scene::ZonePaint> posedZone(const Library& library, const body::Moves& moves,
                                                  const scene::ZonePaint& zone)
{
    auto posed = std::make_shared<scene::ZonePaint>(zone);
    for (std::size_t i = 0; i < posed->dots.size(); ++i) {
        const body::RigidMove move = moveAt(library, moves, zone.dots[i]);
        posed->dots[i] = body::movedPlace(move, zone.dots[i]);
        posed->dotNormals[i] = body::turned(move, zone.dotNormals[i]);
    }
    return posed;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// "knee.right flexion 40"
core::Outcome setAngle(const body::Skeleton& skeleton, body::Pose& pose, std::string_view text)
{
    const std::size_t afterJoint = text.find(' '), beforeAngle = text.rfind(' ');
    float angle = 0;
    bool number = false;
    if (afterJoint != std::string_view::npos && beforeAngle > afterJoint) {
        const std::string_view digits = text.substr(beforeAngle + 1);
        int whole = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), whole);
        number = error == std::errc() && end == digits.data() + digits.size();
        angle = static_cast<float>(whole);
    }
    if (!number)
        return core::Error{fmt::format("'{}' is no angle of a pose; write joint, motion and whole "
                                       "degrees, as in 'knee.right flexion 40'",
                                       text.substr(0, 60))};
    const core::SidedId joint = core::parseSidedId(text.substr(0, afterJoint));
    const std::string_view motion = trimmed(text.substr(afterJoint, beforeAngle - afterJoint));
    for (const core::Side side : {core::Side::Right, core::Side::Left}) {
        if (joint.side && *joint.side != side)
            continue;
        if (core::Outcome refused = skeleton.set(pose, joint.id, side, motion, angle))
            return refused;
    }
    return {};
}

} // namespace

body::RigidMove moveAt(const Library& library, const body::Moves& moves, const glm::vec3& place)
{
    const auto on = library.skin->closest(place);
    if (!on)
        return {};
    const body::Skin& skin = library.atlas->skin;
    const auto weights = [&](std::size_t corner) {
        return skin.weights[skin.mesh.indices[3 * on->triangle + corner]];
    };
    return body::blend({weights(0), weights(1), weights(2)}, on->barycentric, moves);
}

PlacedPoint posedPoint(const Library& library, const body::Moves& moves, const PlacedPoint& placed)
{
    const body::RigidMove move = moveAt(library, moves, placed.onSkin);
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
            moveAt(library, moves, scene.knots[*scene.selectedKnot].onSkin);
        if (scene.tool)
            scene.tool->placement = body::matrixOf(move) * scene.tool->placement;
        if (scene.arrow) {
            scene.arrow->tip = body::movedPlace(move, scene.arrow->tip);
            scene.arrow->direction = body::turned(move, scene.arrow->direction);
        }
    }
    for (scene::KnotMarker& knot : scene.knots) {
        const body::RigidMove move = moveAt(library, moves, knot.onSkin);
        knot.position = body::movedPlace(move, knot.position);
        knot.onSkin = body::movedPlace(move, knot.onSkin);
    }
    if (scene.zone)
        scene.zone = posedZone(library, moves, *scene.zone);
    for (auto& zone : scene.keptZones)
        if (zone)
            zone = posedZone(library, moves, *zone);
}

core::Result<body::Pose> parsePose(const body::Skeleton& skeleton, std::string_view text)
{
    body::Pose pose = skeleton.rest();
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        const std::string_view part = trimmed(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
        if (core::Outcome refused = setAngle(skeleton, pose, part))
            return *refused;
    }
    return pose;
}

} // namespace knotmap::app
