"""Fits fibre sheets to a closed surface: a first sheet from the level sets of a harmonic function
between the attachments, then rounds of least squares against the closest points both ways.

Once the sheet's normals are held, its surface is linear in its figures, so each round is one linear
solve; it is stiff at first (second differences are dear) and softens.
"""
import numpy as np
import scipy.sparse as sp
import scipy.sparse.csgraph as graph
import scipy.sparse.linalg as spl
from scipy.spatial import cKDTree

import reference
import sheet

ROBUST = 15.0    # mm: pairs further apart than this count less
FACING = 6.0     # mm: a closest point that faces away is taken to be this much further
ISOTROPIC = 0.3  # pull to the closest point itself, beside the pull to its tangent plane
APART = 5.0      # mm: from here on the pull to the point is whole, so that edges and corners are reached


# ---------------------------------------------------------------- the first sheet
def edges(v, f):
    """Symmetric sparse matrix of edge lengths."""
    e = np.unique(np.sort(np.vstack([f[:, [0, 1]], f[:, [1, 2]], f[:, [2, 0]]]), 1), axis=0)
    w = np.linalg.norm(v[e[:, 0]] - v[e[:, 1]], axis=1) + 1e-6
    m = sp.csr_matrix((w, (e[:, 0], e[:, 1])), (len(v), len(v)))
    return m + m.T


def ends(v, f, near_origin, near_insertion, reach, far):
    """Vertices that stand for the origin and for the insertion.

    Those near the bone (mm `reach`, or the nearest 2 %); of these only the `far` share of the way
    furthest along the surface from the other end, because many muscles lie on their bone."""
    pick = lambda d, other: np.where((d < max(reach, np.percentile(d, 2))) & (d <= other + 0.5))[0]
    start, end = pick(near_origin, near_insertion), pick(near_insertion, near_origin)
    if not len(start) or not len(end):
        raise ValueError("the surface does not come near both attachments")
    e = edges(v, f)
    for _ in range(2):
        start = furthest(e, start, end, far[0])
        end = furthest(e, end, start, far[1])
    return start, end


def furthest(e, here, there, share):
    d = graph.dijkstra(e, directed=False, indices=there, min_only=True)[here]
    d = np.where(np.isfinite(d), d, 0)
    return here[d >= d.max() * (1 - share)]


def harmonic(v, f, start, end):
    """Laplace's equation on the surface: 0 on the origin, 1 on the insertion."""
    i, j, w = [], [], []
    for a, b, c in ((0, 1, 2), (1, 2, 0), (2, 0, 1)):
        e1, e2 = v[f[:, a]] - v[f[:, c]], v[f[:, b]] - v[f[:, c]]
        cross = np.linalg.norm(np.cross(e1, e2), axis=1)
        cot = np.clip((e1 * e2).sum(1) / np.maximum(cross, 1e-9), 0.02, 20)
        i += [f[:, a], f[:, b]]
        j += [f[:, b], f[:, a]]
        w += [cot, cot]
    weights = sp.csr_matrix((np.concatenate(w), (np.concatenate(i), np.concatenate(j))), (len(v),) * 2)
    laplace = sp.diags(np.asarray(weights.sum(1)).ravel() + 1e-9) - weights
    u = np.zeros(len(v))
    u[end] = 1
    fixed = np.zeros(len(v), bool)
    fixed[start] = fixed[end] = True
    free = ~fixed
    u[free] = spl.spsolve(laplace[free][:, free].tocsc(), -laplace[free][:, fixed] @ u[fixed])
    return u


def level(v, f, u, t):
    """Points where the surface crosses u = t, each with the length of the crossing as weight."""
    out = []
    for a, b in ((0, 1), (1, 2), (2, 0)):
        ua, ub = u[f[:, a]], u[f[:, b]]
        m = (ua - t) * (ub - t) < 0
        s = ((t - ua[m]) / (ub[m] - ua[m]))[:, None]
        out.append(v[f[m, a]] * (1 - s) + v[f[m, b]] * s)
    return np.vstack(out)


