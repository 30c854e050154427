"""Keeps a drawn sheet out of the bones and muscles beside it, and seats its ends on bone."""
import numpy as np
from scipy.ndimage import gaussian_filter
from scipy.spatial import cKDTree

import reference
import sheet

FINE = (36, 17)   # rows and columns of the grid that is tested
DEEPEST = 12.0    # mm: places deeper than this are taken for another side of a thin solid
SPACING = 0.9     # mm between the samples of a solid's surface


class Solid:
    """Closed surfaces as one solid, for signed distances (outside is positive), mm."""

    def __init__(self, meshes):
        parts = [self._sample(v, f) for v, f in meshes]
        self.points = np.vstack([p for p, _ in parts])
        self.normals = np.vstack([n for _, n in parts])
        self.tree = cKDTree(self.points)

    @staticmethod
    def _sample(v, f):
        cross = np.cross(v[f[:, 1]] - v[f[:, 0]], v[f[:, 2]] - v[f[:, 0]])
        area = np.linalg.norm(cross, axis=1).sum() / 2
        p, n = reference.sample(v, f, int(max(400, area / SPACING**2)))
        volume = np.einsum("ij,ij->i", v[f[:, 0]], np.cross(v[f[:, 1]], v[f[:, 2]])).sum()
        return p, n * np.sign(volume)

    def distance(self, places):
        """Signed distance of places, and the unit way out of the solid."""
        d, j = self.tree.query(places, k=5)
        off = places[:, None] - self.points[j]
        side = np.where(((off * self.normals[j]).sum(2) < 0).all(1), -1.0, 1.0)
        way = off[:, 0] * side[:, None]
        far = np.linalg.norm(way, axis=1, keepdims=True)
        out = np.where(far > 0.6, way / np.maximum(far, 1e-9), self.normals[j[:, 0]])
        return side * d[:, 0], out


def solid(ref, pattern, *sheets):
    """The structures whose label matches, and the given sheets [(curves, thickness)], as a Solid."""
    meshes = [ref.mesh(i) for i in ref.find(pattern)] if pattern else []
    return Solid(meshes + [sheet.build(c, t) for c, t, *_ in sheets])


def seat(points, bone, lift=0.4):
    """Places moved to the nearest place of the bone's surface, `lift` mm outside it."""
    _, j = bone.tree.query(points)
    return bone.points[j] + lift * bone.normals[j]


def seated(curves, thickness, first=None, last=None, lift=0.4):
    """The sheet with its first and last row on the surface of the given solids."""
    curves = curves.copy()
    for row, bone in ((0, first), (-1, last)):
        if bone is not None:
            curves[row] = seat(curves[row], bone, lift)
    return curves, thickness


def clear(curves, thickness, around, gap=0.2, hold=(1, 1), rounds=14, least=1.0, smooth=0.7, floor=None, drape=None):
    """Moves a sheet out of the solid `around` it, thinner where it is held from both sides.

    The first and last rows named by `hold` stay; no place becomes thinner than `least`. Where the
    sheet stands off the solid `floor`, its rows sink onto it as they are; place by place onto `drape`."""
    rows, columns = thickness.shape
    curves, thickness = curves.copy(), thickness.copy()
    still = np.ones((rows, 1))
    still[:hold[0]] = 0
    still[rows - hold[1]:] = 0
    at = np.ix_(np.linspace(0, FINE[0] - 1, rows).round().astype(int),
                columns_at(np.linspace(-1, 1, columns)))
    blur = (FINE[0] / rows * 0.5, FINE[1] / columns * 0.5)
    for _ in range(rounds):
        middle, normal, half = sheet.fine(curves, thickness, *FINE)
        push = [push_out(around, middle + sign * normal * half[..., None], gap) for sign in (1, -1)]
        above, below = [(p * normal).sum(2) for p in push]
        pinch = np.maximum(np.minimum(-above, below), 0)
        stronger = np.linalg.norm(push[0], axis=2) > np.linalg.norm(push[1], axis=2)
        shift = np.where(stronger[..., None], *push)
        shift = np.where((pinch > 0)[..., None], (above + below)[..., None] * normal, shift)
        free = np.linalg.norm(shift, axis=2, keepdims=True) < 1e-6
        if drape is not None:
            shift = shift + 0.5 * free * draw_down(drape, middle, half, gap)
        if floor is not None:
            shift = shift + 0.5 * free.all(1, keepdims=True) * first_touch(draw_down(floor, middle, half, gap))
        shift = np.stack([spread(shift[..., k], blur) for k in range(3)], 2)[at]
        curves += still[..., None] * np.stack([gaussian_filter(shift[..., k], smooth, mode="nearest") for k in range(3)], 2)
        thickness -= np.maximum(spread(pinch, blur)[at], 0)
        thickness = np.maximum(thickness, least)
    return curves, thickness


def spread(values, blur):
    """Blurred, but never less than two thirds of what is asked for at a place."""
    soft = gaussian_filter(values, blur, mode="nearest")
    return np.where(np.abs(soft) < 0.66 * np.abs(values), 0.66 * values, soft)


def columns_at(s):
    """The fine grid's columns nearest to places across, -1..1."""
    fine = sheet.across_parameters(FINE[1])
    return np.abs(fine[None] - s[:, None]).argmin(1)


def push_out(around, face, gap):
    """How far each place of a face has to move to stand `gap` outside the solid."""
    d, out = around.distance(face.reshape(-1, 3))
    need = np.where(d > -DEEPEST, np.maximum(gap - d, 0), 0)
    return (need[:, None] * out).reshape(face.shape)


def draw_down(floor, middle, half, gap):
    """How far each place of a middle surface has to move for its face to stand `gap` off the floor."""
    d, out = floor.distance(middle.reshape(-1, 3))
    off = np.maximum(d - half.ravel() - gap, 0)
    return (-off[:, None] * out).reshape(middle.shape)


def first_touch(down):
    """For each row the smallest of its places' moves, for the whole row."""
    least = np.linalg.norm(down, axis=2).argmin(1)
    return np.broadcast_to(down[np.arange(len(down)), least][:, None], down.shape)
