#pragma once

#include "engine/care/grip.h"

#include <array>
#include <string>
#include <vector>

namespace knotmap::care {

/// Something to press with; dimensions in mm.
struct Tool
{
    std::string id, label, shape, firmness, why;
    std::string phrase; ///< how a step names it, lower case with its article: "the thumbs"
    float diameterMm = 0, lengthMm = 0, contactMm = 0;
    std::optional<Grip> grip; ///< of one's own hand or elbow, which then is the tool
};

/// How long, how often, how hard. Ranges are {minimum, maximum}.
struct Dose
{
    std::string id, say;
    std::array<int, 2> holdS{}, rounds{}, discomfort{}, sessionsPerWeek{};
    int restS = 0;
    bool stroke = false; ///< along the muscle, from end to end, instead of holding still
};

/// What to do about one trigger point.
struct Advice
{
    std::string point;
    /// False where nothing may be pressed, as on the throat: such a card has neither tools nor
    /// dose.
    bool press = true;
    std::vector<std::string> tools, positions; ///< ids, best first
    std::string why, dose, stretch;
    std::vector<std::string> cautions, stop, notFor;
    std::string file;
    int line = 0, column = 0;
};

/// A statement of the brief, shown where a user needs it; those only reported carry the dagger.
struct Fact
{
    std::string id, topic, text, figure, source;
    bool reported = false;
};

/// A sign that ends self-care.
struct RedFlag
{
    std::string id, sign, action;
};

} // namespace knotmap::care
