"""The pelvic floor beside the measured pubococcygeus and puborectalis, and the muscles of the perineum.

The levator plate is 3 to 5 mm thick, its iliac part the thinnest (Lawson JON. Ann R Coll Surg Engl 1974;54:244-252),
the deep and superficial parts of the outer anal sphincter together about 4 mm (endoanal ultrasound).
"""
from laid import lay, neighbours, ribbon, through_curves


def iliococcygeus(ref):
    """From the tendinous arch over obturator internus and the ischial spine to the coccyx and the seam
    between it and the anus."""
    fibres = [[[-41.5, 824, 47, 2], [-27, 809, 39, 3.2], [-7, 797, 25, 1.5]],
              [[-39, 819, 57, 2], [-32, 799, 48, 3.2], [-4, 789, 29, 1.5]],
              [[-34, 815, 70, 2], [-32, 794, 58, 3.2], [-5, 780, 37, 1.5]],
              [[-29, 811, 84, 2], [-33, 791, 70, 3.0], [-13, 774, 45, 1.2]]]
    under = neighbours(ref, "^Right (pubococcygeus|puborectalis)$")
    over = neighbours(ref, "^Right (obturator internus|hip bone)$")
    return [lay(*through_curves(fibres, 7, 6), (-0.6, -0.8, -0.2), under, over, gap=0.2, far=10)]


def external_anal_sphincter(ref):
    """Half of the ring round the anus, from the tip of the coccyx to the perineal body."""
    at = lambda y, wide: [[-0.8, 790 - (770 - y) * 0.4, 28, 2], [-7, y + 4, 36, 4], [-wide, y, 46, 5], [-wide, y, 56, 5], [-8, y + 2, 66, 4],
                          [-0.8, y + 4, 73, 2]]
    return [through_curves([at(770, 13.5), at(763, 13), at(755, 11)], 8, 4)]


def ischiocavernosus(ref):
    """Along the inner side of the ischial and pubic rami, over the root of the penis or clitoris."""
    path = [[-36, 767, 57, 5, 2], [-28, 767, 69, 8, 4.5], [-21, 767, 81, 9, 5.5], [-15.5, 771, 92, 9, 5.5], [-10.5, 778, 104, 8, 4.5],
            [-8, 784, 113, 5, 2.5]]
    bone = neighbours(ref, "^Right hip bone$")
    return [lay(*ribbon(path, (0.9, -0.5, 0), 7, 4), (0.9, -0.5, 0), bone, gap=0.2, keep_ends=0, far=8)]


def bulbospongiosus(ref):
    """From the perineal body forward beside the midline."""
    path = [[-2, 768, 74, 6, 2], [-6, 764, 82, 9, 4], [-8, 764, 92, 10, 4.5], [-8, 768, 102, 9, 4], [-6.5, 777, 113, 6, 2]]
    return [ribbon(path, (-0.4, -1, 0.2), 6, 4)]
