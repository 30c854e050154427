#include "engine/volume/marching_cases.h"

#include <algorithm>
#include <array>

namespace knotmap::volume {
namespace {

int edgeBetween(int a, int b)
{
    for (int e = 0; e < 12; ++e) {
        const CellEdge edge = cellEdge(e);
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

/// The closed polygons of a case of inside corners (one bit each), counter-clockwise from outside.
std::vector<Loop> loopsOf(int inside)
{
    std::array<int, 12> next{};
    next.fill(-1);
    for (const auto& face : faceCorners())
        for (std::size_t i = 0; i < 4; ++i) {
            // Walking around the face, the surface enters where inside begins and leaves through
            // the next edge where it ends: diagonal corners stay separate.
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
    const CellEdge first = cellEdge(a), second = cellEdge(b);
    const int same =
        ~(first.from ^ first.to) & ~(second.from ^ second.to) & ~(first.from ^ second.from) & 7;
    return same != 0;
}

/// The corner at which to begin a fan so that none of its diagonals lies in a face of the cell,
/// where the neighbouring cell might draw it too; -1 if there is none.
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

} // namespace

CellEdge cellEdge(int e)
{
    const int axis = e / 4, next = (axis + 1) % 3, last = (axis + 2) % 3;
    const int from = ((e & 1) << next) | (((e >> 1) & 1) << last);
    return {from, from | (1 << axis)};
}

MarchingCases marchingCases()
{
    MarchingCases cases(256);
    for (int inside = 0; inside < 256; ++inside)
        for (Loop& loop : loopsOf(inside)) {
            const int start = fanStart(loop);
            if (start > 0)
                std::rotate(loop.begin(), loop.begin() + start, loop.end());
            cases[static_cast<std::size_t>(inside)].push_back({loop, start < 0});
        }
    return cases;
}

} // namespace knotmap::volume
