"""The diaphragm: for each half one sheet from ribs and breastbone over the dome to the middle of the central
tendon, and one for the crus with the arches beside it; all four fitted together to the reference."""
from functools import lru_cache

import numpy as np
from scipy.spatial import cKDTree

import fit
import reference
from laid import resample

DIAPHRAGM = 13295
ROWS, COLUMNS = 8, 7
STIFF = 0.25
THICKEST = 6.0  # mm: at an edge the fit would thicken a sheet to fill out its roundness
CRUS_ROWS, CRUS_COLUMNS = 8, 4
# Plan (X of the right half, Z) of places on the rim, from the breastbone round to the back, and the places
# on the middle line that fibres from there run to.
RIM = [(-8, 193), (-72, 192), (-112, 165), (-124, 120), (-116, 70), (-84, 28), (-42, 40)]
MIDDLE_Z = [189, 184, 172, 150, 128, 112, 102]
# Where those fibres end: on the middle line, the hindmost at the top of the crus (X of the right half, Y, Z).
MIDDLE = [(0, 1189, 190), (0, 1193.5, 182), (0, 1192.5, 166), (0, 1193.5, 142), (0, 1193, 118), (-5, 1192.5, 103), (-34, 1189, 80)]
CRUS = [  # bottom of the crus and the arches, and the way up to the central tendon
    [(-9, 1000, 120), (-8, 1060, 112), (-4, 1130, 100), (-2, 1194, 100)],
    [(-16, 998, 112), (-16, 1060, 100), (-14, 1130, 88), (-16, 1194, 94)],
    [(-24, 1045, 88), (-24, 1090, 78), (-24, 1150, 68), (-28, 1186, 82)],
    [(-34, 1070, 66), (-34, 1100, 58), (-36, 1140, 54), (-40, 1176, 66)],
]


def fibre(points, tree, side, rim, middle_z):
    """Places from the rim at the bottom up the wall and over the dome to the middle line."""
    start, end = np.array([0.0, middle_z]), np.array([side * -rim[0], rim[1]])
    roof = []
    for q in np.linspace(0, 1.1, 45):
        near = points[tree.query_ball_point(start + q * (end - start), 6.0)]
        if len(near):
            roof.append([*(start + q * (end - start)), near[:, 1].max() - 2.5, near[:, 1].min() + 1.5])
    roof = np.array(roof)
    wall = roof[-4:]
    low = wall[wall[:, 3].argmin()]
    bottom, shoulder = np.array([low[0], low[3], low[1]]), roof[-3, [0, 2, 1]]
    path = [bottom + u * (shoulder - bottom) for u in (0.0, 0.35, 0.7)]
    path += [*roof[-4:0:-5, [0, 2, 1]], roof[0, [0, 2, 1]]]
    apart = np.r_[True, np.linalg.norm(np.diff(path, axis=0), axis=1) > 0.5]
    return np.array(path)[apart]


@lru_cache(None)
def halves(folder):
    """[(curves, thickness)] of the right and left dome and the right and left crus."""
    v, f = reference.Reference(folder).mesh(DIAPHRAGM)
    points = reference.sample(v, f, 40000)[0]
    tree = cKDTree(points[:, [0, 2]])
    first = []
    for side in (-1, 1):
        grid = np.stack([resample(fibre(points, tree, side, r, m), ROWS) for r, m in zip(RIM, MIDDLE_Z)], 1)
        first.append((grid, np.full(grid.shape[:2], 4.0)))
    for side in (-1, 1):
        grid = np.stack([resample(np.array(p, float) * [-side, 1, 1], CRUS_ROWS) for p in CRUS], 1)
        first.append((grid, np.full(grid.shape[:2], 4.0)))
    best = fit.refine(v, f, first, rounds=20, stiff=1.0)
    best = fit.refine(v, f, best, rounds=12, stiff=STIFF, start_stiff=0.5)
    return [closed(c, t, side) for (c, t), side in zip(best, (-1, 1, -1, 1))]


def closed(curves, thickness, side):
    """The two halves meet in the middle: their last curves are drawn onto it, the crura kept beside it."""
    curves, thickness = curves.copy(), np.minimum(thickness, THICKEST)
    if curves.shape[1] == CRUS_COLUMNS:
        curves[..., 0] = side * np.maximum(side * curves[..., 0], 2.0)
        return curves, thickness
    shift = np.array(MIDDLE) * [-side, 1, 1] - curves[-1]
    pull = np.array([0, 0, 0, 0, 0.1, 0.3, 0.65, 1.0])
    return curves + pull[:, None, None] * shift, thickness
