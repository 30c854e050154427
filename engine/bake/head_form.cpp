#include "engine/bake/head_form.h"

#include "engine/words/tr.h"

#include <Eigen/SparseCholesky>
#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <utility>

namespace knotmap::bake {
namespace {

using Matrix = Eigen::MatrixXd;

/// Natural cubic splines over the same knots.
class Splines
{
public:
    /// Row by row the values at the knots, a column a spline.
    Splines(const std::vector<float>& knots, Matrix values)
        : m_knots(knots), m_values(std::move(values)),
          m_bends(Matrix::Zero(m_values.rows(), m_values.cols()))
    {
        // Slopes agree at each inner knot, which is a tridiagonal system.
        const Eigen::Index inner = m_values.rows() - 2;
        Eigen::SparseMatrix<double> system(inner, inner); // its lower half
        system.reserve(Eigen::VectorXi::Constant(inner, 2));
        Matrix right(inner, m_values.cols());
        for (Eigen::Index i = 0; i < inner; ++i) {
            const double before = step(i), after = step(i + 1);
            system.insert(i, i) = 2 * (before + after);
            if (i + 1 < inner)
                system.insert(i + 1, i) = after;
            right.row(i) = 6 * ((m_values.row(i + 2) - m_values.row(i + 1)) / after -
                                (m_values.row(i + 1) - m_values.row(i)) / before);
        }
        using Solver = Eigen::SimplicialLLT<Eigen::SparseMatrix<double>, Eigen::Lower,
                                            Eigen::NaturalOrdering<int>>;
        m_bends.middleRows(1, inner) = Solver(system).solve(right);
    }

    /// The values of all of them.
    Eigen::RowVectorXd at(float parameter) const
    {
        const auto next = std::upper_bound(m_knots.begin() + 1, m_knots.end() - 1, parameter);
        const Eigen::Index i = next - m_knots.begin() - 1;
        const double width = step(i), b = static_cast<double>(parameter - knot(i)) / width,
                     a = 1 - b;
        return a * m_values.row(i) + b * m_values.row(i + 1) +
               ((a * a * a - a) * m_bends.row(i) + (b * b * b - b) * m_bends.row(i + 1)) *
                   (width * width / 6);
    }

private:
    float knot(Eigen::Index i) const { return m_knots[static_cast<std::size_t>(i)]; }
    double step(Eigen::Index i) const { return static_cast<double>(knot(i + 1) - knot(i)); }

