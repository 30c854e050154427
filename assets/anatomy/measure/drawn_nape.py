"""Muscles between head and neck vertebrae that the reference lacks, and platysma over the neck.

Courses after Gray's Anatomy; lengths and cross sections of the neck muscles after Kamibayashi LK, Richmond FJR.
Spine 1998;23:1314-1323. Ribbons are [x, y, z, width, thickness], guides [x, y, z, thickness], mm.
"""
from clear import clear, seated, solid
from laid import lay, neighbours, ribbon, through_curves

SPINE = "^(Occipital bone|Atlas|Axis|(Third|Fourth|Fifth|Sixth|Seventh) cervical vertebra|(First|Second|Third) thoracic vertebra)$"
BACK = "^Right (obliquus capitis superior|rectus capitis posterior minor|semispinalis capitis|semispinalis cervicis|longissimus capitis)$|part of right trapezius$"


def rectus_capitis_posterior_major(ref):
    """From the spine of the axis, widening, to the inferior nuchal line beside its smaller fellow."""
    path = [[-4, 1459, 53, 5, 2.5], [-10, 1470, 47, 8, 5], [-16.5, 1484, 44, 11, 6], [-19.5, 1496, 45, 11, 3]]
    around = solid(ref, SPINE + "|" + BACK)
    body = clear(*ribbon(path, (-0.3, 0, -1), 8, 5), around, hold=(0, 0))
    return [seated(*body, solid(ref, "^Axis$"), solid(ref, "^Occipital bone$"), 0.8)]


def obliquus_capitis_inferior(ref):
    """From the spine of the axis outward and up to the transverse process of the atlas."""
    path = [[-5, 1458, 55, 7, 3], [-15, 1464, 57, 10, 7.5], [-27, 1471, 64, 10, 7.5], [-37, 1476.5, 76, 7, 3]]
    around = solid(ref, SPINE + "|" + BACK, *rectus_capitis_posterior_major(ref))
    body = clear(*ribbon(path, (-0.4, 0, -1), 8, 5), around, hold=(0, 0))
    return [seated(*body, solid(ref, "^Axis$"), solid(ref, "^Atlas$"), 0.8)]


def rectus_capitis_anterior(ref):
    """From the front of the side of the atlas up to the base of the skull before its hole."""
    path = [[-22, 1482, 94, 7, 2], [-18, 1490, 96.5, 8, 3], [-11, 1501, 100, 8, 2]]
    around = solid(ref, SPINE + "|^Right (temporal bone|rectus capitis lateralis)$")
    body = clear(*ribbon(path, (0, 0, 1), 6, 4), around, hold=(0, 0))
    return [seated(*body, solid(ref, "^Atlas$"), solid(ref, "^Occipital bone$"), 0.8)]


def longus_colli(ref):
    """On the front of the vertebrae, from the third of the chest to the front tubercle of the atlas."""
    inner = [[-3.5, 1352, 82, 1.6], [-4, 1385, 93, 3.5], [-4, 1420, 100, 4], [-3.5, 1450, 101, 3.5], [-2.5, 1480, 101, 1.6]]
    outer = [[-11, 1350, 78, 1.6], [-16, 1385, 90, 3.5], [-17, 1420, 96, 4], [-14, 1450, 97, 3.5], [-7, 1479, 100, 1.6]]
    bones, front = solid(ref, SPINE + "|cervical vertebra$"), "^Right (scalenus anterior|intertransversarii anteriores cervicis)$"
    body = clear(*through_curves([inner, outer], 12, 5), solid(ref, SPINE + "|disk of .* cervical|" + front), hold=(0, 0), floor=bones)
    return [seated(*body, solid(ref, "thoracic vertebra$"), solid(ref, "^Atlas$"), 0.8)]


