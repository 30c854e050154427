#include "engine/body/skin.h"

#include "engine/data/document.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace knotmap::body {
namespace {

using data::Need;
using data::Table;

std::vector<SoftTissue> readTissue(const Table& root) {
    std::vector<SoftTissue> places;
    for (const Table& table : root.tables("place")) {
        SoftTissue place;
        (void)table.text("name");
        place.at = table.vector3("at");
        place.reachMm = static_cast<float>(table.number("reach_mm", 5, 300));
        place.overMm = static_cast<float>(table.number("over_mm", 1.5, 60));
        place.spanMm = static_cast<float>(table.number("span_mm", 0.5, 60));
        table.rejectOthers();
        if (table.sound())
            places.push_back(place);
    }
    if (places.empty())
        root.fault("place", "no [[place]] tells the thickness of the soft tissue");
    return places;
}

HeadTable readHead(const Table& root) {
    HeadTable head;
    head.centre = root.vector3("centre");
    head.lowestLatitudeDeg = static_cast<float>(root.number("lowest_latitude_deg", -89, 0));
    head.stepDeg = static_cast<float>(root.number("step_deg", 1, 15));
    const auto rows = root.numberRows("radii");
    root.rejectOthers();
    if (!root.sound())
        return head;
    head.rows = static_cast<int>(rows.size());
    head.columns = rows.empty() ? 0 : static_cast<int>(rows.front().size());
    const auto steps = [&](float degrees) {
        return static_cast<int>(std::lround(degrees / head.stepDeg)) + 1;
    };
    if (head.rows != steps(90 - head.lowestLatitudeDeg) || head.columns != steps(180))
        root.fault("radii", "'radii' needs a row for each step from the lowest latitude to 90 "
                            "degrees and a figure for each step from 0 to 180");
    for (const auto& row : rows)
        for (const float radius : row) {
            if (!(radius > 10 && radius < 300))
                root.fault("radii", "each of 'radii' must lie between 10 and 300 mm");
            head.radii.push_back(radius);
        }
    return head;
}

/// Catmull-Rom weights of four neighbours at `t` between the middle two.
std::array<float, 4> catmullRom(float t) {
    const float t2 = t * t, t3 = t2 * t;
    return {0.5F * (-t + 2 * t2 - t3), 0.5F * (2 - 5 * t2 + 3 * t3),
            0.5F * (t + 4 * t2 - 3 * t3), 0.5F * (-t2 + t3)};
}

} // namespace

float HeadTable::radius(const glm::vec3& direction) const {
    const glm::vec3 d = glm::normalize(direction);
    const float latitude = glm::degrees(std::asin(glm::clamp(d.y, -1.0F, 1.0F)));
    const float longitude = glm::degrees(std::atan2(std::abs(d.x), d.z));
    const float row = glm::clamp((latitude - lowestLatitudeDeg) / stepDeg, 0.0F,
                                 static_cast<float>(rows - 1));
    const float column = longitude / stepDeg;
    const int row0 = std::min(static_cast<int>(row), rows - 2);
    const int column0 = std::min(static_cast<int>(column), columns - 2);
    const auto rowWeights = catmullRom(row - static_cast<float>(row0));
    const auto columnWeights = catmullRom(column - static_cast<float>(column0));
    float sum = 0;
    for (int i = 0; i < 4; ++i)
        for (int j = 0; j < 4; ++j) {
            const int r = std::clamp(row0 + i - 1, 0, rows - 1);
            // Beyond front and back the other half mirrors this one.
            int c = std::abs(column0 + j - 1);
            c = c >= columns ? 2 * (columns - 1) - c : c;
            sum += rowWeights[static_cast<std::size_t>(i)] *
                   columnWeights[static_cast<std::size_t>(j)] *
                   radii[static_cast<std::size_t>(r * columns + c)];
        }
    return sum;
}

SkinTables loadSkinTables(const std::filesystem::path& assets, core::Faults& faults) {
    SkinTables tables;
    const auto folder = assets / "anatomy" / "skin";
    if (const auto tissue = data::Document::read(folder / "soft-tissue.toml",
                                                 "anatomy/skin/soft-tissue.toml", faults)) {
        const Table root = tissue->root();
        tables.tissue = readTissue(root);
        root.rejectOthers();
    }
    if (const auto head =
            data::Document::read(folder / "head.toml", "anatomy/skin/head.toml", faults))
        tables.head = readHead(head->root());
    return tables;
}

} // namespace knotmap::body
