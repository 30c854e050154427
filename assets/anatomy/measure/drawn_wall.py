"""The abdominal wall, drawn in layers under the measured external oblique.

Places on the wall are told by an angle round AXIS (0 in front, growing to the right and back), a height,
and a depth under the inner face of the external oblique. From the skin inward stand: internal oblique
(its aponeurosis in front of rectus abdominis), rectus, transversus (its aponeurosis behind rectus, but
in front of it below the arcuate line).

At rest rectus is thickest (about 10 mm), then the internal oblique (8), the external (7) and transversus (4): the
order found by Rankin G, Stokes M, Newham DJ (Muscle Nerve 2006;34:320-326) in men and women alike.
"""
import numpy as np
from scipy.interpolate import PchipInterpolator, RBFInterpolator

import sheet
from laid import lay, neighbours, through_curves

AXIS = np.array([0.0, 95.0])   # X, Z: the wall is star-shaped round it
APONEUROSIS = 0.9              # mm
GAP = 0.4                     # mm between layers
ARCUATE_Y = 915.0              # mm: below it all aponeuroses pass in front of rectus
SEMILUNAR = ([800, 816, 835, 865, 910, 960, 1010, 1060, 1110, 1140, 1178],  # Y of the outer edge of rectus
             [20, 25, 34, 44, 55, 63, 67, 71, 75, 77, 78])                  # and its distance from the middle


def smooth_step(x, low, high):
    q = np.clip((x - low) / (high - low), 0, 1)
    return q * q * (3 - 2 * q)


class Wall:
    """The inner face of the external oblique as a smooth radius over angle and height, and the stack under it."""

    def __init__(self, ref):
        v = neighbours(ref, "^Right external oblique$")
        angle, radius = self.polar(v)
        cell = np.stack([np.round(angle / 4.0), np.round(v[:, 1] / 9.0)], 1).astype(int)
        rows, inverse = np.unique(cell, axis=0, return_inverse=True)
        inner = np.full(len(rows), np.inf)
        np.minimum.at(inner, inverse, radius)
        kept = np.bincount(inverse) > 2
        self._radius = RBFInterpolator(rows[kept] * [4.0, 9.0], inner[kept], neighbors=60, smoothing=12.0)

    @staticmethod
    def polar(p):
        """Angle (degrees) and radius (mm) of places."""
        p = np.asarray(p, float)
        return (np.degrees(np.arctan2(-p[..., 0], p[..., 2] - AXIS[1])), np.hypot(p[..., 0], p[..., 2] - AXIS[1]))

    def radius(self, angle, y):
        shape = np.shape(angle)
        return self._radius(np.stack([np.ravel(angle), np.ravel(y)], 1)).reshape(shape)

    @staticmethod
    def place(angle, y, radius):
        a = np.radians(angle)
        return np.stack([-radius * np.sin(a), y, AXIS[1] + radius * np.cos(a)], -1)

    def outside_rectus(self, angle, y):
        """Distance (mm) outward from the outer edge of rectus; negative over it."""
        x = self.radius(angle, y) * np.sin(np.radians(angle))
        return x - np.interp(y, *SEMILUNAR)

    def internal_thickness(self, angle, y):
        return APONEUROSIS + 6.6 * smooth_step(self.outside_rectus(angle, y), -2, 30)

    def transverse_thickness(self, angle, y):
        return APONEUROSIS + 2.9 * smooth_step(self.outside_rectus(angle, y), 2, 30)

    def internal_depth(self, angle, y):
        return GAP + self.internal_thickness(angle, y) / 2

    def transverse_depth(self, angle, y):
        over_rectus = smooth_step(-self.outside_rectus(angle, y), -14, 8) * smooth_step(y, ARCUATE_Y - 25, ARCUATE_Y + 20)
        own = self.transverse_thickness(angle, y) / 2
        # at the ribs, where the internal oblique ends, it comes outward over the rim of the diaphragm
        rim = 3.5 * smooth_step(y, 1000, 1035) * smooth_step(self.outside_rectus(angle, y), 10, 35)
        return 2 * GAP + self.internal_thickness(angle, y) + own + over_rectus * 13.6 - rim

    def cut(self, y, over=16.0):
        """A place `over` mm inside the outer edge of rectus, at height y."""
        x = np.interp(y, *SEMILUNAR) - over
        return [-x, y, AXIS[1] + 100.0]

    def guide(self, start, end, depth, thickness, via=(), hold=(True, True), count=14):
        """A fibre from `start` to `end` (places on bone or fascia) in the layer at `depth`. Where an end is
        held, the layer comes away from its depth to meet it."""
        stations = [start, *via, end]
        angle, radius = self.polar(stations)
        y = np.array([s[1] for s in stations], float)
        way = np.linspace(0, 1, len(stations))
        u = np.linspace(0, 1, count)
        a, h = PchipInterpolator(way, angle)(u), PchipInterpolator(way, y)(u)
        r = self.radius(a, h) - depth(a, h)
        r = r + hold[0] * (radius[0] - r[0]) * np.clip(1 - u / 0.3, 0, 1) ** 2
        r = r + hold[1] * (radius[-1] - r[-1]) * np.clip(1 - (1 - u) / 0.3, 0, 1) ** 2
        t = thickness(a, h) * np.minimum(1, 0.45 + 4 * u) * np.minimum(1, 0.45 + 4 * (1 - u))
        return np.column_stack([self.place(a, h, r), np.maximum(t, 0.8)])


