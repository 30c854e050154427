"""Muscles of hip and thigh that the reference lacks, and the iliotibial tract.

Courses after Gray's Anatomy; the adductor longus is 22 cm long with a cross section of 6.5 cm2 (Ward et
al. 2009, Clin Orthop Relat Res 467:1074-1082), the tract 1 to 2 mm thick.
"""
from clear import clear, seated, solid
from laid import lay, neighbours, through_curves

DEEP = ("^Right (hip bone|femur|obturator internus|gemellus (superior|inferior)|adductor (magnus|brevis|minimus)|pectineus"
        "|psoas major|iliacus|gluteus maximus|semimembranosus|semitendinosus)$|head of right biceps femoris$")


def quadratus_femoris(ref):
    """Straight across from the ischial tuberosity to the crest between the trochanters."""
    upper = [[-70, 797, 58, 2], [-82, 795, 58, 6], [-96, 793, 60, 7], [-108, 791, 60, 5], [-116, 790, 59, 1.5]]
    middle = [[-71, 782, 60, 2.5], [-83, 780, 61, 8], [-96, 778, 62, 9], [-107, 776, 61, 6], [-114.5, 774, 61.5, 1.8]]
    lower = [[-67, 768, 60, 2], [-80, 765, 62, 6], [-94, 762, 64, 7], [-104, 760, 66, 5], [-109, 758, 67, 1.5]]
    around = solid(ref, DEEP)
    body = clear(*through_curves([upper, middle, lower], 9, 6), around, hold=(0, 0))
    body = seated(*body, solid(ref, "^Right hip bone$"), solid(ref, "^Right femur$"))
    return [clear(*body, around, rounds=5)]


def obturator_externus(ref):
    """A fan from the rim of the obturator foramen, below the neck of the femur and up behind it into the
    hollow at the greater trochanter."""
    upper = [[-28, 805, 119, 2], [-42, 801, 108, 8], [-60, 795, 95, 8], [-76, 789, 82, 5], [-93, 793, 72, 4], [-106, 800, 71, 3],
             [-113, 805, 76, 1.5]]
    middle = [[-26, 790, 113, 3], [-41, 788, 102, 11], [-60, 786, 91, 9], [-76, 784, 79, 5.5], [-93, 789.5, 71, 4],
              [-106, 797.5, 70, 3], [-112.5, 802.5, 75, 1.5]]
    lower = [[-38, 777, 98, 2], [-48, 778, 92, 8], [-62, 779, 86, 7], [-76, 779.5, 77, 5], [-93, 786, 70, 3.5], [-106, 795, 69.5, 3],
             [-112, 800, 74.5, 1.5]]
    around = solid(ref, DEEP, *quadratus_femoris(ref))
    body = clear(*through_curves([upper, middle, lower], 13, 6), around, hold=(0, 0))
    body = seated(*body, solid(ref, "^Right hip bone$"), solid(ref, "^Right femur$"))
    return [clear(*body, around, rounds=5)]


def adductor_longus(ref):
    """From the body of the pubis in front of the short adductor to the middle third of the linea aspera."""
    upper = [[-20, 808, 149, 4], [-34, 785, 146, 8], [-50, 752, 133, 12], [-66, 722, 122, 10], [-77, 697, 111, 6], [-87.5, 678, 95, 1.5]]
    middle = [[-17, 806, 150, 5], [-28, 777, 145, 10], [-43, 735, 132, 14], [-60, 695, 122, 11], [-73, 660, 108, 6], [-85.5, 636, 85, 1.5]]
    lower = [[-15, 802, 148, 4], [-24, 767, 142, 9], [-36, 720, 131, 13], [-53, 672, 121, 10], [-68, 628, 105, 5], [-83, 592, 83, 1.5]]
    under = neighbours(ref, "^Right adductor (brevis|magnus|minimus)$")
    over = neighbours(ref, "^Right (sartorius|vastus medialis|pectineus)$")
    body = lay(*through_curves([upper, middle, lower], 10, 6), (0.35, 0.2, 1), under, over, gap=0.3, far=14)
    around = solid(ref, "^Right (hip bone|femur|adductor (brevis|magnus|minimus)|sartorius|vastus medialis|pectineus|gracilis)$")
    body = seated(*clear(*body, around, hold=(0, 0), smooth=1.3), solid(ref, "^Right hip bone$"), solid(ref, "^Right femur$"))
    return [clear(*body, around, rounds=5, smooth=1.3)]


def iliotibial_tract(ref):
    """From the tensor and gluteus maximus over the greater trochanter and the outer thigh to the outer
    condyle of the tibia: front edge, middle, rear edge."""
    front = [[-147, 828, 102], [-143, 790, 112], [-142, 760, 122], [-147, 720, 122], [-153, 660, 116], [-154, 600, 110],
             [-148, 540, 106], [-136, 490, 104], [-124, 450, 98], [-119, 420, 90], [-112, 396, 86]]
    middle = [[-152, 830, 84], [-150, 795, 90], [-147, 765, 96], [-152, 725, 98], [-157, 660, 96], [-157, 600, 94],
              [-151, 540, 93], [-137, 490, 92], [-124, 450, 87], [-120, 420, 82], [-113, 392, 81]]
    rear = [[-144, 826, 65], [-144, 795, 64], [-139, 765, 66], [-143, 725, 76], [-148, 660, 78], [-149, 600, 79],
            [-144, 540, 80], [-133, 490, 81], [-123, 450, 76], [-120, 420, 74], [-114, 388, 76]]
    thick = [1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2.0, 2.2, 1.8]
    guides = [[[*p, t] for p, t in zip(edge, thick)] for edge in (front, middle, rear)]
    under = solid(ref, "^Right (vastus lateralis|vastus intermedius|femur|tibia|gluteus (medius|minimus|maximus)|rectus femoris"
                  "|tensor fasciae latae)$|head of right biceps femoris$")
    body = clear(*through_curves(guides, 16, 6), under, gap=0.3, hold=(0, 0), drape=under)
    return [clear(*seated(*body, None, solid(ref, "^Right tibia$"), 0.9), under, gap=0.3, hold=(0, 1), rounds=5)]
