#pragma once

#include "app/model/library.h"

#include <catch2/catch.hpp>

namespace knotmap::testing {

/// The shipped data with the body that the build baked from it; read once.
inline const app::Library& shipped()
{
    static const std::shared_ptr<const app::Library> kLibrary = [] {
        core::Paths paths;
        paths.assets = std::filesystem::path(KNOTMAP_REPOSITORY) / "assets";
        paths.atlas = KNOTMAP_ATLAS_FILE;
        core::Faults faults;
        auto library = app::loadLibrary(paths, faults);
        REQUIRE(library);
        return *library;
    }();
    return *kLibrary;
}

} // namespace knotmap::testing
