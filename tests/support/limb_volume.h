#pragma once

#include "engine/body/atlas.h"
#include "engine/body/pose.h"
#include "engine/geometry/mesh.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace knotmap::testing {

/// The volume of the part of the skin that moves with a joint or its descendants, in litres, closed
/// by a fan at the cut. `points` are the skin's vertices.
inline double limbVolume(const body::Atlas& atlas, std::uint32_t root,
                         const std::vector<glm::vec3>& points)
{
    std::vector<bool> below(atlas.joints.size(), false);
    for (std::size_t i = 0; i < below.size(); ++i) {
        const std::int32_t parent = atlas.joints[i].parent;
        below[i] = i == root || (parent >= 0 && below[static_cast<std::size_t>(parent)]);
    }
    const auto inLimb = [&](std::uint32_t vertex) {
        const body::JointWeights& weights = atlas.skin.weights[vertex];
        int share = 0;
        for (std::size_t slot = 0; slot < 4; ++slot)
            share += below[weights.joints[slot]] ? weights.shares[slot] : 0;
        return share > 127;
    };
    // Edges without a second triangle in the opposite direction form the cut.
    std::set<std::pair<std::uint32_t, std::uint32_t>> open;
    std::vector<std::uint32_t> limb;
    const auto& indices = atlas.skin.mesh.indices;
    for (std::size_t t = 0; t + 2 < indices.size(); t += 3)
        if (inLimb(indices[t]) && inLimb(indices[t + 1]) && inLimb(indices[t + 2]))
            for (std::size_t corner = 0; corner < 3; ++corner) {
                const std::uint32_t from = indices[t + corner];
                const std::uint32_t to = indices[t + (corner + 1) % 3];
                limb.push_back(from);
                if (open.erase({to, from}) == 0)
                    open.emplace(from, to);
            }
    glm::dvec3 middle(0);
    for (const auto& [from, to] : open)
        middle += glm::dvec3(points[from]) / static_cast<double>(open.size());
    double volume = 0;
    for (std::size_t t = 0; t + 2 < limb.size(); t += 3) {
        const glm::dvec3 a = glm::dvec3(points[limb[t]]) - middle;
        const glm::dvec3 b = glm::dvec3(points[limb[t + 1]]) - middle;
        const glm::dvec3 c = glm::dvec3(points[limb[t + 2]]) - middle;
        volume += glm::dot(a, glm::cross(b, c)) / 6;
    }
    return volume / 1e6;
}

} // namespace knotmap::testing