def evenly(v, f, u, count):
    """`count` levels of u whose sections stand evenly spaced along the muscle."""
    t = np.quantile(u, np.linspace(0.01, 0.99, 60))
    t = np.unique(np.clip(np.r_[0.004, t, 0.996], 0.004, 0.996))
    t = [x for x in t if len(level(v, f, u, x)) >= 6]
    centres = np.array([level(v, f, u, x).mean(0) for x in t])
    way = np.r_[0, np.cumsum(np.linalg.norm(np.diff(centres, axis=0), axis=1))]
    return np.interp(np.linspace(0, way[-1], count), way, t)


def first_sheet(v, f, near_origin, near_insertion, rows, columns, reach=5.0, far=(0.5, 0.5)):
    """A sheet through the sections of the surface between its attachments."""
    start, end = ends(v, f, near_origin, near_insertion, reach, far)
    u = harmonic(v, f, start, end)
    sections = [level(v, f, u, t) for t in evenly(v, f, u, rows)]
    return from_sections(sections, columns)


def from_sections(sections, columns):
    """Curves and thickness from point clouds of successive cross sections."""
    if min(len(p) for p in sections) < 6:
        raise ValueError("a section has no outline; start from another share of the attachments")
    centres = np.array([p.mean(0) for p in sections])
    spread = [(p - c).T @ (p - c) / len(p) for p, c in zip(sections, centres)]
    axes = across_axes(spread, np.gradient(centres, axis=0))
    curves, thickness = [], []
    for p, c, (e0, e1, e2) in zip(sections, centres, axes):
        x, y, z = (p - c) @ e0, (p - c) @ e1, (p - c) @ e2
        lo, hi = np.percentile(x, [1, 99])
        s = 2 * (x - lo) / max(hi - lo, 1e-6) - 1
        power = lambda q: np.stack([np.ones_like(q), q, q**2, q**3], 1)
        cy = np.linalg.lstsq(power(s), y, rcond=None)[0]
        cz = np.linalg.lstsq(power(s), z, rcond=None)[0]
        q = np.linspace(-1, 1, columns)
        curves.append(c + ((q + 1) / 2 * (hi - lo) + lo)[:, None] * e0
                      + (power(q) @ cy)[:, None] * e1 + (power(q) @ cz)[:, None] * e2)
        rest = y - power(s) @ cy
        near = np.exp(-(((s[None] - q[:, None]) / 0.3) ** 2))
        round_edge = (near * np.maximum(1 - s**2, 1e-3)).sum(1)
        thickness.append(2 * np.sqrt((near * rest**2).sum(1) / np.maximum(round_edge, 1e-9)))
    return np.array(curves), np.maximum(np.array(thickness), sheet.MIN_THICKNESS)


def across_axes(spread, along):
    """For each section the axis across, the normal and the third: carried from the flattest section
    to its neighbours, so that they do not flip or spin where a section is round."""
    def eigen(c):
        w, e = np.linalg.eigh(c)
        return w[::-1], e[:, ::-1].T
    flatness = [np.subtract(*eigen(c)[0][:2]) / max(np.trace(c), 1e-9) for c in spread]
    first = int(np.argmax(flatness))
    out = [None] * len(spread)

    def frame(c, a, last):
        a = a / max(np.linalg.norm(a), 1e-9)
        keep = np.eye(3) - 0.7 * np.outer(a, a)  # lean toward the plane across the fibres
        c = keep @ (c / max(np.trace(c), 1e-9)) @ keep
        if last is not None:
            c = c + 0.25 * np.outer(last[0], last[0]) + 0.08 * np.outer(last[1], last[1])
        e = eigen(c)[1]
        if last is not None:
            e = e * np.where((e * last).sum(1, keepdims=True) < 0, -1, 1)
        return e

    out[first] = frame(spread[first], along[first], None)
    for i in range(first + 1, len(spread)):
        out[i] = frame(spread[i], along[i], out[i - 1])
    for i in range(first - 1, -1, -1):
        out[i] = frame(spread[i], along[i], out[i + 1])
    return out


# ---------------------------------------------------------------- fitting it to the surface
def stiffness(rows, columns, thickness_share=0.5, shear=0.3):
    """Gram matrix of second differences along, across and (weakly) mixed, for x, y, z and t."""
    n = rows * columns
    at = lambda a, b: a * columns + b
    terms = [((at(a - 1, b), 1), (at(a, b), -2), (at(a + 1, b), 1))
             for a in range(1, rows - 1) for b in range(columns)]
    terms += [((at(a, b - 1), 1), (at(a, b), -2), (at(a, b + 1), 1))
              for a in range(rows) for b in range(1, columns - 1)]
    terms += [((at(a, b), shear), (at(a + 1, b), -shear), (at(a, b + 1), -shear), (at(a + 1, b + 1), shear))
              for a in range(rows - 1) for b in range(columns - 1)]
    d = np.zeros((len(terms), n))
    for i, term in enumerate(terms):
        for j, w in term:
            d[i, j] += w
    g = d.T @ d
    return g, g * thickness_share**2


