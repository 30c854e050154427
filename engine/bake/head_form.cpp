#include "engine/bake/head_form.h"

#include "engine/words/tr.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace knotmap::bake {
namespace {

/// Second derivatives at the knots of a natural cubic spline (tridiagonal system, Thomas).
std::vector<double> bends(const std::vector<float>& knots, const std::vector<double>& values)
{
    const std::size_t n = knots.size();
    std::vector<double> bend(n, 0), upper(n, 0);
    for (std::size_t i = 1; i + 1 < n; ++i) {
        const double before = knots[i] - knots[i - 1], after = knots[i + 1] - knots[i];
        const double pivot = 2 * (before + after) - before * upper[i - 1];
        const double right =
            6 * ((values[i + 1] - values[i]) / after - (values[i] - values[i - 1]) / before);
        upper[i] = after / pivot;
        bend[i] = (right - before * bend[i - 1]) / pivot;
    }
    for (std::size_t i = n - 2; i > 0; --i)
        bend[i] -= upper[i] * bend[i + 1];
    return bend;
}

double splineAt(const std::vector<float>& knots, const std::vector<double>& values,
                const std::vector<double>& bend, float at)
{
    const auto next = std::upper_bound(knots.begin() + 1, knots.end() - 1, at);
    const auto i = static_cast<std::size_t>(next - knots.begin());
    const double step = knots[i] - knots[i - 1];
    const double b = (at - knots[i - 1]) / step, a = 1 - b;
    return a * values[i - 1] + b * values[i] +
           ((a * a * a - a) * bend[i - 1] + (b * b * b - b) * bend[i]) * step * step / 6;
}

/// The spline through values at the knots, read at the first knot and every 1 further on.
std::vector<double> resampled(const std::vector<float>& knots, const std::vector<double>& values)
{
    const std::vector<double> bend = bends(knots, values);
    std::vector<double> fine;
    for (float at = knots.front(); at <= knots.back() + 0.001F; at += 1)
        fine.push_back(splineAt(knots, values, bend, at));
    return fine;
}

/// Catmull-Rom weights of four neighbours at `t` between the middle two.
std::array<float, 4> catmullRom(float t)
{
    const float t2 = t * t, t3 = t2 * t;
    return {0.5F * (-t + 2 * t2 - t3), 0.5F * (2 - 5 * t2 + 3 * t3), 0.5F * (t + 4 * t2 - 3 * t3),
            0.5F * (-t2 + t3)};
}

/// Whether each is greater than the one before, by enough for a spline to run through them.
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
    // The angles go on beyond the front and the back by their mirror images.
    const std::size_t n = anglesDeg.size();
    std::vector<float> around;
    for (std::size_t i = 3; i > 0; --i)
        around.push_back(-anglesDeg[i]);
    around.insert(around.end(), anglesDeg.begin(), anglesDeg.end());
    for (std::size_t i = n - 2; i + 5 > n; --i)
        around.push_back(360 - anglesDeg[i]);
    std::vector<std::vector<double>> columns; // along each row, every degree from -anglesDeg[3]
    for (std::size_t row = 0; row < heights.size(); ++row) {
        const float* r = &radii[row * n];
        std::vector<double> values;
        for (std::size_t i = 3; i > 0; --i)
            values.push_back(r[i]);
        values.insert(values.end(), r, r + n);
        for (std::size_t i = n - 2; i + 5 > n; --i)
            values.push_back(r[i]);
        const std::vector<double> bend = bends(around, values);
        std::vector<double> fine;
        for (int degree = 0; degree <= 180; ++degree)
            fine.push_back(splineAt(around, values, bend, static_cast<float>(degree)));
        columns.push_back(std::move(fine));
    }
    m_columns = 181;
    std::vector<double> values(heights.size());
    for (int degree = 0; degree < m_columns; ++degree) {
        for (std::size_t row = 0; row < heights.size(); ++row)
            values[row] = columns[row][static_cast<std::size_t>(degree)];
        const std::vector<double> fine = resampled(heights, values);
        m_rows = static_cast<int>(fine.size());
        m_radii.resize(fine.size() * static_cast<std::size_t>(m_columns));
        for (std::size_t row = 0; row < fine.size(); ++row)
            m_radii[row * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(degree)] =
                static_cast<float>(fine[row]);
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

float HeadForm::distance(const glm::vec3& place) const
{
    const float scale = std::sqrt(1 + m_lean * m_lean);
    const glm::vec3 off = place - m_foot;
    const float up = (off.y + m_lean * off.z) / scale, ahead = (off.z - m_lean * off.y) / scale;
    const float aside = std::hypot(off.x, ahead);
    const bool dome = up > 0;
    const float far = dome ? std::hypot(up, aside) : aside;
    const float height = m_foot.y + (dome ? m_domeMm * std::atan2(up, aside) : up);
    const float row = height - m_lowest;
    const float column = glm::degrees(std::atan2(std::abs(off.x), ahead));
    const float here = radius(row, column);
    // The slant of the form makes the distance along a ray too long.
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
