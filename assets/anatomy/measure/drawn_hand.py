"""Muscles of the hand that the reference lacks, drawn on its bones and between its other muscles.

Lengths after Jacobson et al. 1992 (J Hand Surg 17A:804-809): abductor of the little finger 68 mm, its
short flexor 59 mm, adductor of the thumb 55 mm; thicknesses from their cross sections of 0.9, 0.5 and
1.9 cm2 (both heads), for the smaller hand of the reference.
"""
from clear import clear, seated, solid
from laid import ribbon, through_curves

HAND = ("^Right (pisiform|hamate|triquetral|trapezium|.* metacarpal bone)$|phalanx of right (thumb|little finger)$"
        "|^Right (flexor digitorum profundus|flexor pollicis longus|opponens pollicis|abductor pollicis brevis)$"
        "|^(Opponens digiti minimi|Set of .*) of right hand$|head of right (adductor pollicis|flexor pollicis brevis)$")


def bone(ref, label):
    return solid(ref, f"^{label}$")


def abductor_digiti_minimi_of_hand(ref):
    """Along the edge of the hand from the pisiform to the little finger."""
    path = [[-234, 801, 129, 6, 2.5], [-231, 793, 129.5, 10, 5.5], [-228.5, 783, 130.5, 11, 7], [-226.5, 772, 132.5, 10, 6.5],
            [-224.5, 760, 135.5, 8, 5], [-224, 750, 139, 5, 3], [-224.5, 741, 142, 4, 1.4]]
    around = solid(ref, HAND)
    body = clear(*ribbon(path, (1, 0, 0.4), 10, 5), around, hold=(0, 0))
    body = seated(*body, bone(ref, "Right pisiform"), bone(ref, "Proximal phalanx of right little finger"))
    return [clear(*body, around, rounds=5)]


def flexor_digiti_minimi_brevis_of_hand(ref):
    """From the hook of the hamate over the opponens to the little finger."""
    path = [[-243.5, 799, 132, 4, 1.6], [-240, 789, 136.5, 7, 4], [-235.5, 777, 141, 8, 5], [-231, 764, 143.5, 7, 4.5],
            [-227.5, 752, 144.5, 4.5, 2.6], [-226, 741, 144, 3.5, 1.3]]
    around = solid(ref, HAND, *abductor_digiti_minimi_of_hand(ref))
    body = clear(*ribbon(path, (0.3, 0, 1), 9, 5), around, hold=(0, 0))
    body = seated(*body, bone(ref, "Right hamate"), bone(ref, "Proximal phalanx of right little finger"))
    return [clear(*body, around, rounds=5)]


def adductor_pollicis_transverse_head(ref):
    """A fan from the palmar side of the third metacarpal to the thumb, under the flexors of the index finger."""
    upper = [[-262, 783, 124.5, 2], [-272, 781, 129, 3.5], [-284, 777, 132, 6], [-293, 771, 138, 5], [-298.5, 768.5, 143, 2]]
    middle = [[-263, 768, 126.5, 2], [-273, 768, 131, 3.5], [-285, 768, 133.5, 7], [-294, 767, 139, 5.5], [-299, 766, 144, 2]]
    lower = [[-265, 751, 133, 1.6], [-275, 755, 135, 3], [-287, 760, 136, 5], [-295, 763, 140.5, 4], [-299.5, 763.5, 145, 1.6]]
    around = solid(ref, HAND)
    body = clear(*through_curves([upper, middle, lower], 9, 6), around, hold=(0, 0))
    body = seated(*body, bone(ref, "Right third metacarpal bone"), bone(ref, "Proximal phalanx of right thumb"))
    return [clear(*body, around, rounds=5)]