def middle_line(y):
    """Where a layer meets its fellow in the linea alba, at height y: its depth is the layer's own."""
    z = np.interp(y, [810, 840, 880, 920, 960, 1000, 1040, 1080, 1160], [146, 160, 174, 183, 191, 197, 201, 207, 207])
    return [-3.0, y, z]


def internal_oblique(ref):
    """Two sheets: the hind fibres rise from the thoracolumbar fascia and the iliac crest to ribs 12 to 10;
    the others fan from the crest and the inguinal ligament to the linea alba and the pubis."""
    wall = Wall(ref)
    depth, thick = wall.internal_depth, wall.internal_thickness
    hind = [([-79, 1000, 57], [-80, 1009, 60]), ([-83, 975, 60], [-94, 1013, 79]), ([-91, 966, 68], [-109, 1012, 96]),
            ([-103, 966, 80], [-117, 1024, 114]), ([-113, 961, 95], [-120, 1050, 130]), ([-119, 955, 104], [-118, 1072, 148]),
            ([-121, 948, 115], [-105, 1095, 168]), ([-122, 945, 119], [-93, 1112, 175])]
    costal = through_curves([wall.guide(a, b, depth, thick) for a, b in hind], 5, 7)
    # over rectus the aponeurosis is cut open, as plates show it, so that rectus is seen beneath; below the
    # arcuate line it reaches the midline
    front = [([-120, 952, 110], [-110, 1088, 163]), ([-122, 949, 114], wall.cut(1120)), ([-121, 944, 120], wall.cut(1086)),
             ([-119, 936, 128], wall.cut(1045)), ([-118, 927, 137], wall.cut(1000)), ([-117, 918, 145], wall.cut(955)),
             ([-108, 892, 150], middle_line(900)), ([-93, 872, 149], middle_line(860)), ([-76, 851, 149], [-12, 817, 146])]
    hold = [(True, True)] + [(True, False)] * 7 + [(True, True)]
    belly = through_curves([wall.guide(a, b, depth, thick, hold=h) for (a, b), h in zip(front, hold)], 9, 8)
    return [(*costal, (0.06, 0.97)), (*belly, (0.03, 0.72))]


def transversus_abdominis(ref):
    """Round the belly from ribs 7 to 12, thoracolumbar fascia, iliac crest and inguinal ligament to the
    linea alba."""
    wall = Wall(ref)
    depth, thick = wall.transverse_depth, wall.transverse_thickness
    fibres = [([-52, 1146, 186], middle_line(1150)), ([-94, 1114, 166], middle_line(1115)), ([-113, 1064, 131], middle_line(1075)),
              ([-113, 1034, 112], middle_line(1040)), ([-104, 1013, 93], middle_line(1010)), ([-77, 1008, 62], middle_line(985)),
              ([-76, 985, 63], middle_line(955)), ([-86, 963, 67], middle_line(925)), ([-108, 961, 92], middle_line(895)),
              ([-112.5, 917, 140], middle_line(860)), ([-96, 881, 142.5], [-16, 818, 142])]
    hold = [(True, False)] * 10 + [(True, True)]
    return [through_curves([wall.guide(a, b, depth, thick, hold=h) for (a, b), h in zip(fibres, hold)], 10, 11)]


