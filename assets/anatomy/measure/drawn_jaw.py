"""Muscles of scalp, jaw and floor of the mouth that the reference lacks, drawn on its skull and hyoid.

Guides are [x, y, z, thickness], ribbons [x, y, z, width, thickness], mm. Courses after Gray's Anatomy; bellies of
the jaw muscles after van Eijden TMGJ, Korfage JAM, Brugman P. Anat Rec 1997;248:464-474.
"""
import numpy as np

from clear import clear, seat, seated, solid
from laid import ribbon, through_curves

SKULL = "^(Frontal bone|Occipital bone|Sphenoid bone|Mandible|Right (temporal bone|parietal bone|zygomatic bone|maxilla|palatine bone))$"
VAULT = "^(Frontal bone|Occipital bone|(Right|Left) parietal bone|Right temporal bone)$"


def on_vault(ref, guides, lifts, rows, columns):
    """A sheet of guides laid on the vault of the skull, its middle `lifts` (from first to last row) above the bone."""
    curves, thickness = through_curves(guides, rows, columns)
    vault, lift = solid(ref, VAULT), np.interp(np.linspace(0, 1, rows), np.linspace(0, 1, len(lifts)), lifts)
    outward = curves + 0.12 * (curves - [0, 1560, 90])  # chords between guides must not reach the inner table
    laid = np.array([seat(row, vault, up) for row, up in zip(outward, lift)])
    laid, thickness = clear(laid, thickness, vault, gap=0.5, hold=(1, 0), rounds=6, least=0.9)
    laid[..., 0] = np.minimum(laid[..., 0], -0.4)
    return laid, thickness


def occipitofrontalis_occipital_belly(ref):
    """From the highest nuchal line up over the back of the head; its galea runs on to the crown."""
    inner = [[-7, 1527, 2, 1], [-6, 1545, -4, 2.2], [-5, 1572, -4, 1.8], [-3, 1615, 18, 1], [-0.4, 1642, 60, 0.9], [-0.4, 1645, 96, 0.9]]
    middle = [[-30, 1528, 8, 1.2], [-30, 1545, 4, 2.4], [-29, 1572, 2, 1.8], [-27, 1613, 22, 1], [-24, 1640, 60, 0.9], [-22, 1642, 96, 0.9]]
    outer = [[-53, 1525, 32, 1], [-57, 1545, 31, 2.2], [-58, 1570, 30, 1.8], [-55, 1605, 40, 1], [-48, 1632, 66, 0.9], [-44, 1637, 96, 0.9]]
    return [on_vault(ref, [inner, middle, outer], [0.9, 2.4, 2.4, 2.2, 2.0, 2.0], 12, 8)]


def occipitofrontalis_frontal_belly(ref):
    """From the galea at the crown down the forehead to the skin of brow and root of the nose."""
    inner = [[-0.4, 1645, 96, 0.9], [-0.4, 1640, 125, 0.9], [-1.5, 1616, 162, 1.2], [-2.5, 1590, 180, 2.2], [-4, 1570, 186, 2.4], [-5, 1550, 186, 1.6]]
    middle = [[-22, 1642, 96, 0.9], [-23, 1636, 125, 0.9], [-25, 1612, 158, 1.2], [-26, 1590, 172, 2.2], [-27, 1570, 178, 2.4], [-28, 1551, 182, 1.6]]
    outer = [[-44, 1637, 96, 0.9], [-47, 1625, 118, 0.9], [-50, 1603, 140, 1.2], [-51, 1586, 151, 2.2], [-51, 1569, 157, 2.2], [-49.5, 1549, 162, 1.4]]
    return [on_vault(ref, [inner, middle, outer], [2.0, 2.0, 2.0, 2.4, 2.6, 4.0], 12, 8)]


