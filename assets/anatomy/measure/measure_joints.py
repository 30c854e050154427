"""Measures centres of motion on the bones of an exported body, for ../joints.toml.

    measure_joints.py BODY.glb        (BODY.glb: `knotmap export BODY.glb`)

Prints for each joint the middle and radius of the ball fitted by least squares to the convex one of
its two joint surfaces: those vertices of the first bone that lie within 4 mm of the nearest contact
with the second. For the joints of a finger it also prints the axis of flexion, the normal of the plane
through its knuckles and tip (the fingers of the measured body are a little bent). Centres of knee,
ankle, clavicle and spine are judged by eye from these, the epicondyles, the malleoli and the discs;
the figures in joints.toml are rounded to 0.1 mm. Millimetres, frame of docs/data-format.md.
"""
import json
import struct
import sys

import numpy as np
from scipy.spatial import cKDTree

CONTACT_MM = 4.0

# (joint, convex bone, its partner)
PAIRS = [
    ("hip", "femur", "hip-bone"),
    ("glenohumeral", "humerus", "scapula"),
    ("elbow", "humerus", "ulna"),
    ("sternoclavicular", "clavicle", "manubrium"),
    ("acromioclavicular", "clavicle", "scapula"),
    ("temporomandibular", "mandible", "temporal-bone"),
    ("atlantooccipital", "atlas", "occipital-bone"),
    ("wrist", "scaphoid", "radius"),
    ("ankle", "talus", "tibia"),
    ("subtalar", "talus", "calcaneus"),
    ("carpometacarpal-1", "metacarpal-1", "trapezium"),
    ("interphalangeal-1", "proximal-phalanx-hand-1", "distal-phalanx-hand-1"),
    ("interphalangeal-of-hallux", "proximal-phalanx-foot-1", "distal-phalanx-foot-1"),
]
PAIRS += [(f"metacarpophalangeal-{i}", f"metacarpal-{i}", f"proximal-phalanx-hand-{i}")
          for i in range(1, 6)]
PAIRS += [(f"metatarsophalangeal-{i}", f"metatarsal-{i}", f"proximal-phalanx-foot-{i}")
          for i in range(1, 6)]
PAIRS += [(f"proximal-interphalangeal-{i}", f"proximal-phalanx-hand-{i}",
           f"middle-phalanx-hand-{i}") for i in range(2, 6)]
PAIRS += [(f"distal-interphalangeal-{i}", f"middle-phalanx-hand-{i}", f"distal-phalanx-hand-{i}")
          for i in range(2, 6)]


def read_bones(path):
    """{id: vertices (n, 3) in mm} of the bones of the right side and the midline."""
    with open(path, "rb") as file:
        data = file.read()
    length = struct.unpack_from("<I", data, 12)[0]
    js, blob = json.loads(data[20:20 + length]), data[28 + length:]
    bones = {}
    for node in js["nodes"]:
        extras = node.get("extras", {})
        if extras.get("kind") not in ("bone", "cartilage") or extras.get("side") == "left":
            continue
        accessor = js["accessors"][
            js["meshes"][node["mesh"]]["primitives"][0]["attributes"]["POSITION"]]
        view = js["bufferViews"][accessor["bufferView"]]
        start = view.get("byteOffset", 0) + accessor.get("byteOffset", 0)
        metres = np.frombuffer(blob, np.float32, 3 * accessor["count"], start)
        bones[extras["id"]] = metres.reshape(-1, 3).astype(float) * 1000
    return bones


def contact(bone, partner):
    """Vertices of `bone` that face the contact with `partner`."""
    distance = cKDTree(partner).query(bone)[0]
    return bone[distance < distance.min() + CONTACT_MM]


def fit_ball(points):
    """Middle and radius of the ball through the points (algebraic least squares)."""
    matrix = np.c_[2 * points, np.ones(len(points))]
    answer = np.linalg.lstsq(matrix, (points ** 2).sum(1), rcond=None)[0]
    return answer[:3], float(np.sqrt(answer[3] + answer[:3] @ answer[:3]))


def finger_axis(bones, centres, finger):
    """Unit normal of the plane of a finger's knuckles and tip; positive flexion closes the hand."""
    knuckle, middle, end = (centres[f"{name}-{finger}"] for name in (
        "metacarpophalangeal", "proximal-interphalangeal", "distal-interphalangeal"))
    distal = bones[f"distal-phalanx-hand-{finger}"]
    tip = distal[np.argmax(np.linalg.norm(distal - end, axis=1))]
    points = np.array([knuckle, middle, end, tip])
    normal = np.linalg.svd(points - points.mean(0))[2][2]
    bend = np.cross(middle - knuckle, tip - end)
    return normal if normal @ bend > 0 else -normal


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    bones = read_bones(sys.argv[1])
    centres = {}
    for joint, convex, partner in PAIRS:
        centres[joint], radius = fit_ball(contact(bones[convex], bones[partner]))
        print(f"{joint:32} at {np.round(centres[joint], 1)}  radius {radius:.1f}")
    for finger in range(2, 6):
        axis = finger_axis(bones, centres, finger)
        print(f"flexion of finger {finger:14} axis {np.round(axis, 3)}")


if __name__ == "__main__":
    main()
