#!/usr/bin/python3
"""Measures the bones of the reference as joined lofts and sheets and writes their tables.

usage: measure_bones.py REFERENCE_DIR OUT_DIR [--only ID ...]     needs python3-numpy, python3-scipy

Each bone is parted (bone_parts.py), a first loft or sheet is laid through each part, and all are fitted together
to the whole surface (part_fit.py). Names and the way of parting come from tables/bones.txt, the axes of the parts
of a bone that has several from tables/bone_parts.toml. See BONES.md.
"""
import argparse
import os
import sys
import tomllib

import numpy as np

import bone_parts
import part_fit
import reference
import vertebra
from bones import LABELS
from measure_muscles import left_of

HERE = os.path.dirname(os.path.abspath(__file__))
MOST_FIGURES = 700


def read_names():
    """id -> [english, latin, group, kind, label in the reference, way of parting, rows, columns]."""
    names = {}
    with open(os.path.join(HERE, "tables", "bones.txt"), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                cells = [cell.strip() for cell in line.split("|")]
                names[cells[0]] = cells[1:]
    return names


def read_parts():
    """Bone id -> the parts, foramina and blend of a bone that has several."""
    with open(os.path.join(HERE, "tables", "bone_parts.toml"), "rb") as file:
        return tomllib.load(file)


def fma_of(ref, name, label):
    """(FMA ids of the right or midline structure, of the left one, whether it is a midline one)."""
    label = label or LABELS[name]
    found = [fma for fma in ref.find(f"(?i)^{label}$")]
    if len(found) != 1:
        raise ValueError(f"{name}: '{label}' names {len(found)} structures of the reference")
    side = ref.row(found[0])["side"]
    return found[0], left_of(ref, found[0]) if side == "right" else None, side == "midline"


def parts_of(name, how, rows, columns, pieces):
    """The parts of a bone, the radius with which they are joined in mm."""
    v, f = pieces[0]
    if how in ("long", "short"):
        return bone_parts.one_loft(name.replace("-", " "), v, f, rows, columns, how), 0.0
    if how == "pieces":
        return [part for i, piece in enumerate(pieces) for part in
                bone_parts.one_loft(f"piece {i + 1}", *piece, rows, columns)], 0.0
    if how == "vertebra":
        return vertebra.parts(v, f, name), 2.0
    table = read_parts()[name]
    return [bone_parts.Part(p["name"], p["kind"], *p["figures"], np.array(p["axis"], float), p.get("reach", 1.0),
                            p.get("ends", 0.5)) for p in table["part"]], table["blend_mm"]


def measure(ref, name, how, rows, columns, fma):
    """(fine parts, their figures, their names, blend in mm, foramina, distances to the reference in mm)."""
    pieces = reference.components(*ref.mesh(fma))
    v, f = reference.join(pieces) if how == "pieces" else pieces[0]
    parts, blend = parts_of(name, how, rows, columns, pieces)
    fine, states = bone_parts.first(v, f, parts)
    figures = sum(state.size for state in states)
    if figures > MOST_FIGURES:
        raise ValueError(f"{figures} figures are more than {MOST_FIGURES}")
    states = part_fit.refine(v, f, fine, states, lambda p: bone_parts.share(parts, p))
    foramina = vertebra.foramina(v, f, name) if how == "vertebra" else read_parts().get(name, {}).get("foramen", [])
    return fine, states, [part.name for part in parts], blend, foramina, part_fit.distance(v, f, fine, states)


def write(path, name, cells, fma, left, midline, measured):
    english, latin, group, kind = cells[:4]
    fine, states, names, blend, foramina, _ = measured
    ids = f"{fma}" if midline else f"{{ right = {fma}" + (f", left = {left}" if left else "") + " }"
    lines = [f'id = "{name}"', f'english = "{english}"', f'latin = "{latin}"', f"fma = {ids}",
             f'group = "{group}"', f'kind = "{kind}"', f'midline = {"true" if midline else "false"}',
             "measured = true"]
    if blend:
        lines.append(f"blend_mm = {blend:.1f}")
    for part, state, called in zip(fine, states, names):
        lines += ["", *part.lines(state, called)]
    for foramen in foramina:
        lines += ["", "[[foramen]]", f'name = "{foramen["name"]}"', f'through = {foramen["through"]}',
                  f'radius_mm = {foramen["radius_mm"]}']
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reference"), parser.add_argument("out"), parser.add_argument("--only", nargs="*")
    arguments = parser.parse_args()
    ref = reference.Reference(arguments.reference)
    scores = []
    for name, cells in read_names().items():
        if arguments.only and name not in arguments.only:
            continue
        try:
            fma, left, midline = fma_of(ref, name, cells[4])
            measured = measure(ref, name, cells[5], int(cells[6]), int(cells[7]), fma)
        except (ValueError, KeyError, np.linalg.LinAlgError, IndexError) as problem:
            print(f"{name}: {problem}", file=sys.stderr)
            continue
        write(os.path.join(arguments.out, name + ".toml"), name, cells, fma, left, midline, measured)
        mean, far = measured[-1]
        scores.append(mean)
        print(f"{mean:6.2f} mean {far:6.2f} p95  {name}", flush=True)
    if scores:
        print(f"median {np.median(scores):.2f} mm of {len(scores)}")


if __name__ == "__main__":
    main()
