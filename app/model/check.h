#pragma once

#include "app/model/library.h"

#include <string>

namespace knotmap::app {

/// Every fault in the data below `assets`: what the loaders find in the texts and the tables of
/// figures and, where `atlas` is given (baked from the same data), what only the built body
/// tells: points outside their muscle, far from the skin, strokes whose landmarks lie off it. With
/// a build, on that body.
core::Faults checkData(const std::filesystem::path& assets,
                       const std::shared_ptr<const body::Atlas>& atlas,
                       const variants::Build& build = {});

/// How the shapes of the built body fit together; takes a few seconds. Rules that are broken are
/// added to `faults`. Returns the figures in a few lines, for a person.
std::string checkFit(const body::Atlas& atlas, core::Faults& faults);

} // namespace knotmap::app
