#pragma once

#include "app/model/library.h"

#include <string>

namespace knotmap::app {

/// Every fault in the data below `assets`: what the loaders find in the texts and the shape tables
/// and, if `atlas` is given (baked from the same data), what only the built body shows: trigger
/// points outside their muscle or far from the skin, strokes whose landmarks are off it. With a
/// build, on that body.
core::Faults checkData(const std::filesystem::path& assets,
                       const std::shared_ptr<const body::Atlas>& atlas,
                       const variants::Build& build = {});

/// How the shapes of the built body fit together; takes a few seconds. Broken rules are added to
/// `faults`. Returns the figures in a few lines, for a person.
std::string checkFit(const body::Atlas& atlas, core::Faults& faults);

} // namespace knotmap::app
