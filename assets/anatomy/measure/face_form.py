"""The form of the face as distances from an upright axis: the skin of the reference and the bone under it.

Muscles of the face hang in the fat between the two, so they are drawn by where they stand from the front
(x, y) and how deep they lie there.
"""
import numpy as np
from scipy.interpolate import PchipInterpolator, RegularGridInterpolator
from scipy.ndimage import distance_transform_edt, gaussian_filter

import measure_head
import reference
from laid import resample

AXIS_Z = 100.0                          # mm: the face is star-shaped round the axis X = 0, Z = 100
ANGLES = np.arange(-6.0, 110.0, 1.0)    # degrees from the front, growing to the right
HEIGHTS = np.arange(1360.0, 1600.0, 1.2)
SKIN = 2.0                              # mm: skin over a muscle that lies right under it
OFF_BONE = 0.4                          # mm between a muscle and the bone it passes over
BONES = "^(Frontal bone|Mandible|Sphenoid bone|Right (maxilla|zygomatic bone|nasal bone|temporal bone|lacrimal bone))$"


def radii(points, outermost_share=1.0):
    """The outermost distance of points from the axis, by angle and height (nan: none there)."""
    flat = points - [0, 0, AXIS_Z]
    angle, r = np.degrees(np.arctan2(-flat[:, 0], flat[:, 2])), np.hypot(flat[:, 0], flat[:, 2])
    i, j = np.round(angle - ANGLES[0]).astype(int), np.round((points[:, 1] - HEIGHTS[0]) / 1.2).astype(int)
    ok = (i >= 0) & (i < len(ANGLES)) & (j >= 0) & (j < len(HEIGHTS))
    out = np.full((len(ANGLES), len(HEIGHTS)), -np.inf)
    np.maximum.at(out, (i[ok], j[ok]), r[ok])
    return np.where(np.isfinite(out), out, np.nan)


def filled(grid):
    """Holes filled with the nearest figure."""
    at = distance_transform_edt(np.isnan(grid), return_distances=False, return_indices=True)
    return grid[tuple(at)]


class Face:
    """Skin and bone round the axis; places by their look from the front."""

    def __init__(self, ref):
        skin = radii(reference.sample(*measure_head.head(ref.folder), 500000)[0])
        bone = radii(reference.sample(*ref.union(BONES), 300000)[0])
        self._grid = {"skin": gaussian_filter(filled(skin), 1.0), "bone": gaussian_filter(filled(bone), 0.7)}

    def radius(self, what, angle, y):
        at = np.stack(np.broadcast_arrays(angle, y), -1)
        low, high = [ANGLES[0], HEIGHTS[0]], [ANGLES[-1], HEIGHTS[-1]]
        return RegularGridInterpolator((ANGLES, HEIGHTS), self._grid[what])(np.clip(at, low, high)).reshape(at.shape[:-1])

    def angle(self, x, y):
        """Where, round the axis, the skin stands at the x of a place seen from the front, degrees."""
        sweep = np.arange(-5.0, 100.0, 0.5)
        seen = np.maximum.accumulate(self.radius("skin", sweep, y) * np.sin(np.radians(sweep)))
        return float(np.interp(-x, seen, sweep))

    def stand(self, angle, y, thick, deep):
        """Places round the axis. `deep`: 0 right under the skin, 1 on the bone."""
        skin = self.radius("skin", angle, y) - SKIN - thick / 2
        bone = self.radius("bone", angle, y) + OFF_BONE + thick / 2
        r = np.maximum(bone, skin + np.clip(deep, 0, 1) * np.minimum(bone - skin, 0))
        a = np.radians(angle)
        return np.stack([-r * np.sin(a), y, AXIS_Z + r * np.cos(a)], -1)

    def spot(self, x, y, thick, deep):
        """A place seen from the front, as [x, y, z, angle, y, thickness, deep]."""
        angle = self.angle(x, y)
        return [*self.stand(*(np.array(v, float) for v in (angle, y, thick, deep))), angle, y, thick, deep]

    def sheet(self, guides, rows, columns):
        """A sheet through guides of [x, y, t, deep], seen from the front and walked evenly."""
        along = np.array([resample([self.spot(*p) for p in guide], rows) for guide in guides])
        return self._standing(along, columns)

    def ring(self, guides, columns):
        """A sheet whose rows are the places of the guides themselves, for fibres that run round."""
        return self._standing(np.array([[self.spot(*p) for p in guide] for guide in guides]), columns)

    def _standing(self, along, columns):
        q = np.linspace(0, 1, len(along))
        grid = PchipInterpolator(q, along, axis=0)(np.linspace(0, 1, columns)).transpose(1, 0, 2)
        angle, y, thick, deep = np.moveaxis(grid[..., 3:], -1, 0)
        return self.stand(angle, y, thick, deep), thick
