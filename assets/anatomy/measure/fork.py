"""First sheets of a muscle of one belly and several tendons: one sheet to the fork, one a tendon.

A sheet for each tendon all the way from the origin, as `split.branched` gives them, draws the belly
as often as there are tendons; the fork keeps such a muscle within the figures a muscle may have.
"""
import numpy as np

import fit
import sheet

OVERLAP = 0.03  # share of the way by which a tendon begins within the belly
ALL_TENDON = (0.0, 0.01)


def is_tendon(entry, k):
    """Whether sheet `k` of a muscle of the tables is a tendon beyond its fork."""
    return "fork" in entry.get("fit", {}) and k > 0


def belly_and_tendons(sheets, at, belly, tendon):
    """One sheet of `belly` (rows, columns) up to the share `at` of the way, then one of `tendon`
    (rows, columns) for each of `sheets`, which run from the origin to one insertion each."""
    begin = at - OVERLAP
    out = [fit.from_sections(common_sections(sheets, np.linspace(0, at, belly[0])), belly[1])]
    for curves, thickness in sheets:
        weights = sheet.spline_weights(len(curves), np.linspace(begin, 1, tendon[0]))
        across = sheet.spline_weights(curves.shape[1], np.linspace(0, 1, tendon[1]))
        place = np.einsum("ar,bc,rcx->abx", weights, across, curves)
        thick = np.einsum("ar,bc,rc->ab", weights, across, thickness)
        out.append((place, np.maximum(thick, sheet.MIN_THICKNESS)))
    return out


def common_sections(sheets, shares):
    """The outlines of all sheets together at each share of the way: a list of (n, 3)."""
    faces = []
    for curves, thickness in sheets:
        middle, normal, half = sheet.fine(curves, thickness, 101, 25)
        lift = normal * half[..., None]
        faces.append(np.concatenate([middle + lift, middle - lift], 1))
    whole = np.concatenate(faces, 1)
    return [whole[min(int(round(s * 100)), 100)] for s in shares]
