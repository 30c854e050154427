#include "engine/geometry/sheet.h"

#include "engine/geometry/spline.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>
#include <utility>

namespace knotmap::geometry {
namespace {

/// Half of the length over which muscle fades into tendon, as a fraction of the muscle's length.
constexpr float kTendonFade = 0.04F;
constexpr float kThinnestMm = 0.5F;

/// Both bases of a sheet with storage for their weights.
class SheetSampler
{
public:
    explicit SheetSampler(const Sheet& sheet)
        : m_sheet(sheet), m_alongBasis(SplineBasis::notAKnot(sheet.rows)),
          m_acrossBasis(SplineBasis::notAKnot(sheet.columns)),
          m_along(static_cast<std::size_t>(sheet.rows)),
          m_across(static_cast<std::size_t>(sheet.columns)), m_alongSlope(m_along),
          m_acrossSlope(m_across)
    {}

    SheetFrame at(float along, float across)
    {
        const double t = static_cast<double>(along) * (m_sheet.rows - 1);
        const double q = static_cast<double>(across) * (m_sheet.columns - 1);
        m_alongBasis.weights(t, m_along.data());
        m_alongBasis.slopeWeights(t, m_alongSlope.data());
        m_acrossBasis.weights(q, m_across.data());
        m_acrossBasis.slopeWeights(q, m_acrossSlope.data());
        const glm::vec4 point = sum(m_along, m_across);
        const glm::vec3 fibre(sum(m_alongSlope, m_across));
        const glm::vec3 aside(sum(m_along, m_acrossSlope));
        const float s = 2 * across - 1;
        const float edge = std::sqrt(std::max(0.0F, 1 - s * s));
        return {glm::vec3(point), unit(fibre), unit(glm::cross(fibre, aside)),
                std::max(point.w, kThinnestMm) * edge};
    }

private:
    static glm::vec3 unit(const glm::vec3& v)
    {
        const float length = glm::length(v);
        return length > 1e-9F ? v / length : glm::vec3(0, 1, 0);
    }

    glm::vec4 sum(const std::vector<float>& rows, const std::vector<float>& columns) const
    {
        glm::vec4 total(0);
        for (int row = 0; row < m_sheet.rows; ++row)
            for (int column = 0; column < m_sheet.columns; ++column)
                total += rows[static_cast<std::size_t>(row)] *
                         columns[static_cast<std::size_t>(column)] * m_sheet.at(row, column);
        return total;
    }

