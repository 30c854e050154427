#!/usr/bin/python3
"""Measures the muscles of the reference as fibre sheets and writes their tables.

usage: measure_muscles.py REFERENCE_DIR OUT_DIR [--only ID ...] [--tables FILE.toml ...] [--texts]

--texts  fits nothing anew: names, facts and tendons are brought up to date, the figures stay

REFERENCE_DIR  holds index.tsv and bodyparts3d/ (BodyParts3D, CC BY 4.0)
OUT_DIR        gets one ID.toml a muscle, as docs/data-format.md describes
Names and facts come from tables/*.toml beside this file, figures from the reference; muscles that
the reference lacks are drawn by drawn*.py. Needs numpy and scipy.
"""
import argparse
import glob
import importlib
import os
import sys
import time
import tomllib

import numpy as np
from scipy.spatial import cKDTree

import bones
import fit
import fork
import reference
import sheet
import split

HERE = os.path.dirname(os.path.abspath(__file__))
GOOD = 0.85         # a fit of this cost needs no further start
WIDEST = 450        # figures in all a muscle's sheet may have
STARTS = ((0.12, 0.12), (0.03, 0.03), (0.5, 0.5))


def load_tables(paths):
    out = {}
    for path in paths:
        with open(path, "rb") as file:
            out.update(tomllib.load(file))
    return out


def distances(ref, entry, v):
    """Distance of each vertex to the bones of origin and of insertion."""
    near = lambda ids: cKDTree(ref.points(bones.pattern(ids))).query(v)[0]
    how = entry.get("fit", {})
    return near(how.get("from", entry["from"])), near(how.get("to", entry["to"]))


def cost(v, f, sheets):
    """What a fit is chosen by: its distance, what it leaves out (ends cut short), and every fold."""
    mean, p95 = fit.distance(v, f, sheets, 2000, 20000)
    left_out = cKDTree(reference.join([sheet.build(c, t) for c, t in sheets])[0]).query(v)[0].max()
    return mean + 0.05 * p95 + 0.02 * left_out + 40 * max(sheet.folds(c, t) for c, t in sheets)


def fit_one(ref, entry, v, f):
    """The best of several starts for one surface: [(curves, thickness)]."""
    how = entry.get("fit", {})
    rows, columns = how.get("rows", 9), how.get("columns", 5)
    if rows * columns * 4 > WIDEST:
        raise ValueError(f"{rows} x {columns} points are more than {WIDEST} figures")
    body = reference.components(v, f)[0]
    near = distances(ref, entry, body[0])
    fixed = "from_line" in how and "to_line" in how
    fixed |= "fork" in how
    starts = [tuple(how["far"])] if "far" in how else STARTS[:1] if fixed else STARTS
    tried = []
    for far in starts:
        if tried and min(tried, key=lambda x: x[0])[0] < GOOD:
            break
        try:
            first = (fork.first_sheets(ref, *body, how) if "fork" in how else
                     split.first_sheets(ref, entry, *body, *near, rows, columns, far))
            stiff = how.get("stiff", 1.2)
            sheets = fit.refine(*body, first, rounds=20, stiff=stiff)
            for softer in (stiff / 2, stiff / 4, stiff / 10):  # nearer, until it begins to fold
                tried.append((cost(*body, sheets), sheets))
                sheets = fit.refine(*body, sheets, rounds=8, stiff=softer, start_stiff=softer)
            tried.append((cost(*body, sheets), sheets))
        except (ValueError, np.linalg.LinAlgError) as fault:
            print(f"    start {far}: {fault}", file=sys.stderr)
    if not tried:
        raise ValueError("no start worked")
    best = min(tried, key=lambda x: x[0])[1]
    return fork.joined(best) if "fork" in how else best


def fit_parts(ref, entry, v, f):
    """One sheet for each connected part (sets of small muscles)."""
    parts = [p for p in reference.components(v, f) if len(p[1]) >= entry["fit"].get("least", 100)]
    out = []
    for part in parts:
        if part[0][:, 0].mean() > 2.0:
            continue  # midline sets hold both sides; the left is the mirror image
        start = split.long_axis_sheet(*part, entry["fit"].get("rows", 7), entry["fit"].get("columns", 4))
        out += [from_bone(c, t, entry) for c, t in fit.refine(*part, start, count=2500)]
    sideways = entry["group"] in ("hand", "foot")  # from the body outward there, else downward
    return sorted(out, key=lambda s: -s[0][..., 0 if sideways else 1].mean())


def from_bone(curves, thickness, entry):
    """Row 0 at the lower end; at the upper one where the origin lies above (`top_first`), at the
    heel's where it lies behind (`back_first`)."""
    way = (curves[-1] - curves[0]).mean(0)
    wrong = way[1] > 0 if entry["fit"].get("top_first") else way[1] < 0
    if entry["fit"].get("back_first"):
        wrong = way[2] < 0
    return (curves[::-1], thickness[::-1]) if wrong else (curves, thickness)


def drawing(name):
    """The function of one of the drawn*.py that draws a muscle."""
    for path in sorted(glob.glob(os.path.join(HERE, "drawn*.py"))):
        found = getattr(importlib.import_module(os.path.basename(path)[:-3]), name, None)
        if found:
            return found
    raise KeyError(f"no drawn*.py draws '{name}'")


