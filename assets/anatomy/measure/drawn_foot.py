"""Muscles of the foot that the reference lacks, drawn on its bones and between its other muscles.

Sizes after Kura et al. 1997 (Anat Rec 249:143-151; bellies of the abductor of the little toe 11 cm, of
its short flexor 6 cm long), courses and the aponeurosis (3 mm at the heel, 1 mm at the toes) after
Gray's Anatomy.
"""
import numpy as np

from clear import clear, seated, solid
from drawn_leg import flexor_digitorum_longus
from laid import ribbon, strip, through_curves
from toes import ALL_TENDON, TOES, above, beside, toe_bones

BONES = ("^Right (calcaneus|cuboid bone|lateral cuneiform bone|.* metatarsal bone)$|phalanx of right .* toe$"
         "|Navicular bone of right foot")
SOLE = ("^Right (flexor digitorum brevis|flexor accessorius|abductor hallucis)$|head of right adductor hallucis$"
        "|^Opponens digiti minimi of right foot$|^Set of dorsal interossei of right foot$")
BACK = ("^Right (extensor digitorum longus|extensor hallucis brevis|extensor hallucis longus|fibularis tertius)$"
        "|^Set of dorsal interossei of right foot$")


def bone(ref, label):
    return solid(ref, f"^{label}$")


def extensor_digitorum_brevis(ref):
    """From the upper front of the heel bone under the long extensor to the second to fourth toes."""
    path = [[-98, 34, 69, 7, 2], [-100, 40, 78, 12, 5], [-101.5, 45.5, 90, 14, 6], [-102, 45, 102, 16, 5.5], [-102.5, 41.5, 114, 15, 4],
            [-103, 37, 125, 14, 2.2]]
    around = solid(ref, BONES + "|" + BACK)
    belly = clear(*strip(path, (-0.8, 1, 0.2), 5), around, hold=(0, 0))
    belly = clear(*seated(*belly, bone(ref, "Right calcaneus")), around, rounds=5)
    out = [(*belly, (0.02, 0.9))]
    row = belly[0][-2]
    inner, outer = (row[0], row[-1]) if row[0, 0] > row[-1, 0] else (row[-1], row[0])
    for toe in (2, 3, 4):
        bones = toe_bones(ref, toe)
        head, base = bones["metatarsal"][:, 2].max(), bones["proximal"][:, 2].min()
        path = [[*(inner + (outer - inner) * (toe - 1.6) / 2.8), 3, 1.6]]
        path += [[*above(bones["metatarsal"], z, 2.2, -1.0), 3, 1.5] for z in (head - 40, head - 28, head - 14, head - 4)[toe > 2:]]
        path += [[*above(bones["proximal"], base + z, 0.8, -1.5), 2.8, 1.3] for z in (4, 11)]
        band = clear(*ribbon(path, (-0.3, 1, 0.2), 6, 4), around, hold=(0, 0))
        band = seated(*band, None, bone(ref, f"Proximal phalanx of right {bones['name']}"), 0.7)
        out.append((*band, ALL_TENDON))
    return out


def abductor_digiti_minimi_of_foot(ref):
    """Along the outer edge of the sole from the heel to the little toe."""
    path = [[-88, 1, 35, 9, 2], [-91, 3, 46, 12, 5], [-96, 5, 59, 13, 7], [-103, 6.5, 75, 13, 7.5], [-111, 6, 92, 12, 7],
            [-119, 4, 108, 10, 6], [-127, 2, 125, 7, 4.5], [-134, 1, 142, 4.5, 2.6], [-138, 2, 157, 4, 1.4]]
    around = solid(ref, BONES + "|" + SOLE)
    body = clear(*ribbon(path, (-0.5, -1, 0), 11, 5), around, hold=(0, 0))
    body = seated(*body, bone(ref, "Right calcaneus"), bone(ref, "Proximal phalanx of right little toe"))
    return [clear(*body, around, rounds=5)]


def flexor_digiti_minimi_brevis_of_foot(ref):
    """Under the fifth metatarsal, from its base to the little toe."""
    path = [[-110, 8, 97, 5, 1.6], [-112, 4, 108, 8, 4], [-116, 2, 120, 9, 5], [-122, 0, 133, 7, 4], [-129, -1.5, 146, 5, 2.4],
            [-132.5, 0, 158, 4, 1.3]]
    around = solid(ref, BONES + "|" + SOLE, *abductor_digiti_minimi_of_foot(ref))
    body = clear(*ribbon(path, (0, -1, 0), 8, 5), around, hold=(0, 0))
    body = seated(*body, bone(ref, "Right fifth metatarsal bone"), bone(ref, "Proximal phalanx of right little toe"))
    return [clear(*body, around, rounds=5)]


