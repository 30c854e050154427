#!/usr/bin/python3
"""Draws the sixteen teeth of the right side, each a loft of its own, and writes their tables.

usage: teeth.py OUT_DIR     needs python3-numpy, python3-scipy

The reference has empty sockets. The two arches below run through the middle of its sockets and of the mandible's
crest; sizes are the usual ones (Nelson, Wheeler's Dental Anatomy), narrowed alike until the row fills the
arch, and the crowns' height is what brings the arcades together with the jaw as it stands.
"""
import os
import sys

import numpy as np
from scipy.interpolate import CubicSpline

import loft

COLUMNS = 8
ROOT = 6.0  # mm of root below the neck: the rest would lie hidden in the jaw
# Crest of the jaw from the median plane backward on the right side: x, y, z in mm.
ARCH = {"upper": [[0, 1475.2, 181], [-7.8, 1475, 179], [-14.1, 1475.8, 174.8], [-18.9, 1476.3, 168.8],
                  [-21.4, 1476.8, 161.5], [-23.1, 1477.6, 155], [-23.7, 1478.8, 148.6], [-24, 1480.3, 143],
                  [-23.5, 1482, 136]],
        "lower": [[0, 1461.2, 174.5], [-6.7, 1461, 172.8], [-12.2, 1461.7, 168.4], [-16.4, 1462.6, 163.3],
                  [-19.3, 1464, 158], [-22, 1465.5, 153.5], [-24.5, 1466.8, 149.1], [-27.4, 1468.5, 144],
                  [-30, 1470.5, 137], [-31.5, 1472.5, 131]]}
# name, Latin, form, breadth along the arch and depth across it (upper, lower), Y of the tip (upper, lower), mm
TEETH = [("central-incisor", "Dens incisivus medialis", "incisor", (8.5, 5.0), (7.0, 6.0), (1466.8, 1469.0)),
         ("lateral-incisor", "Dens incisivus lateralis", "incisor", (6.5, 5.5), (6.0, 6.3), (1467.4, 1469.0)),
         ("canine", "Dens caninus", "canine", (7.5, 7.0), (8.0, 7.5), (1466.2, 1469.8)),
         ("first-premolar", "Dens premolaris primus", "premolar", (7.0, 7.0), (9.0, 7.6), (1468.8, 1470.3)),
         ("second-premolar", "Dens premolaris secundus", "premolar", (7.0, 7.0), (9.0, 8.0), (1469.3, 1470.6)),
         ("first-molar", "Dens molaris primus", "molar", (10.0, 11.0), (11.0, 10.3), (1470.5, 1471.3)),
         ("second-molar", "Dens molaris secundus", "molar", (9.0, 10.5), (11.0, 10.0), (1471.8, 1472.6)),
         ("third-molar", "Dens molaris tertius", "molar", (8.5, 10.0), (10.0, 9.5), (1474.2, 1475.0))]
# FMA ids: upper right and left, lower right and left.
FMA = {"central-incisor": (55681, 55682, 57142, 57143), "lateral-incisor": (55680, 55683, 57140, 57141),
       "canine": (55798, 55799, 55686, 55687), "first-premolar": (55689, 55690, 55694, 55693),
       "second-premolar": (55688, 55691, 55695, 55692), "first-molar": (55698, 55699, 55705, 55704),
       "second-molar": (55697, 55700, 55706, 55703), "third-molar": (55696, 55701, 55707, 55702)}
# Rings from the root to the tip: share of the crown's height (the root's where negative), of breadth, of depth.
RINGS = {"incisor": [(-0.7, 0.45, 0.6), (0, 0.82, 0.9), (0.3, 0.96, 0.92), (0.7, 1.03, 0.5), (0.95, 0.99, 0.2)],
         "canine": [(-0.7, 0.5, 0.6), (0, 0.82, 0.9), (0.35, 1.0, 0.98), (0.65, 1.0, 0.72), (0.9, 0.5, 0.3)],
         "premolar": [(-0.7, 0.5, 0.55), (0, 0.83, 0.88), (0.4, 1.0, 1.0), (0.7, 1.0, 0.92), (0.93, 0.6, 0.62)],
         "molar": [(-0.7, 0.6, 0.6), (0, 0.88, 0.88), (0.4, 0.99, 0.98), (0.7, 0.99, 0.9), (0.94, 0.66, 0.62)]}
