"""Lays a first loft or sheet through each part of a bone.

A part has a name, a kind ("loft" or "sheet"), how many figures it gets (rings or rows, columns), and an axis:
a line of places in mm down its middle. The bone's surface is shared out among the axes; a loft starts as a tube
about its axis as wide as its share of the surface lies from it, a sheet as the plate through its share.
"""
from dataclasses import dataclass, field

import numpy as np

import fit
import part_fit
import reference


@dataclass
class Part:
    name: str
    kind: str
    rows: int
    columns: int
    axis: np.ndarray          # (n, 3), mm
    reach: float = 1.0        # distances to the axis count as this much smaller when the surface is shared out
    ends: float = field(default=0.5)  # 0 rings evenly spaced, 1 closer together toward the ends


def one_loft(name, v, f, rows, columns, way="long"):
    """A whole bone as one loft: down its middle, or about its shortest axis ("short")."""
    if way == "short":
        p = reference.sample(v, f, 9000)[0]
        c, up = p.mean(0), np.linalg.svd(p - p.mean(0), full_matrices=False)[2][2]
        high = np.percentile((p - c) @ up, [3, 97])
        return [Part(name, "loft", rows, columns, c + np.outer(high, up), ends=0.3)]
    return [Part(name, "loft", rows, columns, spine(v, f), ends=0.8)]


def spine(v, f, count=14):
    """A line down the middle of a bone, bent as the bone is: through the centres of the level sets of a harmonic
    function between its ends; straight through its slices where the bone is too stout for that."""
    p = reference.sample(v, f, 9000)[0]
    c = v.mean(0)
    extent = np.linalg.svd(p - p.mean(0), compute_uv=False)
    if extent[0] < 3 * extent[1]:
        return middle_line(p)
    x = (v - c) @ np.linalg.svd(p - p.mean(0), full_matrices=False)[2][0]
    first_end, last_end = np.where(x < np.percentile(x, 2))[0], np.where(x > np.percentile(x, 98))[0]
    u = fit.harmonic(v, f, first_end, last_end)
    sections = [fit.level(v, f, u, t) for t in fit.evenly(v, f, u, count)]
    line = np.array([s.mean(0) for s in sections])
    tip = lambda own, inner: inner + (v[own].mean(0) - inner) * 1.05
    return np.vstack([tip(first_end, line[0]), line, tip(last_end, line[-1])])


def middle_line(p, count=9):
    """A line through the middle of a cloud of points along its longest axis."""
    c = p - p.mean(0)
    way = c @ np.linalg.svd(c, full_matrices=False)[2][0]
    lo, hi = np.percentile(way, [0.1, 99.9])
    edges = np.linspace(lo, hi, count + 1)
    centres = []
    for a, b in zip(edges, edges[1:]):
        slab = p[(way >= a) & (way <= b)]
        centres.append((slab.min(0) + slab.max(0)) / 2 if len(slab) > 12 else p.mean(0))
    centres = np.array(centres)
    centres[1:-1] = (centres[:-2] + 2 * centres[1:-1] + centres[2:]) / 4
    return np.vstack([centres[0] + (centres[0] - centres[1]) * 0.4, centres,
                      centres[-1] + (centres[-1] - centres[-2]) * 0.4])


def along(axis, p):
    """For points: the share of the way along an axis, and the distance to it, mm."""
    step = np.diff(axis, axis=0)
    length = np.maximum(np.linalg.norm(step, axis=1), 1e-9)
    start = np.r_[0, np.cumsum(length)]
    best, way = np.full(len(p), np.inf), np.zeros(len(p))
    for a, s, n, from_start in zip(axis, step, length, start):
        t = np.clip(((p - a) @ s) / n**2, 0, 1)
        d = np.linalg.norm(p - a - t[:, None] * s, axis=1)
        nearer = d < best
        best[nearer], way[nearer] = d[nearer], (from_start + t * n)[nearer]
    return way / start[-1], best


