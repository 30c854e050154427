#include "engine/bake/settle_grid.h"

#include "engine/geometry/spline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::bake {
namespace {

constexpr float kThinnestMm = 0.5F; // as the sheet is built
/// Keeps control points that no wish affects where they are.
constexpr double kRest = 0.003;

/// A symmetric positive definite system, solved for four right-hand sides at once by Cholesky
/// decomposition in place.
class NormalEquations
{
public:
    explicit NormalEquations(std::size_t count)
        : m_count(count), m_matrix(count * count, 0), m_right(count, {0, 0, 0, 0})
    {}

    double& at(std::size_t row, std::size_t column) { return m_matrix[row * m_count + column]; }
    glm::dvec4& right(std::size_t row) { return m_right[row]; }

    /// One more equation: x[i] should be 0.
    void rest(std::size_t i, double weight) { at(i, i) += weight; }

    /// One more equation: x[i - step] - 2 x[i] + x[i + step] should be 0.
    void straight(std::size_t i, std::size_t step, double weight)
    {
        at(i - step, i - step) += weight;
        at(i, i) += 4 * weight;
        at(i + step, i + step) += weight;
        at(i, i - step) -= 2 * weight;
        at(i + step, i) -= 2 * weight;
        at(i + step, i - step) += weight;
    }

    std::vector<glm::dvec4> solve()
    {
        for (std::size_t i = 0; i < m_count; ++i)
            for (std::size_t j = 0; j <= i; ++j) {
                double sum = m_matrix[i * m_count + j];
                for (std::size_t k = 0; k < j; ++k)
                    sum -= m_matrix[i * m_count + k] * m_matrix[j * m_count + k];
                m_matrix[i * m_count + j] =
                    i == j ? std::sqrt(std::max(sum, 1e-12)) : sum / m_matrix[j * m_count + j];
            }
        for (std::size_t i = 0; i < m_count; ++i) {
            for (std::size_t k = 0; k < i; ++k)
                m_right[i] -= m_matrix[i * m_count + k] * m_right[k];
            m_right[i] /= m_matrix[i * m_count + i];
        }
        for (std::size_t i = m_count; i-- > 0;) {
            for (std::size_t k = i + 1; k < m_count; ++k)
                m_right[i] -= m_matrix[k * m_count + i] * m_right[k];
            m_right[i] /= m_matrix[i * m_count + i];
        }
        return m_right;
    }

private:
    std::size_t m_count;
    std::vector<double> m_matrix; ///< only its lower half is used
    std::vector<glm::dvec4> m_right;
};

std::vector<float> evenly(int count, float first, float step)
{
    std::vector<float> all;
    for (int i = 0; i < count; ++i)
        all.push_back(std::min(1.0F, first + step * static_cast<float>(i)));
    return all;
}

} // namespace

std::vector<float> fromEdgeToEdge(int count)
{
    return evenly(count, 0, 1 / static_cast<float>(count - 1));
}

std::vector<float> withinEdges(int count)
{
    const float step = 1 / static_cast<float>(count);
    return evenly(count, step / 2, step);
}

std::vector<SheetGrid::Weights> SheetGrid::weightsOf(int count,
                                                     const std::vector<float>& parameters)
{
    const geometry::SplineBasis basis = geometry::SplineBasis::notAKnot(count);
    std::vector<Weights> all;
    for (const float parameter : parameters) {
        Weights one;
        one.parameter = parameter;
        one.value.resize(static_cast<std::size_t>(count));
        one.slope.resize(static_cast<std::size_t>(count));
        const double t = static_cast<double>(parameter) * (count - 1);
        basis.weights(t, one.value.data());
        basis.slopeWeights(t, one.slope.data());
        all.push_back(std::move(one));
    }
    return all;
}

