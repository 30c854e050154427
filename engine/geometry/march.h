#pragma once

#include "engine/geometry/distance_map.h"
#include "engine/geometry/surface.h"

#include <glm/vec3.hpp>
#include <optional>
#include <vector>

namespace knotmap::geometry {

/// How far a front goes.
struct MarchLimit
{
    float mm = 0; ///< along the surface
    /// If set, the straight line from a vertex to this point counts as part of its distance, so
    /// that the front stays within an ellipse about the seeds and the point.
    std::optional<glm::vec3> towards = std::nullopt;
    /// If set, the front goes only `beyondMm` further than the last of the vertices marked here.
    const std::vector<bool>* wanted = nullptr;
    float beyondMm = 0;
};

/// The front behind geodesicDistances().
DistanceMap march(const Surface& surface, const std::vector<Seed>& seeds, const MarchLimit& limit);

} // namespace knotmap::geometry
