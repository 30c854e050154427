#pragma once

#include "engine/anatomy/catalogue.h"
#include "engine/bake/tables.h"
#include "engine/core/fault.h"

#include <filesystem>
#include <vector>

namespace knotmap::bake {

/// How many figures a shape may be written in: a table a person can read and correct, no mesh in
/// disguise.
inline constexpr std::size_t kMuscleFigures = 450;
/// A muscle of more slips than that allows has these for each (ribs, vertebrae, toes).
inline constexpr std::size_t kSlipFigures = 160;
inline constexpr std::size_t kBoneFigures = 700;
inline constexpr std::size_t kSkullFigures = 1500;         ///< a bone of the group "head"
inline constexpr std::uintmax_t kAnatomyBytes = 3'000'000; ///< all text below assets/anatomy

/// The figures of a table: four per point of a sheet, three a point of a loft.
std::size_t figuresOf(const ShapeTable& table);

/// A fault for each table with more figures than it may have, and for too much text in all.
/// `tables` run parallel to the catalogue's structures.
void checkFigures(const std::filesystem::path& assets, const anatomy::Catalogue& catalogue,
                  const std::vector<ShapeTable>& tables, core::Faults& faults);

} // namespace knotmap::bake
