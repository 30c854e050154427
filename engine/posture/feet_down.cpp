#include "engine/posture/feet_down.h"

#include "engine/posture/reach.h"

#include <algorithm>
#include <glm/matrix.hpp>

namespace knotmap::posture {
namespace {

using core::Side;

Side sideOf(const glm::vec3& sole)
{
    return sole.x < 0 ? Side::Right : Side::Left;
}

/// A bending leg keeps its distance from the wall: no knee penetrates it.
posture::ReachGoal awayFromWall(const body::BoneTransforms& transforms, const glm::mat4& toBody,
                                posture::ReachGoal goal)
{
    constexpr float kCounts = 0.5F;
    goal.target = body::transformPoint(transforms[goal.joint], goal.point);
    goal.along = glm::vec3(toBody * glm::vec4(0, 0, 1, 0));
    goal.weight = kCounts;
    return goal;
}

std::vector<std::uint32_t> legFreedoms(const body::Skeleton& skeleton, bool legsAside)
{
    std::vector<std::uint32_t> dofs;
    for (std::uint32_t f = 0; f < skeleton.dofs().size(); ++f) {
        const body::DegreeOfFreedom& dof = skeleton.dofs()[f];
        const anatomy::JointKey& joint = skeleton.joints()[dof.joint].key;
        const bool hip = joint == anatomy::kHip;
        const bool bends = (hip || joint == anatomy::kKnee) && dof.motion == "flexion";
        if (bends || joint.part == anatomy::BodyPart::Foot || (hip && legsAside))
            dofs.push_back(f);
    }
    return dofs;
}

} // namespace

std::vector<glm::vec3> soles(const body::BodyModel& model)
{
    std::vector<glm::vec3> points;
    for (const Side side : {Side::Right, Side::Left})
        for (const char* id : {"heel-sole", "ball-big-toe", "ball-little-toe"})
            if (const auto point = model.atlas->landmark(id, side))
                points.push_back(*point);
    return points;
}

std::uint32_t soleJoint(const body::BodyModel& model, const glm::vec3& sole)
{
    return model.skeleton->findJoint(anatomy::kBelowTalus, sideOf(sole)).value_or(0);
}

PutDown putDown(const body::BodyModel& model, const body::Pose& pose, const glm::mat4& placement,
                const FeetDown& feet)
{
    const body::Skeleton& skeleton = *model.skeleton;
    const body::BoneTransforms transforms = skeleton.transforms(pose);
    const glm::mat4 toBody = glm::inverse(placement);
    std::vector<posture::ReachGoal> goals, stays;
    for (const glm::vec3& sole : soles(model)) {
        const bool affectedSide = sideOf(sole) == feet.affectedSide;
        if (affectedSide && !feet.both)
            continue;
        posture::ReachGoal goal;
        goal.joint = soleJoint(model, sole);
        goal.point = sole;
        glm::vec3 target(placement * glm::vec4(transformPoint(transforms[goal.joint], sole), 1));
        target.y = affectedSide ? feet.affectedSoleMm : -1.0F;
        goal.target = glm::vec3(toBody * glm::vec4(target, 1));
        goal.along = glm::vec3(toBody * glm::vec4(0, 1, 0, 0));
        goals.push_back(goal);
        if (!feet.wall)
            continue;
        stays.push_back(awayFromWall(transforms, toBody, goal));
        goal.joint = skeleton.findJoint(anatomy::kKnee, sideOf(sole)).value_or(goal.joint);
        goal.point = skeleton.joints()[goal.joint].at;
        stays.push_back(awayFromWall(transforms, toBody, goal));
    }
    const std::size_t down = goals.size();
    goals.insert(goals.end(), stays.begin(), stays.end());
    PutDown put;
    put.pose = posture::reach(skeleton, pose, legFreedoms(skeleton, feet.legsAside), goals);
    const body::BoneTransforms reached = skeleton.transforms(put.pose);
    for (std::size_t i = 0; i < down; ++i)
        put.gapMm = std::max(put.gapMm, posture::missMm(reached, goals[i]));
    return put;
}

} // namespace knotmap::posture
