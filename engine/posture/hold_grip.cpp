#include "engine/posture/hold_grip.h"

#include "engine/body/skinning.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace knotmap::posture {
namespace {

/// Weight of a quarter turn off a grip's pressing direction, mm.
constexpr float kSlantMm = 12;

/// A point of the arm that presses, in the measured stance.
struct Contact
{
    std::uint32_t joint; ///< joint that carries it
    glm::vec3 point;     ///< on the skin
    glm::vec3 pressing;  ///< unit
};

/// The skin's normal tilted towards the fingertip.
glm::vec3 tilted(const glm::vec3& normal, const glm::vec3& along, float tipwardsDeg)
{
    const glm::vec3 tipwards = along - glm::dot(along, normal) * normal;
    const float tilt = glm::radians(tipwardsDeg);
    if (tilt == 0 || glm::length(tipwards) < 0.1F)
        return normal;
    return std::cos(tilt) * normal + std::sin(tilt) * glm::normalize(tipwards);
}

std::optional<Contact> findContact(const body::BodyModel& model, const std::string& landmark,
                                   core::Side side, float tipwardsDeg)
{
    const auto point = model.atlas->landmark(landmark, side);
    const auto on = point ? model.skin->closest(*point) : std::nullopt;
    if (!on)
        return std::nullopt;
    const body::Skin& skin = model.atlas->skin;
    const std::uint32_t joint =
        body::strongestJoint(skin.weights[skin.mesh.indices[3 * on->triangle]]);
    const glm::vec3 along = on->position - model.skeleton->joints()[joint].at;
    return Contact{joint, on->position, tilted(on->normal, along, tipwardsDeg)};
}

/// The number of a joint's finger, 1 the thumb; 0 for another joint.
std::size_t fingerOf(const body::JointInstance& joint)
{
    return joint.key.part == anatomy::BodyPart::Finger ? joint.key.digit : 0;
}

/// The wrist for points on the hand, else the joint itself: the joint that moves the whole grip.
std::uint32_t carrierOf(const body::Skeleton& skeleton, std::uint32_t joint)
{
    for (auto at = static_cast<std::int32_t>(joint); at >= 0;
         at = skeleton.joints()[static_cast<std::size_t>(at)].parent)
        if (skeleton.joints()[static_cast<std::size_t>(at)].key == anatomy::kWrist)
            return static_cast<std::uint32_t>(at);
    return joint;
}

} // namespace

std::optional<HeldGrip> holdGrip(const body::BodyModel& model, const care::Grip& grip,
                                 core::Side side, const body::Pose& start)
{
    const body::Skeleton& skeleton = *model.skeleton;
    HeldGrip held;
    held.pose = start;
    held.sinkMm = grip.sinkMm;
    for (const care::PoseAngle& angle : grip.joints)
        if (angle.side == side)
            (void)skeleton.set(held.pose, angle.joint, side, angle.motion, angle.deg);
    const body::BoneTransforms transforms = skeleton.transforms(held.pose);
    glm::vec3 point(0), pressing(0);
    for (const std::string& landmark : grip.contacts) {
        const auto contact = findContact(model, landmark, side, grip.tipwardsDeg);
        if (!contact)
            return std::nullopt;
        held.goal.joint = carrierOf(skeleton, contact->joint);
        const std::size_t finger = fingerOf(skeleton.joints()[contact->joint]);
        held.fingerPresses[finger] = true;
        if (finger > 0)
            held.pads.push_back({finger, contact->joint, contact->point});
        point += body::transformPoint(transforms[contact->joint], contact->point);
        pressing += body::transformDirection(transforms[contact->joint], contact->pressing);
    }
    if (held.pads.size() < 2 || held.fingerPresses[1])
        held.pads.clear();
    const body::RigidTransform& carrier = transforms[held.goal.joint];
    held.goal.point =
        body::inverseTransformPoint(carrier, point / static_cast<float>(grip.contacts.size()));
    held.goal.direction = glm::normalize(glm::conjugate(carrier.turn) * pressing);
    held.goal.directionMm = kSlantMm;
    held.goal.slackDeg = grip.slackDeg;
    return held;
}

} // namespace knotmap::posture
