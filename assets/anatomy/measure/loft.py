"""The mathematics of lofts: closed tubes with rounded ends, of `rings` closed rings of `columns` (even) points
between two poles. See docs/data-format.md; engine/geometry/loft.cpp builds the same surface.

The points of a loft are one array (rings * columns + 2, 3): ring by ring, then the first and the second pole.
"""
import numpy as np
from scipy.interpolate import CubicSpline

BEYOND_POLE = 2  # points of the opposite meridian on which each meridian runs on


def knots(rings, columns, column):
    """Indices of the points that the meridian through `column` runs along, beyond both poles."""
    opposite = (column + columns // 2) % columns
    at = lambda ring, where: ring * columns + where
    first, second = rings * columns, rings * columns + 1
    return [at(1, opposite), at(0, opposite), first, *(at(r, column) for r in range(rings)),
            second, at(rings - 1, opposite), at(rings - 2, opposite)]


def weights(rings, columns, fine_rows, fine_columns):
    """Matrix from a loft's points to a fine grid's (fine_rows * fine_columns, poles left out)."""
    closed = np.vstack([np.eye(columns), np.eye(columns)[:1]])
    around = CubicSpline(np.arange(columns + 1), closed, bc_type="periodic")(
        np.arange(fine_columns) * columns / fine_columns)
    count = rings + 2 + 2 * BEYOND_POLE
    share = np.arange(1, fine_rows + 1) / (fine_rows + 1)
    along = CubicSpline(np.arange(count), np.eye(count))(BEYOND_POLE + share * (rings + 1))
    # refine the rings first: every fine column has a meridian of its own
    refined = np.zeros((rings + 2, fine_columns, rings * columns + 2))
    for ring in range(rings):
        refined[ring, :, ring * columns:(ring + 1) * columns] = around
    refined[rings, :, -2] = refined[rings + 1, :, -1] = 1
    opposite = (np.arange(fine_columns) + fine_columns // 2) % fine_columns
    line = [refined[1][opposite], refined[0][opposite], refined[rings], *refined[:rings],
            refined[rings + 1], refined[rings - 1][opposite], refined[rings - 2][opposite]]
    return np.einsum("rk,kcn->rcn", along, np.array(line)).reshape(fine_rows * fine_columns, -1)


MEMBRANE = 0.1  # share of first differences: what lies within another part and is pulled by nothing draws in


def stiffness(rings, columns):
    """Gram matrix of second differences along the meridians (through the poles) and round the rings, and a
    little of first differences."""
    n = rings * columns + 2
    rows = []
    for c in range(columns):
        line = knots(rings, columns, c)[1:-1]
        rows += [(a, b, d) for a, b, d in zip(line, line[1:], line[2:])]
    for r in range(rings):
        rows += [(r * columns + (c - 1) % columns, r * columns + c, r * columns + (c + 1) % columns)
                 for c in range(columns)]
    d = np.zeros((len(rows), n))
    for i, (a, b, c) in enumerate(rows):
        d[i, a] += 1
        d[i, b] -= 2
        d[i, c] += 1
    first = np.zeros((2 * len(rows), n))
    for i, (a, b, c) in enumerate(rows):
        first[2 * i, [a, b]] = -1, 1
        first[2 * i + 1, [b, c]] = -1, 1
    return d.T @ d + MEMBRANE * first.T @ first


def grid_normals(grid):
    """Unit normals of a (rows, columns, 3) grid that is closed round its columns: outward where the rings
    run counter-clockwise about the way from the first pole to the second."""
    n = np.cross(np.roll(grid, -1, 1) - np.roll(grid, 1, 1), np.gradient(grid, axis=0))
    return n / np.maximum(np.linalg.norm(n, axis=2, keepdims=True), 1e-9)


def build(points, rings, columns, fine_rows=48, fine_columns=48):
    """The closed surface of a loft: (vertices, triangles)."""
    v = np.vstack([weights(rings, columns, fine_rows, fine_columns) @ points, points[-2:]])
    a = (np.arange(fine_rows - 1)[:, None] * fine_columns + np.arange(fine_columns)).ravel()
    b = (np.arange(fine_rows - 1)[:, None] * fine_columns + (np.arange(fine_columns) + 1) % fine_columns).ravel()
    c = np.arange(fine_columns)
    last, first, second = (fine_rows - 1) * fine_columns, len(v) - 2, len(v) - 1
    step = (c + 1) % fine_columns
    f = [np.stack([a, b, b + fine_columns], 1), np.stack([a, b + fine_columns, a + fine_columns], 1),
         np.stack([np.full_like(c, first), step, c], 1), np.stack([np.full_like(c, second), last + c, last + step], 1)]
    return v, np.vstack(f)


def format_loft(points, rings, columns, name):
    """A loft as lines of TOML."""
    place = lambda p: "[" + ", ".join(f"{round(float(x), 1) + 0.0:.1f}" for x in p) + "]"
    lines = ["[[loft]]", f'name = "{name}"', f"poles = [{place(points[-2])}, {place(points[-1])}]", "rings = ["]
    for ring in range(rings):
        lines.append("  [" + ", ".join(place(p) for p in points[ring * columns:(ring + 1) * columns]) + "],")
    return lines + ["]"]
