"""Places on the bones of a toe, for tendons drawn along it."""
import numpy as np

import bones

ALL_TENDON = (0.03, 0.03)
TOES = (2, 3, 4, 5)


def toe_bones(ref, toe):
    """Points of a toe's bones (1 to 5) by part, with its names in the reference."""
    name = bones.TOES[toe - 1]
    out = {"name": name, "ordinal": bones.ORDINAL[toe - 1].lower()}
    out["metatarsal"] = ref.points(f"^Right {out['ordinal']} metatarsal bone$")
    for part in ("proximal", "middle", "distal") if toe > 1 else ("proximal", "distal"):
        out[part] = ref.points(f"^{part.capitalize()} phalanx of right {name}$")
    return out


def across_bone(points, z, reach=2.0):
    """The bone's points within `reach` mm of a plane across the foot."""
    near = points[np.abs(points[:, 2] - z) < reach]
    return near if len(near) else points[np.abs(points[:, 2] - z).argsort()[:20]]


def below(points, z, lower):
    """The place `lower` mm under the middle of a bone's underside at z."""
    p = across_bone(points, z)
    return np.array([p[:, 0].mean(), p[:, 1].min() - lower, z])


def above(points, z, higher, aside=0.0):
    """The place `higher` mm over the bone's back at z, `aside` mm toward the body's left."""
    p = across_bone(points, z)
    middle = p[:, 0].mean() + aside
    near = p[np.abs(p[:, 0] - middle) < 2.0]
    return np.array([middle, (near if len(near) else p)[:, 1].max() + higher, z])


def beside(points, z, side, rise=0.35, off=0.5):
    """The place on the inner (side 1) or outer (side -1) flank of a bone at z, `rise` of its height up."""
    p = across_bone(points, z)
    x = p[:, 0].max() if side > 0 else p[:, 0].min()
    return np.array([x + side * off, p[:, 1].min() + rise * np.ptp(p[:, 1]), z])
