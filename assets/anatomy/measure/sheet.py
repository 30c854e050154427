"""The mathematics of fibre sheets: splines, lofting, the orientation rule, text. See docs/data-format.md.

A sheet is `curves` (rows, columns, 3) and `thickness` (rows, columns), mm: row 0 at the origin,
column 0 at the upper (or, where fibres run up and down, the medial) edge.
"""
import numpy as np
from scipy.interpolate import CubicSpline, PchipInterpolator

MIN_THICKNESS = 0.8  # mm: thinner flesh is not drawn
VERTICAL = 0.82      # share of Y in a sheet's fibre direction from which it counts as up and down


def spline_weights(count, at):
    """Matrix that takes `count` evenly spaced values to the not-a-knot spline's at `at` (0..1)."""
    return CubicSpline(np.linspace(0, 1, count), np.eye(count))(at)


def across_parameters(columns):
    """Where a loft's columns stand, -1..1: closer together toward the round edges."""
    return -np.cos(np.linspace(0, np.pi, columns))


def grid_weights(rows, columns, fine_rows, fine_columns):
    """Matrix from a sheet's points (row by row) to a fine grid's."""
    along = spline_weights(rows, np.linspace(0, 1, fine_rows))
    across = spline_weights(columns, (across_parameters(fine_columns) + 1) / 2)
    return np.einsum("ar,bc->abrc", along, across).reshape(fine_rows * fine_columns, rows * columns)


def normals(grid):
    """Unit normals of a (rows, columns, 3) grid: along x across."""
    n = np.cross(np.gradient(grid, axis=0), np.gradient(grid, axis=1))
    return n / np.maximum(np.linalg.norm(n, axis=2, keepdims=True), 1e-9)


def fine(curves, thickness, rows=40, columns=25):
    """The middle surface (rows, columns, 3), its unit normals and half thickness, edge rounded."""
    b = grid_weights(*thickness.shape, rows, columns)
    middle = (b @ curves.reshape(-1, 3)).reshape(rows, columns, 3)
    s = across_parameters(columns)
    half = np.maximum((b @ thickness.ravel()).reshape(rows, columns), 0.5) / 2
    return middle, normals(middle), half * np.sqrt(np.maximum(1 - s * s, 0))


def build(curves, thickness, rows=40, columns=25):
    """The closed surface of a sheet: (vertices, triangles)."""
    m, n, h = fine(curves, thickness, rows, columns)
    ring = np.concatenate([m + n * h[..., None], (m - n * h[..., None])[:, -2:0:-1]], 1)
    k, v, f = ring.shape[1], ring.reshape(-1, 3), []
    a = (np.arange(rows - 1)[:, None] * k + np.arange(k)).ravel()
    b = (np.arange(rows - 1)[:, None] * k + (np.arange(k) + 1) % k).ravel()
    f += [np.stack([a, b, b + k], 1), np.stack([a, b + k, a + k], 1)]
    # each end is closed by a strip between its two faces (a fan would span the bow of a curved end)
    j = np.arange(columns - 1)
    low = lambda i: np.where((i > 0) & (i < columns - 1), k - i, i)
    for row, turn in ((0, -1), (rows - 1, 1)):
        strip = np.vstack([np.stack([j, j + 1, low(j + 1)], 1)[:-1], np.stack([j, low(j + 1), low(j)], 1)[1:]])
        f.append(row * k + strip[:, ::turn])
    return v, np.vstack(f)


def fibre_direction(curves):
    """Unit mean direction from origin to insertion."""
    d = (curves[-1] - curves[0]).mean(0)
    return d / max(np.linalg.norm(d), 1e-9)


def orient(curves, thickness, upper=None):
    """Turns the columns so that column 0 is the upper edge, or the medial one of a vertical sheet.

    Right-side structures have X < 0, so medial is the greater X. `upper` forces the rule's choice:
    "upper", "medial" or None (by the fibres)."""
    edge = (curves[:, -1] - curves[:, 0]).mean(0)
    vertical = abs(fibre_direction(curves)[1]) > VERTICAL if upper is None else upper == "medial"
    wrong = edge[0] > 0 if vertical else edge[1] > 0
    return (curves[:, ::-1], thickness[:, ::-1]) if wrong else (curves, thickness)


def slide(curves, thickness, shares, at):
    """The same sheet with its points slid along its columns, so that what lies at `shares` (one for each
    column, 0 to 1 of its way) comes to stand at the common parameter `at`: flesh may end elsewhere in
    each column, though the table tells one figure for all."""
    rows, columns = thickness.shape
    fine_rows = np.linspace(0, 1, 200)
    figures = np.concatenate([curves, thickness[..., None]], 2)
    dense = np.einsum("ar,rck->ack", spline_weights(rows, fine_rows), figures)
    out = np.empty_like(figures)
    for c in range(columns):
        way = PchipInterpolator([0, at, 1], [0, shares[c], 1])(np.linspace(0, 1, rows))
        for k in range(4):
            out[:, c, k] = np.interp(way, fine_rows, dense[:, c, k])
    return out[..., :3], out[..., 3]


def folds(curves, thickness):
    """Share of the fine grid where the middle surface turns over (neighbouring normals oppose)."""
    m = fine(curves, thickness, 40, 25)[1]
    along = (m[1:] * m[:-1]).sum(2)
    across = (m[:, 1:] * m[:, :-1]).sum(2)
    return float(((along < 0.3).sum() + (across < 0.3).sum()) / (along.size + across.size))


def format_sheet(curves, thickness, tendon):
    """A sheet as lines of TOML."""
    number = lambda x: f"{round(float(x), 1) + 0.0:.1f}"
    lines = ["[[sheet]]", f"tendon = [{tendon[0]:.2f}, {tendon[1]:.2f}]", "curves = ["]
    for row, t in zip(curves, thickness):
        points = ", ".join("[" + ", ".join(number(x) for x in (*p, q)) + "]" for p, q in zip(row, t))
        lines.append(f"  [{points}],")
    return lines + ["]"]


def read_sheets(table):
    """[(curves, thickness)] of a parsed muscle table."""
    out = []
    for sheet in table["sheet"]:
        a = np.array(sheet["curves"], float)
        out.append((a[..., :3], a[..., 3]))
    return out
