#pragma once

#include "engine/anatomy/joint.h"
#include "engine/anatomy/region.h"
#include "engine/anatomy/structure.h"
#include "engine/core/fault.h"
#include "engine/core/left_out.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace knotmap::anatomy {

/// The names of structures, landmarks, regions and joints, as written in assets/anatomy.
struct Catalogue
{
    std::vector<Structure> structures; ///< muscles, then bones and cartilages, each by id
    std::vector<Landmark> landmarks;
    std::vector<Region> regions;
    std::vector<Joint> joints; ///< a parent before its children
    core::LeftOut landmarksLeftOut, regionsLeftOut;

    const Structure* findStructure(std::string_view id) const;
    const Landmark* findLandmark(std::string_view id) const;
    const Region* findRegion(std::string_view id) const;
};

/// Reads assets/anatomy below `assets`; faulty entries are left out and appended to `faults`.
Catalogue loadCatalogue(const std::filesystem::path& assets, core::Faults& faults);

/// Reads only the landmarks, regions and joints and takes the structures as given (from the baked
/// atlas, which avoids reading every shape table at each start).
Catalogue loadCatalogue(const std::filesystem::path& assets, std::vector<Structure> structures,
                        core::Faults& faults);

} // namespace knotmap::anatomy
