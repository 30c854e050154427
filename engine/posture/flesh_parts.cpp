#include "engine/posture/flesh_parts.h"

#include "engine/body/skinning.h"

#include <algorithm>
#include <initializer_list>

namespace knotmap::posture {
namespace {

/// Soft tissue yields by this much where the body rests on something.
constexpr float kGivesMm = 6;

using anatomy::BodyPart;

bool ofUpperArm(const body::JointInstance& joint)
{
    return joint.key.part == BodyPart::UpperArm;
}

/// Forearm and hand, without the ball of the thumb, which lies on nothing.
bool ofLowerArm(const body::JointInstance& joint)
{
    return joint.key.part == BodyPart::Forearm || joint.key == anatomy::kWrist ||
           joint.key.part == BodyPart::Finger;
}

bool belongs(FleshPart part, const body::JointInstance& joint, core::Side affectedSide)
{
    const auto is = [&](std::initializer_list<BodyPart> parts) {
        return std::find(parts.begin(), parts.end(), joint.key.part) != parts.end();
    };
    switch (part) {
    case FleshPart::All:
        return true;
    case FleshPart::NotArms:
        return !ofUpperArm(joint) && !ofLowerArm(joint);
    case FleshPart::NotForearms:
        return !ofLowerArm(joint);
    case FleshPart::NotLegsBelowKnee:
        return !is({BodyPart::Leg, BodyPart::Foot, BodyPart::Toe});
    case FleshPart::Trunk:
        return is({BodyPart::PelvicGirdle, BodyPart::Abdomen, BodyPart::Thorax, BodyPart::Thigh});
    case FleshPart::Seat:
        return is({BodyPart::PelvicGirdle, BodyPart::Thigh});
    case FleshPart::AffectedForearm:
        return joint.side == affectedSide && ofLowerArm(joint);
    case FleshPart::Forearms:
        break;
    }
    return ofLowerArm(joint);
}

} // namespace

std::vector<glm::vec3> skinUnder(const body::BodyModel& model,
                                 const body::BoneTransforms& transforms, const glm::mat4& placement,
                                 FleshPart part, core::Side affectedSide,
                                 std::optional<core::Side> without)
{
    std::vector<bool> wanted;
    for (const body::JointInstance& joint : model.atlas->joints) {
        const bool left =
            without && joint.side == *without && (ofLowerArm(joint) || ofUpperArm(joint));
        wanted.push_back(!left && belongs(part, joint, affectedSide));
    }
    std::vector<glm::vec3> points;
    const body::Skin& skin = model.atlas->skin;
    for (std::size_t i = 0; i < skin.weights.size(); i += kSkinStride) {
        if (!wanted[body::strongestJoint(skin.weights[i])])
            continue;
        const body::RigidTransform transform = body::blend(skin.weights[i], transforms);
        const glm::vec3 point =
            body::transformPoint(transform, skin.mesh.positions[i]) -
            kGivesMm * body::transformDirection(transform, skin.mesh.normals[i]);
        points.emplace_back(placement * glm::vec4(point, 1));
    }
    return points;
}

} // namespace knotmap::posture
