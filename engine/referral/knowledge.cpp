#include "engine/referral/knowledge.h"

#include "engine/core/by_id.h"
#include "engine/core/nearest.h"
#include "engine/data/document.h"
#include "engine/referral/source_ids.h"
#include "engine/referral/waypoint.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>
#include <glm/geometric.hpp>

namespace knotmap::referral {
namespace {

namespace fs = std::filesystem;
using core::findById;
using core::idsOf;
using data::Need;
using data::Table;

constexpr std::string_view kOpposite = ".opposite";

/// What a point file may refer to.
struct Context
{
    const anatomy::Catalogue& catalogue;
    const Knowledge& knowledge;
};

Commonness readCommonness(const Table& table)
{
    const std::string word = table.text("commonness");
    if (word == "very-common")
        return Commonness::VeryCommon;
    if (word == "occasional")
        return Commonness::Occasional;
    if (word == "rare")
        return Commonness::Rare;
    if (!word.empty() && word != "common")
        table.fault("commonness", trf("'{}' must be very-common, common, occasional or "
                                      "rare",
                                      word));
    return Commonness::Common;
}

void readMusclePosition(const Table& table, Point& point)
{
    const auto at = table.table("at");
    if (!at)
        return;
    point.at.sheet = at->integer("sheet", 0, 63);
    point.at.along = static_cast<float>(at->number("along", 0, 1));
    point.at.across = static_cast<float>(at->number("across", 0, 1));
    point.at.depth = static_cast<float>(at->number("depth", 0, 1));
    at->rejectUnknownKeys();
    if (!at->valid())
        table.invalidate();
}

void checkRegions(const Table& table, const Stroke& stroke, const Context& context)
{
    if (stroke.regions.empty() && table.valid())
        table.fault("regions", tr("a stroke must name the regions it stands for"));
    for (const std::string& name : stroke.regions) {
        const bool other =
            name.size() > kOpposite.size() &&
            name.compare(name.size() - kOpposite.size(), kOpposite.size(), kOpposite) == 0;
        const std::string id = other ? name.substr(0, name.size() - kOpposite.size()) : name;
        if (id.empty() || context.catalogue.findRegion(id) != nullptr)
            continue;
        if (context.catalogue.regionsLeftOut.has(id))
            table.invalidate();
        else
            table.fault("regions", trf("no region is called '{}'.{}", id,
                                       core::didYouMean(id, idsOf(context.catalogue.regions))));
    }
}

Stroke readStroke(const Table& table, const Context& context)
{
    Stroke stroke;
    stroke.line = table.line();
    stroke.column = table.column();
    const std::string strength = table.text("strength");
    stroke.strength = strength == "spillover" ? Strength::Spillover : Strength::Essential;
    if (!strength.empty() && strength != "essential" && strength != "spillover")
        table.fault("strength", trf("'{}' must be essential or spillover", strength));
    stroke.through = readWaypoints(table, "through", context.catalogue);
    stroke.radiusMm = static_cast<float>(table.number("radius_mm", 3, 90));
    stroke.regions = table.texts("regions");
    checkRegions(table, stroke, context);
    table.rejectUnknownKeys();
    return stroke;
}

/// A point either refers pain or is marked as local; not both.
void checkExtent(const Table& table, const Point& point)
{
    const bool essential =
        std::any_of(point.strokes.begin(), point.strokes.end(),
                    [](const Stroke& stroke) { return stroke.strength == Strength::Essential; });
    if (!table.valid())
        return;
    if (point.local && !point.strokes.empty())
        table.fault(
            "local",
            trf("'{}' is local, so it sends no pain, but it has strokes: remove one or the other",
                point.id));
    if (!point.local && !essential)
        table.fault("id", trf("'{}' has no essential stroke; a point that sends no pain "
                              "says local = true",
                              point.id));
}

void checkEvidence(const Table& table, const Point& point, const Knowledge& knowledge)
{
    if (!point.evidence.empty() && knowledge.findGrade(point.evidence) == nullptr) {
        if (knowledge.gradesLeftOut.has(point.evidence))
            table.invalidate();
        else
            table.fault("evidence",
                        trf("'{}' is not a grade in referral/evidence.toml", point.evidence));
    }
    if (point.sources.empty() && table.valid())
        table.fault("sources", tr("a point must name at least one source"));
    for (const std::string& source : point.sources) {
        if (source.empty() || knowledge.findSource(source) != nullptr)
            continue;
        if (knowledge.sourcesLeftOut.has(source))
            table.invalidate();
        else
            table.fault("sources", trf("no source is called '{}'.{}", source,
                                       core::didYouMean(source, idsOf(knowledge.sources))));
    }
}

void checkPoint(const Table& table, const Point& point, const Context& context)
{
    // An unknown muscle was reported already; the ids of its points are no second fault.
    const bool known = context.catalogue.findStructure(point.muscle) != nullptr;
    if (known && !point.id.empty() &&
        point.id.compare(0, point.muscle.size() + 1, point.muscle + "-") != 0)
        table.fault("id", trf("'{}' must be '{}-' followed by a number", point.id, point.muscle));
    if (context.knowledge.findPoint(point.id) != nullptr)
        table.fault("id", trf("point '{}' is defined twice", point.id));
    checkEvidence(table, point, context.knowledge);
    checkExtent(table, point);
}

void readPress(const Table& table, Point& point, const Context& context)
{
    const auto press = table.table("press", Need::Optional);
    if (!press)
        return;
    point.press = Waypoint{press->text("near"), press->vector3("offset_mm", Need::Optional)};
    checkWaypoint(table, "press", point.press->near, context.catalogue);
    if (press->has("direction")) {
        const glm::vec3 direction = press->vector3("direction");
        constexpr float kShortest = 0.1F;
        if (glm::length(direction) < kShortest)
            press->fault("direction", tr("a direction must not have length 0"));
        else
            point.pressDirection = glm::normalize(direction);
    }
    press->rejectUnknownKeys();
    if (!press->valid())
        table.invalidate();
}

Point readPoint(const Table& table, const std::string& muscle, const Context& context)
{
    Point point;
    point.file = table.file();
    point.line = table.line();
    point.column = table.column();
    point.muscle = muscle;
    point.id = table.id("id");
    point.label = table.text("label");
    readMusclePosition(table, point);
    readPress(table, point, context);
    point.deepPain = table.text("deep_pain", Need::Optional);
    point.symptoms = table.texts("symptoms", Need::Optional);
    point.broughtOnBy = table.texts("brought_on_by");
    point.find = table.text("find");
    point.satellites = table.texts("satellites", Need::Optional);
    point.commonness = readCommonness(table);
    point.evidence = table.text("evidence");
    point.sources = table.texts("sources");
    point.local = table.flag("local", false);
    bool strokesSound = true;
    for (const Table& stroke : table.tables("stroke")) {
        point.strokes.push_back(readStroke(stroke, context));
        strokesSound = strokesSound && stroke.valid();
    }
    table.rejectUnknownKeys();
    checkPoint(table, point, context);
    if (!strokesSound)
        point.strokes.clear();
    return point;
}

void loadPoints(Knowledge& knowledge, const fs::path& assets, const anatomy::Catalogue& catalogue,
                core::Faults& faults)
{
    const std::string shown = "referral/points";
    const Context context{catalogue, knowledge};
    for (const fs::path& path :
         data::listDocuments(assets / "referral" / "points", shown, faults)) {
        const auto document =
            data::Document::read(path, shown + "/" + path.filename().string(), faults);
        if (!document) {
            knowledge.leftOut.push_back(path.stem().string());
            continue;
        }
        const Table root = document->root();
        const std::string muscle = root.id("muscle");
        const anatomy::Structure* structure = catalogue.findStructure(muscle);
        if (!muscle.empty() && (structure == nullptr || structure->kind != anatomy::Kind::Muscle)) {
            std::vector<std::string> muscles = idsOf(catalogue.structures);
            root.fault("muscle", trf("no muscle is called '{}'.{}", muscle,
                                     core::didYouMean(muscle, muscles)));
        }
        for (const Table& table : root.tables("point")) {
            Point point = readPoint(table, muscle, context);
            if (table.valid() && root.valid() && (point.local || !point.strokes.empty()))
                knowledge.points.push_back(std::move(point));
            else
                knowledge.leftOut.push_back(point.id.empty() ? muscle : point.id);
        }
        if (!root.valid())
            knowledge.leftOut.push_back(path.stem().string());
        root.rejectUnknownKeys();
    }
}

/// Ids by which a source is found in a library; no two sources may be the same work.
void readSourceIds(const Table& table, const Knowledge& knowledge, Source& source)
{
    source.pmid = table.text("pmid", Need::Optional);
    source.doi = table.text("doi", Need::Optional);
    source.isbn = table.text("isbn", Need::Optional);
    if (!source.pmid.empty() && !isPubMedId(source.pmid))
        table.fault("pmid", trf("'{}' is not a PubMed id: it has 1 to 8 digits", source.pmid));
    if (!source.doi.empty() && !isDoi(source.doi))
        table.fault("doi", trf("'{}' is not a DOI: it is 10., 4 to 9 digits, a slash and a name",
                               source.doi));
    if (!source.isbn.empty() && isbnDigits(source.isbn).empty())
        table.fault("isbn", trf("'{}' is not an ISBN, or its check digit is wrong: it has "
                                "10 or 13 digits, with or without hyphens",
                                source.isbn));
    for (const Source& other : knowledge.sources) {
        if (!source.pmid.empty() && other.pmid == source.pmid)
            table.fault("pmid", trf("source '{}' has the same", other.id));
        if (!source.doi.empty() && plainDoi(other.doi) == plainDoi(source.doi))
            table.fault("doi", trf("source '{}' has the same", other.id));
        const std::string digits = isbnDigits(source.isbn);
        if (!digits.empty() && isbnDigits(other.isbn) == digits)
            table.fault("isbn", trf("source '{}' has the same", other.id));
    }
}

void loadSources(Knowledge& knowledge, const fs::path& assets, core::Faults& faults)
{
    const auto document =
        data::Document::read(assets / "referral" / "sources.toml", "referral/sources.toml", faults);
    const auto list = document ? document->root().table("source") : std::nullopt;
    knowledge.sourcesLeftOut.all = !list;
    if (!list)
        return;
    for (const auto& [id, table] : list->children()) {
        Source source;
        source.id = id;
        source.authors = table.text("authors");
        source.title = table.text("title");
        source.where = table.text("where");
        source.kind = table.text("kind");
        source.year = table.integer("year", 1800, 2100);
        (void)table.text("note", Need::Optional);
        readSourceIds(table, knowledge, source);
        table.rejectUnknownKeys();
        if (table.valid())
            knowledge.sources.push_back(std::move(source));
        else
            knowledge.sourcesLeftOut.ids.push_back(id);
    }
}

void loadGrades(Knowledge& knowledge, const fs::path& assets, core::Faults& faults)
{
    const auto document = data::Document::read(assets / "referral" / "evidence.toml",
                                               "referral/evidence.toml", faults);
    const auto list = document ? document->root().table("grade") : std::nullopt;
    knowledge.gradesLeftOut.all = !list;
    if (!list)
        return;
    for (const auto& [id, table] : list->children()) {
        const EvidenceGrade grade{id, table.text("label")};
        table.rejectUnknownKeys();
        if (table.valid())
            knowledge.grades.push_back(grade);
        else
            knowledge.gradesLeftOut.ids.push_back(id);
    }
}

/// Satellites may be points of a later file, so they are checked once all are read. One that is not
/// in the data is no fault of the point, but is dropped with a fault nevertheless, so that no link
/// leads to a point that cannot be opened.
void checkSatellites(Knowledge& knowledge, core::Faults& faults)
{
    const std::vector<std::string> known = idsOf(knowledge.points);
    for (Point& point : knowledge.points) {
        std::vector<std::string> kept;
        for (const std::string& satellite : point.satellites) {
            if (knowledge.findPoint(satellite) != nullptr)
                kept.push_back(satellite);
            else if (!knowledge.wasLeftOut(satellite))
                faults.push_back({point.file, point.line, point.column,
                                  trf("satellite '{}' of '{}' is not a known point.{}", satellite,
                                      point.id, core::didYouMean(satellite, known))});
        }
        point.satellites = std::move(kept);
    }
}

} // namespace

const Point* Knowledge::findPoint(std::string_view id) const
{
    return findById(points, id);
}
const Source* Knowledge::findSource(std::string_view id) const
{
    return findById(sources, id);
}
const EvidenceGrade* Knowledge::findGrade(std::string_view id) const
{
    return findById(grades, id);
}

bool Knowledge::wasLeftOut(std::string_view point) const
{
    const std::string_view muscle = point.substr(0, point.rfind('-'));
    return std::any_of(leftOut.begin(), leftOut.end(),
                       [&](const std::string& out) { return out == point || out == muscle; });
}

std::vector<const Point*> Knowledge::pointsOf(std::string_view muscle) const
{
    std::vector<const Point*> result;
    for (const Point& point : points)
        if (point.muscle == muscle)
            result.push_back(&point);
    return result;
}

Knowledge loadKnowledge(const fs::path& assets, const anatomy::Catalogue& catalogue,
                        core::Faults& faults)
{
    Knowledge knowledge;
    loadSources(knowledge, assets, faults);
    loadGrades(knowledge, assets, faults);
    loadPoints(knowledge, assets, catalogue, faults);
    checkSatellites(knowledge, faults);
    return knowledge;
}

} // namespace knotmap::referral
