#pragma once

#include "engine/anatomy/catalogue.h"
#include "engine/core/fault.h"

#include <filesystem>
#include <string>
#include <vector>

namespace knotmap::care {

/// A part of the body with its fraction of the mass.
struct Segment
{
    /// One figure for each sex, per cent.
    struct BySex
    {
        float male = 0, female = 0;
    };
    std::string id;
    std::string joint;    ///< joint that carries it
    std::string from, to; ///< landmarks of the skin or joints
    bool paired = false;  ///< there is one on each side
    BySex mass;           ///< of the whole body's mass, for one side
    BySex centre;         ///< position of the centre of mass from `from` to `to`
};

/// Reads care/segments.toml below `assets`. None are returned if one is faulty or the masses do not
/// add up to the whole body's: nothing can be said of the whole from a part.
std::vector<Segment> loadSegments(const std::filesystem::path& assets,
                                  const anatomy::Catalogue& catalogue, core::Faults& faults);

} // namespace knotmap::care
