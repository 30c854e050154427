#pragma once

#include "engine/variants/build_tables.h"

#include <array>
#include <glm/vec3.hpp>
#include <vector>

namespace knotmap::variants {

/// Where a ray straight out from the skin meets the skin again.
struct Facing
{
    bool met = false;
    glm::vec3 at{0};
    std::uint32_t vertex = 0; ///< a corner of the triangle that it meets
};

/// What is known of the measured skin before soft tissue is added or removed: computed once per
/// atlas. The lists have one entry per vertex.
struct SkinCover
{
    /// The mirror-image vertex; itself on the midline or where there is none.
    std::vector<std::uint32_t> mirror;
    std::vector<glm::vec3> rest;    ///< measured positions, needle triangles widened
    std::vector<glm::vec3> outward; ///< unit; smoothed, so that creases swell as a whole
    std::vector<std::array<float, kSkinParts>> parts; ///< shares; hands and feet have none
    std::vector<float> spareMm;    ///< that can be removed without exposing muscle or bone
    std::vector<float> coverMm;    ///< to the nearest muscle or bone, capped at kFarMm
    std::vector<glm::vec3> toForm; ///< to the form that smooth soft tissue would have
    std::vector<float> growing;    ///< 0 on lids, lips and ears, which are not padded
    std::vector<Facing> facing;

    /// The vertices to compute; the others are the mirror images of these.
    std::vector<std::uint32_t> own;
};

inline constexpr float kFarMm = 14;
/// The minimum soft tissue left over muscle and bone.
inline constexpr float kThinnestSkinMm = 1.5F;

} // namespace knotmap::variants
