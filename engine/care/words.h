#pragma once

#include "engine/care/advice.h"
#include "engine/words/tr.h"

#include <string>

namespace knotmap::care {

/// "at most 4 rounds on one point in a day".
std::string roundsInWords(const Dose& dose);

/// "Upper trapezius: 85 %", followed by a dagger if it is only reported.
std::string factInWords(const Fact& fact);

/// What the dagger means, for below the facts.
inline constexpr const char* kDaggerMeaning = mark("\xE2\x80\xA0 reported, not established");

} // namespace knotmap::care
