#include "engine/geometry/isosurface.h"

#include <algorithm>
#include <array>

namespace knotmap::geometry {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;
/// Crossings keep this share of an edge away from its ends, so that no triangle collapses.
constexpr float kLeastShare = 0.02F;

// Corner i of a cell has offsets (i & 1, i >> 1 & 1, i >> 2 & 1). Edge e runs along axis e / 4;
// the two bits of e % 4 are its offsets on the next two axes.
struct Edge
{
    int from = 0;
    int to = 0;
};

Edge edgeOf(int e)
{
    const int axis = e / 4, next = (axis + 1) % 3, last = (axis + 2) % 3;
    const int from = ((e & 1) << next) | (((e >> 1) & 1) << last);
    return {from, from | (1 << axis)};
}

int edgeBetween(int a, int b)
{
    for (int e = 0; e < 12; ++e) {
        const Edge edge = edgeOf(e);
        if ((edge.from == a && edge.to == b) || (edge.from == b && edge.to == a))
            return e;
    }
    return -1;
}

/// The corners of the cell's six faces, counter-clockwise seen from outside the cell.
std::array<std::array<int, 4>, 6> faceCorners()
{
    std::array<std::array<int, 4>, 6> faces{};
    for (int axis = 0; axis < 3; ++axis) {
        const int u = 1 << ((axis + 1) % 3), v = 1 << ((axis + 2) % 3), far = 1 << axis;
        faces[static_cast<std::size_t>(2 * axis)] = {0, v, u | v, u};
        faces[static_cast<std::size_t>(2 * axis + 1)] = {far, far | u, far | u | v, far | v};
    }
    return faces;
}

using Loop = std::vector<int>; ///< edges of the cell that a polygon crosses, in order

/// A case of inside corners (one bit each) as closed polygons, counter-clockwise from outside.
std::vector<Loop> loopsOf(int inside)
{
    std::array<int, 12> next{};
    next.fill(-1);
    for (const auto& face : faceCorners())
        for (std::size_t i = 0; i < 4; ++i) {
            // Walking about the face, the surface enters where inside begins and leaves through
            // the next edge where it ends: crosswise corners stay apart.
            const int before = face[i], corner = face[(i + 1) % 4];
            if (((inside >> before) & 1) != 0 || ((inside >> corner) & 1) == 0)
                continue;
            std::size_t j = i + 1;
            while (((inside >> face[(j + 1) % 4]) & 1) != 0)
                ++j;
            next[static_cast<std::size_t>(edgeBetween(before, corner))] =
                edgeBetween(face[j % 4], face[(j + 1) % 4]);
        }
    std::vector<Loop> loops;
    std::array<bool, 12> done{};
    for (int start = 0; start < 12; ++start) {
        if (next[static_cast<std::size_t>(start)] < 0 || done[static_cast<std::size_t>(start)])
            continue;
        Loop loop;
        for (int e = start; !done[static_cast<std::size_t>(e)];
             e = next[static_cast<std::size_t>(e)]) {
            done[static_cast<std::size_t>(e)] = true;
            loop.push_back(e);
        }
        loops.push_back(std::move(loop));
    }
    return loops;
}

bool shareFace(int a, int b)
{
    const Edge first = edgeOf(a), second = edgeOf(b);
    const int same =
        ~(first.from ^ first.to) & ~(second.from ^ second.to) & ~(first.from ^ second.from) & 7;
    return same != 0;
}

/// Where to begin a fan so that none of its diagonals lies in a face of the cell, where the
/// neighbouring cell might draw it too; -1 where there is no such place.
int fanStart(const Loop& loop)
{
    const std::size_t n = loop.size();
    for (std::size_t start = 0; start < n; ++start) {
        bool good = true;
        for (std::size_t k = 2; k + 1 < n; ++k)
            good = good && !shareFace(loop[start], loop[(start + k) % n]);
        if (good)
            return static_cast<int>(start);
    }
    return -1;
}

struct Polygon
{
    Loop loop;
    bool centred = false; ///< drawn as a fan about its centre
};

std::vector<std::vector<Polygon>> buildCases()
{
    std::vector<std::vector<Polygon>> cases(256);
    for (int inside = 0; inside < 256; ++inside)
        for (Loop& loop : loopsOf(inside)) {
            const int start = fanStart(loop);
            if (start > 0)
                std::rotate(loop.begin(), loop.begin() + start, loop.end());
            cases[static_cast<std::size_t>(inside)].push_back({loop, start < 0});
        }
    return cases;
}

class Marcher
{
public:
    explicit Marcher(const Field& field) : m_field(field), m_cases(buildCases())
    {
        const auto plane = static_cast<std::size_t>(field.grid.size.x) *
                           static_cast<std::size_t>(field.grid.size.y);
        for (auto& layer : m_along)
            layer.assign(plane * 3, kNone);
    }

