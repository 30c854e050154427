#include "engine/bake/tables.h"

#include "engine/data/document.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>
#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>

namespace knotmap::bake {
namespace {

using data::Need;
using data::Table;

constexpr std::size_t kMaxRows = 64;

/// Neighbouring control points further apart than this are a typing error.
constexpr float kLongestStepMm = 400;

/// The range of a body's coordinates in its frame, and of the thickness of a muscle or a plate.
constexpr glm::vec3 kLowest(-600, -100, -400), kHighest(600, 2200, 600);
constexpr float kThickestMm = 150;

bool inBody(const glm::vec3& position)
{
    return glm::all(glm::greaterThanEqual(position, kLowest)) &&
           glm::all(glm::lessThanEqual(position, kHighest));
}

void outOfBody(const Table& table, std::string_view key, const glm::vec3& position)
{
    table.fault(key, trf("({:g}, {:g}, {:g}) lies outside of any body: x from {} to {}, y "
                         "from {} to {}, z from {} to {}",
                         position.x, position.y, position.z, kLowest.x, kHighest.x, kLowest.y,
                         kHighest.y, kLowest.z, kHighest.z));
}

bool sizeFits(const Table& table, std::string_view key, std::size_t rows, std::size_t columns,
              std::size_t minRows)
{
    if (rows >= minRows && columns >= 4 && rows <= kMaxRows && columns <= kMaxRows)
        return true;
    if (table.valid())
        table.fault(key, trf("'{}' has {} rows of {} points; it needs {} to {} rows of 4 "
                             "to {} points",
                             key, rows, columns, minRows, kMaxRows, kMaxRows));
    return false;
}

void checkSheet(const Table& table, const geometry::Sheet& sheet)
{
    for (int row = 0; row < sheet.rows; ++row)
        for (int column = 0; column < sheet.columns; ++column) {
            const glm::vec4& point = sheet.at(row, column);
            if (!inBody(glm::vec3(point)))
                outOfBody(table, "curves", glm::vec3(point));
            if (point.w > kThickestMm)
                table.fault("curves", trf("curve {}, point {}: the thickness is {} mm; "
                                          "at most {} mm",
                                          row + 1, column + 1, point.w, kThickestMm));
            if (!(point.w > 0))
                table.fault("curves", trf("curve {}, point {}: the thickness is {} mm; it "
                                          "must be above 0",
                                          row + 1, column + 1, point.w));
            if (row > 0 && glm::distance(glm::vec3(point), glm::vec3(sheet.at(row - 1, column))) >
                               kLongestStepMm)
                table.fault("curves", trf("curve {}, point {} lies more than {} mm from "
                                          "the curve before it",
                                          row + 1, column + 1, kLongestStepMm));
        }
}

/// Between two curves, adjacent fibres run in the same direction; if they run in opposite
/// directions, the curves cross and the sheet folds over itself.
void checkCrossing(const Table& table, const geometry::Sheet& sheet)
{
    constexpr float kAgainst = -0.3F; // cosine
    const auto step = [&](int row, int column) {
        const glm::vec3 offset(sheet.at(row + 1, column) - sheet.at(row, column));
        const float length = glm::length(offset);
        return length > 0 ? offset / length : glm::vec3(0);
    };
    for (int row = 0; row + 1 < sheet.rows; ++row)
        for (int column = 0; column + 1 < sheet.columns; ++column)
            if (glm::dot(step(row, column), step(row, column + 1)) < kAgainst)
                table.fault("curves", trf("curves {} and {} cross between points {} and {}: the "
                                          "sheet folds over itself",
                                          row + 1, row + 2, column + 1, column + 2));
}

geometry::Sheet readSheet(const Table& table)
{
    geometry::Sheet sheet;
    (void)table.text("name", Need::Optional);
    const auto rows = table.grid("curves", 4);
    if (!sizeFits(table, "curves", rows.size(), rows.empty() ? 0 : rows.front().size(), 4))
        return sheet;
    sheet.rows = static_cast<int>(rows.size());
    sheet.columns = static_cast<int>(rows.front().size());
    for (const auto& row : rows)
        for (const auto& point : row)
            sheet.points.emplace_back(point[0], point[1], point[2], point[3]);
    checkSheet(table, sheet);
    return sheet;
}

void readTendon(const Table& table, geometry::Sheet& sheet)
{
    if (!table.has("tendon"))
        return;
    const auto share = table.shares("tendon");
    if (share.size() == 2) {
        sheet.fleshBegin = share[0];
        sheet.fleshEnd = share[1];
    }
}

geometry::Loft readLoft(const Table& table)
{
    geometry::Loft loft;
    (void)table.text("name", Need::Optional);
    const auto poles = table.points("poles", 3);
    if (poles.size() != 2)
        table.fault("poles", tr("'poles' must be two points"));
    const auto rings = table.grid("rings", 3);
    if (!sizeFits(table, "rings", rings.size(), rings.empty() ? 0 : rings.front().size(), 2) ||
        !table.valid())
        return loft;
    if (rings.front().size() % 2 != 0)
        table.fault("rings", tr("a ring must have an even number of points"));
    loft.rings = static_cast<int>(rings.size());
    loft.columns = static_cast<int>(rings.front().size());
    for (const auto& ring : rings)
        for (const auto& point : ring)
            loft.points.emplace_back(point[0], point[1], point[2]);
    loft.firstPole = {poles[0][0], poles[0][1], poles[0][2]};
    loft.secondPole = {poles[1][0], poles[1][1], poles[1][2]};
    for (const glm::vec3& pole : {loft.firstPole, loft.secondPole})
        if (!inBody(pole))
            outOfBody(table, "poles", pole);
    const auto outside = std::find_if_not(loft.points.begin(), loft.points.end(), inBody);
    if (outside != loft.points.end())
        outOfBody(table, "rings", *outside);
    return loft;
}

volume::Bore readForamen(const Table& table)
{
    volume::Bore bore;
    (void)table.text("name", Need::Optional);
    const auto through = table.points("through", 3);
    bore.radiusMm = static_cast<float>(table.number("radius_mm", 0.5, 30));
    if (through.size() != 2) {
        table.fault("through", tr("'through' must be two points"));
        return bore;
    }
    bore.from = {through[0][0], through[0][1], through[0][2]};
    bore.to = {through[1][0], through[1][1], through[1][2]};
    return bore;
}

ShapeTable readShape(const Table& root, bool isMuscle)
{
    ShapeTable shape;
    for (const Table& table : root.tables("sheet")) {
        geometry::Sheet sheet = readSheet(table);
        readTendon(table, sheet);
        if (isMuscle && table.valid())
            checkCrossing(table, sheet);
        table.rejectUnknownKeys();
        if (table.valid())
            shape.sheets.push_back(std::move(sheet));
    }
    for (const Table& table : root.tables("loft")) {
        geometry::Loft loft = readLoft(table);
        table.rejectUnknownKeys();
        if (table.valid())
            shape.lofts.push_back(std::move(loft));
    }
    for (const Table& table : root.tables("foramen")) {
        const volume::Bore bore = readForamen(table);
        table.rejectUnknownKeys();
        if (table.valid())
            shape.foramina.push_back(bore);
    }
    shape.blendMm = static_cast<float>(root.number("blend_mm", 0, 20, Need::Optional));
    return shape;
}

} // namespace

std::vector<ShapeTable> loadShapeTables(const std::filesystem::path& assets,
                                        const anatomy::Catalogue& catalogue, core::Faults& faults)
{
    std::vector<ShapeTable> shapes;
    for (const anatomy::Structure& structure : catalogue.structures) {
        ShapeTable shape;
        if (const auto document =
                data::Document::read(assets / structure.file, structure.file, faults)) {
            const Table root = document->root();
            shape = readShape(root, structure.kind == anatomy::Kind::Muscle);
            if (!root.has("sheet") && !root.has("loft"))
                root.fault("id", trf("'{}' has no sheet and no loft to build "
                                     "it from",
                                     structure.id));
        }
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

} // namespace knotmap::bake
