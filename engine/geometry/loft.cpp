#include "engine/geometry/loft.h"

#include "engine/geometry/spline.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::geometry {
namespace {

/// Points of the opposite meridian by which each meridian is extended beyond a pole.
constexpr int kBeyondPole = 2;

float ringLength(const Loft& loft, int ring)
{
    float length = 0;
    for (int column = 0; column < loft.columns; ++column)
        length += glm::distance(loft.at(ring, column), loft.at(ring, (column + 1) % loft.columns));
    return length;
}

float longestRing(const Loft& loft)
{
    float longest = 0;
    for (int ring = 0; ring < loft.rings; ++ring)
        longest = std::max(longest, ringLength(loft, ring));
    return longest;
}

float longestMeridian(const Loft& loft)
{
    float longest = 0;
    for (int column = 0; column < loft.columns; ++column) {
        float length = glm::distance(loft.firstPole, loft.at(0, column)) +
                       glm::distance(loft.at(loft.rings - 1, column), loft.secondPole);
        for (int ring = 0; ring + 1 < loft.rings; ++ring)
            length += glm::distance(loft.at(ring, column), loft.at(ring + 1, column));
        longest = std::max(longest, length);
    }
    return longest;
}

/// The rings refined to `columns` points each, ring by ring.
std::vector<glm::vec3> refineRings(const Loft& loft, int columns)
{
    const SplineBasis basis = SplineBasis::periodic(loft.columns);
    std::vector<float> weights(static_cast<std::size_t>(loft.columns));
    std::vector<glm::vec3> refined(static_cast<std::size_t>(loft.rings * columns), glm::vec3(0));
    for (int column = 0; column < columns; ++column) {
        basis.weights(static_cast<double>(column) * loft.columns / columns, weights.data());
        for (int ring = 0; ring < loft.rings; ++ring)
            for (int k = 0; k < loft.columns; ++k)
                refined[static_cast<std::size_t>(ring * columns + column)] +=
                    weights[static_cast<std::size_t>(k)] * loft.at(ring, k);
    }
    return refined;
}

/// The knots of one meridian, extended through both poles.
std::vector<glm::vec3> meridianKnots(const Loft& loft, const std::vector<glm::vec3>& refined,
                                     int columns, int column)
{
    const auto at = [&](int ring, int where) {
        return refined[static_cast<std::size_t>(ring * columns + where)];
    };
    const int opposite = (column + columns / 2) % columns;
    std::vector<glm::vec3> knots = {at(1, opposite), at(0, opposite), loft.firstPole};
    for (int ring = 0; ring < loft.rings; ++ring)
        knots.push_back(at(ring, column));
    knots.insert(knots.end(),
                 {loft.secondPole, at(loft.rings - 1, opposite), at(loft.rings - 2, opposite)});
    return knots;
}

void addTriangles(Mesh& mesh, int rows, int columns)
{
    const auto vertex = [&](int row, int column) {
        return static_cast<std::uint32_t>(1 + row * columns + column % columns);
    };
    const auto last = static_cast<std::uint32_t>(mesh.positions.size() - 1);
    for (int column = 0; column < columns; ++column) {
        for (int row = 0; row + 1 < rows; ++row) {
            const std::uint32_t a = vertex(row, column), b = vertex(row, column + 1);
            const std::uint32_t c = vertex(row + 1, column + 1), d = vertex(row + 1, column);
            mesh.indices.insert(mesh.indices.end(), {a, b, c, a, c, d});
        }
        mesh.indices.insert(mesh.indices.end(), {0, vertex(0, column + 1), vertex(0, column)});
        mesh.indices.insert(mesh.indices.end(),
                            {last, vertex(rows - 1, column), vertex(rows - 1, column + 1)});
    }
}

} // namespace

Mesh buildLoft(const Loft& loft, float edgeMm)
{
    const int columns =
        std::clamp(2 * static_cast<int>(std::ceil(longestRing(loft) / edgeMm / 2)), 12, 96);
    const int rows = std::clamp(static_cast<int>(std::ceil(longestMeridian(loft) / edgeMm)),
                                loft.rings * 2 + 2, 160);
    const std::vector<glm::vec3> refined = refineRings(loft, columns);
    const int knotCount = loft.rings + 2 + 2 * kBeyondPole;
    const SplineBasis basis = SplineBasis::notAKnot(knotCount);
    std::vector<float> weights(static_cast<std::size_t>(knotCount));

    Mesh mesh;
    mesh.positions.assign(static_cast<std::size_t>(rows * columns + 2), glm::vec3(0));
    mesh.positions.front() = loft.firstPole;
    mesh.positions.back() = loft.secondPole;
    for (int column = 0; column < columns; ++column) {
        const std::vector<glm::vec3> knots = meridianKnots(loft, refined, columns, column);
        for (int row = 0; row < rows; ++row) {
            const double share = static_cast<double>(row + 1) / (rows + 1);
            basis.weights(kBeyondPole + share * (loft.rings + 1), weights.data());
            glm::vec3& position =
                mesh.positions[static_cast<std::size_t>(1 + row * columns + column)];
            for (int k = 0; k < knotCount; ++k)
                position +=
                    weights[static_cast<std::size_t>(k)] * knots[static_cast<std::size_t>(k)];
        }
    }
    addTriangles(mesh, rows, columns);
    turnOutward(mesh);
    computeNormals(mesh);
    return mesh;
}

} // namespace knotmap::geometry
