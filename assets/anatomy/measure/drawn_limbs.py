"""Muscles of the limbs that the reference lacks, drawn along its bones and between its muscles."""
from laid import lay, neighbours, ribbon, through_curves

FOREARM_BONES = "^Right (humerus|radius|ulna)$"
ALL_TENDON = (0.0, 0.01)


def extensor_digitorum(ref):
    """A belly between the radial wrist extensors and the little finger's, and four tendons over the hand."""
    path = [[-240, 1063, 52, 6, 3], [-240, 1045, 47, 9, 5], [-240, 1020, 47, 12, 7], [-243, 990, 53, 14, 8], [-245, 960, 58, 15, 8],
            [-247, 930, 66, 14, 6.5], [-250, 900, 77, 12, 4.5], [-252, 870, 88, 10, 3], [-254, 840, 97, 9, 2.2], [-256, 814, 102, 9, 1.8]]
    belly = ribbon(path, (-0.15, 0, -1), 11, 5)
    deep = neighbours(ref, FOREARM_BONES + "|^Right (supinator|anconeus|abductor pollicis longus|extensor pollicis longus"
                      "|extensor pollicis brevis|extensor indicis|extensor carpi radialis brevis|extensor digiti minimi)$")
    out = [(*lay(*belly, (0, 0, -1), deep, gap=0.3, far=9), (0.04, 0.72))]
    hand = neighbours(ref, "(metacarpal bone|phalanx of right .* finger)$")
    ends = {2: [-260, [-283, 731, 122], [-294, 715, 134], [-302, 695, 152]], 3: [-257, [-263, 733, 121], [-270, 714, 138], [-274, 690, 156]],
            4: [-254, [-249, 738, 121], [-248, 719, 137], [-249, 695, 155]], 5: [-251, [-231, 744, 124], [-228, 730, 137], [-224, 711, 152]]}
    for wrist, *places in ends.values():
        tendon = [[wrist, 818, 101.5], [wrist, 797, 107], [(wrist + places[0][0]) / 2, 767, 112], *places]
        strip = ribbon([[*p, 3.2, 1.4] for p in tendon], (0, 0, -1), 9, 4)
        out.append((*lay(*strip, (0, 0, -1), hand, gap=0.3, keep_ends=0, far=9), ALL_TENDON))
    return out


def extensor_carpi_ulnaris(ref):
    """Along the back of the ulna to the base of the fifth metacarpal."""
    path = [[-237, 1060, 50, 5, 3], [-231, 1040, 45, 8, 5], [-229, 1015, 46, 10, 7], [-229, 990, 51, 11, 8], [-229, 960, 57, 11, 7.5],
            [-230, 930, 65, 10, 6], [-231, 900, 75, 7, 4.5], [-232, 870, 86, 5, 3], [-234, 840, 96, 4.5, 2.4], [-236, 815, 104, 4, 2],
            [-234, 795, 115, 4, 1.6]]
    body = ribbon(path, (0.15, 0, -1), 12, 5)
    deep = neighbours(ref, FOREARM_BONES + "|^Right (supinator|anconeus|extensor pollicis longus|extensor indicis|extensor digiti minimi)$"
                      "|fifth metacarpal bone$")
    return [lay(*body, (0, 0, -1), deep, gap=0.3, far=9)]


def flexor_digitorum_superficialis(ref):
    """A broad belly between the deep and the first layer of flexors, and four tendons to the fingers."""
    inner = [[-180, 1058, 67, 4], [-187, 1035, 74, 7], [-192, 1010, 82, 9], [-197, 985, 88, 10], [-204, 955, 96, 9], [-213, 925, 103, 8],
             [-223, 895, 110, 6], [-233, 865, 116, 4], [-241, 840, 123, 3], [-246, 815, 129, 3]]
    middle = [[-184, 1058, 68, 4], [-199, 1035, 77, 7], [-207, 1010, 86, 9], [-213, 985, 93, 10], [-219, 955, 102, 9], [-226, 925, 109, 8],
              [-233, 895, 115, 6], [-240, 865, 120, 4], [-246, 840, 125, 3], [-250, 815, 129, 3]]
    outer = [[-188, 1057, 70, 4], [-210, 1035, 80, 6], [-222, 1010, 90, 8], [-230, 985, 96, 9], [-236, 955, 102, 8], [-240, 925, 109, 7],
             [-243, 895, 115, 5], [-247, 865, 120, 4], [-251, 840, 125, 3], [-254, 815, 129, 3]]
    deep = neighbours(ref, FOREARM_BONES + "|^Right (flexor digitorum profundus|flexor pollicis longus|supinator|brachialis)$")
    first = neighbours(ref, "^Right (flexor carpi radialis|palmaris longus)$|head of right (pronator teres|flexor carpi ulnaris)$")
    out = [(*lay(*through_curves([inner, middle, outer], 12, 6), (0, 0, 1), deep, first, gap=0.2, far=9), (0.03, 0.80))]
    ends = {2: [-253, [-283, 731, 142], [-294, 715, 151], [-303, 690, 166]], 3: [-251, [-263, 733, 143], [-270, 714, 154], [-274, 687, 172]],
            4: [-249, [-248, 738, 143], [-248, 719, 153], [-248, 691, 172]], 5: [-247, [-232, 744, 143], [-228, 730, 152], [-224, 708, 165]]}
    hand = neighbours(ref, "(metacarpal bone|phalanx of right .* finger)$|^Right flexor digitorum profundus$")
    fascia = neighbours(ref, "^Right palmaris longus$")
    for wrist, *places in ends.values():
        tendon = [[wrist, 818, 129.5], [wrist, 797, 133], [(wrist + places[0][0]) / 2, 767, 138], *places]
        strip = ribbon([[*p, 3.2, 1.6] for p in tendon], (0, 0, 1), 9, 4)
        out.append((*lay(*strip, (0, 0, 1), hand, fascia, gap=0.2, keep_ends=0, far=9), ALL_TENDON))
    return out


def adductor_longus(ref):
    """From the body of the pubis in front of the short adductor to the middle third of the linea aspera."""
    upper = [[-19, 808, 145, 4], [-35, 783, 141, 9], [-50, 752, 133, 12], [-66, 722, 122, 10], [-77, 697, 111, 6], [-87.5, 678, 95, 1.5]]
    middle = [[-17, 806, 145, 5], [-29, 775, 140, 11], [-43, 735, 132, 14], [-60, 695, 122, 11], [-73, 660, 108, 6], [-85.5, 636, 85, 1.5]]
    lower = [[-15, 803, 144, 4], [-25, 765, 138, 10], [-36, 720, 131, 13], [-53, 672, 121, 10], [-68, 628, 105, 5], [-83, 592, 83, 1.5]]
    under = neighbours(ref, "^Right adductor (brevis|magnus|minimus)$")
    over = neighbours(ref, "^Right (sartorius|vastus medialis|pectineus)$")
    return [lay(*through_curves([upper, middle, lower], 10, 6), (0.35, 0.2, 1), under, over, gap=0.3, far=14)]


