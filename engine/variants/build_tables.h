#pragma once

#include "engine/core/fault.h"

#include <array>
#include <filesystem>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

/// How bodies differ from the measured one, as written in assets/anatomy/builds. Everything is in
/// millimetres, in the frame of the measured body, for the right side or the midline.
namespace knotmap::variants {

/// A named point of the skeleton or the trunk wall and its position in the other body.
struct Station
{
    glm::vec3 at{0};
    glm::vec3 displacement{0};
};

/// A limb that is thicker or thinner: everything around the line between two joints moves radially
/// towards it or away from it.
struct Girth
{
    glm::vec3 from{0}, to{0};
    float boneMm = 0;  ///< within about this distance of the line little changes
    float outerMm = 0; ///< the limb's radius; the change fades beyond it
    float scale = 1;   ///< factor on distances from the line
};

/// The parts of the skin for which soft tissue is given separately, so that an arm does not swell
/// with the flank it hangs beside. Hands and feet have none of their own.
enum class SkinPart
{
    Trunk,
    Arm,
    Leg,
    Head
};
inline constexpr std::size_t kSkinParts = 4;

/// Additional soft tissue (or less, if negative) over muscle and bone at a named point.
struct Cushion
{
    glm::vec3 at{0};
    float reachMm = 0; ///< the weight falls to a third at this distance
    float addMm = 0;
    std::array<bool, kSkinParts> parts{};
};

/// A rounded form that protrudes from the trunk in one direction: a breast.
struct Mound
{
    glm::vec3 at{0};
    glm::vec3 towards{0, 0, 1};              ///< unit
    float upMm = 0, downMm = 0, asideMm = 0; ///< half axes of its base
    float standMm = 0;                       ///< protrusion at the peak
};

/// One respect in which a body may differ. Applied in amounts from 0 to 1.
struct Variant
{
    float statureMm = 0; ///< 0: none of its own
    std::vector<Station> stations;
    std::vector<Girth> girths;
    std::vector<Cushion> cushions;
    std::vector<Mound> mounds;
};

/// How strongly a height along the body follows the stature: 1 is in proportion.
struct Growth
{
    float atMm = 0;
    float length = 1, breadth = 1;
};

enum class VariantId
{
    Female,
    HeavyMale,
    HeavyFemale,
    SlimMale,
    SlimFemale
};
inline constexpr std::size_t kVariants = 5;

struct BuildTables
{
    std::array<Variant, kVariants> variants;
    std::vector<Growth> growth; ///< height above the soles
};

/// Reads assets/anatomy/builds below `assets`; faulty entries are left out and appended to
/// `faults`.
BuildTables loadBuildTables(const std::filesystem::path& assets, core::Faults& faults);

} // namespace knotmap::variants
