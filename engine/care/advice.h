#pragma once

#include "engine/care/grip.h"

#include <array>
#include <string>
#include <vector>

namespace knotmap::care {

/// Something to press with; measures in mm.
struct Tool
{
    std::string id, label, shape, firmness, why;
    float diameterMm = 0, lengthMm = 0, contactMm = 0;
    std::optional<Grip> grip; ///< of the own hand or elbow, which then is the tool
};

/// How long, how often, how hard. Ranges are {least, most}.
struct Dose
{
    std::string id, say;
    std::array<int, 2> holdS{}, rounds{}, discomfort{}, sessionsPerWeek{};
    int restS = 0;
    bool press = true; ///< false: nothing is pressed here, so no tool is drawn
};

/// What to do about one point.
struct Advice
{
    std::string point;
    std::vector<std::string> tools, positions; ///< ids, best first
    std::string why, dose, stretch;
    std::vector<std::string> cautions, stop, notFor;
    std::string file;
    int line = 0, column = 0;
};

/// A statement of the brief, shown where a user needs it; `reported` ones carry the dagger.
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
