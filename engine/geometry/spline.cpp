#include "engine/geometry/spline.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace knotmap::geometry {

SplineBasis::SplineBasis(int count, bool closed) : m_count(count), m_closed(closed) {}

SplineBasis SplineBasis::notAKnot(int count)
{
    assert(count >= 4 && "a not-a-knot spline needs at least four values");
    SplineBasis basis(count, false);
    const auto n = static_cast<std::size_t>(count);
    std::vector<double> system(n * n, 0), right(n * n, 0);
    for (std::size_t i = 1; i + 1 < n; ++i) {
        system[i * n + i - 1] = 1, system[i * n + i] = 4, system[i * n + i + 1] = 1;
        right[i * n + i - 1] = -3, right[i * n + i + 1] = 3;
    }
    system[0] = 1, system[1] = 2;
    right[0] = -2.5, right[1] = 2, right[2] = 0.5;
    const std::size_t last = (n - 1) * n + n - 1;
    system[last] = 1, system[last - 1] = 2;
    right[last] = 2.5, right[last - 1] = -2, right[last - 2] = -0.5;
    basis.solveSlopes(std::move(system), std::move(right));
    return basis;
}

SplineBasis SplineBasis::periodic(int count)
{
    assert(count >= 3 && "a closed spline needs at least three values");
    SplineBasis basis(count, true);
    const auto n = static_cast<std::size_t>(count);
    std::vector<double> system(n * n, 0), right(n * n, 0);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t before = (i + n - 1) % n, after = (i + 1) % n;
        system[i * n + before] += 1, system[i * n + i] += 4, system[i * n + after] += 1;
        right[i * n + before] -= 3, right[i * n + after] += 3;
    }
    basis.solveSlopes(std::move(system), std::move(right));
    return basis;
}

// Gauss-Jordan elimination with partial pivoting; the systems have at most a few dozen rows, and
// at such sizes a library's decomposition spends more on its memory than on figures.
void SplineBasis::solveSlopes(std::vector<double> system, std::vector<double> right)
{
    const auto n = static_cast<std::size_t>(m_count);
    for (std::size_t column = 0; column < n; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column + 1; row < n; ++row)
            if (std::abs(system[row * n + column]) > std::abs(system[pivot * n + column]))
                pivot = row;
        for (std::size_t k = 0; k < n; ++k) {
            std::swap(system[column * n + k], system[pivot * n + k]);
            std::swap(right[column * n + k], right[pivot * n + k]);
        }
        const double scale = 1 / system[column * n + column];
        for (std::size_t k = 0; k < n; ++k)
            system[column * n + k] *= scale, right[column * n + k] *= scale;
        for (std::size_t row = 0; row < n; ++row) {
            const double factor = row == column ? 0 : system[row * n + column];
            if (factor == 0)
                continue;
            for (std::size_t k = 0; k < n; ++k) {
                system[row * n + k] -= factor * system[column * n + k];
                right[row * n + k] -= factor * right[column * n + k];
            }
        }
    }
    m_slopes = std::move(right);
}

void SplineBasis::weights(double t, float* out) const
{
    blend(t, false, out);
}
void SplineBasis::slopeWeights(double t, float* out) const
{
    blend(t, true, out);
}

void SplineBasis::blend(double t, bool slope, float* out) const
{
    const int last = m_closed ? m_count - 1 : m_count - 2;
    const int cell = std::clamp(static_cast<int>(std::floor(t)), 0, last);
    const double u = t - cell, u2 = u * u, u3 = u2 * u;
    // Cubic Hermite basis: value and slope at both ends of the cell.
    const double h00 = slope ? 6 * u2 - 6 * u : 2 * u3 - 3 * u2 + 1;
    const double h10 = slope ? 3 * u2 - 4 * u + 1 : u3 - 2 * u2 + u;
    const double h01 = -h00 + (slope ? 0 : 1);
    const double h11 = slope ? 3 * u2 - 2 * u : u3 - u2;
    const auto n = static_cast<std::size_t>(m_count);
    const auto i = static_cast<std::size_t>(cell), j = (i + 1) % n;
    for (std::size_t k = 0; k < n; ++k)
        out[k] = static_cast<float>(h10 * m_slopes[i * n + k] + h11 * m_slopes[j * n + k]);
    out[i] += static_cast<float>(h00);
    out[j] += static_cast<float>(h01);
}

} // namespace knotmap::geometry
