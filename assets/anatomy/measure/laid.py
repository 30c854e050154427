"""Tools for drawing sheets by hand: through guide curves, as ribbons, laid between their neighbours."""
import numpy as np
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import gaussian_filter
from scipy.spatial import cKDTree

import sheet


def resample(points, count, power=1.0):
    """`count` points along a smooth curve through the given ones, evenly spaced along it."""
    p = np.asarray(points, float)
    way = np.r_[0, np.cumsum(np.linalg.norm(np.diff(p[:, :3], axis=0), axis=1))]
    fine = PchipInterpolator(way, p)(np.linspace(0, way[-1], 400))
    way = np.r_[0, np.cumsum(np.linalg.norm(np.diff(fine[:, :3], axis=0), axis=1))]
    at = np.linspace(0, 1, count) ** power * way[-1]
    return np.stack([np.interp(at, way, fine[:, k]) for k in range(p.shape[1])], 1)


def through_curves(guides, rows, columns):
    """A sheet through guide curves from origin to insertion, first edge first: guides are lists of
    [x, y, z, t]; each is walked evenly, and across them runs a smooth curve."""
    along = np.array([resample(g, rows) for g in guides])
    q = np.linspace(0, 1, len(guides))
    grid = PchipInterpolator(q, along, axis=0)(np.linspace(0, 1, columns)).transpose(1, 0, 2)
    return grid[..., :3], grid[..., 3]


def ribbon(path, facing, rows, columns):
    """A sheet along a path of [x, y, z, width, thickness] that turns its face toward `facing` (a
    direction, or one for each place of the path)."""
    path = np.array(path, float)
    facing = np.broadcast_to(np.array(facing, float), (len(path), 3))
    return across_path(resample(np.hstack([path, facing]), rows), columns)


def strip(path, facing, columns):
    """A ribbon whose rows are the places of the path themselves, closer together where it bends."""
    path = np.array(path, float)
    facing = np.broadcast_to(np.array(facing, float), (len(path), 3))
    return across_path(np.hstack([path, facing]), columns)


def across_path(walked, columns):
    """The sheet of a path of [x, y, z, width, thickness, facing]."""
    centre, width, thick, face = walked[:, :3], walked[:, 3], walked[:, 4], walked[:, 5:]
    along = np.gradient(centre, axis=0)
    across = np.cross(along, face)
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    s = np.linspace(-0.5, 0.5, columns)
    curves = centre[:, None] + s[None, :, None] * (width[:, None] * across)[:, None, :]
    return curves, np.repeat(thick[:, None], columns, 1)


def neighbours(ref, pattern):
    """Points of the surfaces of all structures whose label matches."""
    v, f = ref.union(pattern)
    return np.vstack([v, v[f].mean(1)])


def room(points, places, faces, reach=3.5, far=22.0):
    """How high the points stand over each place along its face: lowest and highest, mm (nan: none)."""
    tree = cKDTree(points)
    low, high = np.full(len(places), np.nan), np.full(len(places), np.nan)
    for i, near in enumerate(tree.query_ball_point(places, np.hypot(reach, far))):
        d = points[near] - places[i]
        h = d @ faces[i]
        beside = np.einsum("ij,ij->i", d, d) - h * h < reach * reach
        if beside.any():
            low[i], high[i] = h[beside].min(), h[beside].max()
    return low, high


def lay(curves, thickness, facing, under=None, over=None, gap=0.4, rounds=3, keep_ends=1, far=22.0):
    """Moves a sheet along its face until it lies on the points `under` it and below those `over` it,
    thinner where there is less room. The outermost `keep_ends` rows stay."""
    rows, columns = thickness.shape
    curves, thickness = curves.copy(), thickness.copy()
    hold = np.ones((rows, 1))
    if keep_ends:
        hold[:keep_ends] = hold[-keep_ends:] = 0
    for _ in range(rounds):
        n = sheet.normals(curves)
        n *= np.sign((n @ np.array(facing, float)).mean())
        p, face = curves.reshape(-1, 3), n.reshape(-1, 3)
        shape = lambda x: x.reshape(rows, columns)
        shift = np.zeros((rows, columns))
        top = shape(room(under, p, face, far=far)[1]) if under is not None else np.full((rows, columns), np.nan)
        ceiling = shape(room(over, p, face, far=far)[0]) if over is not None else np.full((rows, columns), np.nan)
        rise = np.nan_to_num(top + thickness / 2 + gap, nan=0.0)
        sink = np.nan_to_num(ceiling - thickness / 2 - gap, nan=0.0)
        shift = np.where(rise > 0, rise, 0) + np.where((sink < 0) & (rise <= 0), sink, 0)
        both = ~np.isnan(top) & ~np.isnan(ceiling)
        tight = both & (ceiling - top < thickness + 2 * gap)
        shift = np.where(tight, (top + ceiling) / 2, shift)
        thickness = np.where(tight, np.clip(ceiling - top - 2 * gap, sheet.MIN_THICKNESS, thickness), thickness)
        curves += (hold * gaussian_filter(shift, (0.8, 0.8), mode="nearest"))[..., None] * n
    return curves, gaussian_filter(thickness, (0.6, 0.6), mode="nearest")
