#pragma once

#include "engine/anatomy/catalogue.h"
#include "engine/bake/tables.h"
#include "engine/core/fault.h"

#include <filesystem>
#include <vector>

namespace knotmap::bake {

/// The limits on the number of figures in a shape: it should be a table that a person can read and
/// correct, not a mesh in disguise.
inline constexpr std::size_t kMuscleFigures = 450;
/// A muscle with more slips than that may have this many figures for each (ribs, vertebrae, toes).
inline constexpr std::size_t kSlipFigures = 160;
inline constexpr std::size_t kBoneFigures = 700;
inline constexpr std::size_t kSkullFigures = 1500;         ///< a bone of the group "head"
inline constexpr std::uintmax_t kAnatomyBytes = 3'000'000; ///< all text below assets/anatomy

/// The figures of a table: four per point of a sheet, three per point of a loft.
std::size_t figuresOf(const ShapeTable& table);

/// A fault for each table that exceeds its limit, and for too much text in total. `tables` run
/// parallel to the catalogue's structures.
void checkFigures(const std::filesystem::path& assets, const anatomy::Catalogue& catalogue,
                  const std::vector<ShapeTable>& tables, core::Faults& faults);

} // namespace knotmap::bake