def masseter_deep_part(ref):
    """From the inner side and rear of the zygomatic arch, steeper than the superficial part, to the upper ramus."""
    rear = [[-54, 1515, 104, 2], [-51.5, 1508, 104.5, 4], [-49.5, 1499, 106, 4], [-46, 1489, 108.5, 1.5]]
    middle = [[-54, 1513.5, 113, 2], [-50.5, 1506, 113, 4], [-47.5, 1498, 114, 3.5], [-44.5, 1489, 115, 1.5]]
    front = [[-54, 1511.5, 123, 1.6], [-50, 1504, 121.5, 3], [-46.5, 1497, 121.5, 2.5], [-44, 1490, 122, 1.5]]
    around = solid(ref, "^(Mandible|Right (masseter|temporal bone|zygomatic bone))$")
    body = clear(*through_curves([rear, middle, front], 7, 5), around, hold=(0, 0), least=1.2)
    return [seated(*body, None, solid(ref, "^Mandible$"), 0.7)]


def medial_pterygoid(ref):
    """From the inner side of the lateral pterygoid plate down, back and outward to the inner side of the jaw's angle."""
    front = [[-19, 1501, 131, 2.5], [-20.5, 1491, 130, 7], [-25, 1478, 128, 7.5], [-31.5, 1466, 127, 3]]
    middle = [[-20, 1504, 125, 3], [-23, 1490, 123, 8], [-28, 1476, 120, 8], [-34, 1463, 119, 3]]
    rear = [[-21, 1507, 119, 2.5], [-25.5, 1494, 116, 7], [-30, 1480, 113, 7], [-34, 1466, 111, 3]]
    around = solid(ref, SKULL)
    body = clear(*through_curves([front, middle, rear], 8, 5), around, hold=(0, 0))
    return [seated(*body, solid(ref, "^Sphenoid bone$"), solid(ref, "^Mandible$"), 0.8)]


def lateral_pterygoid(ref):
    """Two heads, from the roof of the infratemporal fossa and from the pterygoid plate, back to the jaw's condyle."""
    around, jaw, wing = solid(ref, SKULL), solid(ref, "^Mandible$"), solid(ref, "^Sphenoid bone$")
    top = [[[-29, 1516, 131, 1.6], [-32, 1513, 124, 4], [-37, 1510.5, 116, 4.5], [-40.5, 1508, 109.5, 2]],
           [[-37, 1516, 130, 1.6], [-37, 1512, 123, 4], [-39.5, 1510, 116, 4], [-42, 1507.5, 110.5, 2]]]
    low = [[[-24, 1510, 127, 2], [-28, 1508, 121, 6], [-34, 1505.5, 115, 6.5], [-39.5, 1504, 109, 2.2]],
           [[-25, 1504, 128, 2], [-29, 1502, 122, 7], [-34.5, 1501, 115, 7], [-39.5, 1501, 109, 2.2]],
           [[-28, 1497, 127, 2], [-31, 1496.5, 121, 6], [-35, 1497, 115, 6], [-39, 1498, 109, 2]]]
    out = []
    for guides in (top, low):
        body = clear(*through_curves(guides, 7, 4), around, hold=(0, 0))
        out.append(seated(*body, wing, jaw, 0.8))
        around = solid(ref, SKULL, *out)
    return out


def digastric(ref):
    """The rear belly from the mastoid notch to the hyoid, the front belly from there to the chin; between them a
    tendon held to the hyoid by a sling."""
    rear = [[-45, 1499, 71, 7, 2.5], [-42.5, 1489, 82, 9, 6], [-37, 1471, 97, 9, 6.5], [-28.5, 1455, 111, 7, 4.5],
            [-21.5, 1445.5, 120, 4, 3], [-17, 1440, 127, 4, 2.4]]
    front = [[-17, 1440, 127, 4, 2.4], [-14, 1435.5, 137, 8, 5], [-10.5, 1433.5, 149, 11, 5.5], [-7.5, 1436, 161, 10, 2.5]]
    around = solid(ref, "^(Mandible|Hyoid bone|Atlas|Axis|Right (temporal bone|sternocleidomastoid|longissimus capitis|omohyoid|sternohyoid))$")
    hyoid, jaw = solid(ref, "^Hyoid bone$"), solid(ref, "^Mandible$")
    back = clear(*ribbon(rear, (-1, 0, -0.2), 10, 5), around, hold=(0, 0))
    fore = clear(*ribbon(front, (0, -1, 0), 8, 5), around, hold=(0, 0))
    return [(*seated(*back, solid(ref, "^Right temporal bone$"), hyoid, 1.2), (0.05, 0.74)),
            (*seated(*fore, hyoid, jaw, 1.2), (0.14, 0.97))]


