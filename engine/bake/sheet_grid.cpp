#include "engine/bake/sheet_grid.h"

#include "engine/geometry/spline.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::bake {
namespace {

constexpr float kThinnestMm = 0.5F; // as the sheet is built
/// Keeps control points that no target affects where they are.
constexpr double kRest = 0.003;

using Matrix = Eigen::MatrixXd;
using Figures = Eigen::MatrixX4d; ///< a row a figure of the sheet: x, y, z, thickness

/// One more equation: x[i - step] - 2 x[i] + x[i + step] should be 0. Fills the lower half.
void straighten(Matrix& normal, Eigen::Index i, Eigen::Index step, double weight)
{
    normal(i - step, i - step) += weight;
    normal(i, i) += 4 * weight;
    normal(i + step, i + step) += weight;
    normal(i, i - step) -= 2 * weight;
    normal(i + step, i) -= 2 * weight;
    normal(i + step, i - step) += weight;
}

/// What the figures weigh at each parameter, a row each.
template <typename Weights>
Matrix valuesOf(const std::vector<Weights>& parameters)
{
    Matrix values(static_cast<Eigen::Index>(parameters.size()),
                  static_cast<Eigen::Index>(parameters.front().value.size()));
    for (Eigen::Index row = 0; row < values.rows(); ++row) {
        const std::vector<float>& value = parameters[static_cast<std::size_t>(row)].value;
        values.row(row) =
            Eigen::Map<const Eigen::RowVectorXf>(value.data(), values.cols()).cast<double>();
    }
    return values;
}

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

std::vector<GridPoint> SheetGrid::pointsOf(const geometry::Sheet& sheet) const
{
    const auto columns = static_cast<std::size_t>(m_columns);
    std::vector<GridPoint> points;
    points.reserve(size());
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
            points.push_back({glm::vec3(middle),
                              length > 1e-9F ? normal / length : glm::vec3(0, 1, 0),
                              std::max(middle.w, kThinnestMm) * edge, edge});
        }
    }
    return points;
}

std::vector<glm::vec4> SheetGrid::figuresFor(const std::vector<PointTarget>& targets,
                                             double stiffness) const
{
    const Eigen::Index rows = m_rows, columns = m_columns, count = rows * columns;
    Matrix normal = Matrix::Zero(count, count); // its lower half is used
    Figures right = Figures::Zero(count, 4);
    const Matrix along = valuesOf(m_along), across = valuesOf(m_across);
    Eigen::VectorXd weights(across.rows());
    Figures asked(across.rows(), 4);
    for (Eigen::Index p = 0; p < along.rows(); ++p) {
        for (Eigen::Index q = 0; q < across.rows(); ++q) {
            const PointTarget& target = targets[static_cast<std::size_t>(p * across.rows() + q)];
            weights[q] = static_cast<double>(target.weight);
            asked.row(q) << static_cast<double>(target.shift.x),
                static_cast<double>(target.shift.y), static_cast<double>(target.shift.z),
                static_cast<double>(target.thickness);
        }
        // First the sums across one curve of places, then their product with the way along it.
        const Matrix weighted = across.transpose() * weights.asDiagonal();
        const Matrix square = weighted * across;
        const Figures sums = weighted * asked;
        for (Eigen::Index i = 0; i < rows; ++i) {
            right.middleRows(i * columns, columns) += along(p, i) * sums;
            for (Eigen::Index j = 0; j <= i; ++j)
                normal.block(i * columns, j * columns, columns, columns) +=
                    (along(p, i) * along(p, j)) * square;
        }
    }
    const double share = static_cast<double>(targets.size()) / static_cast<double>(count);
    normal.diagonal().array() += kRest * share;
    for (Eigen::Index i = 0; i < count; ++i) {
        if (i >= columns && i + columns < count)
            straighten(normal, i, columns, stiffness * share);
        if (i % columns > 0 && i % columns + 1 < columns)
            straighten(normal, i, 1, stiffness * share);
    }
    const Eigen::MatrixX4f found = normal.llt().solve(right).cast<float>();
    std::vector<glm::vec4> figures;
    for (Eigen::Index i = 0; i < count; ++i)
        figures.emplace_back(found(i, 0), found(i, 1), found(i, 2), found(i, 3));
    return figures;
}

} // namespace knotmap::bake
