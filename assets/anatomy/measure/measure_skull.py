#!/usr/bin/python3
"""Measures the bones of the skull on the reference and writes their tables.

usage: measure_skull.py REFERENCE_DIR OUT_DIR [--only ID ...]     needs python3-numpy, python3-scipy

Names, FMA ids and parts stand in tables/skull.toml; skull_parts.py lays the first loft or sheet of each part
and part_fit.py fits them together. The teeth, which the reference lacks, are teeth.py's.
"""
import argparse
import os
import sys
import tomllib

import numpy as np

import part_fit
import reference
import skull_parts

HERE = os.path.dirname(os.path.abspath(__file__))
MOST_FIGURES = 1500


def measure(ref, bone):
    """(fine parts, their figures, their names, (mean, 95th percentile) of the distance to the reference in mm)."""
    fma = bone["fma"] if isinstance(bone["fma"], int) else bone["fma"]["right"]
    v, f = ref.mesh(fma)
    parts = skull_parts.read(bone)
    fine, states = skull_parts.first(v, f, parts)
    figures = sum(state.size for state in states)
    if figures > MOST_FIGURES:
        raise ValueError(f"{figures} figures are more than {MOST_FIGURES}")
    states = part_fit.refine(v, f, fine, states, lambda p: skull_parts.share(parts, p),
                             stiff=bone.get("stiff", 0.25), count=9000)
    states = [skull_parts.finish(part, state) for part, state in zip(parts, states)]
    return fine, states, [part.name for part in parts], part_fit.distance(v, f, fine, states)


def write(path, name, bone, fine, states, names):
    fma = bone["fma"]
    midline = isinstance(fma, int)
    ids = f"{fma}" if midline else f"{{ right = {fma['right']}, left = {fma['left']} }}"
    lines = [f'id = "{name}"', f'english = "{bone["english"]}"', f'latin = "{bone["latin"]}"', f"fma = {ids}",
             f'group = "{bone.get("group", "head")}"', 'kind = "bone"', f'midline = {str(midline).lower()}',
             "measured = true"]
    if len(fine) > 1:
        lines.append(f"blend_mm = {bone['blend_mm']:.1f}")
    for part, state, called in zip(fine, states, names):
        lines += ["", *part.lines(state, called)]
    for called, through, radius in skull_parts.read_foramina(bone):
        lines += ["", "[[foramen]]", f'name = "{called}"', f"through = {through}", f"radius_mm = {radius}"]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reference"), parser.add_argument("out"), parser.add_argument("--only", nargs="*")
    arguments = parser.parse_args()
    ref = reference.Reference(arguments.reference)
    with open(os.path.join(HERE, "tables", "skull.toml"), "rb") as file:
        table = tomllib.load(file)
    for name, bone in table.items():
        if arguments.only and name not in arguments.only:
            continue
        try:
            fine, states, names, (mean, worst) = measure(ref, bone)
        except (ValueError, np.linalg.LinAlgError) as problem:
            print(f"{name}: {problem}", file=sys.stderr)
            continue
        write(os.path.join(arguments.out, name + ".toml"), name, bone, fine, states, names)
        print(f"{mean:6.2f} mean {worst:6.2f} p95  {sum(s.size for s in states):5d} figures  {name}", flush=True)


if __name__ == "__main__":
    main()
