"""The parts of the skull's bones, and the first loft or sheet of each, from tables/skull.toml.

A loft of the table has an `axis`: places in mm down its middle. A sheet has a `guide`: a coarse grid of places on
the plate, row by row, that a spline makes finer. The bone's surface is shared out among axes and guides by
distance. `both = true` in a midline bone gives the part a mirror image on the left, fitted by itself.
"""
from dataclasses import dataclass

import numpy as np
from scipy.interpolate import CubicSpline, interp1d
from scipy.spatial import cKDTree

import bone_parts
import part_fit
import reference

FIRST_THICKNESS = 2.4  # mm, of a plate before it is fitted
OVERLAP_MM = 1.5       # a place belongs to every part that is at most this much further off than the nearest
OVER_MIDLINE_MM = 0.4  # by which parts that meet at the median plane cross it


@dataclass
class SkullPart:
    name: str
    kind: str              # "loft" or "sheet"
    figures: tuple         # rings or rows, columns
    line: np.ndarray       # the axis (n, 3) of a loft, the guide (rows, columns, 3) of a sheet, mm
    reach: float = 1.0     # distances count as this much smaller when the surface is shared out
    grow: float = 0.0      # mm by which a fitted sheet is made wider all round, to close sutures
    midline: bool = False  # its first ring or column meets the other side's


    def mirrored(self):
        return SkullPart(self.name.replace("right ", "left "), self.kind, self.figures, self.line * [-1, 1, 1],
                         self.reach, self.grow)


def read(bone):
    """The parts of one bone of tables/skull.toml."""
    parts = []
    for row in bone["part"]:
        kind = "loft" if "axis" in row else "sheet"
        name = "right " + row["name"] if row.get("both") else row["name"]
        part = SkullPart(name, kind, tuple(row["figures"]), np.array(row.get("axis", row.get("guide")), float),
                         row.get("reach", 1.0), row.get("grow", 0.0), row.get("midline", False))
        parts += [part, part.mirrored()] if row.get("both") else [part]
    return parts


def read_foramina(bone):
    """(name, its two ends in mm, radius in mm) of the canals of one bone of tables/skull.toml."""
    out = []
    for row in bone.get("foramen", []):
        name = "right " + row["name"] if row.get("both") else row["name"]
        out.append((name, row["through"], row["radius_mm"]))
        if row.get("both"):
            out.append(("left " + row["name"], [[-x, y, z] for x, y, z in row["through"]], row["radius_mm"]))
    return out


def finer(guide, rows, columns):
    """A coarse grid of places on a spline through it, (rows, columns, 3); linear between two."""
    for axis, count in ((0, rows), (1, columns)):
        own, wanted = np.linspace(0, 1, guide.shape[axis]), np.linspace(0, 1, count)
        curve = CubicSpline(own, guide, axis=axis) if len(own) > 2 else interp1d(own, guide, axis=axis)
        guide = curve(wanted)
    return guide


def far(part, p):
    """Distances in mm from places to a part's axis or guide."""
    if part.kind == "loft":
        return bone_parts.along(part.line, p)[1] / part.reach
    return cKDTree(finer(part.line, 24, 24).reshape(-1, 3)).query(p)[0] / part.reach


def share(parts, p):
    """Which of the places `p` are in each part's share of the surface: (parts, places)."""
    d = np.array([far(part, p) for part in parts])
    return d <= d.min(0) + OVERLAP_MM


def first(v, f, parts):
    """Fine parts and their first figures."""
    p = reference.sample(v, f, 12000)[0]
    shares, fine, states = share(parts, p), [], []
    for part, own in zip(parts, shares):
        if own.sum() < 25:
            raise ValueError(f"'{part.name}' has no share of the surface: mend its line")
        if part.kind == "loft":
            fine.append(part_fit.FineLoft(*part.figures))
            states.append(bone_parts.tube(bone_parts.Part(part.name, "loft", *part.figures, part.line), p[own]))
        else:
            fine.append(part_fit.FineSheet(*part.figures))
            points = finer(part.line, *part.figures).reshape(-1, 3)
            states.append(np.column_stack([points, np.full(len(points), FIRST_THICKNESS)]))
    return fine, states


def finish(part, state):
    """The figures of a fitted part, with its sutures closed: a sheet's edge is a rounded rim and a loft's end a
    dome, which leave grooves where two bones meet face to face."""
    state = state.copy()
    rows, columns = part.figures
    if part.kind == "loft":
        if part.midline:
            meet_at_midline(state, columns)
        return state
    grid = state.reshape(rows, columns, 4)
    places = grid[..., :3].copy()
    for edge, inner in ((np.s_[0], np.s_[1]), (np.s_[-1], np.s_[-2]), (np.s_[:, 0], np.s_[:, 1]),
                        (np.s_[:, -1], np.s_[:, -2])):
        out = places[edge] - places[inner]
        grid[edge][..., :3] += part.grow * out / np.linalg.norm(out, axis=1, keepdims=True)
    if part.midline:
        grid[:, 0, 0] = OVER_MIDLINE_MM
    return grid.reshape(-1, 4)


def meet_at_midline(state, columns):
    """Moves a loft's first ring to the median plane, as wide as the second, and its pole beyond."""
    ring, centre = state[:columns], state[:columns].mean(0)
    wide = [np.ptp(state[k:k + columns, 1:], axis=0).sum() for k in (0, columns)]
    ring[:] = centre + (ring - centre) * np.clip(wide[1] / wide[0], 1, 1.6)
    ring[:, 0], state[-2] = -OVER_MIDLINE_MM, [OVER_MIDLINE_MM, *centre[1:]]
