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

/// How to work on the points, as written in assets/care.
struct Guide
{
    std::vector<Tool> tools;
    std::vector<Position> positions;
    std::vector<Dose> doses;
    std::vector<Advice> advice;
    std::vector<Fact> facts;
    std::vector<RedFlag> redFlags;
    std::vector<CautionArea> cautionAreas;
    std::vector<NeurovascularCourse> courses; ///< of vessels and nerves close under the skin
    std::vector<Segment> segments;            ///< of the body, with their masses

    /// Tools, positions and doses missing for a fault already told: naming them is no second fault.
    /// Points whose advice was faulty, or named nothing else, are among them.
    std::vector<std::string> leftOut;

    const Tool* findTool(std::string_view id) const;
    const Position* findPosition(std::string_view id) const;
    const Dose* findDose(std::string_view id) const;
    const Advice* findAdvice(std::string_view pointId) const;
    /// The tool that the card leads with; null where nothing is pressed, or it was left out.
    const Tool* firstTool(const Advice& of) const;
    /// The position that the card leads with; null when it was left out.
    const Position* firstPosition(const Advice& of) const;
    /// The steps of that position, done with that tool.
    std::vector<std::string> stepsOf(const Advice& of) const;
};

/// Reads assets/care below `assets` and checks it against the points and landmarks; faulty entries
/// are left out and every fault is appended.
Guide loadGuide(const std::filesystem::path& assets, const anatomy::Catalogue& catalogue,
                const referral::Knowledge& knowledge, core::Faults& faults);

} // namespace knotmap::care
