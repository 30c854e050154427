"""First sheets of muscles with several heads, teeth or tendons, and of small muscles without bones."""
import numpy as np
import scipy.sparse.csgraph as graph
from scipy.spatial import cKDTree

import bones
import fit



def first_sheets(ref, entry, v, f, near_origin, near_insertion, rows, columns, far):
    """One sheet, or one for each of the bones named in `fit.heads` (origins) or `fit.tails` (insertions)."""
    how = entry.get("fit", {})
    reach = how.get("reach", 5.0)
    heads, tails = how.get("heads"), how.get("tails")
    if "tips" in how:
        common = along_line(v, how["to_line"], reach)
        tips = [along_line(v, t, 9.0, 0) for t in how["tips"]]
        return branches(v, f, tips, common, rows, columns, True)
    if heads or tails:
        near = near_insertion if heads else near_origin
        line = how.get("to_line" if heads else "from_line")
        near = near if line is None else cKDTree(dense_line(line)).query(v)[0]
        return branched(ref, v, f, heads or tails, near, rows, columns, reach, (0, 1) if line else far, bool(heads))
    start, end = fit.ends(v, f, near_origin, near_insertion, reach, far)
    start = along_line(v, how["from_line"], reach) if "from_line" in how else start
    end = along_line(v, how["to_line"], reach) if "to_line" in how else end
    end = np.setdiff1d(end, start)
    u = fit.harmonic(v, f, start, end)
    return [fit.from_sections([fit.level(v, f, u, t) for t in fit.evenly(v, f, u, rows)], columns)]


def along_line(v, line, reach, least=1):
    """Vertices within `reach` mm of a line through places given in the table."""
    d = cKDTree(dense_line(line)).query(v)[0]
    return np.where(d < max(reach, np.percentile(d, least)))[0]


def dense_line(line):
    line = np.array(line, float)
    if len(line) == 1:
        return line
    way = np.linspace(0, len(line) - 1, 200)
    return np.stack([np.interp(way, np.arange(len(line)), line[:, k]) for k in range(3)], 1)


def branched(ref, v, f, names, near_common, rows, columns, reach, far, are_heads):
    """A sheet for each branch: from the bone named to the common end (or back, for tails)."""
    gap = np.array([cKDTree(ref.points(bones.pattern([n]))).query(v)[0] for n in names])
    edges = fit.edges(v, f)
    mine = [np.where((gap.argmin(0) == k) & (gap[k] < reach) & (gap[k] < near_common))[0] for k in range(len(names))]
    mine = [m for m in mine if len(m) >= 3]
    common = np.where((near_common < max(reach, np.percentile(near_common, 2))) & (near_common < gap.min(0)))[0]
    common = fit.furthest(edges, common, np.concatenate(mine), far[1])
    way = way_along(edges, common)
    tips = [m[way[m] >= way[m].max() - 0.2 * way.max()] for m in mine]
    return branches(v, f, tips, common, rows, columns, are_heads)


def branches(v, f, tips, common, rows, columns, are_heads):
    """A sheet for each set of tip vertices, from it to the common end (or back)."""
    edges = fit.edges(v, f)
    common = np.setdiff1d(common, np.concatenate(tips))
    u = fit.harmonic(v, f, np.concatenate(tips), common)
    if not are_heads:
        u = 1 - u
    # each branch's territory, counted so that every branch reaches the common end
    far_off = [way_along(edges, t) for t in tips]
    label = np.argmin([d - np.percentile(d[common], 5) for d in far_off], axis=0)
    return [strip(v, f[(label[f] == k).sum(1) >= 2], u, rows, columns) for k in range(len(tips))]


def way_along(edges, seeds):
    """Shortest way along the surface from any seed, mm."""
    d = graph.dijkstra(edges, directed=False, indices=seeds, min_only=True)
    return np.nan_to_num(d, posinf=1e4)


def strip(v, f, u, rows, columns):
    """A sheet through the sections of part of a surface."""
    lo, hi = np.percentile(u[f], [0.5, 99.5])
    levels = np.linspace(max(lo, 0.004), min(hi, 0.996), 3 * rows)
    sections = [(t, fit.level(v, f, u, t)) for t in levels]
    sections = [(t, p) for t, p in sections if len(p) >= 6]
    centre = np.array([p.mean(0) for _, p in sections])
    way = np.r_[0, np.cumsum(np.linalg.norm(np.diff(centre, axis=0), axis=1))]
    at = np.interp(np.linspace(0, way[-1], rows), way, [t for t, _ in sections])
    return fit.from_sections([fit.level(v, f, u, t) for t in at], columns)


def long_axis_sheet(v, f, rows, columns):
    """A sheet along the longest axis of a small body, the lower or inner end first."""
    c = v.mean(0)
    axis = np.linalg.svd(v - c, full_matrices=False)[2][0]
    x = (v - c) @ axis
    first, last = np.where(x < np.percentile(x, 4))[0], np.where(x > np.percentile(x, 96))[0]
    u = fit.harmonic(v, f, first, last)
    sections = [fit.level(v, f, u, t) for t in fit.evenly(v, f, u, rows)]
    return [fit.from_sections(sections, columns)]