    const Sheet& m_sheet;
    SplineBasis m_alongBasis, m_acrossBasis;
    std::vector<float> m_along, m_across, m_alongSlope, m_acrossSlope;
};

float length(const Sheet& sheet)
{
    float longest = 0;
    for (int column = 0; column < sheet.columns; ++column) {
        float sum = 0;
        for (int row = 0; row + 1 < sheet.rows; ++row)
            sum += glm::distance(glm::vec3(sheet.at(row, column)),
                                 glm::vec3(sheet.at(row + 1, column)));
        longest = std::max(longest, sum);
    }
    return longest;
}

float width(const Sheet& sheet)
{
    float widest = 0;
    for (int row = 0; row < sheet.rows; ++row) {
        float sum = 0;
        for (int column = 0; column + 1 < sheet.columns; ++column)
            sum += glm::distance(glm::vec3(sheet.at(row, column)),
                                 glm::vec3(sheet.at(row, column + 1)));
        widest = std::max(widest, sum);
    }
    return widest;
}

/// 0 in the muscle, 1 in the tendons at both ends.
float tendonAt(const Sheet& sheet, float along)
{
    const auto rise = [](float from, float to, float x) {
        const float t = std::clamp((x - from) / (to - from), 0.0F, 1.0F);
        return t * t * (3 - 2 * t);
    };
    float tendon = 0;
    if (sheet.fleshBegin > 0)
        tendon = 1 - rise(sheet.fleshBegin - kTendonFade, sheet.fleshBegin + kTendonFade, along);
    if (sheet.fleshEnd < 1)
        tendon = std::max(tendon,
                          rise(sheet.fleshEnd - kTendonFade, sheet.fleshEnd + kTendonFade, along));
    return tendon;
}

struct Grid
{
    int rows, columns; ///< columns of one face; a ring has 2 * columns - 2 vertices
    int ring() const { return 2 * columns - 2; }
};

void addVertex(Mesh& mesh, const SheetFrame& frame, float side, const glm::vec2& coordinates,
               float tendon)
{
    mesh.positions.push_back(frame.middle + frame.normal * (side * frame.thickness / 2));
    mesh.fibres.push_back(frame.fibre);
    mesh.fibreCoordinates.push_back(coordinates);
    mesh.tendon.push_back(tendon);
}

void addRing(Mesh& mesh, const Sheet& sheet, SheetSampler& sampler, const Grid& grid, int row,
             float widthMm)
{
    const float along = static_cast<float>(row) / static_cast<float>(grid.rows - 1);
    const float tendon = tendonAt(sheet, along);
    for (int k = 0; k < grid.ring(); ++k) {
        const bool upper = k < grid.columns;
        const int column = upper ? k : grid.ring() - k;
        const float angle =
            glm::pi<float>() * static_cast<float>(column) / static_cast<float>(grid.columns - 1);
        const float across = (1 - std::cos(angle)) / 2;
        addVertex(mesh, sampler.at(along, across), upper ? 1.0F : -1.0F, {across * widthMm, along},
                  tendon);
    }
}

void addSides(Mesh& mesh, const Grid& grid)
{
    const int ring = grid.ring();
    const auto vertex = [&](int row, int k) {
        return static_cast<std::uint32_t>(row * ring + k % ring);
    };
    for (int row = 0; row + 1 < grid.rows; ++row)
        for (int k = 0; k < ring; ++k) {
            const std::uint32_t a = vertex(row, k), b = vertex(row, k + 1);
            const std::uint32_t c = vertex(row + 1, k + 1), d = vertex(row + 1, k);
            mesh.indices.insert(mesh.indices.end(), {a, b, c, a, c, d});
        }
}

/// Closes an end by a strip between the edges of its two faces, so that a curved end stays curved.
void addEnd(Mesh& mesh, const Grid& grid, bool first)
{
    const int ring = grid.ring(), row = first ? 0 : grid.rows - 1;
    const auto upper = [&](int column) { return static_cast<std::uint32_t>(row * ring + column); };
    const auto lower = [&](int column) {
        return static_cast<std::uint32_t>(row * ring + (ring - column) % ring);
    };
    const auto add = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        if (first)
            std::swap(b, c);
        mesh.indices.insert(mesh.indices.end(), {a, b, c});
    };
    const int last = grid.columns - 1; // here and at 0 both faces share a vertex
    for (int column = 0; column < last; ++column) {
        if (column + 1 < last)
            add(upper(column), upper(column + 1), lower(column + 1));
        if (column > 0)
            add(upper(column), lower(column + 1), lower(column));
    }
}

} // namespace

SheetFrame evaluate(const Sheet& sheet, float along, float across)
{
    return SheetSampler(sheet).at(along, across);
}

Mesh buildSheet(const Sheet& sheet, float edgeMm)
{
    const float widthMm = width(sheet);
    const auto steps = [&](float mm) { return static_cast<int>(std::ceil(mm / edgeMm)) + 1; };
    const Grid grid{std::clamp(steps(length(sheet)), 2 * sheet.rows, 90),
                    std::clamp(steps(widthMm * 1.3F), 9, 60)};
    SheetSampler sampler(sheet);
    Mesh mesh;
    for (int row = 0; row < grid.rows; ++row)
        addRing(mesh, sheet, sampler, grid, row, widthMm);
    addSides(mesh, grid);
    addEnd(mesh, grid, true);
    addEnd(mesh, grid, false);
    turnOutward(mesh);
    computeNormals(mesh);
    return mesh;
}

} // namespace knotmap::geometry
