#pragma once

#include "engine/care/advice.h"
#include "engine/care/caution_area.h"
#include "engine/care/neurovascular_course.h"
#include "engine/care/position.h"
#include "engine/care/segments.h"
#include "engine/core/fault.h"
#include "engine/referral/knowledge.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace knotmap::care {

/// How to work on trigger points, as written in assets/care.
struct Guide
{
    std::vector<Tool> tools;
    std::vector<Position> positions;
    std::vector<Dose> doses;
    std::vector<Advice> advice;
    std::vector<Fact> facts;
    std::vector<RedFlag> redFlags;
    std::vector<CautionArea> cautionAreas;
    std::vector<NeurovascularCourse> courses; ///< of superficial vessels and nerves
    std::vector<Segment> segments;            ///< of the body, with their masses

    /// Tools and positions missing for a fault already reported: a reference to them is no second
    /// fault. Also points whose advice is faulty or refers to one of them, and muscles whose file
    /// of advice could not be read.
    std::vector<std::string> leftOut;
    core::LeftOut dosesLeftOut;

    const Tool* findTool(std::string_view id) const;
    const Position* findPosition(std::string_view id) const;
    const Dose* findDose(std::string_view id) const;
    const Advice* findAdvice(std::string_view pointId) const;
    /// The first tool of the card; null where nothing is pressed, or it was left out.
    const Tool* firstTool(const Advice& of) const;
    /// The first position of the card; null if it was left out.
    const Position* firstPosition(const Advice& of) const;
    /// The steps of that position, carried out with that tool.
    std::vector<std::string> stepsOf(const Advice& of) const;
};

/// Reads assets/care below `assets` and checks it against the points and landmarks; faulty entries
/// are left out and every fault is appended.
Guide loadGuide(const std::filesystem::path& assets, const anatomy::Catalogue& catalogue,
                const referral::Knowledge& knowledge, core::Faults& faults);

} // namespace knotmap::care