    const std::vector<float>& m_knots;
    Matrix m_values, m_bends; ///< and second derivatives at the knots
};

/// Catmull-Rom weights of four neighbours at `t` between the middle two.
std::array<float, 4> catmullRom(float t)
{
    const float t2 = t * t, t3 = t2 * t;
    return {0.5F * (-t + 2 * t2 - t3), 0.5F * (2 - 5 * t2 + 3 * t3), 0.5F * (t + 4 * t2 - 3 * t3),
            0.5F * (-t2 + t3)};
}

/// Whether the values increase by enough at each step for a spline to run through them.
bool rises(const std::vector<float>& values)
{
    constexpr float kMinStep = 0.5F;
    return std::adjacent_find(values.begin(), values.end(), [](float before, float after) {
               return after < before + kMinStep;
           }) == values.end();
}

} // namespace

HeadForm::HeadForm(const glm::vec3& foot, float lean, float domeMm,
                   const std::vector<float>& heights, const std::vector<float>& anglesDeg,
                   const std::vector<float>& radii)
    : m_foot(foot), m_lean(lean), m_domeMm(domeMm), m_lowest(heights.front())
{
    // Beyond the front and the back the angles continue as their mirror images.
    const std::size_t n = anglesDeg.size();
    std::vector<float> around;
    std::vector<std::size_t> columns; // of the table
    const auto take = [&](float angleDeg, std::size_t column) {
        around.push_back(angleDeg);
        columns.push_back(column);
    };
    for (std::size_t i = 3; i > 0; --i)
        take(-anglesDeg[i], i);
    for (std::size_t i = 0; i < n; ++i)
        take(anglesDeg[i], i);
    for (std::size_t i = n - 2; i + 5 > n; --i)
        take(360 - anglesDeg[i], i);
    Matrix table(static_cast<Eigen::Index>(around.size()),
                 static_cast<Eigen::Index>(heights.size()));
    for (std::size_t i = 0; i < around.size(); ++i)
        for (std::size_t row = 0; row < heights.size(); ++row)
            table(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(row)) =
                static_cast<double>(radii[row * n + columns[i]]);
    const Splines aroundAxis(around, table);
    m_columns = 181;
    Matrix everyDegree(static_cast<Eigen::Index>(heights.size()), m_columns);
    for (int degree = 0; degree < m_columns; ++degree)
        everyDegree.col(degree) = aroundAxis.at(static_cast<float>(degree)).transpose();
    const Splines alongAxis(heights, everyDegree);
    for (float height = heights.front(); height <= heights.back() + 0.001F; height += 1) {
        const Eigen::RowVectorXf row = alongAxis.at(height).cast<float>();
        m_radii.insert(m_radii.end(), row.data(), row.data() + row.size());
        ++m_rows;
    }
}

float HeadForm::at(int row, int column) const
{
    column = std::abs(column);
    column = column >= m_columns ? 2 * (m_columns - 1) - column : column;
    row = std::clamp(row, 0, m_rows - 1);
    return m_radii[static_cast<std::size_t>(row * m_columns + column)];
}

float HeadForm::radius(float row, float column) const
{
    row = glm::clamp(row, 0.0F, static_cast<float>(m_rows - 1));
    const int r0 = static_cast<int>(row), c0 = static_cast<int>(column);
    const auto rows = catmullRom(row - static_cast<float>(r0));
    const auto columns = catmullRom(column - static_cast<float>(c0));
    float sum = 0;
    for (int i = 0; i < 4; ++i)
        for (int j = 0; j < 4; ++j)
            sum += rows[static_cast<std::size_t>(i)] * columns[static_cast<std::size_t>(j)] *
                   at(r0 + i - 1, c0 + j - 1);
    return sum;
}

float HeadForm::distance(const glm::vec3& point) const
{
    const float scale = std::sqrt(1 + m_lean * m_lean);
    const glm::vec3 off = point - m_foot;
    const float up = (off.y + m_lean * off.z) / scale, ahead = (off.z - m_lean * off.y) / scale;
    const float aside = std::hypot(off.x, ahead);
    const bool dome = up > 0;
    const float far = dome ? std::hypot(up, aside) : aside;
    const float height = m_foot.y + (dome ? m_domeMm * std::atan2(up, aside) : up);
    const float row = height - m_lowest;
    const float column = glm::degrees(std::atan2(std::abs(off.x), ahead));
    const float here = radius(row, column);
    // Because the form is slanted, the distance along a ray is too long.
    const float rise = radius(row + 1, column) - radius(row - 1, column);
    const float turn =
        radius(row, std::min(column + 1, 180.0F)) - radius(row, std::max(column - 1, 0.0F));
    const float mmPerRow = dome ? far / m_domeMm : 1;
    const float alongRow = rise / (2 * std::max(mmPerRow, 0.2F));
    const float alongTurn = turn / (2 * std::max(glm::radians(aside), 0.2F));
    return (far - here) / std::sqrt(1 + alongRow * alongRow + alongTurn * alongTurn);
}

float HeadForm::widestMm() const
{
    return *std::max_element(m_radii.begin(), m_radii.end());
}

HeadForm readHeadForm(const data::Table& root)
{
    const glm::vec3 foot = root.vector3("foot");
    const auto lean = static_cast<float>(root.number("lean", 0, 1));
    const auto domeMm = static_cast<float>(root.number("dome_mm", 10, 200));
    const auto rows = root.numberRows("radii");
    root.rejectUnknownKeys();
    if (!root.valid())
        return {};
    std::vector<float> heights, angles, radii;
    bool even = rows.size() > 4 && rows.front().size() > 5;
    for (std::size_t row = 0; even && row < rows.size(); ++row) {
        even = rows[row].size() == rows.front().size();
        for (std::size_t i = 1; even && i < rows[row].size(); ++i)
            (row == 0 ? angles : radii).push_back(rows[row][i]);
        if (row > 0)
            heights.push_back(rows[row].front());
    }
    if (!even || !rises(heights) || !rises(angles) || angles.front() != 0 || angles.back() != 180) {
        root.fault("radii",
                   tr("'radii' needs a first row of 0 and the angles, rising from 0 to 180, "
                      "and below it rows of a height, rising, and a figure for each angle"));
        return {};
    }
    for (const float radius : radii)
        if (!(radius > 10 && radius < 300)) {
            root.fault("radii", tr("each of 'radii' must lie between 10 and 300 mm"));
            return {};
        }
    return {foot, lean, domeMm, heights, angles, radii};
}

} // namespace knotmap::bake
