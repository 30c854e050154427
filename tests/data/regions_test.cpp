// Pain described in the text of a trigger point is also in its picture: text compared with regions.

#include "app/model/zone_rules.h"
#include "tests/support/shipped.h"

#include <algorithm>
#include <glm/geometric.hpp>

using namespace knotmap;
using testing::shipped;

namespace {

bool has(const std::vector<std::string>& regions, const char* region)
{
    return std::find(regions.begin(), regions.end(), region) != regions.end();
}

/// Whether a stroke of any strength means the region.
bool sendsTo(const char* id, const char* region)
{
    const referral::Point* point = shipped().referral.findPoint(id);
    REQUIRE(point != nullptr);
    return has(point->regionsOf(referral::Strength::Essential), region) ||
           has(point->regionsOf(referral::Strength::Spillover), region);
}

const app::PlacedPoint& placed(const char* id)
{
    static const std::vector<app::PlacedPoint> kPoints = app::placePoints(shipped());
    const auto found = std::find_if(kPoints.begin(), kPoints.end(), [&](const auto& point) {
        return point.point->id == id && point.side == core::Side::Right;
    });
    REQUIRE(found != kPoints.end());
    return *found;
}

struct Named
{
    const char *point, *region;
};

} // namespace

TEST_CASE("a region that a trigger point's text names is one of its zone's")
{
    for (const Named& named : std::vector<Named>{{"medial-pterygoid-1", "throat"},
                                                 {"platysma-1", "cheek"},
                                                 {"scalenus-anterior-1", "arm-outer"},
                                                 {"scalenus-anterior-3", "arm-outer"},
                                                 {"scalenus-medius-1", "arm-outer"},
                                                 {"serratus-anterior-1", "scapula"},
                                                 {"longus-colli-1", "neck-front"},
                                                 {"longus-colli-1", "ear"},
                                                 {"longus-colli-1", "eye"},
                                                 {"omohyoid-1", "temple"},
                                                 {"rectus-abdominis-6", "genital-perineum"},
                                                 {"abductor-pollicis-brevis-1", "forearm-front"},
                                                 {"external-oblique-1", "sternum"},
                                                 {"transversus-abdominis-1", "sternum"}}) {
        INFO(named.point << " " << named.region);
        CHECK(sendsTo(named.point, named.region));
    }
}

TEST_CASE("the long flexor of the toes leaves the shin alone")
{
    CHECK_FALSE(sendsTo("flexor-digitorum-longus-1", "shin"));
    const app::PlacedPoint& point = placed("flexor-digitorum-longus-1");
    const auto zone = app::paintZone(shipped(), point);
    const app::ZoneCover cover = app::ZoneRules(shipped()).cover(point, *zone);
    CHECK(cover.spillover.count("shin") == 0);
    CHECK(cover.essential.count("shin") == 0);
}

TEST_CASE("the serratus anterior reaches the lower angle of the shoulder blade")
{
    const auto zone = app::paintZone(shipped(), placed("serratus-anterior-1"));
    const auto angle = shipped().atlas->landmark("scapula-inferior-angle", core::Side::Right);
    REQUIRE(angle);
    const geometry::Mesh& skin = shipped().skin->mesh();
    float nearest = 1000;
    for (std::size_t v = 0; v < skin.positions.size(); ++v)
        if (zone->edgeDistance[v].x < 0)
            nearest = std::min(nearest, glm::distance(skin.positions[v], *angle));
    CHECK(nearest < 5);
}
