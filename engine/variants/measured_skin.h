#pragma once

#include "engine/body/atlas.h"
#include "engine/geometry/surface.h"
#include "engine/variants/build_tables.h"

#include <array>
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
/// an atlas. The lists have one entry a vertex.
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

/// `surface` is that of the atlas' skin.
SkinCover measureCover(const body::Atlas& atlas, const geometry::Surface& surface);

/// The mean of each value and those about it, `rounds` times over; ends symmetric.
void smoothOver(const geometry::Surface& surface, const SkinCover& cover, int rounds,
                std::vector<float>& values);
/// The mean of each vector and those about it, `rounds` times over.
void smoothVectors(const geometry::Surface& surface, int rounds, std::vector<glm::vec3>& vectors);
/// The least of each value and those about it, `rounds` times over.
void leastOver(const geometry::Surface& surface, int rounds, std::vector<float>& values);

/// Distance of places to the nearest vertex of muscles and bones of both sides, less what the
/// surface between the vertices may come nearer; kFarMm where it is further. Places of the right
/// side or mirrored onto it.
std::vector<float> distancesToStructures(const body::Atlas& atlas,
                                         const std::vector<glm::vec3>& places);

} // namespace knotmap::variants
