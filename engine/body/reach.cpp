#include "engine/body/reach.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::body {
namespace {

constexpr int kRounds = 40;
/// A round that brings less than this share ends the search.
constexpr float kWorthwhile = 0.002F;
constexpr float kStepDeg = 0.5F; // of the differences that the slopes are taken from
/// What a degree away from the start counts against a distance, mm: enough to settle what the
/// goals leave open, too little to keep them from being met.
constexpr float kStayMm = 0.05F;
/// The shoulder girdle helps last: a degree of it counts so many times as much.
constexpr float kGirdleStays = 4;
constexpr float kMetMm = 0.2F;

void addResiduals(std::vector<float>& residuals, const Moves& moves, const ReachGoal& goal)
{
    const RigidMove& move = moves[goal.joint];
    const glm::vec3 off = goal.weight * (movedPlace(move, goal.place) - goal.target);
    if (goal.along)
        residuals.push_back(glm::dot(off, *goal.along));
    else
        residuals.insert(residuals.end(), {off.x, off.y, off.z});
    if (goal.directionMm > 0) {
        const glm::vec3 aside =
            goal.weight * goal.directionMm * (turned(move, goal.direction) - goal.wanted);
        residuals.insert(residuals.end(), {aside.x, aside.y, aside.z});
    }
}

/// The goals' residuals and, last, those of staying near the start.
class Problem
{
public:
    Problem(const Skeleton& skeleton, const Pose& start, const std::vector<std::uint32_t>& freedoms,
            const std::vector<ReachGoal>& goals)
        : m_skeleton(skeleton), m_start(start), m_freedoms(freedoms), m_goals(goals)
    {
        std::vector<std::uint32_t> joints;
        for (const ReachGoal& goal : goals)
            joints.push_back(goal.joint);
        m_wanted = skeleton.carrying(joints);
        for (const std::uint32_t f : freedoms) {
            const std::string& id = skeleton.joints()[skeleton.freedoms()[f].joint].id;
            const bool girdle = id == "sternoclavicular" || id == "acromioclavicular";
            m_stayMm.push_back(girdle ? kGirdleStays * kStayMm : kStayMm);
        }
    }

    /// The moves of what the goals hang on; the rest of the body is of no interest here.
    Moves moves(const Pose& pose) const { return m_skeleton.moves(pose, m_wanted); }

    std::vector<float> residuals(const Pose& pose) const
    {
        std::vector<float> all;
        const Moves moved = moves(pose);
        for (const ReachGoal& goal : m_goals)
            addResiduals(all, moved, goal);
        for (std::size_t i = 0; i < m_freedoms.size(); ++i) {
            const std::uint32_t f = m_freedoms[i];
            all.push_back(m_stayMm[i] * (pose.anglesDeg[f] - m_start.anglesDeg[f]));
        }
        return all;
    }

    /// Angles a step further, kept within their limits.
    Pose stepped(const Pose& pose, const std::vector<float>& step) const
    {
        constexpr float kMostDeg = 25; // a round
        Pose next = pose;
        for (std::size_t i = 0; i < m_freedoms.size(); ++i) {
            const Freedom& freedom = m_skeleton.freedoms()[m_freedoms[i]];
            float& angle = next.anglesDeg[m_freedoms[i]];
            angle = std::clamp(angle + std::clamp(step[i], -kMostDeg, kMostDeg), freedom.lowDeg,
                               freedom.highDeg);
        }
        return next;
    }

    /// One row a freedom: how the residuals change a degree. A freedom at its limit that would be
    /// pushed past it gets none.
    std::vector<std::vector<float>> slopes(const Pose& pose, const std::vector<float>& now) const
    {
        std::vector<std::vector<float>> rows;
        for (const std::uint32_t f : m_freedoms) {
            const Freedom& freedom = m_skeleton.freedoms()[f];
            Pose moved = pose;
            moved.anglesDeg[f] += kStepDeg;
            std::vector<float> row = residuals(moved);
            float pull = 0;
            for (std::size_t k = 0; k < row.size(); ++k) {
                row[k] = (row[k] - now[k]) / kStepDeg;
                pull -= row[k] * now[k];
            }
            const float angle = pose.anglesDeg[f];
            if ((angle >= freedom.highDeg && pull > 0) || (angle <= freedom.lowDeg && pull < 0))
                std::fill(row.begin(), row.end(), 0.0F);
            rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    const Skeleton& m_skeleton;
    const Pose& m_start;
    const std::vector<std::uint32_t>& m_freedoms;
    const std::vector<ReachGoal>& m_goals;
    std::vector<bool> m_wanted;
    std::vector<float> m_stayMm; ///< what a degree away from the start counts, one a freedom
};

float squaredLength(const std::vector<float>& values)
{
    float sum = 0;
    for (const float value : values)
        sum += value * value;
    return sum;
}

/// Solves (J J' + damping) x = -J r by elimination; the matrix is symmetric and positive.
std::vector<float> dampedStep(const std::vector<std::vector<float>>& slopes,
                              const std::vector<float>& residuals, float damping)
{
    const std::size_t n = slopes.size();
    std::vector<std::vector<double>> m(n, std::vector<double>(n + 1, 0.0));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j)
            for (std::size_t k = 0; k < residuals.size(); ++k)
                m[i][j] += static_cast<double>(slopes[i][k]) * static_cast<double>(slopes[j][k]);
        for (std::size_t k = 0; k < residuals.size(); ++k)
            m[i][n] -= static_cast<double>(slopes[i][k]) * static_cast<double>(residuals[k]);
        m[i][i] += static_cast<double>(damping);
    }
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t row = i + 1; row < n; ++row) {
            const double factor = m[row][i] / m[i][i];
            for (std::size_t column = i; column <= n; ++column)
                m[row][column] -= factor * m[i][column];
        }
    std::vector<float> step(n);
    for (std::size_t i = n; i-- > 0;) {
        double sum = m[i][n];
        for (std::size_t j = i + 1; j < n; ++j)
            sum -= m[i][j] * static_cast<double>(step[j]);
        step[i] = static_cast<float>(sum / m[i][i]);
    }
    return step;
}

bool allMet(const Moves& moves, const std::vector<ReachGoal>& goals)
{
    return std::all_of(goals.begin(), goals.end(), [&](const ReachGoal& goal) {
        return goal.directionMm == 0 && missMm(moves, goal) < kMetMm;
    });
}

} // namespace

Pose reach(const Skeleton& skeleton, const Pose& start, const std::vector<std::uint32_t>& freedoms,
           const std::vector<ReachGoal>& goals)
{
    const Problem problem(skeleton, start, freedoms, goals);
    Pose pose = start;
    std::vector<float> residuals = problem.residuals(pose);
    float error = squaredLength(residuals), damping = 0.1F;
    for (int round = 0; round < kRounds && !allMet(problem.moves(pose), goals); ++round) {
        const auto slopes = problem.slopes(pose, residuals);
        bool better = false;
        float gained = 0;
        for (int attempt = 0; attempt < 6 && !better; ++attempt) {
            const Pose next = problem.stepped(pose, dampedStep(slopes, residuals, damping));
            std::vector<float> nextResiduals = problem.residuals(next);
            const float nextError = squaredLength(nextResiduals);
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

float missMm(const Moves& moves, const ReachGoal& goal)
{
    const glm::vec3 off = movedPlace(moves[goal.joint], goal.place) - goal.target;
    return goal.along ? std::abs(glm::dot(off, *goal.along)) : glm::length(off);
}

} // namespace knotmap::body
