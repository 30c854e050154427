#pragma once

#include "engine/anatomy/catalogue.h"
#include "engine/core/fault.h"
#include "engine/referral/point.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace knotmap::referral {

/// All trigger points and their evidence, as written in assets/referral.
struct Knowledge
{
    std::vector<Point> points; ///< by muscle file, in the order written
    std::vector<Source> sources;
    std::vector<EvidenceGrade> grades;
    /// Points left out for faults reported elsewhere, and muscles whose points are unknown.
    std::vector<std::string> leftOut;
    core::LeftOut sourcesLeftOut, gradesLeftOut;

    const Point* findPoint(std::string_view id) const;
    const Source* findSource(std::string_view id) const;
    const EvidenceGrade* findGrade(std::string_view id) const;
    /// Whether the point is missing for a fault already reported: a reference to it is then no
    /// second fault.
    bool wasLeftOut(std::string_view point) const;
    std::vector<const Point*> pointsOf(std::string_view muscle) const;
};

/// Reads assets/referral below `assets` and checks it against the catalogue; faulty points are
/// left out and every fault is appended.
Knowledge loadKnowledge(const std::filesystem::path& assets, const anatomy::Catalogue& catalogue,
                        core::Faults& faults);

} // namespace knotmap::referral