def at(axis, share):
    """Places and unit directions at shares of the way along an axis."""
    start = np.r_[0, np.cumsum(np.linalg.norm(np.diff(axis, axis=0), axis=1))]
    place = lambda s: np.stack([np.interp(s * start[-1], start, axis[:, k]) for k in range(3)], 1)
    share = np.asarray(share, float)
    d = place(np.clip(share + 0.05, 0, 1)) - place(np.clip(share - 0.05, 0, 1))
    return place(share), d / np.maximum(np.linalg.norm(d, axis=1, keepdims=True), 1e-9)


def tube(part, p):
    """The points of a first loft about the part's axis, as wide as the points `p` lie from it."""
    even = np.arange(1, part.rows + 1) / (part.rows + 1)
    shares = (1 - part.ends) * even + part.ends * (1 - np.cos(np.pi * even)) / 2
    centre, direction = at(part.axis, shares)
    way = along(part.axis, p)[0]
    aside = np.linalg.svd(direction)[2][-1]
    width = np.median(along(part.axis, p)[1]) if len(p) else 2.0
    points = []
    for c, d, s in zip(centre, direction, shares):
        e1 = aside - (aside @ d) * d
        e1 /= np.linalg.norm(e1)
        aside, e2 = e1, np.cross(d, e1)
        near = p[np.abs(way - s) < max(0.7 / (part.rows + 1), 0.04)]
        off = near - c
        turn = np.arctan2(off @ e2, off @ e1)
        far = np.hypot(off @ e1, off @ e2)
        usual = np.median(far) if len(far) > 5 else width * 0.6
        for k in range(part.columns):
            angle = 2 * np.pi * k / part.columns
            gap = np.abs((turn - angle + np.pi) % (2 * np.pi) - np.pi)
            mine = far[gap < 2 * np.pi / part.columns]
            r = np.median(mine) if len(mine) > 3 else 0.8 * usual
            r = np.clip(r, 0.3 * usual, 2.5 * usual)
            points.append(c + r * (np.cos(angle) * e1 + np.sin(angle) * e2))
    return np.vstack([points, part.axis[:1], part.axis[-1:]])


def plate(part, p):
    """The figures (x, y, z, thickness) of a first sheet through the points `p`, along the part's axis."""
    way = along(part.axis, p)[0]
    # beyond the ends the way is cut off at 0 and 1: go on by the direction of the axis
    ends, direction = at(part.axis, [0.0, 1.0])
    length = np.linalg.norm(np.diff(part.axis, axis=0), axis=1).sum()
    way = np.where(way <= 0, (p - ends[0]) @ direction[0] / length, way)
    way = np.where(way >= 1, 1 + (p - ends[1]) @ direction[1] / length, way)
    lo, hi = np.percentile(way, [2, 98])
    sections = [p[np.argsort(np.abs(way - t))[: max(24, len(p) // part.rows)]]
                for t in np.linspace(lo, hi, part.rows)]
    curves, thickness = fit.from_sections(sections, part.columns)
    return np.column_stack([curves.reshape(-1, 3), thickness.ravel()])


OVERLAP = 1.35  # a place belongs to every part whose axis is at most this much further than the nearest


def share(parts, p):
    """Which of the places `p` are in each part's share of the surface: (parts, places). Shares overlap, so that
    parts grow into each other."""
    d = np.array([along(part.axis, p)[1] / part.reach for part in parts])
    return d <= OVERLAP * d.min(0)


def first(v, f, parts):
    """Fine parts and their first figures."""
    p = reference.sample(v, f, 12000)[0]
    shares = share(parts, p)
    fine, states = [], []
    for i, part in enumerate(parts):
        mine = p[shares[i]]
        if len(mine) < 40:
            raise ValueError(f"'{part.name}' has no share of the surface: mend its axis")
        is_loft = part.kind == "loft"
        fine.append((part_fit.FineLoft if is_loft else part_fit.FineSheet)(part.rows, part.columns))
        states.append((tube if is_loft else plate)(part, mine))
    return fine, states
