"""Parts a bone's surface and lays a first sheet through each part.

`how` names the way: "one" (along the longest axis), "vertebra", or "seeds N" (N compact parts).
"""
import numpy as np
from scipy.cluster.vq import kmeans2

import fit
import reference
import split


def first_sheets(v, f, how, rows, columns):
    if how == "one":
        return [ends_to_ends(v, f, rows, columns)]
    if how == "vertebra":
        return vertebra(v, f)
    kind, count = how.split()
    return seeds(v, f, int(count), rows, columns)


def ends_to_ends(v, f, rows, columns):
    """Along the longest axis, with the sections of a harmonic function where they work."""
    try:
        return split.long_axis_sheet(v, f, rows, columns)[0]
    except (ValueError, IndexError, np.linalg.LinAlgError):
        return cloud(v, rows, columns)


def cloud(p, rows, columns, way=None):
    """A sheet through a cloud of points, cut into even slices along `way` (one number a point) or
    along its longest axis."""
    if way is None:
        c = p - p.mean(0)
        way = c @ np.linalg.svd(c, full_matrices=False)[2][0]
    lo, hi = np.percentile(way, [2, 98])
    sections = []
    for t in np.linspace(lo, hi, rows):
        near = np.argsort(np.abs(way - t))[: max(24, len(p) // rows)]
        sections.append(p[near])
    return fit.from_sections(sections, columns)


def dense(v, f, count=9000):
    """An even sample of the surface, mm."""
    return reference.sample(v, f, count)[0]


def seeds(v, f, count, rows, columns):
    """Compact parts by k-means over an even sample, started the same way every time."""
    p = dense(v, f)
    start = [p[np.argmax(np.linalg.norm(p - p.mean(0), axis=1))]]
    while len(start) < count:  # each further seed is the point furthest from those before it
        start.append(p[np.argmax(np.min([np.linalg.norm(p - s, axis=1) for s in start], axis=0))])
    label = kmeans2(p, np.array(start), minit="matrix")[1]
    return [cloud(p[label == k], rows, columns) for k in range(count) if (label == k).sum() > 60]


def vertebra(v, f):
    """Body, two halves of the arch, spinous process, two transverse processes."""
    p = dense(v, f, 14000)
    back, front = canal(p)
    middle = (back + front) / 2
    wide = np.percentile(np.abs(p[np.abs(p[:, 2] - middle) < 2.5][:, 0]), 8)
    parts = []
    body = p[p[:, 2] > front - 1]
    parts.append(cloud(body, 6, 7, body[:, 1]))
    spine = p[(p[:, 2] < back + 3) & (np.abs(p[:, 0]) < 0.75 * wide)]
    if len(spine) > 80:
        parts.append(cloud(spine, 6, 4, -spine[:, 2]))
    for side in (-1, 1):
        half = p[(p[:, 0] * side > 0) & (p[:, 2] < front + 3)]
        far = np.abs(half[:, 0]) > wide + 7
        arch = half[~far]
        around = np.arctan2(np.abs(arch[:, 0]), arch[:, 2] - middle)
        parts.append(cloud(arch, 6, 5, around))
        transverse = half[np.abs(half[:, 0]) > wide + 4]
        if far.sum() > 60:
            parts.append(cloud(transverse, 5, 4, np.abs(transverse[:, 0])))
    return parts


def canal(p):
    """z of the back and the front of the vertebral canal: the widest gap along the midline."""
    near = p[np.abs(p[:, 0]) < 2.5]
    z = np.sort(near[:, 2])
    z = z[(z > np.percentile(p[:, 2], 10)) & (z < np.percentile(p[:, 2], 85))]
    k = np.argmax(np.diff(z))
    return z[k], z[k + 1]
