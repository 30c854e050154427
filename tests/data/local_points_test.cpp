// Trigger points without referred pain: marked so wherever one is described, and never named as the
// cause.

#include "app/model/legend.h"
#include "app/model/placed_point.h"
#include "engine/referral/find.h"
#include "tests/support/program.h"
#include "tests/support/shipped.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

using namespace knotmap;
using nlohmann::json;
using testing::shipped;

namespace {

testing::Run program(const std::string& arguments)
{
    return testing::runProgram(std::string("\"") + KNOTMAP_PROGRAM + "\" " + arguments);
}

json jsonOf(const std::string& arguments)
{
    const testing::Run run = program(arguments);
    INFO(arguments << "\n" << run.error);
    REQUIRE(run.status == 0);
    return json::parse(run.out);
}

const std::set<std::string> kLocal = {"external-oblique-3", "pectoralis-major-sternocostal-5"};

bool saysNoPain(const referral::Point& point)
{
    std::string words = point.label + "|" + point.deepPain + "|" + point.find;
    for (const std::string& symptom : point.symptoms)
        words += "|" + symptom;
    std::transform(words.begin(), words.end(), words.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    for (const char* phrase : {"no pain is", "sends no pain", "refers no pain", "no referred pain",
                               "does not refer", "not spread pain"})
        if (words.find(phrase) != std::string::npos)
            return true;
    return false;
}

} // namespace

TEST_CASE("trigger points whose text says that they refer no pain are local, and no others are")
{
    std::set<std::string> local;
    for (const referral::Point& point : shipped().referral.points) {
        INFO(point.id);
        CHECK((!saysNoPain(point) || point.local));
        CHECK(point.local == point.strokes.empty());
        if (point.local)
            local.insert(point.id);
    }
    CHECK(local == kLocal);
}

TEST_CASE("no pain anywhere names a local trigger point as its cause")
{
    for (const anatomy::Region& region : shipped().anatomy.regions)
        for (const auto side : {core::Side::Left, core::Side::Right})
            for (const referral::Finding& finding : referral::findPoints(
                     shipped().referral, shipped().anatomy, {{region.id, side}}, 1000)) {
                INFO(region.id);
                REQUIRE_FALSE(finding.point->local);
            }
    for (const json& finding : jsonOf("find breast --top 300 --json"))
        CHECK(kLocal.count(finding["point"].get<std::string>()) == 0);
}

TEST_CASE("a local trigger point is listed without regions and described as such")
{
    std::set<std::string> local;
    for (const json& point : jsonOf("list points --json"))
        if (point["local"].get<bool>()) {
            local.insert(point["id"].get<std::string>());
            CHECK(point["essential"] == json::array());
            CHECK(point["spillover"] == json::array());
        }
    CHECK(local == kLocal);
    for (const std::string& id : kLocal) {
        const json point = jsonOf("show " + id + " --json");
        CHECK(point["local"] == true);
        CHECK(point["zones"] == json::array());
        const testing::Run run = program("show " + id);
        CHECK(run.status == 0);
        CHECK(run.out.find("sends no pain") != std::string::npos);
        CHECK(run.out.find("essential") == std::string::npos);
    }
}

TEST_CASE("a local trigger point has a marker and no zone, and is viewed from its own side")
{
    for (const app::PlacedPoint& placed : app::placePoints(shipped())) {
        if (!placed.point->local)
            continue;
        INFO(placed.name());
        const auto zone = app::paintZone(shipped(), placed);
        CHECK(std::none_of(zone->edgeDistance.begin(), zone->edgeDistance.end(),
                           [](const glm::vec2& edge) { return edge.x < 0 || edge.y < 0; }));
        CHECK(zone->dots.empty());
        CHECK(app::pathToZone(shipped(), placed, *zone) == nullptr);
        const scene::Camera camera = app::bestView(shipped(), placed, *zone, 1);
        CHECK(glm::dot(camera.toEye(), placed.skinNormal) > 0.1F);
    }
}

TEST_CASE("a local trigger point can be drawn, in its position too, but not compared or pulsed")
{
    const testing::Folder folder;
    const std::string file = (folder.path() / "x.png").string();
    for (const std::string& id : kLocal)
        for (const std::string more : {"", " --position --overlay --captions",
                                       " --legend --cautions", " --cut transverse"}) {
            const testing::Run run =
                program("render --point " + id + more + " --size 64x64 -o " + file);
            INFO(id << more << "\n" << run.error);
            CHECK(run.status == 0);
        }
    const testing::Run with = program("render --point infraspinatus-1 --with external-oblique-3 "
                                      "--size 64x64 -o " +
                                      file);
    CHECK(with.status == 1);
    CHECK(with.error.find("--with: 'external-oblique-3' sends no pain") != std::string::npos);
    const testing::Run pulse =
        program("render --point external-oblique-3 --pulse 0.5 --size 64x64 -o " + file);
    CHECK(pulse.status == 1);
    CHECK(pulse.error.find("--pulse: 'external-oblique-3' sends no pain") != std::string::npos);
}
