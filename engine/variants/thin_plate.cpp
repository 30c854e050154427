#include "engine/variants/thin_plate.h"

#include <Eigen/LU>
#include <Eigen/QR>
#include <glm/geometric.hpp>

namespace knotmap::variants {
namespace {

constexpr Eigen::Index kLinear = 4; ///< unknowns of the linear part
/// Millimetres by which stations may be missed to bend less: figures are not exact to less.
constexpr double kGive = 6;
/// The linear part is solved in this unit, so that all coefficients are of similar size.
constexpr double kUnitMm = 1000;

Eigen::RowVector3d toRow(const glm::vec3& vector)
{
    return Eigen::RowVector3f(vector.x, vector.y, vector.z).cast<double>();
}

/// Few stations, or all in one plane, leave a part of the linear move open; that takes a
/// decomposition which sees the rank and gives one of the solutions.
Eigen::MatrixX3d solve(const Eigen::MatrixXd& system, const Eigen::MatrixX3d& right)
{
    constexpr double kShare = 1e-9; // of the moves that may be missed
    const Eigen::MatrixX3d found = system.partialPivLu().solve(right);
    if ((system * found).isApprox(right, kShare))
        return found;
    return system.colPivHouseholderQr().solve(right);
}

} // namespace

ThinPlate::ThinPlate(const std::vector<Station>& stations)
{
    std::vector<glm::vec3> displacements;
    const auto take = [&](const glm::vec3& at, const glm::vec3& displacement) {
        m_points.push_back(at);
        displacements.push_back(displacement);
    };
    for (const Station& station : stations) {
        take(station.at, station.displacement);
        if (station.at.x != 0)
            take(station.at * glm::vec3(-1, 1, 1), station.displacement * glm::vec3(-1, 1, 1));
    }
    if (m_points.empty())
        return;
    const auto count = static_cast<Eigen::Index>(m_points.size());
    Eigen::MatrixXd system = Eigen::MatrixXd::Zero(count + kLinear, count + kLinear);
    Eigen::MatrixX3d right = Eigen::MatrixX3d::Zero(count + kLinear, 3);
    for (Eigen::Index i = 0; i < count; ++i) {
        const glm::vec3& point = m_points[static_cast<std::size_t>(i)];
        for (Eigen::Index j = 0; j < count; ++j)
            system(i, j) =
                static_cast<double>(glm::distance(point, m_points[static_cast<std::size_t>(j)]));
        system(i, i) -= kGive; // the kernel is negative on what the linear part leaves
        system.block<1, kLinear>(i, count) << 1, toRow(point) / kUnitMm;
        right.row(i) = toRow(displacements[static_cast<std::size_t>(i)]);
    }
    system.bottomLeftCorner(kLinear, count) = system.topRightCorner(count, kLinear).transpose();
    const Eigen::MatrixX3f found = solve(system, right).cast<float>();
    const auto vector = [&](Eigen::Index row) {
        return glm::vec3(found(row, 0), found(row, 1), found(row, 2));
    };
    for (Eigen::Index i = 0; i < count; ++i)
        m_weights.push_back(vector(i));
    m_constant = vector(count);
    for (Eigen::Index c = 0; c < 3; ++c)
        m_linear[c] = vector(count + 1 + c) / static_cast<float>(kUnitMm);
}

glm::vec3 ThinPlate::at(const glm::vec3& point) const
{
    glm::vec3 displacement =
        m_constant + point.x * m_linear[0] + point.y * m_linear[1] + point.z * m_linear[2];
    for (std::size_t i = 0; i < m_points.size(); ++i)
        displacement += glm::distance(point, m_points[i]) * m_weights[i];
    return displacement;
}

} // namespace knotmap::variants
