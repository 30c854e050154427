#!/usr/bin/python3
"""Measures the form of head and neck on the reference body surface and writes skin/head.toml.

usage: measure_head.py REFERENCE_DIR OUT.toml     needs python3-numpy, python3-scipy

The surface (another person) is brought onto the skull of the atlas by landmarks: heights, breadth and depth
piece by piece. Then distances from a leaning axis to the skin are fitted by least squares, as a spline over
height and angle with the knots below: close in the face, wide on the vault. The ears are left out: they are
drawn, like lids, lips and nostrils, by the strokes of skin/face.toml.
"""
import os
import sys

import numpy as np
from scipy.interpolate import CubicSpline

import reference

# Drop below the top of the surface -> height in the atlas: vertex, brow, lid line, tip of the nose, its base,
# mouth, chin, throat, neck. Skull of the atlas: vertex 1638, orbits 1512 to 1550, nasal spine 1497, jaw 1436.
DROP = [0, 60, 93, 109, 130, 145, 162, 182, 205, 228, 245, 300]
HEIGHT = [1645, 1583, 1550, 1531.5, 1515, 1505, 1494, 1473, 1450, 1430, 1417, 1362]
# Breadth, by height: the skull, the zygomatic arches, the angles of the jaw, the muscles of the neck.
BREADTH_AT = [1350, 1400, 1425, 1450, 1475, 1500, 1530, 1560, 1590]
BREADTH = [0.86, 0.86, 0.86, 0.87, 0.89, 0.925, 0.950, 0.965, 0.985]
# Depth: of the surface -> of the atlas, from nape and back of the head to the tip of the nose.
DEEP = [-100, -91, 0, 60, 96, 111, 124, 138]
DEPTH = [-18, -9, 79, 137, 169.5, 186, 196, 207]
# How far the nape comes forward, by height: the neck of the surface is thicker.
NAPE_AT = [1362, 1378, 1400, 1430, 1460, 1490, 1515, 1545]
NAPE = [4, 8, 17, 23, 21, 14, 7, 0]

FOOT = np.array([0.0, 1560.0, 85.0])   # where the dome of the head stands on the axis
LEAN = 0.2                             # the axis moves back by this much a mm downwards
DOME_MM = 85.0                         # a quarter turn of the dome counts as so many mm by pi / 2
ROWS = [1372, 1392, 1408, 1420, 1428, 1435, 1441, 1447, 1453, 1459, 1465, 1471, 1477, 1482, 1487, 1492, 1497,
        1502, 1506, 1510, 1514, 1518, 1522, 1526, 1530, 1534, 1538, 1542, 1546, 1550, 1554, 1558, 1562, 1566,
        1571, 1577, 1585, 1595, 1607, 1622, 1638, 1656, 1675, 1693.5]
COLUMNS = [0, 2, 4, 6, 8, 10, 12, 14, 16, 18.5, 21, 24, 27, 30, 34, 38, 43, 49, 56, 65, 76, 90, 105, 120, 135, 150,
           165, 180]
# How stiff the spline is: up to these angles from the front.
STIFF_TO, STIFF = [40, 125, 181], [8, 200, 1500]


def head(folder):
    """(vertices, triangles) of the head and neck in the atlas' frame."""
    v, f = reference.read_glb(os.path.join(folder, "skin", "VH_M_Skin.glb"))
    v = v * 1000
    drop = v[:, 1].max() - v[:, 1]
    f = f[(drop[f] < 300).all(1)]
    y = np.interp(drop, DROP, HEIGHT)
    x = v[:, 0] * np.interp(y, BREADTH_AT, BREADTH)
    z = np.interp(v[:, 2], DEEP, DEPTH)
    z += np.interp(y, NAPE_AT, NAPE) * np.clip((100 - z) / 100, 0, 1.1)
    used = np.unique(f)
    new = np.zeros(len(v), int)
    new[used] = np.arange(len(used))
    return np.stack([x, y, z], 1)[used], new[f]


def axis_coordinates(p):
    """Height along the leaning axis and over the dome (mm), angle (degrees from the front), distance."""
    c = np.sqrt(1 + LEAN**2)
    off = p - FOOT
    up = (off[:, 1] + LEAN * off[:, 2]) / c
    ahead = (off[:, 2] - LEAN * off[:, 1]) / c
    aside = np.hypot(off[:, 0], ahead)
    angle = np.degrees(np.arctan2(np.abs(off[:, 0]), ahead))
    dome = up > 0
    height = FOOT[1] + np.where(dome, DOME_MM * np.arctan2(up, aside), up)
    return height, angle, np.where(dome, np.hypot(up, aside), aside)


