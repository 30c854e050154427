#include "engine/care/guide.h"

#include "engine/care/known_ids.h"
#include "engine/data/document.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::care {
namespace {

namespace fs = std::filesystem;
using core::findById;
using core::idsOf;
using data::Need;
using data::Table;

/// Reads the [[key]] tables of one file with `read`, keeping the valid ones; ids must be unique.
template <typename Entry, typename Read>
std::vector<Entry> loadList(const fs::path& assets, const std::string& name, std::string_view key,
                            core::Faults& faults, Read read,
                            std::vector<std::string>* leftOut = nullptr)
{
    std::vector<Entry> entries;
    const auto document = data::Document::read(assets / "care" / name, "care/" + name, faults);
    if (!document)
        return entries;
    for (const Table& table : document->root().tables(key)) {
        Entry entry = read(table);
        table.rejectUnknownKeys();
        if (findById(entries, entry.id) != nullptr)
            table.fault("id", trf("'{}' is defined twice", entry.id));
        if (table.valid())
            entries.push_back(std::move(entry));
        else if (leftOut != nullptr && !entry.id.empty())
            leftOut->push_back(entry.id);
    }
    return entries;
}

bool isShape(std::string_view shape)
{
    static constexpr std::string_view kShapes[] = {"ball",       "roller", "thumb",
                                                   "fingertips", "pincer", "knuckles",
                                                   "elbow",      "hook",   "two-balls"};
    return std::find(std::begin(kShapes), std::end(kShapes), shape) != std::end(kShapes);
}

/// The shapes, caution rules and colours of tools go by it: it stays English and is translated only
/// where it is shown.
bool isFirmness(std::string_view firmness)
{
    static constexpr const char* kFirmnesses[] = {mark("soft"), mark("firm"), mark("hard")};
    return std::find(std::begin(kFirmnesses), std::end(kFirmnesses), firmness) !=
           std::end(kFirmnesses);
}

Tool readTool(const Table& table, const anatomy::Catalogue& catalogue)
{
    Tool tool;
    tool.id = table.id("id");
    tool.label = table.text("label");
    tool.shape = table.text("shape");
    if (!tool.shape.empty() && !isShape(tool.shape))
        table.fault("shape", trf("'{}' is not a tool shape: use ball, roller, thumb, "
                                 "fingertips, pincer, knuckles, elbow, hook or two-balls",
                                 tool.shape));
    tool.diameterMm = static_cast<float>(table.number("diameter_mm", 5, 500));
    tool.lengthMm = static_cast<float>(table.number("length_mm", 5, 1500));
    tool.contactMm = static_cast<float>(table.number("contact_mm", 3, 500));
    tool.firmness = table.text("firmness");
    if (!tool.firmness.empty() && !isFirmness(tool.firmness))
        table.fault("firmness",
                    trf("'{}' is not a firmness: use soft, firm or hard", tool.firmness));
    tool.why = table.text("why");
    tool.phrase = table.text("phrase");
    tool.grip = readGrip(table, catalogue);
    return tool;
}

std::array<int, 2> readRange(const Table& table, std::string_view key, int low, int high)
{
    const std::vector<int> values = table.range(key, low, high);
    return values.size() == 2 ? std::array<int, 2>{values[0], values[1]} : std::array<int, 2>{};
}

std::vector<Dose> loadDoses(const fs::path& assets, core::LeftOut& leftOut, core::Faults& faults)
{
    std::vector<Dose> doses;
    const auto document =
        data::Document::read(assets / "care" / "dose.toml", "care/dose.toml", faults);
    const auto list = document ? document->root().table("dose") : std::nullopt;
    leftOut.all = !list;
    if (!list)
        return doses;
    for (const auto& [id, table] : list->children()) {
        Dose dose;
        dose.id = id;
        dose.holdS = readRange(table, "hold_s", 1, 300);
        dose.rounds = readRange(table, "rounds", 1, 10);
        dose.restS = table.integer("rest_s", 0, 600);
        dose.discomfort = readRange(table, "discomfort", 0, 10);
        dose.sessionsPerWeek = readRange(table, "sessions_per_week", 1, 14);
        dose.stroke = table.flag("stroke", false);
        dose.say = table.text("say");
        table.rejectUnknownKeys();
        if (table.valid())
            doses.push_back(std::move(dose));
        else
            leftOut.ids.push_back(id);
    }
    return doses;
}

Fact readFact(const Table& table)
{
    Fact fact;
    fact.id = table.id("id");
    fact.topic = table.text("topic");
    fact.text = table.text("text");
    fact.figure = table.text("figure", Need::Optional);
    fact.source = table.text("source");
    fact.reported = table.flag("reported", false);
    return fact;
}

RedFlag readRedFlag(const Table& table)
{
    RedFlag flag;
    flag.id = table.id("id");
    flag.sign = table.text("sign");
    flag.action = table.text("action");
    return flag;
}

/// Marks advice as missing for a fault already reported.
void leaveOut(Guide& guide, const std::string& point)
{
    if (!contains(guide.leftOut, point))
        guide.leftOut.push_back(point);
}

Advice readAdvice(const Table& table, Guide& guide, const referral::Knowledge& knowledge)
{
    Advice advice;
    advice.file = table.file();
    advice.line = table.line();
    advice.column = table.column();
    advice.point = table.id("point");
    advice.press = table.flag("press", true);
    const Need ofPressing = advice.press ? Need::Required : Need::Optional;
    advice.tools = table.texts("tools", ofPressing);
    advice.why = table.text("why");
    advice.positions = table.texts("positions");
    advice.dose = table.id("dose", ofPressing);
    advice.stretch = table.text("stretch");
    advice.cautions = table.texts("cautions");
    advice.stop = table.texts("stop");
    advice.notFor = table.texts("not_for", Need::Optional);
    table.rejectUnknownKeys();
    bool lacking = advice.press &&
                   checkKnown(table, "tools", "tool", advice.tools, guide.tools, guide.leftOut);
    for (const char* key : {"tools", "dose"})
        if (!advice.press && table.has(key))
            table.fault(key, trf("nothing is pressed here: leave '{}' out", key));
    if (checkKnown(table, "positions", "position", advice.positions, guide.positions,
                   guide.leftOut))
        lacking = true;
    if (lacking)
        leaveOut(guide, advice.point);
    if (!advice.dose.empty())
        checkIds(table, "dose", "dose", {advice.dose}, guide.doses, guide.dosesLeftOut);
    if (advice.cautions.empty() && table.valid())
        table.fault("cautions", tr("every point needs at least one caution"));
    if (!advice.point.empty() && knowledge.findPoint(advice.point) == nullptr &&
        !knowledge.wasLeftOut(advice.point))
        table.fault("point", trf("no point is called '{}'.{}", advice.point,
                                 core::didYouMean(advice.point, idsOf(knowledge.points))));
    if (guide.findAdvice(advice.point) != nullptr)
        table.fault("point", trf("'{}' has advice twice", advice.point));
    return advice;
}

void loadAdvice(Guide& guide, const fs::path& assets, const referral::Knowledge& knowledge,
                core::Faults& faults)
{
    const std::string shown = "care/advice";
    for (const fs::path& path : data::listDocuments(assets / "care" / "advice", shown, faults)) {
        const auto document =
            data::Document::read(path, shown + "/" + path.filename().string(), faults);
        if (!document) {
            guide.leftOut.push_back(path.stem().string());
            continue;
        }
        const Table root = document->root();
        (void)root.id("muscle");
        for (const Table& table : root.tables("advice")) {
            Advice advice = readAdvice(table, guide, knowledge);
            if (!table.valid() || (advice.press && advice.tools.empty()) ||
                advice.positions.empty())
                leaveOut(guide, advice.point);
            else
                guide.advice.push_back(std::move(advice));
        }
        root.rejectUnknownKeys();
    }
}

} // namespace

