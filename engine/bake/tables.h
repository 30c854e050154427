#pragma once

#include "engine/anatomy/catalogue.h"
#include "engine/core/fault.h"
#include "engine/geometry/loft.h"
#include "engine/geometry/sheet.h"
#include "engine/volume/field.h"

#include <filesystem>
#include <vector>

namespace knotmap::bake {

/// The measured figures of one structure, as written in assets/anatomy.
struct ShapeTable
{
    std::vector<geometry::Sheet> sheets;
    std::vector<geometry::Loft> lofts;
    std::vector<volume::Bore> foramina; ///< drilled through a bone when its parts are joined
    float blendMm = 0;                  ///< blend radius of the bone's parts
};

/// Reads the figures of every structure of the catalogue, in its order. A table that cannot be
/// built (too few curves, a negative thickness, an odd ring) adds faults with their locations.
std::vector<ShapeTable> loadShapeTables(const std::filesystem::path& assets,
                                        const anatomy::Catalogue& catalogue, core::Faults& faults);

} // namespace knotmap::bake
