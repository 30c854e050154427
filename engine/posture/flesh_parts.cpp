#include "engine/posture/flesh_parts.h"

#include "engine/body/skinning.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace knotmap::posture {
namespace {

/// Soft tissue yields by this much where the body rests on something.
constexpr float kGivesMm = 6;

bool ofToes(const body::JointInstance& joint)
{
    return joint.id.rfind("metatarso", 0) == 0 || joint.id == "interphalangeal-of-hallux";
}

bool ofUpperArm(const body::JointInstance& joint)
{
    return joint.id == "glenohumeral" || joint.id == "brachium";
}

/// Forearm and hand.
bool ofLowerArm(const body::JointInstance& joint)
{
    return joint.id == "elbow" || joint.id == "radioulnar" || joint.id == "wrist" ||
           (!ofToes(joint) && joint.id.find("phalangeal-") != std::string::npos);
}

bool belongs(FleshPart part, const body::JointInstance& joint, core::Side affectedSide)
{
    const auto is = [&](std::initializer_list<std::string_view> ids) {
        return std::find(ids.begin(), ids.end(), joint.id) != ids.end();
    };
    switch (part) {
    case FleshPart::All:
        return true;
    case FleshPart::NotArms:
        return !ofUpperArm(joint) && !ofLowerArm(joint);
    case FleshPart::NotForearms:
        return !ofLowerArm(joint);
    case FleshPart::NotLegsBelowKnee:
        return !ofToes(joint) && !is({"knee", "ankle", "subtalar", "patellofemoral"});
    case FleshPart::Trunk:
        return is({"pelvis", "lumbosacral", "lumbar", "thoracolumbar", "thoracic", "hip"});
    case FleshPart::Seat:
        return is({"pelvis", "hip"});
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
    std::vector<glm::vec3> places;
    const body::Skin& skin = model.atlas->skin;
    for (std::size_t i = 0; i < skin.weights.size(); i += kSkinStride) {
        if (!wanted[body::strongestJoint(skin.weights[i])])
            continue;
        const body::RigidTransform move = body::blend(skin.weights[i], transforms);
        const glm::vec3 place = body::transformPoint(move, skin.mesh.positions[i]) -
                                kGivesMm * body::transformDirection(move, skin.mesh.normals[i]);
        places.emplace_back(placement * glm::vec4(place, 1));
    }
    return places;
}

} // namespace knotmap::posture