const Tool* Guide::findTool(std::string_view id) const
{
    return findById(tools, id);
}
const Position* Guide::findPosition(std::string_view id) const
{
    return findById(positions, id);
}
const Dose* Guide::findDose(std::string_view id) const
{
    return findById(doses, id);
}

const Advice* Guide::findAdvice(std::string_view pointId) const
{
    const auto found = std::find_if(advice.begin(), advice.end(),
                                    [&](const Advice& entry) { return entry.point == pointId; });
    return found == advice.end() ? nullptr : &*found;
}

const Tool* Guide::firstTool(const Advice& of) const
{
    return of.tools.empty() ? nullptr : findTool(of.tools.front());
}

const Position* Guide::firstPosition(const Advice& of) const
{
    return of.positions.empty() ? nullptr : findPosition(of.positions.front());
}

std::vector<std::string> Guide::stepsOf(const Advice& of) const
{
    const Position* position = firstPosition(of);
    return position == nullptr ? std::vector<std::string>() : position->stepsWith(firstTool(of));
}

Guide loadGuide(const fs::path& assets, const anatomy::Catalogue& catalogue,
                const referral::Knowledge& knowledge, core::Faults& faults)
{
    Guide guide;
    guide.tools = loadList<Tool>(
        assets, "tools.toml", "tool", faults,
        [&](const Table& table) { return readTool(table, catalogue); }, &guide.leftOut);
    guide.positions = loadList<Position>(
        assets, "positions.toml", "position", faults,
        [&](const Table& table) {
            return readPosition(table, catalogue, guide.tools, guide.leftOut);
        },
        &guide.leftOut);
    guide.doses = loadDoses(assets, guide.dosesLeftOut, faults);
    guide.facts = loadList<Fact>(assets, "facts.toml", "fact", faults, readFact);
    guide.redFlags = loadList<RedFlag>(assets, "redflags.toml", "redflag", faults, readRedFlag);
    guide.cautionAreas = loadList<CautionArea>(
        assets, "caution_areas.toml", "area", faults, [&](const Table& table) {
            return readCautionArea(table, guide.tools, guide.leftOut, catalogue, knowledge);
        });
    guide.courses = loadList<NeurovascularCourse>(
        assets, "vessels_and_nerves.toml", "course", faults, [&](const Table& table) {
            return readNeurovascularCourse(table, guide.tools, guide.leftOut, catalogue, knowledge);
        });
    loadAdvice(guide, assets, knowledge, faults);
    guide.segments = loadSegments(assets, catalogue, faults);
    for (const referral::Point& point : knowledge.points)
        if (guide.findAdvice(point.id) == nullptr && !contains(guide.leftOut, point.id) &&
            !contains(guide.leftOut, point.muscle))
            faults.push_back({point.file, point.line, point.column,
                              trf("'{}' has no advice in care/advice", point.id)});
    return guide;
}

} // namespace knotmap::care
