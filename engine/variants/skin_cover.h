#pragma once

#include "engine/variants/build_tables.h"

#include <array>
#include <glm/vec3.hpp>
#include <vector>

namespace knotmap::variants {

/// Where a way straight out from the skin meets the skin again.
struct Facing
{
    bool met = false;
    glm::vec3 at{0};
    std::uint32_t vertex = 0; ///< a corner of the triangle that is met
};

/// What is known of the measured skin before soft tissue is put on it or taken off: computed once
/// an atlas. The lists have one entry per vertex.
struct SkinCover
{
    /// The vertex that is the mirror image; itself on the midline or where there is none.
    std::vector<std::uint32_t> mirror;
    std::vector<glm::vec3> rest;    ///< the measured places, needle-thin triangles widened
    std::vector<glm::vec3> outward; ///< unit; smoothed, so that creases swell as a whole
    std::vector<std::array<float, kSkinParts>> parts; ///< shares; hands and feet have none
    std::vector<float> spareMm;    ///< that can be taken off without baring muscle or bone
    std::vector<float> coverMm;    ///< to the nearest muscle or bone, kFarMm or more: kFarMm
    std::vector<glm::vec3> toForm; ///< to where smooth soft tissue would have it
    std::vector<float> growing;    ///< 0 on lids, lips and ears, which soft tissue spares
    std::vector<Facing> facing;

    /// The vertices to compute; the others are the mirror images of these.
    std::vector<std::uint32_t> own;
};

inline constexpr float kFarMm = 14;
/// The least soft tissue left over muscle and bone.
inline constexpr float kThinnestSkinMm = 1.5F;

} // namespace knotmap::variants
