"""Muscles of the face, which the reference lacks: thin sheets in the fat between skin and skull.

Guides are [x, y, thickness, deep] seen from the front, mm; `deep` is 0 right under the skin and 1 on the
bone (face_form.py). Courses after Gray's Anatomy and Standring; thickness 1 to 3 mm, as ultrasound of the
face finds it (Volk GF, Sauer M, Pohlmann M, Guntinas-Lichius O. Muscle Nerve 2014;49:878-883).
"""
import functools

import numpy as np

from clear import clear, solid
from face_form import Face
from laid import resample, through_curves

EYE = (-30.5, 1528.5)        # X, Y of the middle of the slit of the lids


@functools.lru_cache(maxsize=2)
def face(ref):
    return Face(ref)


def even(points, rows):
    return resample(np.array(points, float), rows)


def orbicularis_oculi(ref):
    """A ring round the eye: from the inner corner over the upper lid and brow to the temple, and back below.
    The inner edge follows the slit of the lids."""
    outer = even([[-9.5, 1537], [-12, 1546], [-20, 1553.5], [-31, 1556], [-43, 1553], [-52, 1543.5], [-55.5, 1530],
                  [-52, 1515.5], [-43, 1506.5], [-31, 1504], [-21, 1507], [-14.5, 1513], [-11.5, 1520]], 16)
    turn = np.arctan2(outer[:, 1] - EYE[1], outer[:, 0] - EYE[0])
    lids = np.stack([EYE[0] + 15.5 * np.cos(turn), EYE[1] + 0.5 * np.sin(turn)], 1)
    on_bone = np.r_[1.0, 0.6, 0.2, np.zeros(10), 0.2, 0.6, 1.0]
    guides = []
    for share, thick in ((0.0, 1.2), (0.33, 1.4), (0.7, 2.2), (1.0, 1.6)):
        place = lids + (outer - lids) * share
        guides.append([[*p, thick, deep * share] for p, deep in zip(place, on_bone)])
    return [face(ref).ring(guides, 5)]


def orbicularis_oris(ref):
    """Half a ring: from the middle of the upper lip round the corner of the mouth to the middle of the lower."""
    outer = even([[-0.3, 1493.5], [-9, 1494], [-17, 1491.5], [-26, 1485], [-31.5, 1478], [-33, 1471.5], [-31, 1465],
                  [-25, 1458.5], [-14, 1455], [-0.3, 1454.5]], 12)
    inner = even([[-0.3, 1472.9], [-8, 1473.1], [-15, 1472.9], [-20, 1472.6], [-23, 1472.3], [-24.5, 1472], [-23, 1471.7],
                  [-19, 1471.5], [-12, 1471.3], [-0.3, 1471.4]], 12)
    guides = []
    for share, thick, deep in ((0.0, 1.4, 0.5), (0.4, 2.2, 0.4), (0.75, 2.8, 0.3), (1.0, 2.2, 0.25)):
        guides.append([[*(o + (i - o) * share), thick, deep] for o, i in zip(outer, inner)])
    return [face(ref).ring(guides, 5)]


def zygomaticus_major(ref):
    """From the cheekbone to the corner of the mouth."""
    upper = [[-51, 1511, 1.6, 1], [-44, 1499, 2.8, 0.25], [-36, 1485, 2.8, 0.1], [-29, 1475, 2.0, 0.2]]
    lower = [[-55, 1505, 1.6, 1], [-49, 1494, 2.8, 0.25], [-39.5, 1481, 2.8, 0.1], [-30.5, 1471, 2.0, 0.2]]
    return [face(ref).sheet([upper, lower], 8, 4)]


def zygomaticus_minor(ref):
    """From the cheekbone in front of its larger fellow to the upper lip."""
    upper = [[-42, 1511, 1.2, 1], [-36, 1502, 2, 0.35], [-27, 1492, 2, 0.15], [-19, 1487, 1.4, 0.1]]
    lower = [[-46, 1508, 1.2, 1], [-40, 1498, 2, 0.35], [-31, 1488, 2, 0.15], [-23, 1483, 1.4, 0.1]]
    return [face(ref).sheet([upper, lower], 8, 4)]


def levator_labii_superioris(ref):
    """From the lower rim of the orbit to the upper lip."""
    inner = [[-19, 1509, 1.2, 1], [-18, 1502, 2, 0.6], [-15, 1494, 2, 0.25], [-12, 1487, 1.4, 0.15]]
    outer = [[-36, 1507, 1.2, 1], [-31, 1500, 2, 0.6], [-25, 1492, 2, 0.3], [-20, 1485, 1.4, 0.2]]
    return [face(ref).sheet([inner, outer], 7, 4)]


def levator_labii_superioris_alaeque_nasi(ref):
    """Beside the nose, from the frontal process of the maxilla to the wing and the lip."""
    inner = [[-8.5, 1532, 1, 1], [-10, 1522, 1.4, 0.5], [-13, 1509, 1.4, 0.15], [-13.5, 1499, 1.2, 0.1]]
    outer = [[-12, 1531, 1, 1], [-14.5, 1520, 1.4, 0.5], [-18, 1506, 1.4, 0.2], [-18, 1490, 1.2, 0.15]]
    return [face(ref).sheet([inner, outer], 7, 4)]


def levator_anguli_oris(ref):
    """From the fossa under the orbit, behind the levator of the lip, to the corner of the mouth."""
    inner = [[-19, 1500, 1.2, 1], [-21, 1492, 2, 0.75], [-24, 1483, 2, 0.5], [-26.5, 1475, 1.6, 0.4]]
    outer = [[-29, 1499, 1.2, 1], [-29.5, 1491, 2, 0.75], [-29.5, 1482, 2, 0.5], [-29.5, 1474, 1.6, 0.4]]
    return [face(ref).sheet([inner, outer], 7, 4)]


