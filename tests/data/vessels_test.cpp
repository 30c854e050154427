// No advice presses on a superficial vessel or nerve.

#include "app/model/vessel_rules.h"
#include "engine/core/by_id.h"
#include "tests/support/shipped.h"

#include <algorithm>
#include <glm/geometric.hpp>

using namespace knotmap;
using testing::shipped;

namespace {

glm::vec3 landmark(const char* id)
{
    const auto position = shipped().atlas->landmark(id, core::Side::Right);
    REQUIRE(position);
    return *position;
}

app::PlacedPoint placedOf(const std::string& name)
{
    for (const app::PlacedPoint& placed : app::placePoints(shipped()))
        if (placed.name() == name)
            return placed;
    FAIL(name);
    return {};
}

/// Distance along the skin from a course, at most 80 mm.
float distanceTo(const std::string& course, const glm::vec3& position)
{
    for (const app::NearCourse& near :
         shipped().cautions->coursesNear(*shipped().skin, position, app::CautionMap::kReachMm))
        if (near.course->id == course)
            return near.distanceMm;
    return app::CautionMap::kReachMm;
}

core::Faults faultsOf(const app::PlacedPoint& placed)
{
    core::Faults faults;
    app::checkVessels(shipped(), placed, faults);
    return faults;
}

} // namespace

TEST_CASE("the superficial vessels and nerves are mapped, each from two sources")
{
    for (const char* id : {"carotid", "subclavian", "axillary", "brachial", "femoral", "iliac",
                           "popliteal", "ulnar-nerve", "common-fibular-nerve", "sciatic-nerve"}) {
        INFO(id);
        const auto* course = core::findById(shipped().care.courses, id);
        REQUIRE(course);
        CHECK(course->sources.size() >= 2);
        CHECK_FALSE(course->paths.empty());
    }
    CHECK(core::findById(shipped().care.courses, "sciatic-nerve")->hardOnly);
}

TEST_CASE("the courses run where textbooks have them")
{
    // The femoral artery leaves the groin midway between anterior iliac spine and pubis.
    CHECK(distanceTo("femoral", (landmark("asis") + landmark("pubis")) / 2.0F) < 20);
    // The ulnar nerve lies behind the medial epicondyle, the common fibular nerve at the neck of
    // the fibula.
    CHECK(distanceTo("ulnar-nerve", landmark("medial-epicondyle")) < 20);
    CHECK(distanceTo("common-fibular-nerve", landmark("fibula-head")) < 25);
    CHECK(distanceTo("popliteal", landmark("knee-back")) < 12);
    CHECK(distanceTo("brachial", landmark("arm-inner-mid")) < 30);
    // The sciatic nerve runs midway between ischial tuberosity and trochanter.
    const glm::vec3 midway =
        (landmark("ischial-tuberosity") + landmark("greater-trochanter")) / 2.0F;
    CHECK(distanceTo("sciatic-nerve", midway) < 25);
    // And not elsewhere.
    CHECK(distanceTo("popliteal", landmark("knee-front")) == app::CautionMap::kReachMm);
}

TEST_CASE("no pressing site lies near a vessel or nerve that its cautions do not name, or with an "
          "unsuitable tool")
{
    std::size_t near = 0;
    for (const app::PlacedPoint& placed : app::placePoints(shipped())) {
        near += app::coursesNear(shipped(), placed).size();
        for (const core::Fault& fault : faultsOf(placed))
            FAIL_CHECK(fault.text());
    }
    CHECK(near >= 40);
}

TEST_CASE("the rule detects a missing caution, and an unsuitable tool")
{
    app::PlacedPoint placed = placedOf("pectineus-1.right");
    REQUIRE_FALSE(app::coursesNear(shipped(), placed).empty());
    care::Advice advice = *placed.advice;
    placed.advice = &advice;
    advice.cautions = {"Breathe."};
    REQUIRE_FALSE(faultsOf(placed).empty());
    CHECK(faultsOf(placed).front().message.find("no caution names it") != std::string::npos);
    advice = *shipped().care.findAdvice("pectineus-1");
    advice.tools.emplace_back("lacrosse-ball");
    REQUIRE_FALSE(faultsOf(placed).empty());
    CHECK(faultsOf(placed).front().message.find("'lacrosse-ball' must not be used") !=
          std::string::npos);
    advice.press = false;
    CHECK(faultsOf(placed).empty());
}

TEST_CASE("a hard tool must stay clear of the sciatic nerve, a soft one need not")
{
    app::PlacedPoint placed = placedOf("gluteus-maximus-1.right");
    placed.onSkin = (landmark("ischial-tuberosity") + landmark("greater-trochanter")) / 2.0F;
    care::Advice advice = *placed.advice;
    placed.advice = &advice;
    const auto sciatic = [&] {
        const auto near = app::coursesNear(shipped(), placed);
        return std::any_of(near.begin(), near.end(), [](const app::NearCourse& each) {
            return each.course->id == "sciatic-nerve";
        });
    };
    advice.tools = {"tennis-ball"};
    CHECK_FALSE(sciatic());
    advice.tools = {"lacrosse-ball"};
    CHECK(sciatic());
}

TEST_CASE("the psoas is pressed beside the rectus, between navel and hip bone, off the vessels")
{
    const app::PlacedPoint psoas = placedOf("psoas-major-1.right");
    const glm::vec3 navel = landmark("navel"), spine = landmark("asis");
    CHECK(psoas.onSkin.y > spine.y);
    CHECK(glm::distance(psoas.onSkin, (navel + spine) / 2.0F) < 30);
    // Clear of the artery by the finger's own radius and more.
    CHECK(distanceTo("iliac", psoas.onSkin) > 15);
}

TEST_CASE("trigger points over a vessel or nerve are pressed clear of it")
{
    CHECK(distanceTo("femoral", placedOf("adductor-brevis-1.right").onSkin) > 25);
    CHECK(distanceTo("femoral", placedOf("pectineus-1.right").onSkin) > 15);
    CHECK(distanceTo("common-fibular-nerve",
                     placedOf("gastrocnemius-lateral-head-2.right").onSkin) > 20);
    CHECK(distanceTo("common-fibular-nerve", placedOf("soleus-2.right").onSkin) > 40);
}

TEST_CASE("below the skull one presses up against it, not towards the spine")
{
    for (const char* id :
         {"rectus-capitis-posterior-major-1", "rectus-capitis-posterior-minor-1",
          "obliquus-capitis-superior-1", "obliquus-capitis-inferior-1", "semispinalis-capitis-1"})
        for (const char* side : {".right", ".left"}) {
            INFO(id << side);
            CHECK(placedOf(std::string(id) + side).pressing.y > 0.5F);
        }
}
