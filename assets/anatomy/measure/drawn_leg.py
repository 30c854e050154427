"""Muscles of the leg that the reference lacks: the fibular muscles and the long flexor of the toes.

Lengths and thicknesses after Ward et al. 2009 (Clin Orthop Relat Res 467:1074-1082): bellies of 27 cm
(fibularis longus, flexor digitorum longus) and 24 cm (fibularis brevis), fibres of 4.5 to 5 cm, cross
sections 10.4, 4.4 and 4.9 cm2 across the fibres; courses after Gray's Anatomy.
"""
import numpy as np

from clear import clear, seated, solid
from laid import ribbon, strip
from toes import ALL_TENDON, TOES, below, toe_bones

SHANK = "^Right (tibia|fibula|soleus|extensor digitorum longus|flexor hallucis longus|tibialis posterior|fibularis tertius)$"
TARSUS = ("^Right (tibia|fibula|talus|calcaneus|cuboid bone|(lateral|medial) cuneiform bone)$"
          "|^Right (first|fourth|fifth) metatarsal bone$")


def fibularis_brevis(ref):
    """Along the lower fibula, in the groove behind the outer ankle to the base of the fifth metatarsal."""
    path = [[-111, 262, 53, 6, 1.5], [-114, 235, 53, 10, 4], [-114, 205, 51, 12, 5.5], [-112, 175, 49, 12, 6], [-111, 145, 46, 11, 5.5],
            [-109, 118, 43, 8.5, 4.5], [-106, 92, 39, 6, 3], [-105, 70, 36.5, 5, 2.4], [-105, 52, 37, 5, 2.2], [-105.5, 42, 44, 5, 2.2],
            [-107, 36, 55, 5, 2], [-110, 29, 68, 5, 2], [-115, 20, 80, 5.5, 1.8], [-117.5, 15, 88, 6, 1.4]]
    facing = [[-1, 0, -0.2]] * 3 + [[-1, 0, -0.5]] * 3 + [[-0.6, 0, -1]] * 3 + [[-1, 0, -0.3]] * 2 + [[-1, 0.1, 0.1]] * 3
    body = ribbon(path, facing, 16, 5)
    around = solid(ref, SHANK + "|" + TARSUS)
    bone = solid(ref, "^Right (fibula|calcaneus)$")
    body = clear(*body, around, hold=(0, 0), floor=bone)
    body = seated(*body, solid(ref, "^Right fibula$"), solid(ref, "^Right fifth metatarsal bone$"))
    return [clear(*body, around, rounds=5)]


def fibularis_longus(ref):
    """Down the outer side of the fibula, behind the outer ankle over the short fibular, under the cuboid
    to the first metatarsal."""
    path = [[-121, 388, 62, 8, 2.5], [-122, 365, 62, 13, 7], [-123, 335, 61.5, 15, 9], [-123, 300, 61, 16, 9], [-122, 265, 60, 15, 8.5],
            [-121, 230, 57, 14, 6.5], [-120, 195, 52, 11, 5], [-117, 160, 46, 7, 3.6], [-113, 120, 39, 5.5, 3.2], [-109, 88, 34, 5, 3],
            [-106, 62, 32.5, 5, 2.8], [-104, 42, 36, 5, 2.6], [-104, 29, 50, 5, 2.4], [-107, 21, 68, 5, 2.2], [-108, 16, 82, 5, 2.2],
            [-99, 14, 92, 5.5, 2.2], [-88, 18, 102, 5.5, 2], [-78, 22, 112, 6, 1.8], [-73, 24, 119, 6, 1.4]]
    facing = ([[-1, 0, 0.4]] * 5 + [[-1, 0, 0], [-1, 0, -0.3], [-1, 0, -0.4]] + [[-0.6, 0, -1]] * 3
              + [[-1, -0.2, -0.3], [-1, -0.2, 0], [-1, -0.5, 0]]
              + [[-0.7, -1, 0], [0, -1, -0.1], [0.1, -1, -0.2], [0.1, -1, -0.2], [0.1, -1, -0.2]])
    body = ribbon(path, facing, 22, 5)
    brevis = fibularis_brevis(ref)
    foot = "|^Right (soleus|flexor accessorius|tibialis posterior)$|^Oblique head of right adductor hallucis$"
    around = solid(ref, SHANK + "|" + TARSUS + foot, *brevis)
    floor = solid(ref, "^Right (fibula|calcaneus|cuboid bone|lateral cuneiform bone|first metatarsal bone)$", *brevis)
    body = clear(*body, around, hold=(0, 0), floor=floor)
    body = seated(*body, solid(ref, "^Right fibula$"), solid(ref, "^Right (first metatarsal|medial cuneiform) bone$"))
    return [clear(*body, around, rounds=5)]


def flexor_digitorum_longus(ref):
    """Down the back of the tibia, behind the inner ankle and across the sole to the ends of the four
    lesser toes."""
    path = [[-74, 322, 59, 6, 1.5], [-72.5, 288, 57.5, 11, 6], [-73.5, 246, 56, 15, 8], [-74, 204, 54, 15, 8], [-73, 162, 49, 11, 6.5],
            [-69, 124, 43.5, 7, 4.5], [-63, 90, 39.5, 4.5, 3], [-57, 62, 41, 4.5, 2.6], [-55, 43, 54, 4.5, 2.6], [-59, 31, 74, 5, 2.4],
            [-71, 20, 88, 6, 2.4], [-84, 13, 106, 13, 2.4]]
    facing = [[0.3, 0, -1]] * 7 + [[1, 0, -1]] + [[1, -0.2, 0]] + [[0.8, -1, 0]] + [[0, -1, 0]] * 2
    belly = strip(path, facing, 4)
    sole = "|^Right (abductor hallucis|flexor accessorius|flexor digitorum brevis)$|^Oblique head of right adductor hallucis$"
    around = solid(ref, SHANK + "|" + TARSUS + sole + "|Navicular bone of right foot")
    belly = clear(*belly, around, hold=(0, 0))
    belly = seated(*belly, solid(ref, "^Right tibia$"))
    belly = clear(*belly, around, hold=(1, 0), rounds=5)
    return [(*belly, (0.03, 0.42)), *[(*tendon(ref, toe, belly[0][-2]), ALL_TENDON) for toe in TOES]]


def tendon(ref, toe, fork):
    """From the fork in the sole (a curve, inner edge first) to the last bone of a toe."""
    bones = toe_bones(ref, toe)
    inner, outer = fork[fork[:, 0].argmax()], fork[fork[:, 0].argmin()]
    start = inner + (outer - inner) * (toe - 2) / 3
    path = [[*start, 3.4, 1.8], [*(start + [-1.5 * (toe - 2) - 1, -1.5, 13]), 3.2, 1.8]]
    head = bones["metatarsal"][:, 2].max()
    for z in (head - 22, head - 5):
        path.append([*below(bones["metatarsal"], z, 1.2), 3.2, 1.8])
    for part, share in (("proximal", 0.5), ("middle", 0.5), ("distal", 0.45)):
        z = np.interp(share, [0, 1], [bones[part][:, 2].min(), bones[part][:, 2].max()])
        path.append([*below(bones[part], z, 0.9), 3.0, 1.5])
    band = ribbon(path, (0, -1, 0), 4, 4)
    around = solid(ref, f"^Right {bones['ordinal']} metatarsal bone$|phalanx of right {bones['name']}$"
                   "|head of right adductor hallucis$")
    band = seated(*clear(*band, around, hold=(1, 0)), None, solid(ref, f"^Distal phalanx of right {bones['name']}$"), 0.6)
    return band
