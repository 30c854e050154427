#include "engine/posture/reach.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace knotmap::posture {
namespace {

constexpr int kRounds = 40;
/// An iteration that gains less than this fraction ends the search.
constexpr float kWorthwhile = 0.002F;
constexpr float kStepDeg = 0.5F; // step for finite differences
/// Weight of a degree away from home relative to a distance, mm: enough to determine what the goals
/// leave open, too little to keep them from being met.
constexpr float kStayMm = 0.05F;
/// And of a degree past what is held without strain.
constexpr float kStrainMm = 0.2F;
constexpr float kMetMm = 0.2F;

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

/// What is left of the way from `wanted` to a direction, both unit, once the slack is taken off.
glm::vec3 asideOf(const glm::vec3& direction, const ReachGoal& goal)
{
    const glm::vec3 aside = direction - goal.wanted;
    const float chord = glm::length(aside), free = 2 * std::sin(glm::radians(goal.slackDeg) / 2);
    return chord > free ? (1 - free / chord) * aside : glm::vec3(0);
}

std::size_t residualCount(const ReachGoal& goal)
{
    return (goal.along ? 1 : 3) + (goal.directionMm > 0 ? 3 : 0);
}

/// The change of a goal's residuals per degree about an axis, in the order of `addResiduals`; the
/// mean over a small rotation, since a straight arm has no derivative along itself.
void addSlopes(std::vector<float>& row, const body::BoneTransforms& transforms,
               const ReachGoal& goal, const body::Axis& axis)
{
    const body::RigidTransform turn = body::rotationAbout(axis.point, axis.direction, kStepDeg);
    const float weight = goal.weight / kStepDeg;
    const glm::vec3 point = body::transformPoint(transforms[goal.joint], goal.point);
    const glm::vec3 off = weight * (body::transformPoint(turn, point) - point);
    if (goal.along)
        row.push_back(glm::dot(off, *goal.along));
    else
        row.insert(row.end(), {off.x, off.y, off.z});
    if (goal.directionMm > 0) {
        const glm::vec3 direction =
            body::transformDirection(transforms[goal.joint], goal.direction);
        const glm::vec3 aside =
            weight * goal.directionMm *
            (asideOf(body::transformDirection(turn, direction), goal) - asideOf(direction, goal));
        row.insert(row.end(), {aside.x, aside.y, aside.z});
    }
}

void addResiduals(std::vector<float>& residuals, const body::BoneTransforms& transforms,
                  const ReachGoal& goal)
{
    const body::RigidTransform& transform = transforms[goal.joint];
    const glm::vec3 off = goal.weight * (body::transformPoint(transform, goal.point) - goal.target);
    if (goal.along)
        residuals.push_back(glm::dot(off, *goal.along));
    else
        residuals.insert(residuals.end(), {off.x, off.y, off.z});
    if (goal.directionMm > 0) {
        const glm::vec3 aside = goal.weight * goal.directionMm *
                                asideOf(body::transformDirection(transform, goal.direction), goal);
        residuals.insert(residuals.end(), {aside.x, aside.y, aside.z});
    }
}

Eigen::Map<const Eigen::VectorXf> asVector(const std::vector<float>& values)
{
    return {values.data(), static_cast<Eigen::Index>(values.size())};
}

/// The goals' residuals and, last, those of staying near home and unstrained.
class Problem
{
public:
    Problem(const body::Skeleton& skeleton, const body::Pose& home,
            const std::vector<std::uint32_t>& dofs, const std::vector<ReachGoal>& goals)
        : m_skeleton(skeleton), m_home(home), m_dofs(dofs), m_goals(goals)
    {
        std::vector<std::uint32_t> joints;
        for (const ReachGoal& goal : goals)
            joints.push_back(goal.joint);
        m_wanted = skeleton.carrying(joints);
    }

    /// The moves of the joints that the goals depend on; the rest of the body is irrelevant here.
    body::BoneTransforms transforms(const body::Pose& pose) const
    {
        return m_skeleton.transforms(pose, m_wanted);
    }

    std::vector<float> residuals(const body::Pose& pose) const
    {
        std::vector<float> all;
        const body::BoneTransforms moved = transforms(pose);
        for (const ReachGoal& goal : m_goals)
            addResiduals(all, moved, goal);
        for (std::size_t i = 0; i < m_dofs.size(); ++i) {
            const std::uint32_t f = m_dofs[i];
            all.push_back(kStayMm * (pose.anglesDeg[f] - m_home.anglesDeg[f]));
            all.push_back(kStrainMm * m_skeleton.dofs()[f].strainDeg(pose.anglesDeg[f]));
        }
        return all;
    }

    /// Angles a step further, kept within their limits.
    body::Pose stepped(const body::Pose& pose, const Eigen::VectorXf& step) const
    {
        constexpr float kMaxDeg = 25; // per iteration
        body::Pose next = pose;
        for (std::size_t i = 0; i < m_dofs.size(); ++i) {
            const body::DegreeOfFreedom& dof = m_skeleton.dofs()[m_dofs[i]];
            float& angle = next.anglesDeg[m_dofs[i]];
            angle = std::clamp(
                angle + std::clamp(step[static_cast<Eigen::Index>(i)], -kMaxDeg, kMaxDeg),
                dof.lowDeg, dof.highDeg);
        }
        return next;
    }

