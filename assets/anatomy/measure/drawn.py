"""Muscles the reference lacks, drawn from anatomy on its bones and laid over its muscles.

Every function takes the Reference and gives [(curves, thickness)], mm, right side. Attachments are
places read off the reference's bones; see the notes at each.
"""
import numpy as np
from scipy.ndimage import gaussian_filter
from scipy.spatial import ConvexHull

from laid import lay, neighbours, through_curves

TRUNK_AXIS = (-45.0, 65.0)  # X, Z: the trunk's outline is star-shaped round it on the right


# ---------------------------------------------------------------- the back
class TrunkOutline:
    """How far from TRUNK_AXIS the outer hull of the structures under a broad flat muscle reaches."""

    def __init__(self, points, low, high, step=6.0, reach=9.0):
        self.heights = np.arange(low, high + step, step)
        self.angles = np.radians(np.arange(-180, 181, 3.0))
        rows = [self._slab(points[np.abs(points[:, 1] - y) < reach]) for y in self.heights]
        smooth = gaussian_filter(np.array(rows), (1.2, 1.2), mode=("nearest", "wrap"))
        self.radius = np.maximum(smooth, np.array(rows) - 1.0)

    def _slab(self, p):
        flat = p[:, [0, 2]]
        flat = np.vstack([flat, flat * [-1, 1]])  # the body's other half closes the outline
        hull = ConvexHull(flat)
        normal, offset = hull.equations[:, :2], hull.equations[:, 2]
        ray = np.stack([np.cos(self.angles), np.sin(self.angles)], 1)
        speed = ray @ normal.T
        room = -(np.array(TRUNK_AXIS) @ normal.T + offset)
        with np.errstate(divide="ignore"):
            way = np.where(speed > 1e-6, room / np.maximum(speed, 1e-6), np.inf)
        return way.min(1)

    def outside(self, p, lift):
        """Places moved along their ray so that they stand `lift` mm outside the outline."""
        flat = p[..., [0, 2]] - TRUNK_AXIS
        angle = np.arctan2(flat[..., 1], flat[..., 0])
        i = np.interp(p[..., 1], self.heights, np.arange(len(self.heights)))
        j = np.interp(angle, self.angles, np.arange(len(self.angles)))
        i0, j0 = np.minimum(i.astype(int), len(self.heights) - 2), np.minimum(j.astype(int), len(self.angles) - 2)
        a, b = i - i0, j - j0
        r = self.radius
        reach = ((1 - a) * (1 - b) * r[i0, j0] + a * (1 - b) * r[i0 + 1, j0]
                 + (1 - a) * b * r[i0, j0 + 1] + a * b * r[i0 + 1, j0 + 1]) + lift
        out = p.copy()
        out[..., 0] = TRUNK_AXIS[0] + reach * np.cos(angle)
        out[..., 2] = TRUNK_AXIS[1] + reach * np.sin(angle)
        return out


UNDER_LATISSIMUS = ("^(Right (seventh|eighth|ninth|tenth|eleventh|twelfth) rib|Right longissimus thoracis"
                    "|Right iliocostalis lumborum|Right spinalis thoracis|Right serratus (anterior|posterior inferior)"
                    "|Right external oblique|(Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth) thoracic vertebra"
                    "|(First|Second|Third|Fourth|Fifth) lumbar vertebra|Sacrum)$")


