#include "engine/variants/build_tables.h"

#include "engine/data/document.h"
#include "engine/variants/build.h"
#include "engine/words/tr.h"

#include <glm/geometric.hpp>
#include <set>

namespace knotmap::variants {
namespace {

using data::Need;
using data::Table;

constexpr std::array<const char*, kVariants> kFiles{
    "female.toml", "heavy-male.toml", "heavy-female.toml", "slim-male.toml", "slim-female.toml"};
constexpr float kMaxDisplacementMm = 120;
constexpr std::size_t kMinStations = 12, kMaxStations = 200;

/// A position of the right side or the midline.
glm::vec3 readPoint(const Table& table, const char* key)
{
    const glm::vec3 point = table.vector3(key);
    if (point.x > 0)
        table.fault(key, tr("lies on the left: write the right side (x below 0) or the midline"));
    return point;
}

void readName(const Table& table, std::set<std::string>& names)
{
    const std::string name = table.text("name");
    if (!name.empty() && !names.insert(name).second)
        table.fault("name", trf("'{}' is defined twice", name));
}

std::vector<Station> readStations(const Table& root)
{
    std::vector<Station> stations;
    std::set<std::string> names;
    for (const Table& table : root.tables("station")) {
        readName(table, names);
        Station station{readPoint(table, "at"), table.vector3("move")};
        if (station.at.x == 0 && station.displacement.x != 0)
            table.fault("move", tr("leaves the midline: its first figure must be 0"));
        if (glm::length(station.displacement) > kMaxDisplacementMm)
            table.fault("move", tr("is more than 120 mm"));
        for (const Station& other : stations)
            if (glm::distance(other.at, station.at) < 1)
                table.fault("at", tr("is also the place of another station"));
        table.rejectUnknownKeys();
        if (table.valid())
            stations.push_back(station);
    }
    if (stations.size() > kMaxStations)
        root.fault("station", tr("more than 200 stations: no body shape needs so many"));
    if (!stations.empty() && stations.size() < kMinStations)
        root.fault("station",
                   tr("too few stations to describe a body shape: give at least 12, or none"));
    return stations;
}

std::vector<Girth> readGirths(const Table& root)
{
    std::vector<Girth> girths;
    std::set<std::string> names;
    for (const Table& table : root.tables("girth")) {
        readName(table, names);
        Girth girth;
        girth.from = readPoint(table, "from");
        girth.to = readPoint(table, "to");
        girth.boneMm = static_cast<float>(table.number("bone_mm", 0, 60));
        girth.outerMm = static_cast<float>(table.number("outer_mm", 10, 150));
        girth.scale = static_cast<float>(table.number("scale", 0.6, 1.4));
        if (glm::distance(girth.from, girth.to) < 20)
            table.fault("to", tr("is nearer than 20 mm to 'from'"));
        table.rejectUnknownKeys();
        if (table.valid())
            girths.push_back(girth);
    }
    return girths;
}

std::array<bool, kSkinParts> readParts(const Table& table)
{
    static constexpr std::array<const char*, kSkinParts> kNames{"trunk", "arm", "leg", "head"};
    std::array<bool, kSkinParts> parts{};
    for (const std::string& name : table.texts("parts")) {
        bool known = false;
        for (std::size_t i = 0; i < kSkinParts; ++i)
            if (name == kNames[i])
                known = parts[i] = true;
        if (!known)
            table.fault("parts", trf("'{}' is not a part: use trunk, arm, leg or head", name));
    }
    return parts;
}

std::vector<Cushion> readCushions(const Table& root)
{
    std::vector<Cushion> cushions;
    std::set<std::string> names;
    for (const Table& table : root.tables("cushion")) {
        readName(table, names);
        Cushion cushion;
        cushion.at = readPoint(table, "at");
        cushion.reachMm = static_cast<float>(table.number("reach_mm", 5, 200));
        cushion.addMm = static_cast<float>(table.number("add_mm", -30, 90));
        cushion.parts = readParts(table);
        table.rejectUnknownKeys();
        if (table.valid())
            cushions.push_back(cushion);
    }
    return cushions;
}

std::vector<Mound> readMounds(const Table& root)
{
    std::vector<Mound> mounds;
    std::set<std::string> names;
    for (const Table& table : root.tables("mound")) {
        readName(table, names);
        Mound mound;
        mound.at = readPoint(table, "at");
        mound.towards = table.vector3("towards");
        if (glm::length(mound.towards) < 0.1F)
            table.fault("towards", tr("has no direction: its length is 0"));
        else
            mound.towards = glm::normalize(mound.towards);
        mound.upMm = static_cast<float>(table.number("up_mm", 20, 200));
        mound.downMm = static_cast<float>(table.number("down_mm", 20, 200));
        mound.asideMm = static_cast<float>(table.number("aside_mm", 20, 200));
        mound.standMm = static_cast<float>(table.number("stand_mm", -60, 90));
        table.rejectUnknownKeys();
        if (table.valid())
            mounds.push_back(mound);
    }
    return mounds;
}

Variant readVariant(const Table& root)
{
    Variant variant;
    (void)root.texts("sources");
    if (root.has("stature_mm"))
        variant.statureMm = static_cast<float>(root.number(
            "stature_mm", static_cast<double>(kShortestMm), static_cast<double>(kTallestMm)));
    variant.stations = readStations(root);
    variant.girths = readGirths(root);
    variant.cushions = readCushions(root);
    variant.mounds = readMounds(root);
    root.rejectUnknownKeys();
    return variant;
}

std::vector<Growth> readGrowth(const Table& root)
{
    std::vector<Growth> growth;
    (void)root.texts("sources");
    for (const Table& table : root.tables("height")) {
        (void)table.text("name");
        Growth step;
        step.atMm = static_cast<float>(table.number("at_mm", -50, 2000));
        step.length = static_cast<float>(table.number("length", 0.1, 2));
        step.breadth = static_cast<float>(table.number("breadth", 0.1, 2));
        if (!growth.empty() && step.atMm <= growth.back().atMm)
            table.fault("at_mm", tr("heights must increase from one entry to the next"));
        table.rejectUnknownKeys();
        if (table.valid())
            growth.push_back(step);
    }
    if (growth.size() < 2) {
        root.fault("height", tr("give at least two heights, or none: without any, the whole body "
                                "grows in proportion"));
        growth.clear();
    }
    root.rejectUnknownKeys();
    return growth;
}

} // namespace

BuildTables loadBuildTables(const std::filesystem::path& assets, core::Faults& faults)
{
    BuildTables tables;
    const auto folder = assets / "anatomy" / "builds";
    const auto read = [&](const char* file) {
        return data::Document::read(folder / file, std::string("anatomy/builds/") + file, faults);
    };
    for (std::size_t i = 0; i < kVariants; ++i)
        if (const auto document = read(kFiles[i]))
            tables.variants[i] = readVariant(document->root());
    if (const auto document = read("height.toml"))
        tables.growth = readGrowth(document->root());
    return tables;
}

} // namespace knotmap::variants
