#!/usr/bin/python3
"""Measures the bones of the reference as joined sheets and writes their tables.

usage: measure_bones.py REFERENCE_DIR OUT_DIR [--only ID ...]     needs python3-numpy, python3-scipy

A bone of one piece is one sheet along its longest axis. One with processes is parted first (bone_parts.py),
a first sheet is laid through each part, and all are fitted together to the whole surface, so that a part
may end inside its neighbour. See BONES.md. Names come from tables/bones.txt.
"""
import argparse
import os
import sys

import numpy as np

import bone_parts
import fit
import reference
import sheet
from bones import LABELS
from measure_muscles import left_of

HERE = os.path.dirname(os.path.abspath(__file__))


def read_names():
    """id -> (english, latin, group, kind, label pattern, way of parting, rows, columns)."""
    names = {}
    with open(os.path.join(HERE, "tables", "bones.txt"), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                cells = [cell.strip() for cell in line.split("|")]
                names[cells[0]] = cells[1:]
    return names


def fma_of(ref, name, label):
    """(FMA ids of the right or midline structure, of the left one, whether it is a midline one)."""
    label = label or LABELS[name]
    found = [fma for fma in ref.find(f"(?i)^{label}$")]
    if len(found) != 1:
        raise ValueError(f"{name}: '{label}' names {len(found)} structures of the reference")
    side = ref.row(found[0])["side"]
    return found[0], left_of(ref, found[0]) if side == "right" else None, side == "midline"


def measure(ref, name, how, rows, columns, fma):
    v, f = reference.components(*ref.mesh(fma))[0]
    sheets = bone_parts.first_sheets(v, f, how, rows, columns)
    fitted = fit.refine(v, f, sheets, rounds=22, stiff=0.35, start_stiff=5.0, count=7000)
    return fitted, fit.distance(v, f, fitted, 2000, 20000)


def write(path, name, cells, fma, left, midline, sheets):
    english, latin, group, kind = cells[:4]
    ids = f"{fma}" if midline else f"{{ right = {fma}" + (f", left = {left}" if left else "") + " }"
    lines = [f'id = "{name}"', f'english = "{english}"', f'latin = "{latin}"', f"fma = {ids}",
             f'group = "{group}"', f'kind = "{kind}"', f'midline = {"true" if midline else "false"}',
             "measured = true"]
    if len(sheets) > 1:  # compact parts meet edge to edge: only a wide joint fills the groove between
        lines.append(f"blend_mm = {6.0 if cells[5].startswith('seeds') else 3.0}")
    for curves, thickness in sheets:
        body = sheet.format_sheet(curves, thickness, (0, 1))
        lines += ["", body[0], *body[2:]]
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
            sheets, (mean, far) = measure(ref, name, cells[5], int(cells[6]), int(cells[7]), fma)
        except (ValueError, np.linalg.LinAlgError, IndexError) as problem:
            print(f"{name}: {problem}", file=sys.stderr)
            continue
        write(os.path.join(arguments.out, name + ".toml"), name, cells, fma, left, midline, sheets)
        scores.append(mean)
        print(f"{mean:6.2f} mean {far:6.2f} p95  {name}", flush=True)
    print(f"median {np.median(scores):.2f} mm of {len(scores)}")


if __name__ == "__main__":
    main()