def plantar_interossei(ref):
    """On the inner, lower sides of the third to fifth metatarsals, each to the toe of its own."""
    around = solid(ref, BONES + "|" + SOLE, *flexor_digiti_minimi_brevis_of_foot(ref))
    out = []
    for toe in (3, 4, 5):
        bones = toe_bones(ref, toe)
        shaft, end = bones["metatarsal"], bones["proximal"]
        low, long = shaft[:, 2].min(), np.ptp(shaft[:, 2])
        path = [[*beside(shaft, low + share * long, 1, 0.2, off), width, thick]
                for share, off, width, thick in ((0.25, 0.6, 5, 1.2), (0.4, 2.0, 6.5, 4), (0.57, 2.4, 7, 4.6),
                                                 (0.75, 2.0, 6, 3.6), (0.92, 1.2, 4, 2))]
        path.append([*beside(end, end[:, 2].min() + 4, 1, 0.35, 0.6), 3, 1.2])
        body = clear(*ribbon(path, (1, -0.7, 0), 8, 4), around, hold=(0, 0))
        own, toe_bone = bone(ref, f"Right {bones['ordinal']} metatarsal bone"), bone(ref, f"Proximal phalanx of right {bones['name']}")
        out.append(clear(*seated(*body, own, toe_bone), around, rounds=5))
    return out


def lumbricals_of_foot(ref):
    """From the tendons of the long flexor of the toes to the inner sides of the four lesser toes."""
    flexor = flexor_digitorum_longus(ref)
    around = solid(ref, BONES + "|" + SOLE, *flexor, *plantar_interossei(ref))
    out = []
    for toe, (tendon, *_) in zip(TOES, flexor[1:]):
        bones = toe_bones(ref, toe)
        way = tendon.mean(1)
        at = lambda s: np.array([np.interp(s, np.linspace(0, 1, len(way)), way[:, k]) for k in range(3)])
        head, end = bones["metatarsal"], bones["proximal"]
        path = [[*(at(0.06) + [1.2, 0.5, 0]), 2, 1.2], [*(at(0.16) + [3, 1.2, 0]), 3.4, 2.4], [*(at(0.28) + [3.6, 1.8, 0]), 4, 3],
                [*beside(head, head[:, 2].max() - 8, 1, -0.15, 1.5), 3.2, 2.2], [*beside(end, end[:, 2].min() + 1, 1, 0.1, 1.2), 2.6, 1.6],
                [*beside(end, end[:, 2].min() + 7, 1, 0.5, 0.6), 2.6, 1.1]]
        body = clear(*ribbon(path, (0.6, -1, 0), 7, 4), around, hold=(1, 0))
        out.append(seated(*body, None, bone(ref, f"Proximal phalanx of right {bones['name']}"), 0.6))
    return out


def plantar_aponeurosis(ref):
    """The broad sinew under the sole, from the heel, in five slips to the roots of the toes."""
    z = [31, 48, 72, 96, 120]
    inner = ([-68, -70, -72, -73, -73], [-1, -1, 0, 1.5, 1], 2.6)
    middle = ([-76, -79, -83, -86, -90], [-1.5, -1.5, 0, -0.5, -2], 3.2)
    outer = ([-84, -88, -94, -100, -108], [-1, -0.5, 0, 0, -1], 2.4)
    thin = np.array([0.9, 1, 0.9, 0.7, 0.5])
    guides = [[[a, b, c, t] for a, b, c, t in zip(x, y, z, thick * thin)] for x, y, thick in (inner, middle, outer)]
    around = solid(ref, BONES + "|" + SOLE + "|^Right flexor hallucis longus$|head of right flexor hallucis brevis$",
                   *flexor_digitorum_longus(ref)[1:], *abductor_digiti_minimi_of_foot(ref), *lumbricals_of_foot(ref))
    body = seated(*clear(*through_curves(guides, 8, 4), around, hold=(0, 0)), bone(ref, "Right calcaneus"), None, 0.8)
    body = clear(*body, around, hold=(1, 0), rounds=5)
    row = body[0][-1] if body[0][-1][0, 0] > body[0][-1][-1, 0] else body[0][-1][::-1]
    out = [body]
    for k, toe in enumerate((1, *TOES)):
        own = toe_bones(ref, toe)["proximal"]
        start = row[0] + (row[-1] - row[0]) * (k + 0.5) / 5 + [0, 0, -3]
        x, end = own[:, 0][own[:, 2] < own[:, 2].min() + 5].mean(), own[:, 2].min() + 2
        low = own[own[:, 2] < own[:, 2].min() + 6][:, 1].min() - 4.5
        path = [[*start, 7, 1.2], [*(start * 0.6 + np.array([x, low, end]) * 0.4), 6, 1.1], [x, low, end, 7, 1.0]]
        out.append(clear(*ribbon(path, (0, -1, 0), 4, 4), around, hold=(1, 0)))
    return out
