"""First sheets of a muscle of one belly and several tendons: one sheet to the fork, one a tendon.

A sheet for each tendon all the way from the origin, as `split.branched` gives them, draws the belly
as often as there are tendons; the fork keeps such a muscle within the figures a muscle may have.
"""
import numpy as np
from scipy.spatial import cKDTree

import bones
import fit
import sheet
import split

FIRST = 4.0    # mm from the line of origin to the first section
OVERLAP = 6.0  # mm by which a tendon begins within the belly
WITHIN = 0.98  # share of the belly's length at which its tendons begin
LEAST = 30     # points a section of a tendon has at least
ALL_TENDON = (0.03, 0.03)


def is_tendon(entry, k):
    """Whether sheet `k` of a muscle of the tables is a tendon beyond its fork."""
    return "fork" in entry.get("fit", {}) and k > 0


def first_sheets(ref, v, f, how):
    """One sheet up to the fork, `fork` mm along the surface from `from_line`, with `belly` (rows,
    columns) points, then one with `tendon` (rows, columns) points to each of the bones in `tails`."""
    edges = fit.edges(v, f)
    way = split.way_along(edges, split.along_line(v, how["from_line"], how.get("reach", 5.0)))
    levels = np.linspace(FIRST, how["fork"], how["belly"][0])
    out = [fit.from_sections([fit.level(v, f, way, t) for t in levels], how["belly"][1])]
    tips = [tip(ref, v, way, name) for name in how["tails"]]
    label = np.argmin([split.way_along(edges, t) for t in tips], axis=0)
    for k, own in enumerate(tips):
        out.append(tendon(v, f[(label[f] == k).all(1)], way, how["fork"], way[own].max() - 1.0, *how["tendon"]))
    return out


def tendon(v, f, way, fork, end, rows, columns):
    """A sheet along one tendon's share of the surface, its first row drawn back into the belly."""
    begin = next(t for t in np.arange(fork - OVERLAP, end, 1.0) if len(fit.level(v, f, way, t)) >= LEAST)
    curves, thickness = fit.from_sections([fit.level(v, f, way, t) for t in np.linspace(begin, end, rows)], columns)
    back = (curves[0] - curves[1]).mean(0)
    curves[0] += back / np.linalg.norm(back) * (begin - fork + OVERLAP)
    return curves, thickness


def tip(ref, v, way, bone):
    """The vertices nearest to a bone that lie furthest from the origin."""
    gap = cKDTree(ref.points(bones.pattern([bone]))).query(v)[0]
    near = np.where(gap < gap.min() + 3.0)[0]
    return near[way[near] > way[near].max() - 5.0]


def joined(sheets):
    """The fitted sheets with each tendon begun within the end of the belly: the fit parts them, as
    where one is covered by the other no surface is left to hold it."""
    (curves, thickness), *tendons = sheets
    edge = (sheet.spline_weights(len(curves), [WITHIN]) @ curves.reshape(len(curves), -1)).reshape(-1, 3)
    roots = sheet.spline_weights(len(edge), np.linspace(0.12, 0.88, len(tendons))) @ edge
    order = np.argsort([(place[0].mean(0) - edge[0]) @ (edge[-1] - edge[0]) for place, _ in tendons])
    out = [(curves, thickness)] + [None] * len(tendons)
    for root, k in zip(roots, order):
        place = tendons[k][0].copy()
        place[0] += root - place[0].mean(0)
        out[k + 1] = (place, tendons[k][1])
    return out
