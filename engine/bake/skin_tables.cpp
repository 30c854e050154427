#include "engine/bake/skin.h"

#include "engine/data/document.h"
#include "engine/words/tr.h"

namespace knotmap::bake {
namespace {

using data::Need;
using data::Table;

std::vector<SoftTissue> readTissue(const Table& root)
{
    std::vector<SoftTissue> points;
    for (const Table& table : root.tables("place")) {
        SoftTissue point;
        (void)table.text("name");
        point.at = table.vector3("at");
        point.reachMm = static_cast<float>(table.number("reach_mm", 5, 300));
        point.overMm = static_cast<float>(table.number("over_mm", 1.5, 60));
        point.spanMm = static_cast<float>(table.number("span_mm", 0.5, 60));
        table.rejectUnknownKeys();
        if (table.valid())
            points.push_back(point);
    }
    if (points.empty())
        root.fault("place", tr("no [[place]] gives the thickness of the soft tissue"));
    return points;
}

} // namespace

SkinTables loadSkinTables(const std::filesystem::path& assets, core::Faults& faults)
{
    SkinTables tables;
    const auto folder = assets / "anatomy" / "skin";
    if (const auto tissue = data::Document::read(folder / "soft-tissue.toml",
                                                 "anatomy/skin/soft-tissue.toml", faults)) {
        const Table root = tissue->root();
        tables.tissue = readTissue(root);
        root.rejectUnknownKeys();
    }
    if (const auto head =
            data::Document::read(folder / "head.toml", "anatomy/skin/head.toml", faults))
        tables.head = readHeadForm(head->root());
    for (const char* name : {"face.toml", "hand.toml", "foot.toml", "trunk.toml"})
        if (const auto document =
                data::Document::read(folder / name, std::string("anatomy/skin/") + name, faults)) {
            const Table root = document->root();
            for (SkinStroke& stroke : readStrokes(root))
                tables.strokes.push_back(std::move(stroke));
            root.rejectUnknownKeys();
        }
    return tables;
}

} // namespace knotmap::bake
