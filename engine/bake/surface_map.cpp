#include "engine/bake/surface_map.h"

#include "engine/geometry/geodesic.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace knotmap::bake {
namespace {

constexpr float kSiteStepMm = 4;
/// Places of a site on the skin that lie further apart than this do not belong together: the
/// straight line between its landmarks passes from one part of the body to another.
constexpr float kSiteGapMm = 3 * kSiteStepMm;
constexpr float kNoLimit = 1e6F;

/// The straight lines between landmarks, moved onto the skin.
std::vector<glm::vec3> onSkin(const geometry::Surface& skin, const std::vector<glm::vec3>& path)
{
    std::vector<glm::vec3> points = {skin.closest(path.front())->position};
    for (std::size_t i = 1; i < path.size(); ++i) {
        const int steps = std::max(
            1, static_cast<int>(std::ceil(glm::distance(path[i - 1], path[i]) / kSiteStepMm)));
        for (int step = 1; step <= steps; ++step) {
            const float share = static_cast<float>(step) / static_cast<float>(steps);
            points.push_back(skin.closest(glm::mix(path[i - 1], path[i], share))->position);
        }
    }
    return points;
}

void addSite(const geometry::Surface& skin, const std::vector<glm::vec3>& path, std::uint32_t label,
             std::vector<geometry::Seed>& seeds)
{
    const std::vector<glm::vec3> points = onSkin(skin, path);
    auto begin = points.begin();
    while (begin != points.end()) {
        const auto last =
            std::adjacent_find(begin, points.end(), [](const glm::vec3& a, const glm::vec3& b) {
                return glm::distance(a, b) > kSiteGapMm;
            });
        const auto end = last == points.end() ? last : last + 1;
        // A number that no other piece has.
        const auto piece =
            seedsAlong(skin, {begin, end}, label, static_cast<std::uint32_t>(seeds.size()));
        seeds.insert(seeds.end(), piece.begin(), piece.end());
        begin = end;
    }
}

std::vector<glm::vec3> pathOf(const body::Atlas& atlas, const std::vector<std::string>& site,
                              core::Side side)
{
    std::vector<glm::vec3> path;
    for (const std::string& id : site)
        if (const auto point = atlas.landmark(id, side))
            path.push_back(*point);
    return path;
}

} // namespace

std::vector<body::LandmarkPosition> placeLandmarks(const geometry::Surface& skin,
                                                   const anatomy::Catalogue& catalogue)
{
    std::vector<body::LandmarkPosition> points;
    for (const anatomy::Landmark& landmark : catalogue.landmarks)
        points.push_back({landmark.id, skin.closest(landmark.at)->position});
    return points;
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
    const geometry::DistanceMap map = geodesicDistances(skin, seeds, kNoLimit);
    atlas.skin.regions.clear();
    for (std::uint32_t vertex = 0; vertex < map.distance.size(); ++vertex) {
        const bool left = skin.mesh().positions[vertex].x > 0;
        atlas.skin.regions.push_back((left ? leftOf : rightOf)[map.labelOf(vertex)]);
    }
}

} // namespace knotmap::bake
