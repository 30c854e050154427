"""The parts of a vertebra, laid about its own vertebral canal.

Body, both halves of the arch (pedicle and lamina), spinous process, transverse processes and the pillars of the
articular processes; in the neck the transverse process has two bars, with the foramen of the artery between them.
"""
import numpy as np
from scipy.spatial import cKDTree

import reference
from bone_parts import Part


def parts(v, f, name):
    """The parts of a vertebra from C3 to L5."""
    p = reference.sample(v, f, 16000)[0]
    marks = Marks(p)
    neck = name.startswith("vertebra-c")
    out = [Part("body", "loft", 4 if neck else 5, 8 if neck else 10, marks.body(), reach=1.6, ends=0.2),
           Part("spinous process", "loft", 3 if neck else 4, 8, marks.spinous())]
    for side, word in ((-1, "right"), (1, "left")):
        out.append(Part(f"{word} pedicle and lamina", "loft", 4, 6, marks.arch(side)))
        tip, foot = marks.transverse(side)
        if neck:
            out.append(Part(f"{word} transverse process, front bar", "loft", 3, 4,
                            marks.front_bar(side, tip)))
            out.append(Part(f"{word} transverse process, rear bar", "loft", 3, 6, np.array([foot, tip])))
        else:
            out.append(Part(f"{word} transverse process", "loft", 3, 6, np.array([foot, tip])))
        out.append(Part(f"{word} articular processes", "loft", 3 if neck else 4, 6, marks.pillar(side)))
    return out


class Marks:
    """Places on a vertebra, found from an even sample of its surface. z_back and z_front bound the canal."""

    def __init__(self, p):
        self.p = p
        self.z_back, self.z_front = canal(p)
        self.middle = (self.z_back + self.z_front) / 2
        self.wide = np.percentile(np.abs(p[np.abs(p[:, 2] - self.middle) < 2][:, 0]), 5)
        wall = p[(np.abs(p[:, 0]) < 3) & (np.abs(p[:, 2] - self.z_back) < 1.5)]
        self.y_arch = wall[:, 1].mean()
        walls = p[(np.abs(np.abs(p[:, 0]) - self.wide) < 1.2) & (np.abs(p[:, 2] - self.z_front) < 3)]
        self.y_pedicle = np.median(walls[:, 1])

    def body(self):
        core = self.p[(self.p[:, 2] > self.z_front + 2) & (np.abs(self.p[:, 0]) < self.wide)]
        z = (self.z_front + core[:, 2].max()) / 2
        near = core[(np.abs(core[:, 2] - z) < 4) & (np.abs(core[:, 0]) < 5)]
        return np.array([[0, near[:, 1].max(), z], [0, near[:, 1].min(), z]])

    def spinous(self):
        near = self.p[(np.abs(self.p[:, 0]) < 5) & (self.p[:, 2] < self.z_back - 2)]
        start = np.array([0, self.y_arch, self.z_back - 2])
        far = np.linalg.norm(near - start, axis=1)
        return np.array([start, near[far > far.max() - 4].mean(0)])

    def arch(self, side):
        w = self.wide
        return np.array([[side * (w + 2), self.y_pedicle, self.z_front + 2],
                         [side * (w + 2.5), self.y_pedicle, self.middle],
                         [side * 0.7 * w, (self.y_arch + self.y_pedicle) / 2, self.z_back],
                         [0, self.y_arch, self.z_back - 2]])

    def transverse(self, side):
        """Tip and foot of the transverse process."""
        near = self.p[(self.p[:, 0] * side > self.wide + 3) & (self.p[:, 2] < self.z_front + 5)]
        far = near[:, 0] * side
        tip = near[far > far.max() - 3].mean(0)
        return tip, np.array([side * (self.wide + 3), (self.y_pedicle + self.y_arch) / 2, self.middle - 2])

    def front_bar(self, side, tip):
        return np.array([[side * (self.wide + 2), self.y_pedicle - 1, self.z_front + 5], tip + [0, 0, 1]])

    def pillar(self, side):
        x = self.p[:, 0] * side
        own = self.p[(x > 0.45 * self.wide + 1) & (x < self.wide + 12) & (self.p[:, 2] < self.middle + 4)
                     & (self.p[:, 2] > self.z_back - 10)]
        top = own[own[:, 1] > own[:, 1].max() - 3].mean(0)
        low = own[own[:, 1] < own[:, 1].min() + 3].mean(0)
        return np.array([top, (top + low) / 2, low])


def canal(p):
    """z of the back and the front of the vertebral canal: the widest gap along the midline."""
    near = p[np.abs(p[:, 0]) < 2.5]
    z = np.sort(near[:, 2])
    z = z[(z > np.percentile(p[:, 2], 10)) & (z < np.percentile(p[:, 2], 85))]
    k = np.argmax(np.diff(z))
    return z[k], z[k + 1]


def foramina(v, f, name):
    """The canals of the vertebral artery through the transverse processes of C3 to C6: where, seen from above,
    the surface leaves the widest gap beside the vertebral canal."""
    if name not in ("vertebra-c3", "vertebra-c4", "vertebra-c5", "vertebra-c6"):
        return []
    p = reference.sample(v, f, 16000)[0]
    marks, out = Marks(p), []
    for side, word in ((-1, "right"), (1, "left")):
        x, z = np.meshgrid(np.arange(marks.wide + 3, marks.wide + 11, 0.25),
                           np.arange(marks.z_front - 3, marks.z_front + 9, 0.25))
        places = np.stack([side * x.ravel(), z.ravel()], 1)
        gap = cKDTree(p[:, [0, 2]]).query(places)[0]
        (x, z), radius = places[np.argmax(gap)], gap.max()
        out.append({"name": f"{word} transverse foramen", "radius_mm": round(float(radius), 1),
                    "through": [[round(float(x), 1), round(float(marks.y_pedicle + d), 1), round(float(z), 1)]
                                for d in (9, -9)]})
    return out
