// The rules of zones and caution areas on the shipped body: what they allow and what they refuse.

#include "app/model/caution_map.h"
#include "app/model/zone_rules.h"
#include "tests/support/shipped.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace knotmap;
using testing::shipped;

namespace {

app::PlacedPoint placed(const referral::Point& point)
{
    for (const app::PlacedPoint& each : app::placePoints(shipped()))
        if (each.point->id == point.id && each.side == core::Side::Right) {
            app::PlacedPoint copy = each;
            copy.point = &point;
            return copy;
        }
    FAIL("no such point: " << point.id);
    return {};
}

referral::Point pointCalled(std::string_view id)
{
    const referral::Point* point = shipped().referral.findPoint(id);
    REQUIRE(point != nullptr);
    return *point;
}

core::Faults faultsOf(const referral::Point& point)
{
    core::Faults faults;
    app::ZoneRules(shipped()).check(placed(point), faults);
    return faults;
}

std::vector<std::string> areasAt(std::string_view landmark)
{
    const auto position = shipped().atlas->landmark(landmark, core::Side::Left);
    REQUIRE(position);
    std::vector<std::string> ids;
    for (const care::CautionArea* area : shipped().cautions->at(*shipped().skin, *position))
        ids.push_back(area->id);
    return ids;
}

} // namespace

TEST_CASE("a zone that extends to a region it does not name is refused")
{
    referral::Point point = pointCalled("infraspinatus-1");
    CHECK(faultsOf(point).empty());
    referral::Stroke astray = point.strokes.front();
    astray.through = {{"thigh-front-upper", glm::vec3(0)}, {"thigh-front-lower", glm::vec3(0)}};
    astray.radiusMm = 60;
    point.strokes.push_back(astray);
    const core::Faults faults = faultsOf(point);
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().message.find("lies in the regions it names") != std::string::npos);
}

TEST_CASE("colour on the other side that is not named there is refused")
{
    referral::Point point = pointCalled("infraspinatus-1");
    for (referral::Stroke& stroke : point.strokes)
        if (stroke.strength == referral::Strength::Spillover)
            stroke.through.front().near = "shoulder-front.opposite";
    const core::Faults faults = faultsOf(point);
    CHECK(std::any_of(faults.begin(), faults.end(), [](const core::Fault& fault) {
        return fault.message.find("far side") != std::string::npos;
    }));
}

TEST_CASE("a region named but not reached is refused")
{
    referral::Point point = pointCalled("infraspinatus-1");
    point.strokes.front().regions.push_back("heel");
    const core::Faults faults = faultsOf(point);
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().message.find("names heel") != std::string::npos);
}

TEST_CASE("care is asked for where it is needed, on both sides, and not elsewhere")
{
    CHECK(areasAt("axilla") == std::vector<std::string>{"armpit"});
    CHECK(areasAt("knee-back") == std::vector<std::string>{"back-of-knee"});
    CHECK(areasAt("throat-side") == std::vector<std::string>{"front-of-neck"});
    CHECK(areasAt("t6-spine") == std::vector<std::string>{"spine"});
    CHECK(areasAt("thigh-front-mid").empty());
    CHECK(areasAt("paraspinal-t6").empty());
}

TEST_CASE("the picture near a trigger point shows only the areas beside it")
{
    const auto& skin = *shipped().skin;
    const auto position = shipped().atlas->landmark("throat-side", core::Side::Right);
    const auto near = shipped().cautions->paintNear(skin, *position);
    REQUIRE(near);
    const auto all = shipped().cautions->paint();
    const auto inside = [](const scene::CautionPaint& paint) {
        return std::count_if(paint.edgeDistance.begin(), paint.edgeDistance.end(),
                             [](float edge) { return edge < 0; });
    };
    CHECK(inside(*near) > 0);
    CHECK(inside(*near) < inside(*all) / 2);
    const auto thigh = shipped().atlas->landmark("thigh-front-mid", core::Side::Right);
    CHECK(shipped().cautions->paintNear(skin, *thigh) == nullptr);
}