    Mesh run()
    {
        const glm::ivec3 size = m_field.grid.size;
        for (int z = 0; z + 1 < size.z; ++z) {
            std::fill(m_along[(z + 1) % 2].begin(), m_along[(z + 1) % 2].end(), kNone);
            for (int y = 0; y + 1 < size.y; ++y)
                for (int x = 0; x + 1 < size.x; ++x)
                    cell(x, y, z);
        }
        for (const glm::vec3& position : m_mesh.positions) {
            const glm::vec3 slope = m_field.gradient(position);
            const float length = glm::length(slope);
            m_mesh.normals.push_back(length > 1e-9F ? slope / length : glm::vec3(0, 1, 0));
        }
        return std::move(m_mesh);
    }

private:
    void cell(int x, int y, int z)
    {
        int inside = 0;
        for (int corner = 0; corner < 8; ++corner)
            if (m_field.at(x + (corner & 1), y + ((corner >> 1) & 1), z + (corner >> 2)) < 0)
                inside |= 1 << corner;
        if (inside == 0 || inside == 255)
            return;
        for (const Polygon& polygon : m_cases[static_cast<std::size_t>(inside)])
            draw(polygon, x, y, z);
    }

    void draw(const Polygon& polygon, int x, int y, int z)
    {
        std::array<std::uint32_t, 12> vertices{};
        const std::size_t n = polygon.loop.size();
        for (std::size_t i = 0; i < n; ++i)
            vertices[i] = vertexOn(polygon.loop[i], x, y, z);
        if (!polygon.centred) {
            for (std::size_t i = 1; i + 1 < n; ++i)
                triangle(vertices[0], vertices[i], vertices[i + 1]);
            return;
        }
        glm::vec3 centre(0);
        for (std::size_t i = 0; i < n; ++i)
            centre += m_mesh.positions[vertices[i]] / static_cast<float>(n);
        const auto middle = static_cast<std::uint32_t>(m_mesh.positions.size());
        m_mesh.positions.push_back(centre);
        for (std::size_t i = 0; i < n; ++i)
            triangle(middle, vertices[i], vertices[(i + 1) % n]);
    }

    void triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c)
    {
        m_mesh.indices.insert(m_mesh.indices.end(), {a, b, c});
    }

    std::uint32_t vertexOn(int edgeNumber, int x, int y, int z)
    {
        const Edge edge = edgeOf(edgeNumber);
        const int fx = x + (edge.from & 1), fy = y + ((edge.from >> 1) & 1),
                  fz = z + (edge.from >> 2);
        const int tx = x + (edge.to & 1), ty = y + ((edge.to >> 1) & 1), tz = z + (edge.to >> 2);
        const auto place =
            (static_cast<std::size_t>(fy) * static_cast<std::size_t>(m_field.grid.size.x) +
             static_cast<std::size_t>(fx)) *
                3 +
            static_cast<std::size_t>(edgeNumber / 4);
        std::uint32_t& vertex = m_along[fz % 2][place];
        if (vertex == kNone) {
            const float a = m_field.at(fx, fy, fz), b = m_field.at(tx, ty, tz);
            const float share = glm::clamp(a / (a - b), kLeastShare, 1 - kLeastShare);
            vertex = static_cast<std::uint32_t>(m_mesh.positions.size());
            m_mesh.positions.push_back(
                glm::mix(m_field.grid.node(fx, fy, fz), m_field.grid.node(tx, ty, tz), share));
        }
        return vertex;
    }

    const Field& m_field;
    std::vector<std::vector<Polygon>> m_cases;
    /// The vertex on each edge that begins in a layer of nodes, for the two layers at hand.
    std::array<std::vector<std::uint32_t>, 2> m_along;
    Mesh m_mesh;
};

} // namespace

Mesh isosurface(const Field& field)
{
    return Marcher(field).run();
}

} // namespace knotmap::geometry
