#include "engine/variants/thin_plate.h"

#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

namespace knotmap::variants {
namespace {

constexpr std::size_t kLinear = 4; ///< unknowns of the linear part
/// Millimetres by which stations may be missed in favour of less bending: the figures are no more
/// exact than this.
constexpr double kGive = 6;
/// The linear part is solved in this unit, so that all coefficients are of similar size.
constexpr double kUnitMm = 1000;

using Three = std::array<double, 3>;

/// Solves A x = b for three right-hand sides in place by elimination with row pivoting.
void solve(std::vector<std::vector<double>>& a, std::vector<Three>& b)
{
    const std::size_t count = a.size();
    for (std::size_t step = 0; step < count; ++step) {
        std::size_t best = step;
        for (std::size_t row = step + 1; row < count; ++row)
            if (std::abs(a[row][step]) > std::abs(a[best][step]))
                best = row;
        std::swap(a[step], a[best]);
        std::swap(b[step], b[best]);
        if (a[step][step] == 0)
            continue;
        for (std::size_t row = step + 1; row < count; ++row) {
            const double share = a[row][step] / a[step][step];
            if (share == 0)
                continue;
            for (std::size_t column = step; column < count; ++column)
                a[row][column] -= share * a[step][column];
            for (std::size_t c = 0; c < 3; ++c)
                b[row][c] -= share * b[step][c];
        }
    }
    for (std::size_t step = count; step-- > 0;)
        for (std::size_t c = 0; c < 3; ++c) {
            double sum = b[step][c];
            for (std::size_t column = step + 1; column < count; ++column)
                sum -= a[step][column] * b[column][c];
            b[step][c] = a[step][step] == 0 ? 0 : sum / a[step][step];
        }
}

glm::vec3 toVector(const Three& three)
{
    return {static_cast<float>(three[0]), static_cast<float>(three[1]),
            static_cast<float>(three[2])};
}

} // namespace

ThinPlate::ThinPlate(const std::vector<Station>& stations)
{
    std::vector<Three> moves;
    const auto take = [&](const glm::vec3& at, const glm::vec3& move) {
        m_places.push_back(at);
        moves.push_back({static_cast<double>(move.x), static_cast<double>(move.y),
                         static_cast<double>(move.z)});
    };
    for (const Station& station : stations) {
        take(station.at, station.move);
        if (station.at.x != 0)
            take(station.at * glm::vec3(-1, 1, 1), station.move * glm::vec3(-1, 1, 1));
    }
    const std::size_t count = m_places.size();
    if (count == 0)
        return;
    std::vector<std::vector<double>> system(count + kLinear,
                                            std::vector<double>(count + kLinear, 0));
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j)
            system[i][j] = static_cast<double>(glm::distance(m_places[i], m_places[j]));
        system[i][i] -= kGive; // the kernel is negative definite where the linear part vanishes
        const double linear[kLinear] = {1, static_cast<double>(m_places[i].x) / kUnitMm,
                                        static_cast<double>(m_places[i].y) / kUnitMm,
                                        static_cast<double>(m_places[i].z) / kUnitMm};
        for (std::size_t c = 0; c < kLinear; ++c)
            system[i][count + c] = system[count + c][i] = linear[c];
    }
    moves.resize(count + kLinear, Three{});
    solve(system, moves);
    for (std::size_t i = 0; i < count; ++i)
        m_weights.push_back(toVector(moves[i]));
    m_constant = toVector(moves[count]);
    for (std::size_t c = 0; c < 3; ++c)
        m_linear[c] = toVector(moves[count + 1 + c]) / static_cast<float>(kUnitMm);
}

glm::vec3 ThinPlate::at(const glm::vec3& place) const
{
    glm::vec3 move =
        m_constant + place.x * m_linear[0] + place.y * m_linear[1] + place.z * m_linear[2];
    for (std::size_t i = 0; i < m_places.size(); ++i)
        move += glm::distance(place, m_places[i]) * m_weights[i];
    return move;
}

} // namespace knotmap::variants
