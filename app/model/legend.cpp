#include "app/model/legend.h"

#include "engine/words/tr.h"

#include <cmath>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

/// The light of an evenly lit patch, before tone mapping.
constexpr float kEvenLight = 0.62F;

} // namespace

std::string pointName(const Library& library, const PlacedPoint& placed)
{
    const anatomy::Structure* muscle = library.anatomy.findStructure(placed.point->muscle);
    const std::string& id = placed.point->id;
    return fmt::format("{} {}, {}", muscle == nullptr ? placed.point->muscle : muscle->english,
                       id.substr(id.rfind('-') + 1), tr(core::sideName(placed.side)));
}

std::vector<LegendRow> legendRows(const Library& library, const std::vector<PlacedPoint>& points,
                                  const SceneRequest& request)
{
    std::vector<LegendRow> rows;
    const auto add = [&](std::size_t hue, std::size_t point) {
        const PlacedPoint& placed = points[point];
        if (placed.point->local)
            return; // it has no zone to distinguish from others
        rows.push_back({hue, point, pointName(library, placed),
                        !placed.point->regionsOf(referral::Strength::Essential).empty(),
                        !placed.point->regionsOf(referral::Strength::Spillover).empty()});
    };
    if (request.point)
        add(0, *request.point);
    for (std::size_t slot = 0; slot < request.kept.size(); ++slot)
        if (request.kept[slot] && request.kept[slot] != request.point)
            add(slot + 1, *request.kept[slot]);
    return rows;
}

glm::vec3 legendColour(std::size_t hue)
{
    const auto encoded = [](float linear) {
        return linear <= 0.0031308F ? 12.92F * linear
                                    : 1.055F * std::pow(linear, 1 / 2.4F) - 0.055F;
    };
    const glm::vec3 linear = kEvenLight * scene::kZoneHues[hue];
    return {encoded(linear.r), encoded(linear.g), encoded(linear.b)};
}

} // namespace knotmap::app
