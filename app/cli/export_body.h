#pragma once

#include "app/model/library.h"
#include "engine/core/result.h"

#include <filesystem>

namespace knotmap::app {

/// Writes the body as binary glTF 2.0: one node per structure instance and one for the skin, named
/// by their ids. Metres.
core::Outcome exportBody(const Library& library, const std::filesystem::path& file);

} // namespace knotmap::app
