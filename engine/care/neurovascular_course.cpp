#include "engine/care/neurovascular_course.h"

#include "engine/care/known_ids.h"
#include "engine/referral/waypoint.h"
#include "engine/words/tr.h"

#include <cctype>

namespace knotmap::care {
namespace {

using data::Table;

constexpr std::size_t kMinSources = 2, kMinPathPoints = 2;

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char character) {
        return static_cast<char>(std::tolower(character));
    });
    return text;
}

std::vector<std::vector<referral::Waypoint>> readPaths(const Table& table,
                                                       const anatomy::Catalogue& catalogue)
{
    std::vector<std::vector<referral::Waypoint>> paths;
    for (const Table& path : table.tables("path")) {
        auto waypoints = referral::readFixedWaypoints(path, "through", catalogue);
        path.rejectUnknownKeys();
        if (path.valid() && waypoints.size() < kMinPathPoints)
            path.fault("through", tr("a course must run through at least two places"));
        if (path.valid())
            paths.push_back(std::move(waypoints));
    }
    return paths;
}

} // namespace

bool NeurovascularCourse::isAtRiskFrom(const Tool& tool) const
{
    return !hardOnly || tool.firmness == "hard";
}

bool NeurovascularCourse::isNamedIn(const std::vector<std::string>& texts) const
{
    return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
        const std::string lower = lowerCase(text);
        return std::any_of(namedBy.begin(), namedBy.end(), [&](const std::string& word) {
            return lower.find(lowerCase(word)) != std::string::npos;
        });
    });
}

NeurovascularCourse readNeurovascularCourse(const Table& table, const std::vector<Tool>& tools,
                                            const std::vector<std::string>& leftOut,
                                            const anatomy::Catalogue& catalogue,
                                            const referral::Knowledge& knowledge)
{
    NeurovascularCourse course;
    readHazard(course, table, tools, leftOut, knowledge);
    course.namedBy = table.texts("named_by");
    course.hardOnly = table.flag("hard_only", false);
    if (table.valid() && course.sources.size() < kMinSources)
        table.fault("sources", tr("a course needs two sources"));
    if (table.valid() && course.namedBy.empty())
        table.fault("named_by", tr("give at least one phrase by which a caution names it"));
    course.paths = readPaths(table, catalogue);
    if (course.paths.empty() && table.has("path"))
        table.invalidate();
    else if (course.paths.empty() && table.valid())
        table.fault("id", trf("'{}' has no path, so it has no place", course.id));
    return course;
}

} // namespace knotmap::care
