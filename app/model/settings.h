#pragma once

#include "engine/core/fault.h"
#include "engine/core/result.h"
#include "engine/variants/build.h"

#include <filesystem>

namespace knotmap::app {

/// What the window remembers between runs.
struct Settings
{
    variants::Build build;
};

/// Reads settings.toml of the folder. Invalid values are reported in `faults` and replaced by the
/// default; without a file everything has its default.
Settings readSettings(const std::filesystem::path& folder, core::Faults& faults);

/// Writes settings.toml, creating the folder if necessary; an Error on failure.
core::Outcome writeSettings(const std::filesystem::path& folder, const Settings& settings);

} // namespace knotmap::app
