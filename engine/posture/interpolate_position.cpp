#include "engine/posture/interpolate_position.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>

namespace knotmap::posture {
namespace {

/// One in this many of the skin's vertices is sampled for its height above the floor.
constexpr std::size_t kStride = 37;
/// Skin below this height belongs to a foot.
constexpr float kFootMm = 70;

/// Rotated and translated from standing at `start` by a fraction of the movement to the placement.
glm::mat4 shareOf(const glm::mat4& placement, const glm::vec3& middle, const glm::vec3& start,
                  float share)
{
    const glm::quat turn =
        glm::slerp(glm::quat(1, 0, 0, 0), glm::quat_cast(glm::mat3(placement)), share);
    const glm::vec3 there(placement * glm::vec4(middle, 1));
    return glm::translate(glm::mat4(1), glm::mix(middle + start, there, share)) *
           glm::mat4_cast(turn) * glm::translate(glm::mat4(1), -middle);
}

/// The height of the skin's lowest part above the floor, mm.
float lowest(const body::BodyModel& model, const body::BoneTransforms& transforms,
             const glm::mat4& placement)
{
    const body::Skin& skin = model.atlas->skin;
    float smallest = 1e9F;
    for (std::size_t v = 0; v < skin.mesh.positions.size(); v += kStride) {
        const body::RigidTransform transform = body::blend(skin.weights[v], transforms);
        const glm::vec3 point = body::transformPoint(transform, skin.mesh.positions[v]);
        smallest = std::min(smallest, (placement * glm::vec4(point, 1)).y);
    }
    return smallest;
}

} // namespace

glm::vec3 standingOffset(const body::BodyModel& model, const SolvedPosition& solved)
{
    const body::Skin& skin = model.atlas->skin;
    glm::vec3 shift(0);
    float count = 0;
    for (std::size_t v = 0; v < skin.mesh.positions.size(); v += kStride) {
        const glm::vec3& standing = skin.mesh.positions[v];
        if (standing.y > kFootMm)
            continue;
        const body::RigidTransform transform = body::blend(skin.weights[v], solved.transforms);
        const glm::vec3 posed = body::transformPoint(transform, standing);
        shift += glm::vec3(solved.placement * glm::vec4(posed, 1)) - standing;
        ++count;
    }
    const glm::vec3 start = glm::vec3(shift.x, 0, shift.z) / std::max(count, 1.0F);
    const glm::vec3 feet = start + boundsOf(model.atlas->skin.mesh).centre();
    // One stands on the mat on which one will lie down.
    float ground = 0;
    for (const props::SupportFace& face : solved.faces)
        if (face.kind == props::SupportFace::Kind::Floor && props::liesOver(face, feet))
            ground = std::max(ground, face.low.y);
    return start + glm::vec3(0, ground, 0);
}

PlacedBody interpolatePosition(const body::BodyModel& model, const SolvedPosition& solved,
                               float share)
{
    PlacedBody part;
    part.pose = solved.pose;
    for (float& angle : part.pose.anglesDeg)
        angle *= share;
    part.transforms = model.skeleton->transforms(part.pose);
    part.placement = shareOf(solved.placement, boundsOf(model.atlas->skin.mesh).centre(),
                             standingOffset(model, solved), share);
    // Where a hand or a heel sinks in at the end, it may do so on the way.
    const float allowed = std::min(0.0F, lowest(model, solved.transforms, solved.placement));
    const float sunk = lowest(model, part.transforms, part.placement) - share * allowed;
    if (sunk < 0)
        part.placement = glm::translate(glm::mat4(1), {0, -sunk, 0}) * part.placement;
    return part;
}

} // namespace knotmap::posture
