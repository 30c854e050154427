#include "engine/volume/field.h"

#include "engine/core/parallel.h"
#include "engine/volume/isosurface.h"

#include <algorithm>

namespace knotmap::volume {
namespace {

constexpr float kFar = 1e9F;

/// For every node the vector to its nearest crossing of the zero level, in cells.
class Offsets
{
public:
    explicit Offsets(const Field& field) : m_field(field), m_size(field.grid.size)
    {
        m_offsets.assign(field.grid.count(), glm::vec3(kFar));
        core::parallelFor(static_cast<std::size_t>(m_size.z), [&](std::size_t layer) {
            const int z = static_cast<int>(layer);
            for (int y = 0; y < m_size.y; ++y)
                for (int x = 0; x < m_size.x; ++x)
                    if (glm::abs(field.at(x, y, z)) < 1.5F * field.grid.cell || crosses(x, y, z))
                        m_offsets[field.grid.index(x, y, z)] = toLevel(x, y, z);
        });
    }

    void sweep()
    {
        for (int z = 0; z < m_size.z; ++z)
            sweepPlane(z, -1);
        for (int z = m_size.z - 1; z >= 0; --z)
            sweepPlane(z, 1);
    }

    float length(std::size_t i) const { return glm::length(m_offsets[i]); }

private:
    bool crosses(int x, int y, int z) const
    {
        const bool inside = m_field.at(x, y, z) < 0;
        for (int axis = 0; axis < 3; ++axis)
            for (int sign = -1; sign <= 1; sign += 2) {
                glm::ivec3 next(x, y, z);
                next[axis] += sign;
                if (m_field.grid.holds(next.x, next.y, next.z) &&
                    (m_field.at(next.x, next.y, next.z) < 0) != inside)
                    return true;
            }
        return false;
    }

    /// One Newton step down the gradient.
    glm::vec3 toLevel(int x, int y, int z) const
    {
        glm::vec3 slope;
        for (int axis = 0; axis < 3; ++axis) {
            glm::ivec3 before(x, y, z), after(x, y, z);
            before[axis] = std::max(before[axis] - 1, 0);
            after[axis] = std::min(after[axis] + 1, m_size[axis] - 1);
            slope[axis] =
                (m_field.at(after.x, after.y, after.z) - m_field.at(before.x, before.y, before.z)) /
                static_cast<float>(std::max(after[axis] - before[axis], 1));
        }
        const glm::vec3 step =
            -m_field.at(x, y, z) * slope / std::max(glm::dot(slope, slope), 1e-12F);
        const float length = glm::length(step);
        return length > 2 ? step * (2 / length) : step;
    }

    void sweepPlane(int z, int fromZ)
    {
        if (z + fromZ >= 0 && z + fromZ < m_size.z)
            for (int y = 0; y < m_size.y; ++y)
                for (int k = 0; k < 9; ++k)
                    takeRow(y, z, {k % 3 - 1, k / 3 - 1, fromZ});
        for (int y = 0; y < m_size.y; ++y)
            sweepRow(y, z, -1);
        for (int y = m_size.y - 1; y >= 0; --y)
            sweepRow(y, z, 1);
    }

    void sweepRow(int y, int z, int fromY)
    {
        if (y + fromY >= 0 && y + fromY < m_size.y)
            for (int k = -1; k <= 1; ++k)
                takeRow(y, z, {k, fromY, 0});
        glm::vec3* const row = m_offsets.data() + m_field.grid.index(0, y, z);
        for (int x = 1; x < m_size.x; ++x)
            take(row[x], row[x - 1], {-1, 0, 0});
        for (int x = m_size.x - 2; x >= 0; --x)
            take(row[x], row[x + 1], {1, 0, 0});
    }

    /// Each node of a row takes what its neighbour in another row has, if that is nearer.
    void takeRow(int y, int z, const glm::ivec3& from)
    {
        if (y + from.y < 0 || y + from.y >= m_size.y)
            return;
        glm::vec3* const row = m_offsets.data() + m_field.grid.index(0, y, z);
        const glm::vec3* const other =
            m_offsets.data() + m_field.grid.index(0, y + from.y, z + from.z);
        const int first = std::max(0, -from.x), end = std::min(m_size.x, m_size.x - from.x);
        for (int x = first; x < end; ++x)
            take(row[x], other[x + from.x], glm::vec3(from));
    }