RECTUS_FRONT = "^Right external oblique$|(Sternocostal|Abdominal) part of right pectoralis major"


def rectus_abdominis(ref):
    """From the pubic crest beside the linea alba, behind the external oblique's aponeurosis, to the
    cartilages of ribs 5 to 7: four bellies with three tendinous intersections, at the navel, under the
    xiphoid process and halfway between."""
    inner = [[-5, 813, 141, 4], [-7, 835, 150, 5], [-8, 865, 161, 7], [-9, 910, 174, 9], [-9, 960, 181, 9], [-9, 1010, 188, 9],
             [-10, 1060, 196, 9], [-11, 1110, 199, 8], [-12, 1150, 203, 7], [-15, 1180, 206, 4], [-21, 1196, 205, 1.5]]
    middle = [[-14, 814, 141, 4], [-20, 835, 150, 5.5], [-26, 865, 160, 7.5], [-32, 910, 176, 9], [-36, 960, 186, 10], [-38, 1010, 190, 10],
              [-40, 1060, 200, 10], [-42, 1110, 205, 9], [-43, 1150, 209, 8], [-44, 1175, 208, 5], [-46, 1192, 204, 1.5]]
    outer = [[-24, 816, 139, 3], [-33, 835, 144, 5], [-43, 865, 155.5, 6.5], [-54, 910, 170, 8], [-62, 960, 178, 8], [-66, 1010, 182, 8],
             [-70, 1060, 193, 8], [-74, 1110, 200, 7], [-76, 1140, 203, 6], [-77, 1160, 203, 4], [-77, 1178, 200, 1.5]]
    curves, thickness = through_curves([inner, middle, outer], 12, 6)
    under = neighbours(ref, "^Right (fifth|sixth|seventh) costal cartilage$|Body of sternum")
    over = neighbours(ref, RECTUS_FRONT)
    over = over[over[:, 2] > 120] - [0, 0, 2.2]  # the internal oblique's aponeurosis lies between
    curves, thickness = lay(curves, thickness, (0, 0, 1), under, over, gap=0.2, keep_ends=0, far=14)
    # the external oblique lies close on the cartilages: there rectus stays in front of them, as a thin sheet
    thickness = np.minimum(thickness, np.interp(curves[..., 1], [1115, 1145, 1193], [10, 3.0, 1.4]))
    curves, thickness = lay(curves, thickness, (0, 0, 1), under, gap=0.3, keep_ends=0, far=14, rounds=4)
    return bellies(curves, thickness)


INTERSECTIONS_Y = (985.0, 1066.0, 1138.0)  # heights of the tendinous intersections of rectus
BELLY_ROWS = (6, 5, 5, 5)


def bellies(curves, thickness):
    """Rectus parted at its tendinous intersections: each belly thins toward them."""
    weights = sheet.grid_weights(*thickness.shape, 200, 5)
    fine = (weights @ curves.reshape(-1, 3)).reshape(200, 5, 3)
    thick = (weights @ thickness.ravel()).reshape(200, 5)
    cuts = [0, *(int(np.argmin(np.abs(fine[:, 2, 1] - y))) for y in INTERSECTIONS_Y), 199]
    out = []
    for k, rows in enumerate(BELLY_ROWS):
        at = np.linspace(cuts[k], cuts[k + 1], rows).round().astype(int)
        waist = np.ones((rows, 1))
        waist[0], waist[-1] = (0.6 if k > 0 else 1), (0.6 if k < 3 else 1)
        out.append((fine[at], np.maximum(thick[at] * waist, sheet.MIN_THICKNESS), (0.05, 1.0 if k == 3 else 0.95)))
    return out


def pyramidalis(ref):
    """A small triangle in the sheath in front of rectus, from the pubic crest to the linea alba."""
    wall = Wall(ref)
    depth = lambda angle, y: np.full(np.shape(angle), 3 * GAP + 2 * APONEUROSIS + 1.4)
    thick = lambda angle, y: np.interp(y, [812, 825, 860, 886], [2.0, 3.0, 2.2, 0.9])
    ends = [([-4, 812, 147], [-3.5, 886, 172]), ([-13, 815, 147], [-4.5, 886, 171]), ([-22, 817, 144], [-5.5, 884, 170])]
    return [through_curves([wall.guide(a, b, depth, thick) for a, b in ends], 6, 4)]