def depressor_anguli_oris(ref):
    """A triangle from the lower edge of the mandible to the corner of the mouth."""
    inner = [[-17, 1441.5, 1.4, 1], [-20, 1450, 2.2, 0.4], [-24.5, 1460, 2.4, 0.1], [-27.5, 1469.5, 1.8, 0.2]]
    middle = [[-26, 1444, 1.4, 1], [-27, 1453, 2.2, 0.4], [-28.5, 1462, 2.4, 0.1], [-29, 1469.5, 1.8, 0.2]]
    outer = [[-34, 1450, 1.4, 1], [-33.5, 1457, 2.2, 0.4], [-32, 1464, 2.4, 0.1], [-30.5, 1470, 1.8, 0.2]]
    return [face(ref).sheet([inner, middle, outer], 7, 5)]


def depressor_labii_inferioris(ref):
    """From the mandible beside the chin, under the depressor of the corner, to the lower lip."""
    inner = [[-13, 1442, 1.2, 1], [-10, 1448, 2, 0.8], [-6, 1455, 2, 0.5], [-3, 1463, 1.4, 0.35]]
    outer = [[-26, 1447, 1.2, 1], [-23, 1452, 2, 0.85], [-18, 1459, 2, 0.55], [-14, 1465, 1.4, 0.4]]
    return [face(ref).sheet([inner, outer], 7, 4)]


def mentalis(ref):
    """From the mandible under the front teeth to the skin of the chin."""
    inner = [[-1.5, 1455, 1.6, 1], [-1.2, 1450, 3, 0.75], [-1, 1445, 2.6, 0.4], [-0.8, 1439.5, 1.2, 0.1]]
    outer = [[-8.5, 1455.5, 1.6, 1], [-9, 1450, 3, 0.75], [-10.5, 1445, 2.6, 0.4], [-11.5, 1440, 1.2, 0.1]]
    return [face(ref).sheet([inner, outer], 7, 4)]


def nasalis(ref):
    """From the maxilla beside the opening of the nose over its bridge to the fellow of the other side; and the
    part that runs to the wing."""
    upper = [[-16, 1499, 1.2, 1], [-13.5, 1508, 1.4, 0.2], [-8, 1517, 1.2, 0.0], [-1, 1522, 1, 0.0]]
    lower = [[-13, 1496, 1.2, 1], [-11.5, 1503, 1.4, 0.2], [-6.5, 1511, 1.2, 0.0], [-1, 1515, 1, 0.0]]
    inner = [[-6.5, 1491, 1.2, 1], [-8.5, 1493.5, 1.4, 0.6], [-11, 1497, 1.2, 0.15]]
    outer = [[-12, 1492, 1.2, 1], [-13, 1495, 1.4, 0.6], [-14, 1499.5, 1.2, 0.15]]
    return [(*face(ref).sheet([upper, lower], 7, 4), (0.04, 0.7)), (*face(ref).sheet([inner, outer], 5, 4), (0.05, 0.95))]


def procerus(ref):
    """From the bridge of the nose to the skin between the brows."""
    inner = [[-0.8, 1531, 1, 1], [-0.8, 1539, 1.4, 0.5], [-0.8, 1548, 1.4, 0.4], [-0.8, 1557, 1, 0.4]]
    outer = [[-4, 1530, 1, 1], [-4.5, 1538, 1.4, 0.5], [-6, 1548, 1.4, 0.4], [-7, 1557, 1, 0.4]]
    return [face(ref).sheet([inner, outer], 7, 4)]


def corrugator_supercilii(ref):
    """From the inner end of the brow ridge, under the frontal belly and the ring of the eye, to the brow's skin."""
    upper = [[-7, 1552, 1.2, 1], [-15, 1555.5, 2.2, 0.95], [-25, 1558.5, 2, 0.6], [-33, 1560.5, 1.2, 0.3]]
    lower = [[-7, 1546.5, 1.2, 1], [-15, 1549.5, 2.2, 0.95], [-25, 1553, 2, 0.6], [-33, 1556, 1.2, 0.3]]
    return [face(ref).sheet([upper, lower], 7, 4)]


def buccinator(ref):
    """The wall of the cheek: from the pterygoid hamulus and both jaws beside the molars to the corner of the mouth."""
    upper = [[-19.5, 1490, 132, 1.2], [-31, 1485, 142, 2.4], [-32.5, 1484, 153, 2.6], [-29.5, 1480, 164, 2.4], [-27.5, 1475, 172, 2]]
    second = [[-24, 1485.5, 137, 1.2], [-32.5, 1481.5, 143, 2.4], [-35, 1480, 153.5, 2.6], [-32, 1477, 164.5, 2.5], [-28, 1473.7, 172, 2.1]]
    middle = [[-27, 1473.5, 141, 1.2], [-33, 1474, 144, 2.4], [-35, 1475, 154, 2.6], [-32.5, 1474, 165, 2.6], [-28.5, 1472.5, 172, 2.2]]
    lower = [[-26, 1467.5, 141, 1.2], [-33, 1466, 146, 2.4], [-33, 1464, 154, 2.6], [-31.5, 1466, 164, 2.4], [-28.5, 1470, 171, 2]]
    body = through_curves([upper, second, middle, lower], 9, 6)
    around = solid(ref, "^(Mandible|Right (maxilla|zygomatic bone|masseter))$")
    return [clear(*body, around, hold=(0, 1))]