SheetGrid::SheetGrid(const geometry::Sheet& sheet, const std::vector<float>& along,
                     const std::vector<float>& across)
    : m_rows(sheet.rows), m_columns(sheet.columns), m_along(weightsOf(sheet.rows, along)),
      m_across(weightsOf(sheet.columns, across))
{}

std::vector<GridPlace> SheetGrid::placesOf(const geometry::Sheet& sheet) const
{
    const auto columns = static_cast<std::size_t>(m_columns);
    std::vector<GridPlace> places;
    places.reserve(size());
    std::vector<glm::vec4> curve(columns), slopes(columns);
    for (const Weights& u : m_along) {
        std::fill(curve.begin(), curve.end(), glm::vec4(0));
        std::fill(slopes.begin(), slopes.end(), glm::vec4(0));
        for (std::size_t i = 0; i < sheet.points.size(); ++i) {
            curve[i % columns] += u.value[i / columns] * sheet.points[i];
            slopes[i % columns] += u.slope[i / columns] * sheet.points[i];
        }
        for (const Weights& v : m_across) {
            glm::vec4 middle(0), fibre(0), aside(0);
            for (std::size_t c = 0; c < columns; ++c) {
                middle += v.value[c] * curve[c];
                fibre += v.value[c] * slopes[c];
                aside += v.slope[c] * curve[c];
            }
            const glm::vec3 normal = glm::cross(glm::vec3(fibre), glm::vec3(aside));
            const float length = glm::length(normal), s = 2 * v.parameter - 1;
            const float edge = std::sqrt(std::max(0.0F, 1 - s * s));
            places.push_back({glm::vec3(middle),
                              length > 1e-9F ? normal / length : glm::vec3(0, 1, 0),
                              std::max(middle.w, kThinnestMm) * edge, edge});
        }
    }
    return places;
}

std::vector<glm::vec4> SheetGrid::figuresFor(const std::vector<Wish>& wishes,
                                             double stiffness) const
{
    const auto rows = static_cast<std::size_t>(m_rows),
               columns = static_cast<std::size_t>(m_columns);
    NormalEquations equations(rows * columns);
    std::vector<double> square(columns * columns);
    std::vector<glm::dvec4> right(columns);
    for (std::size_t p = 0; p < m_along.size(); ++p) {
        // First the sums across one curve of points, then their product along it.
        std::fill(square.begin(), square.end(), 0);
        std::fill(right.begin(), right.end(), glm::dvec4(0));
        for (std::size_t q = 0; q < m_across.size(); ++q) {
            const Wish& wish = wishes[p * m_across.size() + q];
            const auto weight = static_cast<double>(wish.weight);
            for (std::size_t c = 0; c < columns; ++c) {
                const double a = weight * static_cast<double>(m_across[q].value[c]);
                right[c] += a * glm::dvec4(wish.shift, wish.thickness);
                for (std::size_t d = 0; d < columns; ++d)
                    square[c * columns + d] += a * static_cast<double>(m_across[q].value[d]);
            }
        }
        for (std::size_t i = 0; i < rows * columns; ++i) {
            const auto a = static_cast<double>(m_along[p].value[i / columns]);
            equations.right(i) += a * right[i % columns];
            for (std::size_t j = 0; j <= i; ++j)
                equations.at(i, j) += a * static_cast<double>(m_along[p].value[j / columns]) *
                                      square[i % columns * columns + j % columns];
        }
    }
    const double share = static_cast<double>(wishes.size()) / static_cast<double>(rows * columns);
    for (std::size_t i = 0; i < rows * columns; ++i) {
        equations.rest(i, kRest * share);
        if (i >= columns && i + columns < rows * columns)
            equations.straight(i, columns, stiffness * share);
        if (i % columns > 0 && i % columns + 1 < columns)
            equations.straight(i, 1, stiffness * share);
    }
    std::vector<glm::vec4> figures;
    for (const glm::dvec4& figure : equations.solve())
        figures.emplace_back(figure);
    return figures;
}

} // namespace knotmap::bake
