#pragma once

#include "engine/core/result.h"

#include <string_view>

namespace knotmap::variants {

enum class Sex
{
    Male,
    Female
};

/// Whose body is shown. The default is the body as measured, a man's.
struct Build
{
    Sex sex = Sex::Male;
    float heightMm = 0; ///< sole to vertex; 0: the table's for the sex, or as measured
    float mass = 0.5F;  ///< 0 slim, 0.5 average, 1 heavy

    bool operator==(const Build& other) const
    {
        return sex == other.sex && heightMm == other.heightMm && mass == other.mass;
    }
    bool asMeasured() const { return *this == Build{}; }
};

// The statures for which the figures hold: adults, about the 1st to the 99th percentile of either
// sex.
inline constexpr float kShortestMm = 1400, kTallestMm = 2100;

std::string_view sexName(Sex sex);

/// "female" or "male".
core::Result<Sex> parseSex(std::string_view text);
/// A stature with its unit, "1650mm", "165cm" or "165 cm", within kShortestMm to kTallestMm; or
/// "own" for the table's (0).
core::Result<float> parseHeight(std::string_view text);
/// "slim", "average", "heavy" or a number from 0 to 1.
core::Result<float> parseMass(std::string_view text);

} // namespace knotmap::variants
