#pragma once

#include "engine/core/fault.h"
#include "engine/core/result.h"
#include "engine/variants/build.h"

#include <filesystem>

namespace knotmap::app {

/// What the window remembers from one start to the next.
struct Settings
{
    variants::Build build;
};

/// Reads settings.toml of the folder. Values that do not hold are reported in `faults` and replaced
/// by the default; without a file all are the defaults.
Settings readSettings(const std::filesystem::path& folder, core::Faults& faults);

/// Writes settings.toml, making the folder where there is none; an Error where that fails.
core::Outcome writeSettings(const std::filesystem::path& folder, const Settings& settings);

} // namespace knotmap::app
