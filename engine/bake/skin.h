#pragma once

#include "engine/bake/head_form.h"
#include "engine/bake/skin_strokes.h"
#include "engine/core/fault.h"
#include "engine/geometry/mesh.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace knotmap::bake {

/// Soft tissue at one point; it blends into that of the other points.
struct SoftTissue
{
    glm::vec3 at{0};
    float reachMm = 50;
    float overMm = 5;  ///< thickness of skin above muscle and bone
    float spanMm = 10; ///< hollows narrower than twice this are filled
};

/// What the skin is built from, besides muscles and bones.
struct SkinTables
{
    std::vector<SoftTissue> tissue;
    HeadForm head;
    std::vector<SkinStroke> strokes; ///< in the order in which they are applied
};

/// Reads assets/anatomy/skin below `assets`; adds a fault for whatever cannot be used.
SkinTables loadSkinTables(const std::filesystem::path& assets, core::Faults& faults);

/// Builds one closed skin over both sides: an envelope of all muscles and bones (given for the
/// right side and the midline) that spans hollows and covers them by the thickness of the soft
/// tissue, joined with the head and shaped by the strokes. Mirror-symmetric to the last bit,
/// without self-intersections. Millimetres, with normals.
geometry::Mesh buildSkin(const SkinTables& tables, std::span<const geometry::Mesh* const> muscles,
                         std::span<const geometry::Mesh* const> bones);

} // namespace knotmap::bake