class Fine:
    """A sheet on its fine grid: both faces with their outward normals."""

    def __init__(self, shape, rows=40, columns=24):
        self.shape, self.rows, self.columns = shape, rows, columns
        self.weights = sheet.grid_weights(*shape, rows, columns)
        s = sheet.across_parameters(columns)
        self.profile = np.tile(np.sqrt(np.maximum(1 - s * s, 0)), rows) / 2

    def place(self, p, t):
        grid = (self.weights @ p).reshape(self.rows, self.columns, 3)
        self.middle = grid.reshape(-1, 3)
        self.normal = sheet.normals(grid).reshape(-1, 3)
        self.half = np.maximum(self.weights @ t, 0.5) * self.profile
        shift = self.normal * self.half[:, None]
        self.points = np.vstack([self.middle + shift, self.middle - shift])
        self.outward = self._outward()

    def _outward(self):
        """Normals of the two faces; round at the edges, where those of the middle surface are not."""
        top = self.points[:len(self.middle)].reshape(self.rows, self.columns, 3)
        low = self.points[len(self.middle):].reshape(self.rows, self.columns, 3)
        ring = np.concatenate([top, low[:, -2:0:-1]], 1)
        around = np.roll(ring, -1, 1) - np.roll(ring, 1, 1)
        n = np.cross(np.gradient(ring, axis=0), around)
        n /= np.maximum(np.linalg.norm(n, axis=2, keepdims=True), 1e-9)
        below = np.concatenate([n[:, :1], n[:, self.columns:][:, ::-1], n[:, self.columns - 1:self.columns]], 1)
        return np.vstack([n[:, :self.columns].reshape(-1, 3), below.reshape(-1, 3)])

    def inside(self, points, margin=0.85):
        """Whether points lie within the flesh (roughly: over the nearest middle point)."""
        d, j = cKDTree(self.middle).query(points)
        off = points - self.middle[j]
        high = np.abs((off * self.normal[j]).sum(1))
        aside = np.sqrt(np.maximum((off**2).sum(1) - high**2, 0))
        return (high < margin * self.half[j]) & (aside < 2.5)


def closest(tree, points, normals, other):
    """Index of the nearest of eight, those that face away at a penalty."""
    d, j = tree.query(points, k=8)
    away = (other[j] * normals[:, None]).sum(2) < 0.0
    return j[np.arange(len(points)), np.argmin(d + FACING * away, axis=1)]


def refine(v, f, sheets, rounds=25, stiff=0.6, start_stiff=6.0, count=6000, seed=0):
    """Fits one or several sheets together to a surface; returns [(curves, thickness)]."""
    q, nq = reference.sample(v, f, count, seed)
    tree = cKDTree(q)
    fines = [Fine(t.shape) for _, t in sheets]
    gram = [stiffness(*t.shape) for _, t in sheets]
    state = [(c.reshape(-1, 3).copy(), t.ravel().copy()) for c, t in sheets]
    for it in range(rounds):
        for g, (p, t) in zip(fines, state):
            g.place(p, t)
        pairs = find_pairs(fines, tree, q, nq)
        lam = 9 * (start_stiff * 0.8**it + stiff) ** 2 / len(fines) ** 0.5
        state = [solve(g, s, pair, q, nq, lam, gr) for g, s, pair, gr in zip(fines, state, pairs, gram)]
    return [(p.reshape(*g.shape, 3), t.reshape(g.shape)) for g, (p, t) in zip(fines, state)]