def stylohyoid(ref):
    """From the styloid process down in front of the rear belly of digastric to the hyoid."""
    path = [[-38.5, 1494, 93, 3, 2], [-34, 1480, 100, 4.5, 2.6], [-27, 1464, 109, 4.5, 2.6], [-20.5, 1450, 117.5, 4.5, 2.4], [-16, 1441.5, 124, 4.5, 1.6]]
    around = solid(ref, "^(Mandible|Hyoid bone|Atlas|Right temporal bone)$", *digastric(ref))
    body = clear(*ribbon(path, (-1, 0, -0.2), 9, 4), around, hold=(0, 0))
    return [seated(*body, solid(ref, "^Right temporal bone$"), solid(ref, "^Hyoid bone$"), 0.9)]


def mylohyoid(ref):
    """The floor of the mouth: from the inner ridge of the mandible to a seam in the middle and to the hyoid."""
    rear = [[-27, 1464.5, 136, 1.6], [-20, 1453, 134, 2.8], [-13, 1445.5, 132.5, 2.8], [-6, 1443, 134.5, 1.8]]
    second = [[-22.5, 1459, 145, 1.6], [-15.5, 1450, 142, 2.8], [-8, 1443.5, 140, 2.8], [-0.9, 1441.5, 139, 1.8]]
    third = [[-17, 1453.5, 153, 1.6], [-12, 1447.5, 150, 2.8], [-6, 1443, 148.5, 2.8], [-0.9, 1441.5, 147, 1.8]]
    front = [[-9, 1448, 162, 1.6], [-6.5, 1445, 159.5, 2.6], [-3.5, 1443, 157.5, 2.6], [-0.9, 1442, 156, 1.8]]
    around = solid(ref, "^(Mandible|Hyoid bone)$", *digastric(ref))
    body = clear(*through_curves([rear, second, third, front], 7, 7), around, hold=(0, 1))
    return [seated(*body, solid(ref, "^Mandible$"), None, 0.8)]


def geniohyoid(ref):
    """Above the floor of the mouth, from the inner side of the chin to the hyoid."""
    path = [[-3.6, 1448.5, 163, 5, 2.5], [-4, 1448.5, 154, 6, 6], [-4.4, 1447.5, 144, 6.6, 6], [-4.6, 1444, 135, 7, 2]]
    around = solid(ref, "^(Mandible|Hyoid bone)$", *mylohyoid(ref))
    body = clear(*ribbon(path, (0, 1, 0.1), 7, 4), around, hold=(0, 0))
    return [seated(*body, solid(ref, "^Mandible$"), solid(ref, "^Hyoid bone$"), 0.9)]


def thyrohyoid(ref):
    """From the upper end of sternothyroid (the oblique line of the thyroid cartilage) to the hyoid."""
    path = [[-16.6, 1420.5, 107.5, 10, 1.6], [-16.8, 1426, 111, 10, 3], [-16.4, 1431, 114.5, 9.5, 3], [-15.6, 1436, 118, 9, 1.8]]
    around = solid(ref, "^(Hyoid bone|Right (sternohyoid|omohyoid|sternothyroid))$")
    body = clear(*ribbon(path, (-1, 0, 0.5), 6, 4), around, hold=(1, 0))
    return [seated(*body, None, solid(ref, "^Hyoid bone$"), 0.9)]