def measure(ref, entry):
    """[(curves, thickness)] of one muscle of the tables."""
    if "draw" in entry:
        return drawing(entry["draw"])(ref)
    out = []
    for fma in as_list(entry["fma"]):
        v, f = ref.mesh(fma)
        work = fit_parts if entry.get("fit", {}).get("parts") else fit_one
        out += work(ref, entry, v, f)
    only = entry.get("fit", {}).get("only")
    return out if only is None else [out[i] for i in only]


def kept(path):
    """The sheets of a table already written."""
    with open(path, "rb") as file:
        return sheet.read_sheets(tomllib.load(file))


def as_list(x):
    return x if isinstance(x, list) else [x]


def left_of(ref, fma):
    """The FMA id of the left structure of the same name."""
    label = ref.row(fma)["label"]
    other = label.replace("Right ", "Left ").replace("right ", "left ")
    for row in ref.index:
        if row["label"] == other and other != label:
            return int(row["fma"][3:])
    return None


def fma_line(ref, entry):
    if "fma" not in entry:
        return None
    drawn = isinstance(entry["fma"], dict)  # {right, left}: not in the reference's index
    right = as_list(entry["fma"]["right"] if drawn else entry["fma"])
    one = lambda ids: str(ids[0]) if len(ids) == 1 else "[" + ", ".join(map(str, ids)) + "]"
    if entry.get("midline"):
        return f"fma = {one(right)}"
    if drawn:
        left = as_list(entry["fma"]["left"])
    else:
        left = right if entry.get("both_sides") else [left_of(ref, i) for i in right]
    return f"fma = {{ right = {one(right)}" + (f", left = {one(left)}" if all(left) else "") + " }"


def write(ref, path, name, entry, sheets):
    quote = lambda s: '"' + s + '"'
    listed = lambda ids: "[" + ", ".join(map(quote, ids)) + "]"
    lines = [f'id = "{name}"', f'english = {quote(entry["english"])}', f'latin = {quote(entry["latin"])}',
             fma_line(ref, entry), f'group = "{entry["group"]}"', f'layer = "{entry["layer"]}"']
    if "part_of" in entry:
        lines.append(f'part_of = "{entry["part_of"]}"')
    lines += [f"{key} = {quote(entry[key])}" for key in ("origin", "insertion", "action", "nerve")]
    lines.append(f'attaches_to = {{ origin = {listed(entry["from"])}, insertion = {listed(entry["to"])} }}')
    lines.append(f'measured = {"true" if entry.get("measured", "draw" not in entry) else "false"}')
    lines.append(f'midline = {"true" if entry.get("midline") else "false"}')
    for k, (curves, thickness, *rest) in enumerate(sheets):
        tendon = rest[0] if rest else fork.ALL_TENDON if fork.is_tendon(entry, k) else entry.get("tendon", (0.0, 1.0))
        lines += ["", *sheet.format_sheet(curves, thickness, tendon)]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(x for x in lines if x is not None) + "\n")


def report(ref, name, entry, sheets, seconds):
    note = f"{len(sheets)} sheet" + ("s" if len(sheets) > 1 else "")
    if "fma" in entry and "draw" not in entry:
        v, f = reference.join([ref.mesh(i) for i in as_list(entry["fma"])])
        mean, p95 = fit.distance(v, f, sheets)
        note += f", {mean:.2f} mm mean, {p95:.2f} p95"
    worst = max(sheet.folds(c, t) for c, t, *_ in sheets)
    ends = [([i for i in entry[key] if i in bones.LABELS], row) for key, row in (("from", 0), ("to", -1))]
    gaps = [min(cKDTree(ref.points(bones.pattern(ids))).query(s[0][row])[0].min() for s in sheets)
            for ids, row in ends if ids]
    ends = " and ".join(f"{x:.1f}" for x in gaps)
    print(f"{name:36s} {note}, ends {ends} mm from bone, folds {worst:.3f}, {seconds:.0f} s",
          flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("reference")
    ap.add_argument("out")
    ap.add_argument("--only", nargs="+")
    ap.add_argument("--tables", nargs="+", default=sorted(glob.glob(os.path.join(HERE, "tables", "*.toml"))))
    ap.add_argument("--texts", action="store_true")
    arg = ap.parse_args()
    ref, table = reference.Reference(arg.reference), load_tables(arg.tables)
    for unknown in set(arg.only or []) - set(table):
        sys.exit(f"no muscle '{unknown}' in the tables")
    for name in arg.only or table:
        begun, entry = time.time(), table[name]
        try:
            edge = entry.get("fit", {}).get("edge", entry.get("edge"))
            path = os.path.join(arg.out, name + ".toml")
            found = kept(path) if arg.texts and "draw" not in entry else measure(ref, entry)
            sheets = [(*sheet.orient(c, t, edge), *rest) for c, t, *rest in found]
            if "flesh" in entry.get("fit", {}) and not arg.texts:
                sheets = [(*sheet.slide(c, t, entry["fit"]["flesh"], entry["tendon"][1]),) for c, t in sheets]
        except (ValueError, KeyError, AttributeError, OSError) as fault:
            print(f"{name}: {fault}", file=sys.stderr)
            continue
        write(ref, path, name, entry, sheets)
        report(ref, name, entry, sheets, time.time() - begun)


if __name__ == "__main__":
    main()