def basis(knots, at, flat):
    """Weights of the knots' values at places; `flat`: with no slope at both ends."""
    kind = "clamped" if flat else "natural"
    return CubicSpline(knots, np.eye(len(knots)), bc_type=kind)(np.clip(at, knots[0], knots[-1]))


def samples(v, f):
    """Places spread over the triangles, the ears left out, with their areas."""
    a, b, c = v[f[:, 0]], v[f[:, 1]], v[f[:, 2]]
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2
    n = 2
    places, weights = [], []
    for i in range(n):
        for j in range(n - i):
            w1, w2 = (i + 1 / 3) / n, (j + 1 / 3) / n
            places.append(a + w1 * (b - a) + w2 * (c - a))
            weights.append(area / (n * (n + 1) / 2))
    p, w = np.vstack(places), np.concatenate(weights)
    ear = (np.abs(p[:, 0]) > 60) & (p[:, 1] > 1478) & (p[:, 1] < 1556) & (p[:, 2] > 50) & (p[:, 2] < 112)
    return p[~ear], w[~ear]


def second_differences(knots):
    """Differences of the slopes about each inner knot, as weights of the values."""
    d = np.zeros((len(knots) - 2, len(knots)))
    for i in range(1, len(knots) - 1):
        before, after = 1 / (knots[i] - knots[i - 1]), 1 / (knots[i + 1] - knots[i])
        d[i - 1, i - 1:i + 2] = before, -before - after, after
    return d


def measure(folder):
    """Radii by row and column."""
    v, f = head(folder)
    p, w = samples(v, f)
    height, angle, far = axis_coordinates(p)
    ok = (height > ROWS[0] - 4) & (far < 135) & (np.abs(p[:, 0]) < 82)
    ok &= (p[:, 1] > 1435) | (np.abs(p[:, 0]) < 60)   # a neck without shoulders
    height, angle, far, w = height[ok], angle[ok], far[ok], w[ok]
    rows, columns = basis(ROWS, height, False), basis(COLUMNS, angle, True)
    n, m = len(ROWS), len(COLUMNS)
    normal, right = np.zeros((n * m, n * m)), np.zeros(n * m)
    for start in range(0, len(far), 4000):
        s = slice(start, start + 4000)
        a = (rows[s, :, None] * columns[s, None, :]).reshape(-1, n * m)
        normal += (a * w[s, None]).T @ a
        right += (a * w[s, None]).T @ far[s]
    stiff = np.array(STIFF)[np.searchsorted(STIFF_TO, COLUMNS)]
    bend = second_differences(np.array(ROWS, float))
    normal += np.kron(bend.T @ bend, np.diag(stiff))
    bend = second_differences(1.4 * np.array(COLUMNS))
    normal += np.kron(np.eye(n), bend.T @ np.diag(stiff[1:-1]) @ bend)
    pole = np.zeros((n, n))
    pole[-1, -1] = 1
    normal += 100 * np.kron(pole, np.eye(m) - np.ones((m, m)) / m)   # one pole for all angles
    radii = np.linalg.solve(normal, right).reshape(n, m)
    radii[-1] = radii[-1].mean()
    return radii


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    radii = measure(sys.argv[1])
    table = np.column_stack([np.concatenate([[0], ROWS]), np.vstack([COLUMNS, radii])])
    lines = ["# The form of head and neck, without its features: distance in mm from an axis to the skin. The first row",
             "# names the angles (0 to the front, over the right side, to 180 at the back), the first figure of each other",
             "# row its height along the axis, from the neck up. Above `foot` the rows are a dome: heights go on along an",
             "# arc of `dome_mm` about that place, up to the pole.",
             "foot = [" + ", ".join(f"{value:g}" for value in FOOT) + "]",
             f"lean = {LEAN}   # the axis moves back by so many mm a mm downwards",
             f"dome_mm = {DOME_MM:g}", "radii = ["]
    lines += ["  [" + ", ".join(f"{value:.1f}".removesuffix(".0") for value in line) + "]," for line in table] + ["]"]
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
