#include "engine/bake/surface_map.h"

#include "engine/geometry/geodesic.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace knotmap::bake {
namespace {

constexpr float kSiteStepMm = 4;
constexpr float kNoLimit = 1e6F;

void addSite(const geometry::Surface& skin, const std::vector<glm::vec3>& path, std::uint32_t label,
             std::vector<geometry::Seed>& seeds)
{
    const auto add = [&](const glm::vec3& place) {
        const auto on = skin.closest(place);
        const std::uint32_t vertex = geometry::nearestVertex(skin.mesh(), *on);
        seeds.push_back(
            {vertex, glm::distance(on->position, skin.mesh().positions[vertex]), label});
    };
    add(path.front());
    for (std::size_t i = 1; i < path.size(); ++i) {
        const int steps = std::max(
            1, static_cast<int>(std::ceil(glm::distance(path[i - 1], path[i]) / kSiteStepMm)));
        for (int step = 1; step <= steps; ++step)
            add(glm::mix(path[i - 1], path[i],
                         static_cast<float>(step) / static_cast<float>(steps)));
    }
}

std::vector<glm::vec3> pathOf(const body::Atlas& atlas, const std::vector<std::string>& site,
                              core::Side side)
{
    std::vector<glm::vec3> path;
    for (const std::string& id : site)
        if (const auto place = atlas.landmark(id, side))
            path.push_back(*place);
    return path;
}

} // namespace

std::vector<body::LandmarkPlace> placeLandmarks(const geometry::Surface& skin,
                                                const anatomy::Catalogue& catalogue)
{
    std::vector<body::LandmarkPlace> places;
    for (const anatomy::Landmark& landmark : catalogue.landmarks)
        places.push_back({landmark.id, skin.closest(landmark.at)->position});
    return places;
}

void partitionSkin(body::Atlas& atlas, const geometry::Surface& skin,
                   const anatomy::Catalogue& catalogue)
{
    std::vector<geometry::Seed> seeds;
    std::vector<std::uint16_t> rightOf, leftOf; // of each region, its instance on each side
    atlas.regions.clear();
    for (const anatomy::Region& region : catalogue.regions) {
        const auto label = static_cast<std::uint32_t>(rightOf.size());
        for (const core::Side side : {core::Side::Right, core::Side::Left})
            for (const auto& site : region.sites)
                if (const auto path = pathOf(atlas, site, side); !path.empty())
                    addSite(skin, path, label, seeds);
        rightOf.push_back(static_cast<std::uint16_t>(atlas.regions.size()));
        atlas.regions.push_back(
            {region.id, region.midline ? core::Side::Midline : core::Side::Right});
        leftOf.push_back(
            static_cast<std::uint16_t>(atlas.regions.size() - (region.midline ? 1 : 0)));
        if (!region.midline)
            atlas.regions.push_back({region.id, core::Side::Left});
    }
    // Sites of both sides carry the same label, so that a site on the midline divides there.
    const geometry::DistanceMap map = walkFrom(skin, seeds, kNoLimit);
    atlas.skin.regions.clear();
    for (std::size_t vertex = 0; vertex < map.label.size(); ++vertex) {
        const bool left = skin.mesh().positions[vertex].x > 0;
        atlas.skin.regions.push_back((left ? leftOf : rightOf)[map.label[vertex]]);
    }
}

} // namespace knotmap::bake
