#pragma once

#include "engine/body/skinning.h"

#include <array>
#include <cstddef>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <vector>

namespace knotmap::scene {

/// The referral zone painted on the skin.
struct ZonePaint
{
    /// One pair per skin vertex: distance in mm to the edge of the essential (x) and of the
    /// spillover zone (y) along the skin; negative inside.
    std::vector<glm::vec2> edgeDistance;
    /// Centres of the spillover's dots, on the skin.
    std::vector<glm::vec3> dots;
    std::vector<glm::vec3> dotNormals;
    std::vector<body::JointWeights> dotWeights; ///< what moves each dot; empty: nothing does
    float dotRadiusMm = 1.6F;
};

/// How many zones may be shown in addition to the selected point's own.
inline constexpr std::size_t kMaxKeptZones = 3;

/// Linear RGB of the zones: the selected point's, then the further ones. Red and three hues that
/// people with any of the common colour blindnesses can tell from it and from each other (after
/// Okabe and Ito 2008); hatching and the shape of the dots distinguish them as well.
inline constexpr std::array<glm::vec3, 1 + kMaxKeptZones> kZoneHues{{
    {0.86F, 0.006F, 0.012F},
    {0.010F, 0.135F, 0.62F},
    {0.004F, 0.270F, 0.125F},
    {0.185F, 0.035F, 0.36F},
}};

/// The path along the skin from where a trigger point is pressed to where it refers its pain.
struct ReferralPath
{
    /// One pair per skin vertex, in mm: x along the skin from the pressed position; y distance from
    /// the nearest of the shortest paths to the parts of the zone.
    std::vector<glm::vec2> coordinates;
    float lengthMm = 0; ///< to the far end of the zone
};

/// A glow that runs along the path.
struct Pulse
{
    std::shared_ptr<const ReferralPath> path;
    float reachedMm = 0; ///< distance of its front from the trigger point
};

} // namespace knotmap::scene
