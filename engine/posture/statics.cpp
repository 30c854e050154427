#include "engine/posture/statics.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::posture {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

constexpr int kMaxRounds = 60, kMaxHalvings = 30, kMaxGrips = 5;
/// Keeps unsupported parts from drifting without bound.
constexpr double kTie = 1e-5;
/// The skin's shear stiffness equals its normal stiffness.
constexpr double kGripShare = 1.0;

/// The unknown small displacements: of the root's joint, then the rotation of each link.
class Chain
{
public:
    Chain(const std::vector<Link>& links, const std::vector<Push>& pushes)
        : m_links(links), m_pushes(pushes), m_size(3 + 3 * static_cast<Eigen::Index>(links.size())),
          m_stiff(kTie * Matrix::Identity(m_size, m_size)), m_load(Vector::Zero(m_size)),
          m_normals(rows(pushes.size()), m_size), m_grips(2 * rows(pushes.size()), m_size)
    {
        for (std::size_t i = 0; i < links.size(); ++i) {
            m_load -= static_cast<double>(links[i].mass) *
                      jacobianColumn(i, links[i].centreMm, {0, 1, 0});
            if (links[i].parent >= 0)
                addJoint(i);
        }
        for (std::size_t i = 0; i < pushes.size(); ++i)
            addPush(i);
    }

    /// With `gripping`, one per reaction, those that keep their links from sliding; from `start`.
    Vector equilibrium(const std::vector<bool>& gripping, Vector state) const
    {
        Matrix held = m_stiff;
        for (std::size_t i = 0; i < m_pushes.size(); ++i)
            if (gripping[i])
                for (Eigen::Index k = 0; k < 2; ++k) {
                    const auto row = m_grips.row(2 * rows(i) + k);
                    held.noalias() += kGripShare * stiffness(i) * row.transpose() * row;
                }
        for (int round = 0; round < kMaxRounds; ++round) {
            Matrix curve = held;
            Vector downhill = m_load - held * state;
            for (std::size_t i = 0; i < m_pushes.size(); ++i)
                if (const double depth = depthOf(i, state); depth >= 0) {
                    const auto row = m_normals.row(rows(i));
                    downhill += stiffness(i) * depth * row.transpose();
                    curve.noalias() += stiffness(i) * row.transpose() * row;
                }
            const Vector step = curve.ldlt().solve(downhill);
            const double before = energy(held, state);
            double length = 1;
            Vector next = state + step;
            for (int halving = 0; halving < kMaxHalvings && energy(held, next) > before; ++halving)
                next = state + (length /= 2) * step;
            if (energy(held, next) >= before - 1e-13)
                break;
            state = next;
        }
        return state;
    }

    double push(std::size_t i, const Vector& state) const
    {
        return stiffness(i) * std::max(0.0, depthOf(i, state));
    }
    Vector atRest() const { return Vector::Zero(m_size); }

private:
    static Eigen::Index rows(std::size_t count) { return static_cast<Eigen::Index>(count); }
    double stiffness(std::size_t i) const { return static_cast<double>(m_pushes[i].stiffness); }
    double depthOf(std::size_t i, const Vector& state) const
    {
        return -m_normals.row(rows(i)).dot(state);
    }

    /// The displacement of a point on a link along a direction, per unknown; metres.
    Vector jacobianColumn(std::size_t link, glm::vec3 pointMm, const glm::vec3& direction) const
    {
        Vector effect = Vector::Zero(m_size);
        for (int axis = 0; axis < 3; ++axis)
            effect[axis] = static_cast<double>(direction[axis]);
        for (int at = static_cast<int>(link); at >= 0;) {
            const Link& each = m_links[static_cast<std::size_t>(at)];
            const glm::vec3 arm = (pointMm - each.jointMm) / 1000.0F;
            const glm::vec3 turn = glm::cross(arm, direction);
            for (int axis = 0; axis < 3; ++axis)
                effect[3 + 3 * at + axis] = static_cast<double>(turn[axis]);
            pointMm = each.jointMm;
            at = each.parent;
        }
        return effect;
    }

    void addJoint(std::size_t link)
    {
        const auto stiffness = static_cast<double>(m_links[link].stiffness);
        for (Eigen::Index axis = 0; axis < 3; ++axis) {
            const Eigen::Index own = 3 + 3 * rows(link) + axis,
                               carrier = 3 + 3 * m_links[link].parent + axis;
            m_stiff(own, own) += stiffness;
            m_stiff(carrier, carrier) += stiffness;
            m_stiff(own, carrier) -= stiffness;
            m_stiff(carrier, own) -= stiffness;
        }
    }

    void addPush(std::size_t i)
    {
        const Push& push = m_pushes[i];
        const glm::vec3 other =
            std::abs(push.normal.y) < 0.9F ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0);
        const glm::vec3 along = glm::normalize(glm::cross(push.normal, other));
        const auto between = [&](const glm::vec3& direction) {
            Vector effect = jacobianColumn(push.link, push.pointMm, direction);
            if (push.other >= 0)
                effect -=
                    jacobianColumn(static_cast<std::size_t>(push.other), push.pointMm, direction);
            return effect;
        };
        m_normals.row(rows(i)) = between(push.normal);
        m_grips.row(2 * rows(i)) = between(along);
        m_grips.row(2 * rows(i) + 1) = between(glm::cross(push.normal, along));
    }

    double energy(const Matrix& held, const Vector& state) const
    {
        double sum = 0.5 * state.dot(held * state) - m_load.dot(state);
        for (std::size_t i = 0; i < m_pushes.size(); ++i) {
            const double depth = std::max(0.0, depthOf(i, state));
            sum += 0.5 * stiffness(i) * depth * depth;
        }
        return sum;
    }

    const std::vector<Link>& m_links;
    const std::vector<Push>& m_pushes;
    Eigen::Index m_size;
    Matrix m_stiff; ///< of joints
    Vector m_load;
    Matrix m_normals, m_grips; ///< effects: one row per contact, two for shear
};

} // namespace

std::vector<float> pushesOn(const std::vector<Link>& links, const std::vector<Push>& pushes)
{
    std::vector<float> found(pushes.size(), 0.0F);
    if (links.empty() || pushes.empty())
        return found;
    const Chain chain(links, pushes);
    std::vector<bool> gripping;
    for (const Push& push : pushes)
        gripping.push_back(push.grips);
    Vector state = chain.atRest();
    for (int round = 0; round < kMaxGrips; ++round) {
        state = chain.equilibrium(gripping, state);
        std::vector<bool> pressed;
        for (std::size_t i = 0; i < pushes.size(); ++i)
            pressed.push_back(pushes[i].grips && chain.push(i, state) > 0);
        if (pressed == gripping)
            break;
        gripping = pressed;
    }
    for (std::size_t i = 0; i < pushes.size(); ++i)
        found[i] = static_cast<float>(chain.push(i, state));
    return found;
}

float beyondOutline(const std::vector<glm::vec2>& points, const glm::vec2& point)
{
    // A point is outside if in some direction all the others are behind it.
    constexpr int kDirections = 180;
    constexpr float kRound = 6.2831853F;
    if (points.empty())
        return 0;
    float beyond = 0;
    for (int i = 0; i < kDirections; ++i) {
        const float angle = kRound * static_cast<float>(i) / kDirections;
        const glm::vec2 direction(std::cos(angle), std::sin(angle));
        float furthest = -1e30F;
        for (const glm::vec2& each : points)
            furthest = std::max(furthest, glm::dot(each, direction));
        beyond = std::max(beyond, glm::dot(point, direction) - furthest);
    }
    return beyond;
}

} // namespace knotmap::posture
