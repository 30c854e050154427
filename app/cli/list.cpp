#include "app/cli/subcommands.h"
#include "app/model/texts.h"
#include "engine/care/words.h"
#include "engine/words/tr.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

namespace knotmap::app {
namespace {

using Json = nlohmann::ordered_json;

/// One line of the plain list: an id and its description.
struct Row
{
    std::string id, label;
};

/// What `list` prints for one kind of entry.
struct Listing
{
    std::vector<Row> rows;
    Json json = Json::array();
    std::string note = {}; ///< below the plain list
};

std::vector<int> fmaOf(const anatomy::Structure& structure)
{
    std::vector<int> fma = structure.fmaRight;
    fma.insert(fma.end(), structure.fmaLeft.begin(), structure.fmaLeft.end());
    return fma;
}

/// The named parts of a muscle, or an empty list.
std::vector<std::string> partsOf(const Library& library, const std::string& id)
{
    std::vector<std::string> parts;
    for (const anatomy::Structure& other : library.anatomy.structures)
        if (other.partOf == id)
            parts.push_back(other.id);
    return parts;
}

Listing listStructures(const Library& library, bool muscles)
{
    Listing listing;
    for (const anatomy::Structure& structure : library.anatomy.structures) {
        if ((structure.kind == anatomy::Kind::Muscle) != muscles)
            continue;
        listing.rows.push_back({structure.id, structure.english + " (" + structure.latin + ")"});
        Json entry = {{"id", structure.id},       {"english", structure.english},
                      {"latin", structure.latin}, {"fma", fmaOf(structure)},
                      {"group", structure.group}, {"layer", anatomy::layerName(structure.layer)}};
        if (muscles) {
            entry["parts"] = partsOf(library, structure.id);
            if (!structure.partOf.empty())
                entry["part_of"] = structure.partOf;
            Json points = Json::array();
            for (const referral::Point* point : library.referral.pointsOf(structure.id))
                points.push_back(point->id);
            entry["points"] = points;
        } else {
            entry["kind"] = anatomy::kindName(structure.kind);
        }
        listing.json.push_back(entry);
    }
    return listing;
}

Listing listPoints(const Library& library)
{
    Listing listing;
    for (const referral::Point& point : library.referral.points) {
        const care::Advice* advice = library.care.findAdvice(point.id);
        const std::vector<std::string> none;
        listing.rows.push_back({point.id, point.label});
        listing.json.push_back({{"id", point.id},
                                {"muscle", point.muscle},
                                {"label", point.label},
                                {"essential", point.regionsOf(referral::Strength::Essential)},
                                {"spillover", point.regionsOf(referral::Strength::Spillover)},
                                {"local", point.local},
                                {"tools", advice != nullptr ? advice->tools : none},
                                {"positions", advice != nullptr ? advice->positions : none},
                                {"evidence", point.evidence},
                                {"sources", point.sources}});
    }
    return listing;
}

Listing listRegions(const Library& library)
{
    Listing listing;
    for (const anatomy::Region& region : library.anatomy.regions) {
        listing.rows.push_back({region.id, region.label});
        listing.json.push_back({{"id", region.id},
                                {"label", region.label},
                                {"synonyms", region.synonyms},
                                {"group", region.group},
                                {"midline", region.midline}});
    }
    return listing;
}

Listing listTools(const Library& library)
{
    Listing listing;
    for (const care::Tool& tool : library.care.tools) {
        listing.rows.push_back({tool.id, tool.label});
        listing.json.push_back({{"id", tool.id},
                                {"label", tool.label},
                                {"shape", tool.shape},
                                {"diameter_mm", tool.diameterMm},
                                {"length_mm", tool.lengthMm},
                                {"contact_mm", tool.contactMm},
                                {"firmness", tool.firmness},
                                {"why", tool.why}});
    }
    return listing;
}

/// The steps with each of the tools that they allow: "the thumbs or the knuckles".
std::vector<std::string> stepsWithAny(const Library& library, const care::Position& position)
{
    std::vector<std::string> phrases;
    for (const std::string& id : position.tools)
        if (const care::Tool* tool = library.care.findTool(id))
            phrases.push_back(tool->phrase);
    care::Tool any;
    any.phrase = fmt::format("{}", fmt::join(phrases, tr(" or ")));
    return position.stepsWith(&any);
}

Listing listPositions(const Library& library)
{
    Listing listing;
    for (const care::Position& position : library.care.positions) {
        listing.rows.push_back({position.id, position.label});
        listing.json.push_back({{"id", position.id},
                                {"label", position.label},
                                {"supports", position.supports},
                                {"tools", position.tools},
                                {"stroke", position.stroke},
                                {"pressure", position.pressure},
                                {"steps", stepsWithAny(library, position)}});
    }
    return listing;
}

/// The statements of the brief, each with its source; a dagger marks what is only reported.
Listing listFacts(const Library& library)
{
    Listing listing;
    bool reported = false;
    for (const care::Fact& fact : library.care.facts) {
        const referral::Source* source = library.referral.findSource(fact.source);
        const std::string citation = source != nullptr ? source->citation() : std::string();
        listing.rows.push_back({fact.id, care::factInWords(fact) + "  [" + fact.source + "]"});
        listing.json.push_back({{"id", fact.id},
                                {"topic", fact.topic},
                                {"text", fact.text},
                                {"figure", fact.figure},
                                {"reported", fact.reported},
                                {"source", fact.source},
                                {"citation", citation}});
        reported = reported || fact.reported;
        if (listing.note.find("[" + fact.source + "]") == std::string::npos)
            listing.note += fmt::format("[{}]  {}\n", fact.source, citation);
    }
    if (reported)
        listing.note = std::string(tr(care::kDaggerMeaning)) + "\n" + listing.note;
    return listing;
}

void print(const Listing& listing, bool asJson)
{
    if (asJson) {
        fmt::print("{}\n", listing.json.dump(1));
        return;
    }
    std::size_t width = 0;
    for (const Row& row : listing.rows)
        width = std::max(width, row.id.size());
    for (const Row& row : listing.rows)
        fmt::print("{:<{}}  {}\n", row.id, width, row.label);
    if (!listing.note.empty())
        fmt::print("\n{}", listing.note);
}

} // namespace

void addList(CLI::App& app, Invocation& invocation)
{
    using Lister = std::function<Listing(const Library&)>;
    static const std::map<std::string, Lister> kListers = {
        {"muscles", [](const Library& library) { return listStructures(library, true); }},
        {"bones", [](const Library& library) { return listStructures(library, false); }},
        {"points", listPoints},
        {"regions", listRegions},
        {"tools", listTools},
        {"positions", listPositions},
        {"facts", listFacts},
    };
    struct Options
    {
        std::string what;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("list", tr("List what Knotmap knows"));
    command
        ->add_option("what", options->what,
                     tr("muscles, bones, points, regions, tools, positions, facts"))
        ->required()
        ->check(CLI::IsMember(kListers));
    command->add_flag("--json", options->json, tr("Print JSON"));
    command->callback([&invocation, options] {
        auto library = openTexts(invocation);
        if (!library)
            return;
        translateTexts(*library);
        print(kListers.at(options->what)(*library), options->json);
    });
}

} // namespace knotmap::app