def latissimus_dorsi(ref):
    """From the spines of T7 to L5 and the iliac crest round the lower edge of teres major to the groove.

    Guides run from origin to insertion, the T7 fibres (upper edge) first. The tendon turns about its
    length: the T7 fibres end lowest, those from the iliac crest highest."""
    origins = [[-2, 1216, 0], [-2, 1183, 0], [-2, 1140, 5], [-2, 1100, 14], [-2, 1055, 24], [-2, 1010, 28],
               [-3, 960, 28], [-40, 925, 24], [-78, 962, 55], [-101, 966, 78]]
    middle = [[-55, 1224, -14], [-60, 1208, -10], [-66, 1183, -5], [-74, 1157, 0], [-84, 1128, 8], [-92, 1100, 16],
              [-100, 1075, 26], [-112, 1062, 44], [-122, 1068, 62], [-128, 1078, 82]]
    q = np.linspace(0, 1, len(origins))[:, None]
    fold = np.array([-100, 1218, -8]) * (1 - q) + np.array([-137, 1176, 62]) * q
    under = np.array([-136, 1228, 18]) * (1 - q) + np.array([-148, 1226, 60]) * q
    under += np.array([-3, -5, -4]) * (4 * q * (1 - q))
    front = np.array([-158, 1245, 66]) * (1 - q) + np.array([-158, 1270, 76]) * q
    end = np.array([-181, 1252, 81]) * (1 - q) + np.array([-177, 1288, 83]) * q
    flesh = np.clip(np.interp(q[:, 0], [0, 0.55, 0.8, 1], [3.0, 2.2, 2.5, 5.0]), 1, 9)
    guides = []
    for k in range(len(origins)):
        t = [1.2, flesh[k], 6.5, 8.0, 4.0, 2.0]
        places = [origins[k], middle[k], fold[k], under[k], front[k], end[k]]
        guides.append([[*p, x] for p, x in zip(places, t)])
    curves, thickness = through_curves(guides, 12, 9)
    v = ref.union(UNDER_LATISSIMUS)[0]
    scapula = np.vstack([ref.union("^Right (scapula|infraspinatus|teres major)$")[0]])
    scapula = scapula[(scapula[:, 1] < 1232) & (scapula[:, 0] > -118)]
    outline = TrunkOutline(np.vstack([v[v[:, 0] < 4], scapula]), 915, 1245)
    out = outline.outside(curves, thickness / 2 + 1.0)
    # the fascia dips to the spines of the vertebrae in the furrow between the erectors
    furrow = np.clip(-curves[..., :1] / 14, 0, 1)
    out = curves + (out - curves) * furrow**2 * (3 - 2 * furrow)
    out[..., 0] = np.minimum(out[..., 0], -1.0)
    # from the fold of the armpit on the muscle leaves the trunk for the arm
    leave = np.clip((-curves[..., 0] - 112) / 22, 0, 1) * np.clip((curves[..., 1] - 1165) / 30, 0, 1)
    leave = leave[..., None] ** 2 * (3 - 2 * leave[..., None])
    return [(out * (1 - leave) + curves * leave, thickness)]


def quadratus_lumborum(ref):
    """From the iliac crest to the lower edge of the twelfth rib, its inner edge on the transverse processes."""
    inner = [[-51, 953, 68, 5], [-45, 978, 68, 8], [-42, 1005, 67, 8], [-39, 1035, 62, 7], [-36, 1064, 59, 5], [-28, 1087, 64, 2.5]]
    middle = [[-72, 962, 66, 6], [-66, 985, 66, 11], [-61, 1010, 63, 11], [-56, 1032, 57, 9], [-50, 1052, 50, 6], [-47, 1064, 46, 3]]
    outer = [[-92, 967, 72, 4], [-85, 985, 68, 7], [-79, 1000, 64, 7], [-73, 1014, 59, 6], [-68, 1027, 52, 4], [-65, 1036, 48, 2]]
    return [through_curves([inner, middle, outer], 9, 5)]


def temporalis(ref):
    """A fan on the side of the skull, its fibres gathered under the zygomatic arch to the coronoid process."""
    origin = [[-52, 1556, 151], [-56, 1577, 144], [-63, 1594, 126], [-66, 1603, 100], [-68, 1600, 76], [-68, 1583, 58],
              [-66, 1560, 46], [-64, 1540, 48]]
    belly = [[-50, 1540, 145], [-54, 1553, 138], [-59, 1563, 124], [-65, 1568, 106], [-69, 1566, 92], [-69, 1557, 80],
             [-67, 1546, 74], [-65, 1535, 76]]
    gate = [[-46, 1522, 141], [-48, 1523, 138], [-51, 1524, 134], [-54, 1524, 129], [-57, 1524, 124], [-58, 1524, 119],
            [-58, 1523, 115], [-57, 1521, 111]]
    end = [[-40, 1488, 142.5], [-40.5, 1491, 142], [-41, 1494, 141.5], [-41.5, 1497, 141], [-42, 1499, 140], [-42.3, 1500, 139],
           [-42.6, 1500, 138], [-43, 1500, 137]]
    thick = [1.5, 5.5, 8.0, 2.5]
    guides = [[[*p, t] for p, t in zip(places, thick)] for places in zip(origin, belly, gate, end)]
    curves, thickness = through_curves(guides, 9, 7)
    skull = neighbours(ref, "^(Right (temporal|parietal) bone|Frontal bone|Sphenoid bone)$")
    skull = skull[(skull[:, 0] < -20) & (skull[:, 1] > 1520)]
    curves, thickness = lay(curves, thickness, (-1, 0, 0), skull, gap=0.6, keep_ends=0, far=16, rounds=4)
    return [(curves, thickness)]
