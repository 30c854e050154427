"""Fits the parts of a bone, lofts and sheets together, to the bone's surface.

Each part is held as a fine grid of points that is linear in its figures. A round pairs the points of all parts
that show (those within a sister part do not) with the nearest places of the surface that face the same way, and
the surface with the nearest of those points; then each part solves one least-squares problem. Stiff at first.
"""
import numpy as np
from scipy.spatial import cKDTree

import fit
import loft
import reference
import sheet

FACING = 5.0      # mm: a closest point that faces away is taken to be this much further
FAR = 8.0         # mm: pairs further apart than this count less
WHOLE = 0.12      # pull to the paired place itself, beside the pull to its tangent plane


class FineLoft:
    """A loft on its fine grid."""

    def __init__(self, rings, columns):
        self.rings, self.columns = rings, columns
        self.shape = (3 * rings + 3, 3 * columns)
        self.weights = loft.weights(rings, columns, *self.shape)
        self.gram = loft.stiffness(rings, columns)

    def place(self, state):
        grid = (self.weights @ state).reshape(*self.shape, 3)
        self.points = grid.reshape(-1, 3)
        self.outward = loft.grid_normals(grid).reshape(-1, 3)
        across = np.cross(np.gradient(grid, axis=0), (np.roll(grid, -1, 1) - np.roll(grid, 1, 1)) / 2)
        self.area = np.linalg.norm(across, axis=2).ravel()

    def solve(self, state, pairs, q, nq, stiff):
        si, qi, w = pairs
        n = self.weights.shape[1]
        target, normal = q[qi], nq[qi]
        apart = np.linalg.norm(self.points[si] - target, axis=1)
        whole = w * (WHOLE + (1 - WHOLE) * np.minimum(apart / fit.APART, 1) ** 2)
        local, right = np.zeros((len(self.points), 3, 3)), np.zeros((len(self.points), 3))
        np.add.at(local, si, w[:, None, None] * normal[:, :, None] * normal[:, None, :]
                  + whole[:, None, None] * np.eye(3))
        np.add.at(right, si, (w * (normal * target).sum(1))[:, None] * normal + whole[:, None] * target)
        a, b = np.zeros((3 * n, 3 * n)), np.zeros(3 * n)
        for i in range(3):
            b[i * n:(i + 1) * n] = self.weights.T @ right[:, i]
            for j in range(i, 3):
                block = self.weights.T @ (local[:, i, j][:, None] * self.weights)
                a[i * n:(i + 1) * n, j * n:(j + 1) * n] = block
                a[j * n:(j + 1) * n, i * n:(i + 1) * n] = block.T
            a[i * n:(i + 1) * n, i * n:(i + 1) * n] += stiff * self.gram
        hold = 2e-3 * (w.sum() + 1) / n  # a figure nothing pulls at stays where it was
        a[np.diag_indices(3 * n)] += hold
        b += hold * state.T.ravel()
        return np.linalg.solve(a, b).reshape(3, n).T

    def mesh(self, state):
        return loft.build(state, self.rings, self.columns)

    def lines(self, state, name):
        return loft.format_loft(state, self.rings, self.columns, name)


class FineSheet(fit.Fine):
    """A plate on its fine grid: both faces, and the cut ends by their rims alone."""

    def __init__(self, rows, columns):
        super().__init__((rows, columns), 34, 20)
        self.gram = fit.stiffness(rows, columns)

    def place(self, state):
        super().place(state[:, :3], state[:, 3])
        grid = self.middle.reshape(self.rows, self.columns, 3)
        across = np.cross(np.gradient(grid, axis=0), np.gradient(grid, axis=1))
        self.area = np.tile(np.linalg.norm(across, axis=2).ravel(), 2)

    def solve(self, state, pairs, q, nq, stiff):
        p, t = fit.solve(self, (state[:, :3], state[:, 3]), pairs, q, nq, stiff, self.gram)
        return np.column_stack([p, np.clip(t, THINNEST, None)])

    def mesh(self, state):
        return sheet.build(*self.curves(state))

    def curves(self, state):
        return state[:, :3].reshape(*self.shape, 3), state[:, 3].reshape(self.shape)

    def lines(self, state, name):
        body = sheet.format_sheet(*self.curves(state), (0, 1))
        return [body[0], f'name = "{name}"', *body[2:]]


WIDEST_GAP = 8.0    # mm between two parts that are drawn together
DEEPEST = 25.0      # mm within a part, the middle of the thickest bone
THINNEST = 1.0      # mm, of a plate
USUAL_PULL = 60.0   # weight of the pairs for each point of a part, against which stiffness is set


def depth(part, points):
    """mm that points lie outside (above 0) or inside a part: inside is where the nearest of its fine points
    agree on it, so that a fold somewhere hides nothing far away."""
    d, j = cKDTree(part.points).query(points, k=6)
    signed = ((points[:, None] - part.points[j]) * part.outward[j]).sum(2)
    inside = (signed < -0.4 * d).all(1) & (d[:, 0] < DEEPEST)
    return np.where(inside, -d[:, 0], d[:, 0])


def closest(tree, points, normals, other):
    d, j = tree.query(points, k=8)
    away = (other[j] * normals[:, None]).sum(2) < 0.2
    return j[np.arange(len(points)), np.argmin(d + FACING * away, axis=1)]


