"""Muscles of the forearm that the reference lacks: extensors and superficial flexor of the fingers.

Courses after Gray's Anatomy; bellies and tendons as long as the reference's forearm and hand give them.
"""
import numpy as np

import bones
from clear import clear, seated, solid
from laid import lay, neighbours, ribbon, strip, through_curves

FOREARM_BONES = "^Right (humerus|radius|ulna)$"
ALL_TENDON = (0.03, 0.03)
FINGERS = (2, 3, 4, 5)
EXTENSOR_BED = ("|^Right (supinator|anconeus|abductor pollicis longus|extensor pollicis longus|extensor pollicis brevis"
                "|extensor indicis|extensor carpi radialis (longus|brevis)|extensor digiti minimi|brachioradialis)$")


def finger_bones(ref, finger):
    """Points of a finger's bones (2 to 5) by part."""
    name = bones.FINGERS[finger - 1]
    out = {"metacarpal": ref.points(f"^Right {bones.ORDINAL[finger - 1].lower()} metacarpal bone$")}
    for part in ("proximal", "middle"):
        out[part] = ref.points(f"^{part.capitalize()} phalanx of right {name}$")
    return out


def on_bone(points, share, side, off):
    """The place `off` mm over the back (side -1) or palm (side 1) of a finger's bone, `share` of the way down."""
    y = points[:, 1].max() - share * np.ptp(points[:, 1])
    near = points[np.abs(points[:, 1] - y) < 2.0]
    x = near[:, 0].mean()
    middle = near[np.abs(near[:, 0] - x) < 2.5]
    z = middle[:, 2].min() if side < 0 else middle[:, 2].max()
    return np.array([x, y, z + side * off])


def root(row, finger):
    """Where a finger's tendon leaves the end of the belly (a curve), the index finger's at the thumb's side."""
    outer, inner = row[row[:, 0].argmin()], row[row[:, 0].argmax()]
    return outer + (inner - outer) * (finger - 1.8) / 3.4


def extensor_digitorum(ref):
    """A belly between the radial wrist extensors and the little finger's, and four tendons over the hand."""
    path = [[-240, 1063, 52, 6, 3], [-240, 1045, 47, 9, 5], [-240, 1020, 47, 12, 7], [-243, 990, 53, 14, 8], [-245, 960, 58, 15, 8],
            [-247, 930, 66, 14, 6.5], [-250, 900, 77, 12, 4.5], [-252, 870, 88, 10, 3], [-254, 840, 97, 9.5, 2.2], [-255, 815, 102.5, 11, 1.8],
            [-255.5, 795, 107, 14, 1.7]]
    bed = solid(ref, FOREARM_BONES + EXTENSOR_BED)
    belly = clear(*ribbon(path, (-0.15, 0, -1), 8, 4), bed, hold=(0, 0), floor=bed)
    belly = clear(*seated(*belly, solid(ref, "^Right humerus$")), bed, hold=(1, 0))
    hand = solid(ref, "^Right (.* metacarpal bone|capitate|hamate|trapezoid|lunate|scaphoid|radius)$"
                 "|^Right extensor (indicis|digiti minimi)$|phalanx of right .* finger$")
    row = belly[0][-1]
    out = [(*belly, (0.04, 0.72))]
    for finger in FINGERS:
        own = finger_bones(ref, finger)
        path = [root(row, finger) + [0, 4, -0.5], on_bone(own["metacarpal"], 0.45, -1, 1.0), on_bone(own["metacarpal"], 0.88, -1, 1.0),
                on_bone(own["proximal"], 0.5, -1, 0.9), on_bone(own["middle"], 0.12, -1, 0.7)]
        band = strip([[*p, w, t] for p, w, t in zip(path, (2.8, 3.4, 3.8, 4.2, 4.0), (1.6, 1.5, 1.4, 1.2, 1.0))], (0, 0, -1), 4)
        out.append((*clear(*band, hand, hold=(0, 0), floor=hand), ALL_TENDON))
    return out