def longus_capitis(ref):
    """From the front tubercles of C3 to C6, beside and over longus colli, to the base of the skull."""
    path = [[-21, 1408, 92, 6, 2], [-20.5, 1425, 97, 9, 5], [-17.5, 1446, 102, 11, 6], [-12, 1470, 103.5, 11, 6], [-8, 1490, 102.5, 10, 5], [-6.5, 1507, 106, 9, 2]]
    around = solid(ref, SPINE + "|^Right (temporal bone|scalenus anterior)$", *longus_colli(ref), *rectus_capitis_anterior(ref))
    body = clear(*ribbon(path, (0, 0, 1), 11, 5), around, hold=(0, 0))
    return [seated(*body, solid(ref, "^(Third|Fourth|Fifth|Sixth) cervical vertebra$"), solid(ref, "^Occipital bone$"), 0.8)]


def multifidus_cervicis(ref):
    """In the groove beside the spines, under semispinalis: slips from the articular processes to spines above."""
    slips = [([-18, 1430, 72], [-3.5, 1456, 60]), ([-20, 1417, 70], [-3.5, 1443, 58]), ([-22, 1404, 66], [-3.5, 1431, 52]),
             ([-23, 1391, 60], [-3.5, 1418, 47])]
    under = neighbours(ref, SPINE)
    bones = solid(ref, SPINE)
    out = []
    for low, high in slips:
        mid = [(a * 0.5 + b * 0.5) for a, b in zip(low, high)]
        path = [[*low, 4, 1.8], [mid[0], mid[1], mid[2] - 1.5, 7, 4.4], [*high, 4, 1.6]]
        body = lay(*ribbon(path, (-0.5, 0, -1), 6, 4), (-0.5, 0, -1), under, gap=0.3, keep_ends=0, far=7)
        body = clear(*body, solid(ref, SPINE, *out), hold=(0, 0))
        out.append(seated(*body, bones, bones, 0.7))
    return out


OVER_NECK = ("^(Mandible|Hyoid bone|Manubrium|Right (clavicle|sternocleidomastoid|sternohyoid|omohyoid|sternothyroid|masseter|scalenus anterior"
             "|scalenus medius|levator scapulae|splenius capitis|deltoid|subclavius|trapezius))$|of right (trapezius|deltoid|pectoralis major)$")


def platysma(ref):
    """From the skin over the upper chest, over the collar bone and the side of the neck to the jaw and mouth."""
    from drawn_jaw import digastric, mylohyoid
    inner = [[-22, 1316, 162, 0.9], [-18, 1345, 146, 1.1], [-15, 1375, 131, 1.4], [-14, 1405, 128, 1.4], [-12, 1424, 136, 1.4], [-9, 1433, 158, 1.3], [-10, 1438.5, 173, 1.1]]
    second = [[-58, 1312, 150, 0.9], [-46, 1347, 132, 1.1], [-37, 1378, 120, 1.4], [-32, 1408, 120, 1.4], [-28, 1428, 133, 1.4], [-25, 1439, 153, 1.3], [-27, 1447, 164, 1.1]]
    third = [[-96, 1316, 126, 0.9], [-74, 1350, 112, 1.1], [-55, 1380, 102, 1.4], [-48, 1412, 103, 1.4], [-43, 1437, 118, 1.4], [-39.5, 1451, 140, 1.3], [-36, 1458, 156, 1.1]]
    outer = [[-128, 1326, 106, 0.9], [-98, 1352, 94, 1.1], [-70, 1382, 86, 1.4], [-57, 1412, 90, 1.4], [-50, 1440, 105, 1.4], [-47, 1457, 125, 1.3], [-42, 1466, 145, 1.1]]
    under = neighbours(ref, OVER_NECK)
    body = through_curves([inner, second, third, outer], 13, 8)
    body = lay(*body, (-0.6, 0, 1), under, gap=1.2, keep_ends=0, far=16, rounds=4)
    body = clear(*body, solid(ref, OVER_NECK, *digastric(ref), *mylohyoid(ref)), gap=1.0, hold=(0, 0), rounds=8)
    return [seated(*body, None, solid(ref, "^Mandible$"), 1.4)]
