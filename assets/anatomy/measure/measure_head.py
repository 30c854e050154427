#!/usr/bin/python3
"""Measures the skin of the head on the reference body surface and writes skin/head.toml.

usage: measure_head.py REFERENCE_DIR OUT.toml     needs python3-numpy

The surface (another person) is brought onto the skull of the atlas by landmarks: heights piece by piece
(vertex, nasion, base of the nose, mouth, chin), breadth and depth by the skull's own plus soft tissue.
Then the distance from a centre inside the head to the outermost skin is taken in even steps of latitude
and longitude over the right half; both halves are averaged.
"""
import os
import sys

import numpy as np

import reference

CENTRE = np.array([0.0, 1530.0, 90.0])
STEP = 2.25          # degrees between figures, both ways
LOWEST = -69.75      # degrees of latitude: below, the neck is the body's own
NECK_LATITUDE = -36  # degrees: from here down the neck's own side counts, not the shoulder beyond it
NECK = 1408.0        # mm: rays that leave through the neck end at this height
# Heights: mm below the surface's own top -> Y in the atlas. Skull of the atlas: vertex 1638, nasion 1541,
# teeth meet at 1482, lower edge of the mandible 1436.
DROP = [0, 114, 158, 172, 190, 199, 216, 300]
HEIGHT = [1644, 1541, 1503, 1484, 1450, 1433, 1412, 1330]
WIDE = 0.985          # breadth of the skull of the atlas with temporalis and skin, over the surface's own
DEEP, BACK = 0.952, -91.0   # depth likewise, from the back of the head
BACK_AT = -9.0


def head(folder):
    """(vertices, triangles) of the head and neck in the atlas' frame."""
    v, f = reference.read_glb(os.path.join(folder, "skin", "VH_M_Skin.glb"))
    v = v * 1000
    drop = v[:, 1].max() - v[:, 1]
    f = f[(drop[f] < 290).all(1)]
    placed = np.stack([v[:, 0] * WIDE, np.interp(drop, DROP, HEIGHT), (v[:, 2] - BACK) * DEEP + BACK_AT], 1)
    return placed, f


def crossing(v, f, direction, first):
    """Distance from CENTRE to the first or the outermost crossing with the surface, or None."""
    a, b, c = (v[f[:, k]] - CENTRE for k in range(3))
    # Only triangles about the ray are tried.
    ahead = (a @ direction > 0) & (np.linalg.norm(a - (a @ direction)[:, None] * direction, axis=1) < 14)
    a, e1, e2 = a[ahead], b[ahead] - a[ahead], c[ahead] - a[ahead]
    p = np.cross(direction, e2)
    det = (e1 * p).sum(1)
    ok = np.abs(det) > 1e-9
    a, e1, e2, p, det = a[ok], e1[ok], e2[ok], p[ok], det[ok]
    u = -(a * p).sum(1) / det
    q = np.cross(-a, e1)
    w = (q @ direction) / det
    t = (e2 * q).sum(1) / det
    hit = t[(u >= -1e-6) & (w >= -1e-6) & (u + w <= 1 + 1e-6) & (t > 20)]
    return None if not len(hit) else hit.min() if first else hit.max()


def measure(folder):
    v, f = head(folder)
    latitudes = np.arange(LOWEST, 90 + STEP / 2, STEP)
    longitudes = np.arange(0, 180 + STEP / 2, STEP)  # 0 to the front, 90 to the right, 180 to the back
    radii = np.zeros((len(latitudes), len(longitudes)))
    for i, lat in enumerate(np.radians(latitudes)):
        for j, lon in enumerate(np.radians(longitudes)):
            both = []
            for side in (-1, 1):
                d = np.array([side * np.cos(lat) * np.sin(lon), np.sin(lat), np.cos(lat) * np.cos(lon)])
                r = crossing(v, f, d, np.degrees(lat) <= NECK_LATITUDE)
                floor = (NECK - CENTRE[1]) / d[1] if d[1] < -0.05 else np.inf
                both.append(min(r if r is not None else floor, floor, 160.0))
            radii[i, j] = np.mean(both)
    return latitudes, radii


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    latitudes, radii = measure(sys.argv[1])
    lines = ["# The skin of the head: distance in mm from the centre to the skin. One row a latitude (degrees,",
             "# from below), its figures from the front (0 degrees) over the right side to the back (180).",
             f"centre = [{CENTRE[0]:.0f}, {CENTRE[1]:.0f}, {CENTRE[2]:.0f}]",
             f"lowest_latitude_deg = {LOWEST}", f"step_deg = {STEP}", "radii = ["]
    lines += ["  [" + ", ".join(f"{r:.1f}" for r in row) + "]," for row in radii] + ["]"]
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
