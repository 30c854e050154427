#include "app/model/statics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::app {
namespace {

constexpr int kMostRounds = 100;
constexpr int kMostHalvings = 30;
/// How soft the balance of forces and of moments (metres) is held: where the centre lies beyond all
/// footings nothing balances it.
constexpr double kForceSlack = 1e-6, kMomentSlack = 1e-4;

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

/// By elimination with pivots; the matrix is positive definite.
Vector solve(Matrix a, Vector b)
{
    for (std::size_t column = 0; column < 3; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column + 1; row < 3; ++row)
            if (std::abs(a[row][column]) > std::abs(a[pivot][column]))
                pivot = row;
        std::swap(a[column], a[pivot]);
        std::swap(b[column], b[pivot]);
        for (std::size_t row = column + 1; row < 3; ++row) {
            const double factor = a[row][column] / a[column][column];
            for (std::size_t i = column; i < 3; ++i)
                a[row][i] -= factor * a[column][i];
            b[row] -= factor * b[column];
        }
    }
    Vector x{};
    for (std::size_t row = 3; row-- > 0;) {
        x[row] = b[row];
        for (std::size_t i = row + 1; i < 3; ++i)
            x[row] -= a[row][i] * x[i];
        x[row] /= a[row][row];
    }
    return x;
}

/// A force of one and its moments about the weight's centre, metres.
Vector effectOf(const Footing& footing, const glm::vec2& centre, bool momentAcross)
{
    const glm::vec2 arm = (footing.place - centre) / 1000.0F;
    return {1.0, static_cast<double>(arm.x), momentAcross ? static_cast<double>(arm.y) : 0.0};
}

/// The problem in terms of how far the stiff body sinks in, `sunk`: straight down and about both
/// axes. The forces of least norm are those of the least `cost`, which is convex.
class SoftGround
{
public:
    SoftGround(const std::vector<Footing>& footings, const glm::vec2& centre, bool momentAcross)
    {
        double whole = 0;
        for (const Footing& footing : footings)
            whole += static_cast<double>(footing.stiffness);
        for (const Footing& footing : footings) {
            m_effects.push_back(effectOf(footing, centre, momentAcross));
            m_stiffness.push_back(static_cast<double>(footing.stiffness) / whole);
        }
    }

    /// What a footing carries; it never pulls.
    double force(std::size_t footing, const Vector& sunk) const
    {
        return m_stiffness[footing] * std::max(0.0, dot(m_effects[footing], sunk));
    }

    double cost(const Vector& sunk) const
    {
        double sum = -sunk[0];
        for (std::size_t i = 0; i < m_effects.size(); ++i) {
            const double depth = std::max(0.0, dot(m_effects[i], sunk));
            sum += 0.5 * m_stiffness[i] * depth * depth;
        }
        for (std::size_t i = 0; i < 3; ++i)
            sum += 0.5 * slack(i) * sunk[i] * sunk[i];
        return sum;
    }

    /// Newton's step from there.
    Vector step(const Vector& sunk) const
    {
        Vector downhill{1, 0, 0};
        Matrix curve{};
        for (std::size_t i = 0; i < 3; ++i) {
            curve[i][i] = slack(i);
            downhill[i] -= slack(i) * sunk[i];
        }
        for (std::size_t k = 0; k < m_effects.size(); ++k) {
            const Vector& effect = m_effects[k];
            if (dot(effect, sunk) <= 0)
                continue;
            for (std::size_t row = 0; row < 3; ++row) {
                downhill[row] -= force(k, sunk) * effect[row];
                for (std::size_t column = 0; column < 3; ++column)
                    curve[row][column] += m_stiffness[k] * effect[row] * effect[column];
            }
        }
        return solve(curve, downhill);
    }

private:
    static double slack(std::size_t axis) { return axis == 0 ? kForceSlack : kMomentSlack; }
    static double dot(const Vector& a, const Vector& b)
    {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    std::vector<Vector> m_effects;
    std::vector<double> m_stiffness;
};

} // namespace

std::vector<float> sharesOf(const std::vector<Footing>& footings, const glm::vec2& centre,
                            bool momentAcross)
{
    std::vector<float> shares(footings.size(), 0.0F);
    if (footings.empty())
        return shares;
    const SoftGround ground(footings, centre, momentAcross);
    Vector sunk{1, 0, 0};
    for (int round = 0; round < kMostRounds; ++round) {
        const Vector step = ground.step(sunk);
        const double before = ground.cost(sunk);
        double length = 1;
        Vector next = sunk;
        for (int halving = 0; halving < kMostHalvings; ++halving, length /= 2) {
            for (std::size_t i = 0; i < 3; ++i)
                next[i] = sunk[i] + length * step[i];
            if (ground.cost(next) < before)
                break;
        }
        if (ground.cost(next) >= before - 1e-12)
            break;
        sunk = next;
    }
    float sum = 0;
    for (std::size_t i = 0; i < footings.size(); ++i) {
        shares[i] = static_cast<float>(ground.force(i, sunk));
        sum += shares[i];
    }
    for (float& share : shares)
        share = sum > 0 ? share / sum : 0.0F;
    return shares;
}

float beyondOutline(const std::vector<glm::vec2>& places, const glm::vec2& place)
{
    // A place is outside where some direction has all the others behind it.
    constexpr int kDirections = 180;
    constexpr float kRound = 6.2831853F;
    if (places.empty())
        return 0;
    float beyond = 0;
    for (int i = 0; i < kDirections; ++i) {
        const float angle = kRound * static_cast<float>(i) / kDirections;
        const glm::vec2 way(std::cos(angle), std::sin(angle));
        float furthest = -1e30F;
        for (const glm::vec2& each : places)
            furthest = std::max(furthest, glm::dot(each, way));
        beyond = std::max(beyond, glm::dot(place, way) - furthest);
    }
    return beyond;
}

} // namespace knotmap::app
