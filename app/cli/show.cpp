#include "app/cli/subcommands.h"
#include "app/model/position_overlay.h"
#include "app/model/solve_position.h"
#include "app/model/texts.h"
#include "app/model/vessel_rules.h"
#include "engine/care/words.h"
#include "engine/referral/paint.h"
#include "engine/words/tr.h"

#include <CLI/CLI.hpp>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace knotmap::app {
namespace {

using Json = nlohmann::ordered_json;

Json coordinates(const glm::vec3& position)
{
    const auto rounded = [](float mm) { return std::round(static_cast<double>(mm) * 10) / 10; };
    return {rounded(position.x), rounded(position.y), rounded(position.z)};
}

Json describeZones(const Library& library, const PlacedPoint& placed)
{
    const auto zone = paintZone(library, placed);
    const referral::Paint paint{zone->edgeDistance};
    Json zones = Json::array();
    for (const auto strength : {referral::Strength::Essential, referral::Strength::Spillover}) {
        const std::vector<std::string> regions = placed.point->regionsOf(strength);
        if (regions.empty())
            continue;
        zones.push_back(
            {{"strength", strength == referral::Strength::Essential ? "essential" : "spillover"},
             {"regions", regions},
             {"area_mm2", std::round(referral::zoneArea(*library.skin, paint, strength))}});
    }
    return zones;
}

/// Null where nothing is pressed.
Json describeTool(const Library& library, const PlacedPoint& placed)
{
    const care::Tool* tool = library.care.firstTool(*placed.advice);
    if (tool == nullptr)
        return nullptr;
    return {{"id", tool->id},
            {"label", tool->label},
            {"diameter_mm", tool->diameterMm},
            {"contact_mm", tool->contactMm},
            {"direction", {placed.pressing.x, placed.pressing.y, placed.pressing.z}},
            {"why", placed.advice->why}};
}

Json describeDose(const care::Dose& dose)
{
    return {{"hold_s", dose.holdS},  {"rounds", {dose.rounds[0], dose.rounds[1]}},
            {"rest_s", dose.restS},  {"discomfort", dose.discomfort},
            {"stroke", dose.stroke}, {"sessions_per_week", dose.sessionsPerWeek}};
}

/// The load distribution in the position; null if nothing can be said, as of a wall.
Json describeWeight(const Library& library, const PlacedPoint& placed)
{
    Json weight = Json::array();
    const auto solved = solvePosition(library, placed);
    if (!solved)
        return weight;
    for (const posture::Contact& contact : weightOf(library, placed, *solved).contacts)
        weight.push_back(
            {{"contact", contact.name},
             {"percent", contact.percent ? Json(static_cast<int>(std::lround(*contact.percent)))
                                         : Json(nullptr)}});
    return weight;
}

Json describeHazard(const care::Hazard& hazard)
{
    return {{"id", hazard.id},
            {"label", hazard.label},
            {"reason", hazard.reason},
            {"instead", hazard.instead}};
}

void addCare(Json& entry, const Library& library, const PlacedPoint& placed)
{
    const care::Advice& advice = *placed.advice;
    entry["tools"] = advice.tools;
    entry["positions"] = advice.positions;
    entry["tool"] = describeTool(library, placed);
    entry["press"] = advice.press;
    const care::Position* position = library.care.firstPosition(advice);
    entry["position"] = {{"id", position->id},
                         {"label", position->label},
                         {"steps", library.care.stepsOf(advice)},
                         {"pressure", position->pressure},
                         {"weight", describeWeight(library, placed)}};
    const care::Dose* dose = library.care.findDose(advice.dose);
    entry["dose"] = dose == nullptr ? Json(nullptr) : describeDose(*dose);
    entry["stretch"] = advice.stretch;
    entry["stop"] = advice.stop;
    entry["red_flags"] = Json::array();
    for (const care::RedFlag& flag : library.care.redFlags)
        entry["red_flags"].push_back(
            {{"id", flag.id}, {"sign", flag.sign}, {"action", flag.action}});
    entry["cautions"] = advice.cautions;
    entry["not_for"] = advice.notFor;
    entry["caution_areas"] = Json::array();
    for (const care::CautionArea* area : cautionAreasAt(library, placed))
        entry["caution_areas"].push_back(describeHazard(*area));
    entry["vessels_and_nerves"] = Json::array();
    for (const NearCourse& near : coursesNear(library, placed)) {
        Json course = describeHazard(*near.course);
        course["distance_mm"] = std::round(static_cast<double>(near.distanceMm));
        entry["vessels_and_nerves"].push_back(std::move(course));
    }
}

Json describeSource(const referral::Source& source)
{
    Json entry = {{"id", source.id}, {"citation", source.citation()}};
    if (!source.pmid.empty())
        entry["pmid"] = source.pmid;
    if (!source.doi.empty())
        entry["doi"] = source.doi;
    if (!source.isbn.empty())
        entry["isbn"] = source.isbn;
    return entry;
}

Json describePoint(const Library& library, const PlacedPoint& placed)
{
    const referral::Point& point = *placed.point;
    Json entry = {{"id", point.id},
                  {"muscle", point.muscle},
                  {"label", point.label},
                  {"side", core::sideName(placed.side)},
                  {"essential", point.regionsOf(referral::Strength::Essential)},
                  {"spillover", point.regionsOf(referral::Strength::Spillover)},
                  {"local", point.local},
                  {"on_skin_mm", coordinates(placed.onSkin)},
                  {"knot_mm", coordinates(placed.knot)},
                  {"depth_mm", std::round(static_cast<double>(placed.depthMm) * 10) / 10},
                  {"zones", describeZones(library, placed)}};
    if (placed.advice != nullptr)
        addCare(entry, library, placed);
    entry["deep_pain"] = point.deepPain;
    entry["symptoms"] = point.symptoms;
    entry["brought_on_by"] = point.broughtOnBy;
    entry["find"] = point.find;
    entry["satellites"] = point.satellites;
    entry["commonness"] = referral::commonnessLabel(point.commonness);
    entry["evidence"] = point.evidence;
    entry["sources"] = Json::array();
    for (const std::string& id : point.sources)
        if (const referral::Source* source = library.referral.findSource(id))
            entry["sources"].push_back(describeSource(*source));
    return entry;
}

void line(std::string_view label, const std::string& text)
{
    if (!text.empty())
        fmt::print("{:<13} {}\n", label, text);
}

void lines(std::string_view label, const std::vector<std::string>& texts)
{
    for (std::size_t i = 0; i < texts.size(); ++i)
        line(i == 0 ? label : std::string_view(), "- " + texts[i]);
}

/// Signs that end self-care, each with what to do then.
std::vector<std::string> signsOf(const std::vector<care::RedFlag>& flags)
{
    std::vector<std::string> signs;
    for (const care::RedFlag& flag : flags)
        signs.push_back(fmt::format("{}. {}", flag.sign, flag.action));
    return signs;
}

std::string listed(const std::vector<std::string>& ids)
{
    return fmt::format("{}", fmt::join(ids, ", "));
}

std::string inWords(const care::Hazard& hazard)
{
    return fmt::format("{}: {} {}", hazard.label, hazard.reason, hazard.instead);
}

void printCare(const Library& library, const PlacedPoint& placed)
{
    const care::Advice& advice = *placed.advice;
    const care::Tool* tool = library.care.firstTool(advice);
    const care::Position* position = library.care.firstPosition(advice);
    const std::vector<std::string> steps = library.care.stepsOf(advice);
    const care::Dose* dose = library.care.findDose(advice.dose);
    lines(tr("no self-care"), signsOf(library.care.redFlags));
    line(tr("tool"), tool != nullptr
                         ? trf("{} ({:.0f} mm): {}", tool->label, tool->diameterMm, advice.why)
                         : trf("do not press: {}", advice.why));
    line(tr("position"), position->label);
    for (std::size_t i = 0; i < steps.size(); ++i)
        line("", fmt::format("{}. {}", i + 1, steps[i]));
    line(tr("pressure"), position->pressure);
    if (const auto solved = solvePosition(library, placed))
        line(tr("weight"), posture::weightLine(weightOf(library, placed, *solved)));
    if (dose != nullptr)
        line(tr("dose"),
             trf("{} {} to {} s, {}, rest {} s, discomfort {} to "
                 "{} of 10, {} to {} sessions a week. {}",
                 dose->stroke ? tr("stroke") : tr("hold"), dose->holdS[0], dose->holdS[1],
                 care::roundsInWords(*dose), dose->restS, dose->discomfort[0], dose->discomfort[1],
                 dose->sessionsPerWeek[0], dose->sessionsPerWeek[1], dose->say));
    line(tr("stretch"), advice.stretch);
    lines(tr("caution"), advice.cautions);
    for (const care::CautionArea* area : cautionAreasAt(library, placed))
        line(tr("take care"), inWords(*area));
    for (const NearCourse& near : coursesNear(library, placed))
        line(tr("take care"), inWords(*near.course));
    lines(tr("stop if"), advice.stop);
    lines(tr("not if"), advice.notFor);
}

void printPoint(const Library& library, const PlacedPoint& placed)
{
    const referral::Point& point = *placed.point;
    fmt::print("{}  {}\n", placed.name(), point.label);
    line(tr("muscle"), point.muscle);
    line(tr("essential"), listed(point.regionsOf(referral::Strength::Essential)));
    line(tr("spillover"), listed(point.regionsOf(referral::Strength::Spillover)));
    line(tr("sends"), point.local ? tr(referral::kLocalOnly) : "");
    line(tr("deep pain"), point.deepPain);
    lines(tr("also"), point.symptoms);
    line(tr("depth"), trf("{:.0f} mm below the skin", placed.depthMm));
    line(tr("find"), point.find);
    if (placed.advice != nullptr)
        printCare(library, placed);
    line(tr("satellites"), listed(point.satellites));
    if (const referral::EvidenceGrade* grade = library.referral.findGrade(point.evidence))
        line(tr("evidence"), grade->id + ": " + grade->label);
    for (const std::string& id : point.sources)
        if (const referral::Source* source = library.referral.findSource(id))
            line(tr("source"), source->citation());
}

Json describeMuscle(const Library& library, const anatomy::Structure& muscle)
{
    Json points = Json::array();
    for (const referral::Point* point : library.referral.pointsOf(muscle.id))
        points.push_back(point->id);
    return {{"id", muscle.id},
            {"english", muscle.english},
            {"latin", muscle.latin},
            {"fma", {{"right", muscle.fmaRight}, {"left", muscle.fmaLeft}}},
            {"group", muscle.group},
            {"layer", anatomy::layerName(muscle.layer)},
            {"part_of", muscle.partOf},
            {"origin", muscle.origin},
            {"insertion", muscle.insertion},
            {"action", muscle.action},
            {"nerve", muscle.nerve},
            {"measured", muscle.measured},
            {"points", points}};
}

void printMuscle(const Library& library, const anatomy::Structure& muscle)
{
    fmt::print("{}  {} ({})\n", muscle.id, muscle.english, muscle.latin);
    line(tr("origin"), muscle.origin);
    line(tr("insertion"), muscle.insertion);
    line(tr("action"), muscle.action);
    line(tr("nerve"), muscle.nerve);
    line(tr("shape"), muscle.measured ? tr("measured on the reference body")
                                      : tr("drawn from anatomical knowledge"));
    for (const referral::Point* point : library.referral.pointsOf(muscle.id))
        line(tr("knot"), point->id + ": " + point->label);
}

int show(const Library& library, const std::string& name, bool asJson)
{
    const core::SidedId asked = core::parseSidedId(name);
    if (library.referral.findPoint(asked.id) != nullptr) {
        const std::vector<PlacedPoint> points = placePoints(library);
        const auto index = findPlaced(points, library, name);
        if (!index)
            return 1;
        if (asJson)
            fmt::print("{}\n", describePoint(library, points[*index]).dump(1));
        else
            printPoint(library, points[*index]);
        return 0;
    }
    const anatomy::Structure* muscle = library.anatomy.findStructure(asked.id);
    if (muscle == nullptr || muscle->kind != anatomy::Kind::Muscle) {
        std::vector<std::string> known = idsOf(library.referral.points);
        for (const anatomy::Structure& structure : library.anatomy.structures)
            if (structure.kind == anatomy::Kind::Muscle)
                known.push_back(structure.id);
        return fail(unknown(mark("point or muscle"), asked.id, known));
    }
    if (asJson)
        fmt::print("{}\n", describeMuscle(library, *muscle).dump(1));
    else
        printMuscle(library, *muscle);
    return 0;
}

} // namespace

void addShow(CLI::App& app, Invocation& invocation)
{
    struct Options
    {
        std::string name;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("show", tr("Print everything known about a point or muscle"));
    command
        ->add_option("what", options->name, tr("Id of a point (with .left or .right) or a muscle"))
        ->required();
    command->add_flag("--json", options->json, tr("Print JSON"));
    command->callback([&invocation, options] {
        if (const auto library = openLibrary(invocation))
            invocation.exitStatus = show(*translated(library), options->name, options->json);
    });
}

} // namespace knotmap::app