FOSSA = {"incisor": 0.0, "canine": 0.0, "premolar": 1.6, "molar": 1.6}  # mm from the cusps down to the middle
SQUARE = {"incisor": 0.3, "canine": 0.1, "premolar": 0.25, "molar": 0.6}  # 0 round, 1 with full corners
# Lean of the crown outward, mm of the tip per mm of height: front teeth forward, lower molars to the tongue.
LEAN = {"upper": {"incisor": 0.3, "canine": 0.2, "premolar": 0.15, "molar": 0.2},
        "lower": {"incisor": 0.25, "canine": 0.1, "premolar": -0.1, "molar": -0.25}}


class Arch:
    """The line of the necks, by length from the median plane."""

    def __init__(self, points):
        points = np.array(points, float)
        length = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
        self.length = length[-1]
        self._curve = CubicSpline(length, points)

    def frame(self, s):
        """The place, the way backward along the arch and the way out of the mouth, both level, and how sharply
        the arch bends there, 1/mm."""
        back = self._curve(s, 1) * [1, 0, 1]
        back /= np.linalg.norm(back)
        bend = np.linalg.norm(np.cross(back, self._curve(s, 2) * [1, 0, 1]))
        return self._curve(s), back, np.array([back[2], 0, -back[0]]), bend


def tooth(form, arch, s, breadth, depth, tip, lean):
    """The points of one tooth's loft, ring by ring and then its two poles."""
    neck, back, out, bend = arch.frame(s)
    high = tip - neck[1]
    up = np.array([0, np.sign(high), 0])
    place = lambda h: neck + up * h + out * lean * h
    height = lambda share: share * (abs(high) if share > 0 else ROOT)
    points = []
    for ring, (share, wide, deep) in enumerate(RINGS[form]):
        for k in range(COLUMNS):
            angle = 2 * np.pi * k / COLUMNS
            corner = 1 + SQUARE[form] * ((np.cos(angle)**4 + np.sin(angle)**4)**-0.25 - 1)
            h = height(share)
            if ring == len(RINGS[form]) - 1:
                h = abs(high) - cusp_drop(form, angle)
            fan = 1 + lean * h * bend  # crowns that lean outward stand on a wider arch
            points.append(place(h) + corner / 2 * (fan * wide * breadth * np.cos(angle) * back
                                                   + deep * depth * np.sin(angle) * out))
    return np.vstack([points, place(-ROOT), place(abs(high) - FOSSA[form])])


def cusp_drop(form, angle):
    """mm by which the last ring stays below the cusps' tips."""
    if form == "premolar":
        return 0.3 + 0.9 * np.cos(angle)**2
    if form == "molar":
        return 0.2 + 0.9 * np.cos(2 * angle)**2
    return 0.4 if form == "incisor" else 1.2


def write(folder, row, name, latin, points):
    right, left = FMA[name][:2] if row == "upper" else FMA[name][2:]
    lines = [f'id = "{row}-{name}-tooth"', f'english = "{row.capitalize()} {name.replace("-", " ")} tooth"',
             f'latin = "{latin} {"superior" if row == "upper" else "inferior"}"',
             f"fma = {{ right = {right}, left = {left} }}", 'group = "head"', 'kind = "bone"',
             "midline = false", "measured = false", "",
             *loft.format_loft(points, (len(points) - 2) // COLUMNS, COLUMNS, "crown and root")]
    with open(os.path.join(folder, f"{row}-{name}-tooth.toml"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for which, row in enumerate(("upper", "lower")):
        arch = Arch(ARCH[row])
        narrow = arch.length / sum(t[3][which] for t in TEETH)
        s = 0.0
        for name, latin, form, breadth, depth, tip in TEETH:
            wide = breadth[which] * narrow
            points = tooth(form, arch, s + wide / 2, wide, depth[which] * 0.93, tip[which], LEAN[row][form])
            write(sys.argv[1], row, name, latin, points)
            s += wide


if __name__ == "__main__":
    main()
