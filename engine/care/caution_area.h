#pragma once

#include <string>
#include <vector>

namespace knotmap::care {

/// A brush stroke of a caution area: along the skin through landmarks of one side.
struct AreaStroke
{
    std::vector<std::string> through; ///< landmark ids
    float radiusMm = 0;
};

/// An area of the skin where pressing straight in is a bad idea; written for the right side,
/// meant for both.
struct CautionArea
{
    std::string id, label;
    std::string reason;             ///< what lies there
    std::string instead;            ///< the adapted technique
    std::vector<std::string> tools; ///< ids of those that the adapted technique uses
    std::vector<std::string> sources;
    std::vector<AreaStroke> strokes;

    bool allows(const std::string& tool) const;
};

} // namespace knotmap::care