def own_pairs(parts, tree, q, nq, label):
    """As find_pairs, each part with its own share of the surface (a row of `label`) alone."""
    out = []
    for i, part in enumerate(parts):
        mine = np.where(label[i])[0]
        to_q = closest(tree, part.points, part.outward, nq)
        weight = part.area * label[i][to_q]
        weight *= 0.7 * len(mine) / max(weight.sum(), 1e-9)
        to_s = closest(cKDTree(part.points), q[mine], nq[mine], part.outward)
        si, qi = np.r_[np.arange(len(part.points)), to_s], np.r_[to_q, mine]
        w = np.r_[weight, np.ones(len(mine))] / (1 + (np.linalg.norm(part.points[si] - q[qi], axis=1) / FAR) ** 2)
        out.append((si, qi, w))
    return out


def find_pairs(parts, tree, q, nq):
    """For each part the indices of its paired fine points and of their targets, and weights; and the targets with
    their normals: the surface's places, then the places that close gaps between parts."""
    points = np.vstack([p.points for p in parts])
    outward = np.vstack([p.outward for p in parts])
    area = np.concatenate([p.area for p in parts])
    owner = np.repeat(np.arange(len(parts)), [len(p.points) for p in parts])
    first = np.r_[0, np.cumsum([len(p.points) for p in parts])]
    shows = np.ones(len(points))
    for i, part in enumerate(parts):
        others = np.where(owner != i)[0]
        if len(others):
            shows[others] *= np.clip(depth(part, points[others]) / 0.8 + 0.9, 0, 1)
    weight = area * shows
    weight *= 0.7 * len(q) / max(weight.sum(), 1e-9)
    to_q = closest(tree, points, outward, nq)
    visible = np.where(shows > 0.3)[0]
    to_s = visible[closest(cKDTree(points[visible]), q, nq, outward[visible])]
    astray = np.linalg.norm(points - q[to_q], axis=1)
    gaps, into = close_gaps(parts, points, outward, owner, shows, astray)
    to_q[gaps] = len(q) + np.arange(len(gaps))
    targets, normals = np.vstack([q, into]), np.vstack([nq, outward[gaps]])
    si, qi = np.r_[np.arange(len(points)), to_s], np.r_[to_q, np.arange(len(q))]
    w = np.r_[weight, np.ones(len(q))]
    w = w / (1 + (np.linalg.norm(points[si] - targets[qi], axis=1) / FAR) ** 2)
    return [(si[owner[si] == i] - first[i], qi[owner[si] == i], w[owner[si] == i])
            for i in range(len(parts))], targets, normals


def close_gaps(parts, points, outward, owner, shows, astray):
    """Fine points that face another part across a gap that the bone has not (they lie `astray` of its surface),
    and the places within that part to which they are drawn."""
    found, into = [np.zeros(0, int)], [np.zeros((0, 3))]
    for i, part in enumerate(parts):
        others = np.where((owner != i) & (shows > 0.3) & (astray > 0.8))[0]
        if not len(others):
            continue
        d, j = cKDTree(part.points).query(points[others])
        faces = (part.outward[j] * outward[others]).sum(1) < -0.2
        gap = faces & (d < np.minimum(WIDEST_GAP, 2.5 * astray[others] + 1))
        found.append(others[gap])
        into.append(part.points[j[gap]] - 1.5 * part.outward[j[gap]])
    found, into = np.concatenate(found), np.vstack(into)
    found, once = np.unique(found, return_index=True)
    return found, into[once]


def refine(v, f, parts, states, share, rounds=30, alone=12, stiff=0.25, start_stiff=1.2, count=6000):
    """The figures of parts, fitted to a surface: `alone` rounds each to its own share of it, then together.
    `share` tells for places whether they are in each part's share (parts, places)."""
    q, nq = reference.sample(v, f, count)
    tree, label = cKDTree(q), share(q)
    for it in range(rounds):
        for part, state in zip(parts, states):
            part.place(state)
        if it < alone:
            pairs, targets, normals = own_pairs(parts, tree, q, nq, label), q, nq
        else:
            pairs, targets, normals = find_pairs(parts, tree, q, nq)
        much = (start_stiff * 0.8**it + stiff) ** 2 / USUAL_PULL
        states = [part.solve(state, pair, targets, normals, much * (pair[2].sum() / len(state) + 1))
                  for part, state, pair in zip(parts, states, pairs)]
    return states


def distance(v, f, parts, states, count=3000, dense=30000):
    """Symmetric mean distance in mm, and the 95th percentile of the worse way, of what shows of the parts."""
    kept = []
    for part, state in zip(parts, states):
        part.place(state)
    for i, (part, state) in enumerate(zip(parts, states)):
        p = reference.sample(*part.mesh(state), dense // len(parts), 7)[0]
        for j, other in enumerate(parts):
            if j != i:
                p = p[depth(other, p) > -0.3]
        kept.append(p)
    ours = np.vstack(kept)
    theirs = reference.sample(v, f, dense, 7)[0]
    a = cKDTree(theirs).query(ours[::max(len(ours) // count, 1)])[0]
    b = cKDTree(ours).query(theirs[::max(len(theirs) // count, 1)])[0]
    return float((a.mean() + b.mean()) / 2), float(max(np.percentile(a, 95), np.percentile(b, 95)))