def find_pairs(fines, tree, q, nq):
    """For each sheet the indices of paired surface points, target points, and weights."""
    points = np.vstack([g.points for g in fines])
    outward = np.vstack([g.outward for g in fines])
    owner = np.repeat(np.arange(len(fines)), [len(g.points) for g in fines])
    first = np.r_[0, np.cumsum([len(g.points) for g in fines])]
    to_q = closest(tree, points, outward, nq)
    weight = np.full(len(points), len(q) / len(points))
    if len(fines) > 1:  # what lies inside a sister sheet is no part of the outer surface
        for i, g in enumerate(fines):
            others = np.where(owner != i)[0]
            weight[others[g.inside(points[others])]] = 0
    visible = np.where(weight > 0)[0]
    to_s = visible[closest(cKDTree(points[visible]), q, nq, outward[visible])]
    si = np.r_[np.arange(len(points)), to_s]
    qi = np.r_[to_q, np.arange(len(q))]
    w = np.r_[weight, np.ones(len(q))]
    w[len(points):] *= rarity(fines, to_s, owner, first)
    w = w / (1 + (np.linalg.norm(points[si] - q[qi], axis=1) / ROBUST) ** 2)
    return [(si[owner[si] == i] - first[i], qi[owner[si] == i], w[owner[si] == i]) for i in range(len(fines))]


def rarity(fines, to_s, owner, first):
    """Weights that keep the few points of a thin tendon from being outvoted by the belly's."""
    out = np.ones(len(to_s))
    for i, g in enumerate(fines):
        mine = owner[to_s] == i
        row = (to_s[mine] - first[i]) % len(g.middle) // g.columns
        count = np.bincount(row, minlength=g.rows)
        out[mine] = np.clip(np.sqrt(count.mean() / np.maximum(count[row], 1)), 1, 3)
    return out


def solve(g, state, pair, q, nq, lam, gram):
    """One least-squares step for one sheet: figures from pairs and stiffness."""
    si, qi, w = pair
    m, n = len(g.middle), g.weights.shape[1]
    grid = si % m
    lift = np.where(si < m, 1, -1) * g.profile[grid]
    normal, nt, target = g.normal[grid], nq[qi], q[qi]
    row = np.concatenate([nt, (lift * (normal * nt).sum(1))[:, None]], 1)
    apart = np.linalg.norm(g.points[si] - target, axis=1)
    whole = w * (ISOTROPIC**2 + (1 - ISOTROPIC**2) * np.minimum(apart / APART, 1) ** 2)
    local, right = np.zeros((m, 4, 4)), np.zeros((m, 4))
    np.add.at(local, grid, w[:, None, None] * row[:, :, None] * row[:, None, :])
    np.add.at(right, grid, w[:, None] * row * (nt * target).sum(1)[:, None])
    for c in range(3):
        e = np.zeros((len(si), 4))
        e[:, c] = 1
        e[:, 3] = lift * normal[:, c]
        np.add.at(local, grid, whole[:, None, None] * e[:, :, None] * e[:, None, :])
        np.add.at(right, grid, whole[:, None] * e * target[:, c][:, None])
    a = np.zeros((4 * n, 4 * n))
    b = np.zeros(4 * n)
    for i in range(4):
        b[i * n:(i + 1) * n] = g.weights.T @ right[:, i]
        for j in range(i, 4):
            block = g.weights.T @ (local[:, i, j][:, None] * g.weights)
            a[i * n:(i + 1) * n, j * n:(j + 1) * n] = block
            a[j * n:(j + 1) * n, i * n:(i + 1) * n] = block.T
    for i in range(4):
        a[i * n:(i + 1) * n, i * n:(i + 1) * n] += lam * (gram[0] if i < 3 else gram[1])
    hold = 1e-3 * w.sum() / n  # a figure nothing pulls at stays where it was
    a[np.diag_indices(4 * n)] += hold
    b += hold * np.r_[state[0].T.ravel(), state[1]]
    x = np.linalg.solve(a, b)
    return x[:3 * n].reshape(3, n).T, np.maximum(x[3 * n:], sheet.MIN_THICKNESS)


# ---------------------------------------------------------------- how good it is
def distance(v, f, sheets, count=3000, dense=40000):
    """Symmetric mean distance in mm between a surface and the union of sheets, as score_atlas.py."""
    ours = reference.join([sheet.build(c, t) for c, t in sheets])
    a = cKDTree(reference.sample(v, f, dense, 7)[0]).query(reference.sample(*ours, count, 1)[0])[0]
    b = cKDTree(reference.sample(*ours, dense, 7)[0]).query(reference.sample(v, f, count, 1)[0])[0]
    return float((a.mean() + b.mean()) / 2), float(max(np.percentile(a, 95), np.percentile(b, 95)))