    /// One column a degree of freedom: how the residuals change a degree. A degree of freedom at
    /// its limit that would be pushed past it gets none.
    Matrix slopes(const body::Pose& pose, const std::vector<float>& now) const
    {
        const body::BoneTransforms moved = transforms(pose);
        const auto residuals = asVector(now);
        Matrix all(residuals.size(), static_cast<Eigen::Index>(m_dofs.size()));
        for (std::size_t i = 0; i < m_dofs.size(); ++i) {
            const std::vector<float> own = slopesOf(i, pose, moved, now.size());
            const auto column = asVector(own);
            const float pull = -column.dot(residuals);
            const body::DegreeOfFreedom& dof = m_skeleton.dofs()[m_dofs[i]];
            const float angle = pose.anglesDeg[m_dofs[i]];
            const bool stuck =
                (angle >= dof.highDeg && pull > 0) || (angle <= dof.lowDeg && pull < 0);
            all.col(static_cast<Eigen::Index>(i)) = (stuck ? 0.0 : 1.0) * column.cast<double>();
        }
        return all;
    }

private:
    /// The row of one freedom, `size` residuals long.
    std::vector<float> slopesOf(std::size_t index, const body::Pose& pose,
                                const body::BoneTransforms& moved, std::size_t size) const
    {
        const body::DegreeOfFreedom& dof = m_skeleton.dofs()[m_dofs[index]];
        const body::Axis axis = m_skeleton.axisOf(m_dofs[index], pose, moved);
        std::vector<float> row;
        row.reserve(size);
        for (const ReachGoal& goal : m_goals)
            if (m_skeleton.carries(dof.joint, goal.joint))
                addSlopes(row, moved, goal, axis);
            else
                row.insert(row.end(), residualCount(goal), 0.0F);
        row.resize(size, 0.0F);
        const float angle = pose.anglesDeg[m_dofs[index]];
        const std::size_t own = size - 2 * (m_dofs.size() - index);
        row[own] = kStayMm;
        if (dof.strainDeg(angle) > 0)
            row[own + 1] = angle > dof.easyHighDeg ? kStrainMm : -kStrainMm;
        return row;
    }

    const body::Skeleton& m_skeleton;
    const body::Pose& m_home;
    const std::vector<std::uint32_t>& m_dofs;
    const std::vector<ReachGoal>& m_goals;
    std::vector<bool> m_wanted;
};

/// Solves (J' J + damping) x = -J' r, whose matrix is symmetric and positive.
Eigen::VectorXf dampedStep(const Matrix& normal, const Vector& downhill, float damping)
{
    Matrix damped = normal;
    damped.diagonal().array() += static_cast<double>(damping);
    const Eigen::LLT<Matrix> solver(damped);
    const Vector half = solver.matrixL().solve(downhill);
    const Matrix upper = solver.matrixU();
    // Each angle is rounded before the next one follows from it. To round all at the end is as good
    // for a goal, but the search ends elsewhere where goals leave much open, and the shipped
    // positions are fitted to where it ends.
    Eigen::VectorXf step(half.size());
    for (Eigen::Index i = half.size(); i-- > 0;) {
        const Eigen::Index known = half.size() - i - 1;
        const double rest = upper.row(i).tail(known).dot(step.tail(known).cast<double>());
        step[i] = static_cast<float>((half[i] - rest) / upper(i, i));
    }
    return step;
}

bool allMet(const body::BoneTransforms& transforms, const std::vector<ReachGoal>& goals)
{
    return std::all_of(goals.begin(), goals.end(), [&](const ReachGoal& goal) {
        return goal.directionMm == 0 && missMm(transforms, goal) < kMetMm;
    });
}

} // namespace

body::Pose reach(const body::Skeleton& skeleton, const body::Pose& start,
                 const std::vector<std::uint32_t>& dofs, const std::vector<ReachGoal>& goals)
{
    return reachFrom(skeleton, start, start, dofs, goals);
}

body::Pose reachFrom(const body::Skeleton& skeleton, const body::Pose& start,
                     const body::Pose& home, const std::vector<std::uint32_t>& dofs,
                     const std::vector<ReachGoal>& goals)
{
    const Problem problem(skeleton, home, dofs, goals);
    body::Pose pose = start;
    std::vector<float> residuals = problem.residuals(pose);
    float error = asVector(residuals).squaredNorm(), damping = 0.1F;
    for (int round = 0; round < kRounds && !allMet(problem.transforms(pose), goals); ++round) {
        const Matrix slopes = problem.slopes(pose, residuals);
        const Matrix normal = slopes.transpose() * slopes;
        const Vector downhill = -(slopes.transpose() * asVector(residuals).cast<double>());
        bool better = false;
        float gained = 0;
        for (int attempt = 0; attempt < 6 && !better; ++attempt) {
            const body::Pose next = problem.stepped(pose, dampedStep(normal, downhill, damping));
            std::vector<float> nextResiduals = problem.residuals(next);
            const float nextError = asVector(nextResiduals).squaredNorm();
            better = nextError < error;
            if (better)
                gained = error - nextError;
            damping *= better ? 0.3F : 5.0F;
            if (better) {
                pose = next;
                residuals = std::move(nextResiduals);
                error = nextError;
            }
        }
        if (!better || gained < kWorthwhile * (error + gained))
            break;
    }
    return pose;
}

float worstMissMm(const body::BoneTransforms& transforms, const std::vector<ReachGoal>& goals)
{
    float worst = 0;
    for (const ReachGoal& goal : goals)
        worst = std::max(worst, missMm(transforms, goal));
    return worst;
}

float slantMm(const body::BoneTransforms& transforms, const ReachGoal& goal)
{
    return goal.directionMm *
           glm::length(
               asideOf(body::transformDirection(transforms[goal.joint], goal.direction), goal));
}

float missMm(const body::BoneTransforms& transforms, const ReachGoal& goal)
{
    const glm::vec3 off = body::transformPoint(transforms[goal.joint], goal.point) - goal.target;
    return goal.along ? std::abs(glm::dot(off, *goal.along)) : glm::length(off);
}

} // namespace knotmap::posture