    static void take(glm::vec3& mine, const glm::vec3& theirs, const glm::vec3& from)
    {
        if (theirs.x >= kFar)
            return;
        const glm::vec3 candidate = theirs + from;
        if (mine.x >= kFar || glm::dot(candidate, candidate) < glm::dot(mine, mine))
            mine = candidate;
    }

    const Field& m_field;
    glm::ivec3 m_size;
    std::vector<glm::vec3> m_offsets;
};

/// Blurs runs of `count` values that lie `stride` apart with (1 4 6 4 1) / 16, ends repeated.
void blurRun(std::vector<float>& values, std::size_t start, std::size_t stride, int count,
             std::vector<float>& line)
{
    line.resize(static_cast<std::size_t>(count) + 4);
    for (int i = -2; i < count + 2; ++i)
        line[static_cast<std::size_t>(i + 2)] =
            values[start + stride * static_cast<std::size_t>(std::clamp(i, 0, count - 1))];
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
        values[start + stride * i] =
            (line[i] + line[i + 4] + 4 * (line[i + 1] + line[i + 3]) + 6 * line[i + 2]) / 16;
}

/// Unit gradient at a node within the grid; zero where the field is constant.
glm::vec3 uphill(const Field& field, int x, int y, int z)
{
    const glm::vec3 slope(field.at(x + 1, y, z) - field.at(x - 1, y, z),
                          field.at(x, y + 1, z) - field.at(x, y - 1, z),
                          field.at(x, y, z + 1) - field.at(x, y, z - 1));
    const float length = glm::length(slope);
    return length > 1e-6F ? slope / length : glm::vec3(0);
}

/// The nodes of `grid` from `first` (inclusive) to `last` (exclusive) around a mesh.
struct Box
{
    glm::ivec3 first, last;
};

Box boxAround(const Grid& grid, const geometry::Mesh& mesh, float marginMm)
{
    const geometry::Bounds bounds = geometry::boundsOf(mesh);
    const glm::ivec3 low(glm::floor((bounds.low - marginMm - grid.origin) / grid.cell));
    const glm::ivec3 high(glm::ceil((bounds.high + marginMm - grid.origin) / grid.cell));
    return {glm::max(low, glm::ivec3(0)), glm::min(high + 1, grid.size)};
}

/// The union of a field and a further mesh. The joint is rounded according to the angle at which
/// their surfaces meet: two that run parallel, or one upon the other, do not swell.
Field joined(const Field& whole, const geometry::Mesh& part, float band, float blendMm)
{
    const Box box = boxAround(whole.grid, part, band);
    Field other;
    other.grid = whole.grid;
    other.grid.size = box.last - box.first;
    other.grid.origin = whole.grid.node(box.first.x, box.first.y, box.first.z);
    other = signedDistance(part, other.grid, band);
    Field result = whole;
    for (int z = 0; z < other.grid.size.z; ++z)
        for (int y = 0; y < other.grid.size.y; ++y)
            for (int x = 0; x < other.grid.size.x; ++x) {
                const glm::ivec3 at = box.first + glm::ivec3(x, y, z);
                const float mine = whole.at(at.x, at.y, at.z), theirs = other.at(x, y, z);
                float radius = 0;
                const bool border = x == 0 || y == 0 || z == 0 || x + 1 == other.grid.size.x ||
                                    y + 1 == other.grid.size.y || z + 1 == other.grid.size.z;
                if (!border && glm::abs(mine - theirs) < blendMm && glm::min(mine, theirs) < band)
                    radius = blendMm * glm::min(1 - glm::dot(uphill(whole, at.x, at.y, at.z),
                                                             uphill(other, x, y, z)),
                                                1.0F);
                result.at(at.x, at.y, at.z) = smoothMinimum(mine, theirs, radius);
            }
    return result;
}

float distanceToSegment(const glm::vec3& p, const glm::vec3& a, const glm::vec3& b)
{
    const glm::vec3 edge = b - a;
    const float share = glm::dot(p - a, edge) / std::max(glm::dot(edge, edge), 1e-6F);
    return glm::distance(p, a + glm::clamp(share, 0.0F, 1.0F) * edge);
}

void drill(Field& field, const Bore& bore)
{
    constexpr float kRimCells = 2;
    const Grid& grid = field.grid;
    for (int z = 0; z < grid.size.z; ++z)
        for (int y = 0; y < grid.size.y; ++y)
            for (int x = 0; x < grid.size.x; ++x) {
                const float outside =
                    distanceToSegment(grid.node(x, y, z), bore.from, bore.to) - bore.radiusMm;
                float& value = field.at(x, y, z);
                if (outside < grid.cell * kRimCells - value)
                    value = -smoothMinimum(-value, outside, grid.cell * kRimCells);
            }
}

} // namespace

Field redistanced(const Field& field)
{
    Offsets offsets(field);
    offsets.sweep();
    Field distances;
    distances.grid = field.grid;
    distances.values.resize(field.values.size());
    for (std::size_t i = 0; i < field.values.size(); ++i) {
        const float length = offsets.length(i) * field.grid.cell;
        distances.values[i] = field.values[i] < 0 ? -length : length;
    }
    return distances;
}

std::vector<bool> outsideNodes(const Field& field)
{
    const Grid& grid = field.grid;
    std::vector<bool> outside(grid.count());
    std::vector<glm::ivec3> open;
    const auto visit = [&](int x, int y, int z) {
        const std::size_t i = grid.index(x, y, z);
        if (field.values[i] < 0 || outside[i])
            return;
        outside[i] = true;
        open.emplace_back(x, y, z);
    };
    for (int y = 0; y < grid.size.y; ++y)
        for (int x = 0; x < grid.size.x; ++x)
            for (const int z : {0, grid.size.z - 1})
                visit(x, y, z);
    while (!open.empty()) {
        const glm::ivec3 at = open.back();
        open.pop_back();
        for (int axis = 0; axis < 3; ++axis)
            for (int sign = -1; sign <= 1; sign += 2) {
                glm::ivec3 next = at;
                next[axis] += sign;
                if (grid.holds(next.x, next.y, next.z))
                    visit(next.x, next.y, next.z);
            }
    }
    return outside;
}

void blur(Field& field, int passes)
{
    const glm::ivec3 size = field.grid.size;
    std::vector<float> line;
    for (int pass = 0; pass < passes; ++pass) {
        for (int z = 0; z < size.z; ++z)
            for (int y = 0; y < size.y; ++y)
                blurRun(field.values, field.grid.index(0, y, z), 1, size.x, line);
        for (int z = 0; z < size.z; ++z)
            for (int x = 0; x < size.x; ++x)
                blurRun(field.values, field.grid.index(x, 0, z), field.grid.index(0, 1, 0), size.y,
                        line);
        for (int y = 0; y < size.y; ++y)
            for (int x = 0; x < size.x; ++x)
                blurRun(field.values, field.grid.index(x, y, 0), field.grid.index(0, 0, 1), size.z,
                        line);
    }
}

geometry::Mesh unite(std::span<const geometry::Mesh> parts, float cellMm, float blendMm,
                     std::span<const Bore> bores)
{
    geometry::Bounds bounds;
    for (const geometry::Mesh& part : parts)
        for (const glm::vec3& position : part.positions)
            bounds.add(position);
    if (bounds.empty())
        return {};
    // Rounding reaches no further than where both distances are below 1.25 times its radius.
    const float band = 1.25F * blendMm + 2 * cellMm;
    const Grid grid = Grid::around(bounds, cellMm, 0.25F * blendMm + 2 * cellMm);
    Field whole{grid, std::vector<float>(grid.count(), band)};
    for (const geometry::Mesh& part : parts)
        whole = joined(whole, part, band, blendMm);
    for (const Bore& bore : bores)
        drill(whole, bore);
    return isosurface(whole);
}

} // namespace knotmap::volume