def extensor_carpi_ulnaris(ref):
    """Along the back of the ulna to the base of the fifth metacarpal."""
    path = [[-237, 1060, 50, 5, 3], [-231, 1040, 45, 8, 5], [-229, 1015, 46, 10, 7], [-229, 990, 51, 11, 8], [-229, 960, 57, 11, 7.5],
            [-230, 930, 65, 10, 6.5], [-230, 900, 76, 8, 5], [-231, 870, 87, 5.5, 3.4], [-232, 840, 97, 4.5, 2.6], [-234, 815, 105, 4.2, 2.2],
            [-235, 795, 115, 4, 1.6]]
    bed = solid(ref, FOREARM_BONES + EXTENSOR_BED + "|^Right (fifth metacarpal bone|triquetral|hamate)$"
                "|head of right flexor carpi ulnaris$", extensor_digitorum(ref)[0][:2])
    floor = solid(ref, "^Right (ulna|anconeus|supinator|extensor digiti minimi|fifth metacarpal bone)$")
    body = clear(*ribbon(path, (0.15, 0, -1), 13, 5), bed, hold=(0, 0), floor=floor)
    body = seated(*body, solid(ref, "^Right humerus$"), solid(ref, "^Right fifth metacarpal bone$"))
    return [clear(*body, bed, rounds=5)]


def flexor_digitorum_superficialis(ref):
    """A broad belly between the deep and the first layer of flexors, and four tendons to the fingers."""
    inner = [[-180, 1058, 67, 4], [-187, 1035, 74, 7], [-192, 1010, 82, 9], [-197, 985, 88, 10], [-204, 955, 96, 9], [-213, 925, 103, 8],
             [-223, 895, 110, 6], [-233, 865, 116, 4], [-241, 840, 123, 3], [-244, 815, 129, 2.6], [-242.5, 789, 133, 2.2]]
    middle = [[-184, 1058, 68, 4], [-199, 1035, 77, 7], [-207, 1010, 86, 9], [-213, 985, 93, 10], [-219, 955, 102, 9], [-226, 925, 109, 8],
              [-233, 895, 115, 6], [-240, 865, 120, 4], [-246, 840, 125, 3], [-250, 815, 129.5, 2.6], [-250, 789, 133.5, 2.2]]
    outer = [[-188, 1057, 70, 4], [-210, 1035, 80, 6], [-222, 1010, 90, 8], [-230, 985, 96, 9], [-236, 955, 102, 8], [-240, 925, 109, 7],
             [-243, 895, 115, 5], [-247, 865, 120, 4], [-251, 840, 125, 3], [-255.5, 815, 129, 2.6], [-257.5, 789, 133, 2.2]]
    deep = neighbours(ref, FOREARM_BONES + "|^Right (flexor digitorum profundus|flexor pollicis longus|supinator|brachialis)$")
    first = neighbours(ref, "^Right (flexor carpi radialis|palmaris longus)$|head of right (pronator teres|flexor carpi ulnaris)$")
    belly = lay(*through_curves([inner, middle, outer], 8, 4), (0, 0, 1), deep, first, gap=0.2, keep_ends=0, far=9)
    around = solid(ref, FOREARM_BONES + "|^Right (flexor digitorum profundus|flexor pollicis longus|flexor carpi radialis|brachialis)$")
    belly = seated(*clear(*belly, around, hold=(0, 0), rounds=6), solid(ref, "^Right (humerus|ulna)$"))
    profundus = ref.points("^Right flexor digitorum profundus$")
    palm = solid(ref, "^Right (flexor digitorum profundus|palmaris longus|.* metacarpal bone)$|phalanx of right .* finger$"
                 "|^Set of lumbricals of right hand$")
    row, out = belly[0][-1], [(*belly, (0.03, 0.78))]
    for finger in FINGERS:
        own = finger_bones(ref, finger)
        path = [root(row, finger) + [0, 5, 0], *(over_tendon(profundus, on_bone(own[part], share, 1, 1.2))
                         for part, share in (("metacarpal", 0.5), ("metacarpal", 0.92), ("proximal", 0.5))),
                on_bone(own["middle"], 0.3, 1, 0.8)]
        band = strip([[*p, w, t] for p, w, t in zip(path, (2.8, 3.2, 3.4, 3.6, 3.6), (2.0, 1.8, 1.6, 1.3, 1.0))], (0, 0, 1), 4)
        out.append((*clear(*band, palm, hold=(1, 0), rounds=8), ALL_TENDON))
    return out


def over_tendon(tendon, place):
    """The place moved to the palm side of the deep flexor's tendon, where that lies over it."""
    off = tendon - place
    near = (np.abs(off[:, 0]) < 5) & (np.abs(off[:, 1]) < 2) & (np.abs(off[:, 2]) < 8)
    if not near.any():
        return place
    return np.array([0.5 * (place[0] + tendon[near, 0].mean()), place[1], max(place[2], tendon[near, 2].max() + 1.0)])
