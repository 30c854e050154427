"""Which reference structures a bone id of the tables stands for (right side and midline)."""

ORDINAL = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth",
           "Tenth", "Eleventh", "Twelfth"]
FINGERS = ["thumb", "index finger", "middle finger", "ring finger", "little finger"]
TOES = ["big toe", "second toe", "third toe", "fourth toe", "little toe"]


def _table():
    out = {"occipital-bone": "Occipital bone", "frontal-bone": "Frontal bone", "mandible": "Mandible",
           "sphenoid": "Sphenoid bone", "hyoid": "Hyoid bone", "atlas": "Atlas", "axis": "Axis",
           "manubrium": "Manubrium", "sternum-body": "Body of sternum", "sacrum": "Sacrum",
           "linea-alba": "Linea alba", "inguinal-ligament": "Right inguinal ligament", "flexor-retinaculum": "Flexor retinaculum of right wrist",
           "calcaneal-tendon": "Right calcaneal tendon"}
    for name in ("temporal bone", "parietal bone", "maxilla", "hip bone"):
        out[name.replace(" ", "-")] = "Right " + name
    out["zygomatic-bone"] = "Right zygomatic bone"
    for name in ("clavicle", "scapula", "humerus", "radius", "ulna", "femur", "patella", "tibia",
                 "fibula", "calcaneus", "talus", "scaphoid", "lunate", "triquetral", "pisiform",
                 "trapezium", "trapezoid", "capitate", "hamate"):
        out[name] = "Right " + name
    out["cuboid"] = "Right cuboid bone"
    out["navicular"] = "Navicular bone of right foot"
    for name in ("medial", "intermediate", "lateral"):
        out[name + "-cuneiform"] = f"Right {name} cuneiform bone"
    for i, word in enumerate(ORDINAL, 1):
        low = word.lower()
        out[f"rib-{i}"] = f"Right {low} rib"
        out[f"vertebra-t{i}"] = f"{word} thoracic vertebra"
        if i <= 7:
            out[f"costal-cartilage-{i}"] = f"Right {low} costal cartilage"
        if 3 <= i <= 7:
            out[f"vertebra-c{i}"] = f"{word} cervical vertebra"
        if i <= 5:
            out[f"vertebra-l{i}"] = f"{word} lumbar vertebra"
            out[f"metacarpal-{i}"] = f"Right {low} metacarpal bone"
            out[f"metatarsal-{i}"] = f"Right {low} metatarsal bone"
    for part in ("proximal", "middle", "distal"):
        for i in range(5):
            cap = part.capitalize()
            out[f"{part}-phalanx-hand-{i + 1}"] = f"{cap} phalanx of right {FINGERS[i]}"
            out[f"{part}-phalanx-foot-{i + 1}"] = f"{cap} phalanx of right {TOES[i]}"
    return out


LABELS = _table()


def pattern(ids):
    """Regular expression for the reference labels of bone ids; unknown ids are refused."""
    for i in ids:
        if i not in LABELS:
            raise KeyError(f"unknown bone '{i}'")
    return "^(" + "|".join(LABELS[i] for i in ids) + ")$"
