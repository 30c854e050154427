"""Reads the reference meshes the atlas is measured on (BodyParts3D, CC BY 4.0).

The folder holds `index.tsv` (file, fma, label, side, kind, triangles, bounds) and `bodyparts3d/*.glb`.
Frame out: millimetres, +X to the body's left, +Y up, +Z to the front, median plane X = 0.
"""
import csv
import json
import os
import re
import struct

import numpy as np

# The reference's median plane lies 0.65 mm to the right of X = 0.
SHIFT_X = 0.65

_COMPONENT = {5120: np.int8, 5121: np.uint8, 5122: np.int16, 5123: np.uint16,
              5125: np.uint32, 5126: np.float32}
_WIDTH = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}


def read_glb(path):
    """Vertices (n, 3) and triangles (m, 3) of all meshes of a binary glTF file, nodes unmoved."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:4] != b"glTF":
        raise ValueError(f"{path}: not a binary glTF file")
    chunks, at = {}, 12
    while at < len(data):
        length, kind = struct.unpack_from("<II", data, at)
        chunks[kind] = data[at + 8:at + 8 + length]
        at += 8 + length
    js, blob = json.loads(chunks[0x4E4F534A]), chunks.get(0x004E4942, b"")

    def accessor(i):
        a = js["accessors"][i]
        view = js["bufferViews"][a["bufferView"]]
        dtype, width = np.dtype(_COMPONENT[a["componentType"]]), _WIDTH[a["type"]]
        start = view.get("byteOffset", 0) + a.get("byteOffset", 0)
        stride = view.get("byteStride", 0) or dtype.itemsize * width
        raw = np.frombuffer(blob, np.uint8, (a["count"] - 1) * stride + dtype.itemsize * width, start)
        rows = np.lib.stride_tricks.as_strided(raw, (a["count"], dtype.itemsize * width), (stride, 1))
        return np.ascontiguousarray(rows).view(dtype).reshape(a["count"], width)

    vertices, faces, n = [], [], 0
    for mesh in js["meshes"]:
        for part in mesh["primitives"]:
            v = accessor(part["attributes"]["POSITION"]).astype(float)
            vertices.append(v)
            faces.append(accessor(part["indices"]).astype(int).reshape(-1, 3) + n)
            n += len(v)
    return np.vstack(vertices), np.vstack(faces)


class Reference:
    """The reference folder. Meshes come out shifted so that the median plane is X = 0."""

    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "index.tsv"), encoding="utf-8") as file:
            self.index = list(csv.DictReader(file, delimiter="\t"))
        self._by_fma = {int(row["fma"][3:]): row for row in self.index}
        self._cache = {}

    def row(self, fma):
        """The index row of one FMA id (an int)."""
        return self._by_fma[fma]

    def mesh(self, fma):
        """(vertices, triangles) of one structure, mm."""
        if fma not in self._cache:
            path = os.path.join(self.folder, "bodyparts3d", self._by_fma[fma]["file"])
            v, f = read_glb(path)
            self._cache[fma] = (v + [SHIFT_X, 0, 0], f)
        return self._cache[fma]

    def find(self, pattern):
        """FMA ids of the structures whose label matches the regular expression."""
        return [fma for fma, row in self._by_fma.items() if re.search(pattern, row["label"])]

    def union(self, pattern):
        """All structures whose label matches, as one (vertices, triangles)."""
        ids = self.find(pattern)
        if not ids:
            raise ValueError(f"nothing in the reference matches '{pattern}'")
        return join([self.mesh(i) for i in ids])

    def points(self, pattern):
        """Vertices and triangle centres of all structures whose label matches: (n, 3)."""
        v, f = self.union(pattern)
        return np.vstack([v, v[f].mean(1)])


def join(meshes):
    """One (vertices, triangles) of several."""
    vertices, faces, n = [], [], 0
    for v, f in meshes:
        vertices.append(v)
        faces.append(f + n)
        n += len(v)
    return np.vstack(vertices), np.vstack(faces)


def components(v, f):
    """Connected parts of a mesh, largest first: a list of (vertices, triangles)."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    edges = np.vstack([f[:, [0, 1]], f[:, [1, 2]]])
    graph = coo_matrix((np.ones(len(edges)), (edges[:, 0], edges[:, 1])), (len(v), len(v)))
    label = connected_components(graph, directed=False)[1]
    parts = []
    for k in np.unique(label[f[:, 0]]):
        faces = f[label[f[:, 0]] == k]
        used, inverse = np.unique(faces, return_inverse=True)
        parts.append((v[used], inverse.reshape(-1, 3)))
    return sorted(parts, key=lambda p: -len(p[1]))


def sample(v, f, count, seed=0):
    """`count` points spread evenly over the surface, and their unit normals."""
    normal = np.cross(v[f[:, 1]] - v[f[:, 0]], v[f[:, 2]] - v[f[:, 0]])
    area = np.linalg.norm(normal, axis=1)
    rng = np.random.default_rng(seed)
    k = rng.choice(len(f), count, p=area / area.sum())
    r1, r2 = np.sqrt(rng.random(count))[:, None], rng.random(count)[:, None]
    p = (1 - r1) * v[f[k, 0]] + r1 * (1 - r2) * v[f[k, 1]] + r1 * r2 * v[f[k, 2]]
    return p, normal[k] / np.maximum(area[k], 1e-9)[:, None]
