"""The muscles between the ribs, drawn from edge to edge of the reference's ribs and cartilages.

A rib is followed by the angle round an upright axis inside the chest: 0 in front, growing over the right
side to the back. Spaces are numbered like the rib above them. At rest an outer intercostal is 2 to 3 mm
thick, an inner one a little less (De Troyer A, Kirkwood PA, Wilson TA. Physiol Rev 2005;85:717-756;
ultrasound: Yoshida R et al. J Phys Ther Sci 2019;31:340-343).
"""
import numpy as np
from scipy.ndimage import gaussian_filter1d, median_filter

import bones
from laid import lay, neighbours, ribbon, through_curves

COLUMNS = 9
EXTERNAL, INTERNAL = 2.4, 1.9   # mm thick
SLANT = 0.75                    # how far fibres run forward (backward) for each mm down


class Edge:
    """One edge of a rib with its cartilage: height and inner and outer radius over the angle."""

    def __init__(self, points, axis, lower, step=2.0):
        angle = np.degrees(np.arctan2(axis[0] - points[:, 0], points[:, 2] - axis[1]))
        radius = np.hypot(points[:, 0] - axis[0], points[:, 2] - axis[1])
        rows = []
        for a in np.arange(angle.min() + 1, angle.max() - 1, step):
            near = np.abs(angle - a) < step
            if near.sum() < 8:
                continue
            y = points[near, 1]
            rim = near.copy()
            rim[near] = y <= np.percentile(y, 12) if lower else y >= np.percentile(y, 88)
            rows.append((a, points[rim, 1].min() if lower else points[rim, 1].max(), radius[rim].mean()))
        rows = np.array(rows)
        self.axis, self.first, self.last = axis, rows[0, 0], rows[-1, 0]
        even = np.arange(rows[0, 0], rows[-1, 0] + 0.5, 1.0)
        smooth = lambda x: gaussian_filter1d(median_filter(np.interp(even, rows[:, 0], x), 5), 2.5, mode="nearest")
        height, radius = smooth(rows[:, 1]), smooth(rows[:, 2])
        self._height = lambda angle: np.interp(angle, even, height)
        self._radius = lambda angle: np.interp(angle, even, radius)

    def place(self, angle, outward, up):
        a = np.radians(angle)
        r = self._radius(angle) + outward
        return np.array([self.axis[0] - r * np.sin(a), self._height(angle) + up, self.axis[1] + r * np.cos(a)])


def rib_points(ref, number, with_cartilage):
    names = [f"rib-{number}"] + [f"costal-cartilage-{number}"] * (with_cartilage and number <= 7)
    v = neighbours(ref, bones.pattern(names))
    return v[(v[:, 0] < -34) | ((v[:, 0] < -4) & (v[:, 2] > 100))]  # without the neck at the spine


def axis_of(ref, number):
    """An upright axis (X, Z) round which both ribs of a space run without turning back."""
    v = rib_points(ref, number + 1, False)
    head, front = v[v[:, 2].argmin()], v[v[:, 2].argmax()]
    return np.array([-12.0, 0.55 * head[2] + 0.45 * front[2] if number < 3 else 75.0])


def space(ref, number, external):
    """The sheet of one space: curves run from the upper rib to the lower."""
    axis = axis_of(ref, number)
    above = Edge(rib_points(ref, number, not external), axis, True)
    below = Edge(rib_points(ref, number + 1, not external), axis, False)
    back = min(above.last, below.last) - (14 if external else 34 if number < 10 else 16)
    front = max(above.first, below.first) + (2 if external else 1.5)
    open_at = [a for a in np.arange(front, back, 1.0)
               if above.place(a, 0, 0)[1] - below.place(a, 0, 0)[1] > 3.0]
    front, back = min(open_at), max(open_at)
    thick, outward, sign = (EXTERNAL, 0.9, -1) if external else (INTERNAL, -1.5, 1)
    guides = []
    for q in np.linspace(0, 1, 15):
        middle = front + q * (back - front)
        top, low = above.place(middle, outward, -0.2), below.place(middle, outward, 0.2)
        radius = np.hypot(*(top - [axis[0], top[1], axis[1]])[[0, 2]])
        lean = np.degrees(SLANT * (top[1] - low[1]) / radius) / 2 * sign
        lean = np.sign(lean) * min(abs(lean), 9.0)
        top = above.place(np.clip(middle - lean, front, back), outward, -0.2)
        low = below.place(np.clip(middle + lean, front, back), outward, 0.2)
        guides.append([[*(top + u * (low - top)), thick] for u in np.linspace(0, 1, 4)])
    return through_curves(guides, 4, COLUMNS)


def intercostals(first, last, external):
    return lambda ref: [space(ref, n, external) for n in range(first, last + 1)]


external_intercostals_1 = intercostals(1, 3, True)
external_intercostals_4 = intercostals(4, 6, True)
external_intercostals_7 = intercostals(7, 9, True)
external_intercostals_10 = intercostals(10, 11, True)
internal_intercostals_1 = intercostals(1, 3, False)
internal_intercostals_4 = intercostals(4, 6, False)
internal_intercostals_7 = intercostals(7, 9, False)
internal_intercostals_10 = intercostals(10, 11, False)


def sternalis(ref):
    """A variant: a slender strap up the front of pectoralis major beside the breastbone."""
    path = [[-38, 1184, 207.5, 7, 1.2], [-35, 1205, 212, 12, 2.2], [-30, 1236, 211, 13, 2.8], [-24, 1270, 203, 11, 2.6],
            [-18, 1300, 184, 7, 1.8], [-13, 1319, 166, 5, 1.0]]
    under = neighbours(ref, "^(Body of sternum|Manubrium)$|costal cartilage$|right pectoralis major$|^Right external oblique$")
    under = under[(under[:, 2] > 150) & (under[:, 0] < 5)]
    return [lay(*ribbon(path, (-0.1, 0, 1), 9, 4), (-0.1, 0, 1), under, gap=0.2, far=14)]
