#pragma once

#include "engine/core/fault.h"
#include "engine/geometry/mesh.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace knotmap::body {

/// Soft tissue about one place; it blends into that of the other places.
struct SoftTissue
{
    glm::vec3 at{0};
    float reachMm = 50;
    float overMm = 5;  ///< skin above muscle and bone
    float spanMm = 10; ///< hollows narrower than twice this are filled
};

/// The skin of the head as distances from a centre, by latitude (rows, from below) and longitude
/// (0 to the front, over the right side, to 180 degrees at the back).
struct HeadTable
{
    glm::vec3 centre{0};
    float lowestLatitudeDeg = 0, stepDeg = 3;
    int rows = 0, columns = 0;
    std::vector<float> radii;

    /// Distance from the centre to the skin in a direction, by bicubic (Catmull-Rom) interpolation.
    float radius(const glm::vec3& direction) const;
};

/// What the skin is built from, besides muscles and bones.
struct SkinTables
{
    std::vector<SoftTissue> tissue;
    HeadTable head;
};

/// Reads assets/anatomy/skin below `assets`; adds a fault for whatever cannot be used.
SkinTables loadSkinTables(const std::filesystem::path& assets, core::Faults& faults);

/// Builds one closed skin over both sides: an envelope of all muscles and bones (given for the
/// right side and the midline) that spans hollows and lies over them by the soft tissue, joined
/// with the head. Mirror-symmetric. Millimetres, with normals.
geometry::Mesh buildSkin(const SkinTables& tables, std::span<const geometry::Mesh* const> muscles,
                         std::span<const geometry::Mesh* const> bones);

} // namespace knotmap::body
