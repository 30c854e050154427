#include "engine/care/position.h"

#include "tests/support/folder.h"

#include <catch2/catch.hpp>

using namespace knotmap;
using core::Side;

namespace {

anatomy::Joint jointOf(const char* id, const anatomy::JointKey& key, bool midline,
                       std::vector<anatomy::Motion> motions)
{
    anatomy::Joint joint;
    joint.id = id;
    joint.key = key;
    joint.midline = midline;
    joint.motions = std::move(motions);
    return joint;
}

const anatomy::Catalogue& catalogue()
{
    static const anatomy::Catalogue kCatalogue = [] {
        anatomy::Catalogue made;
        made.landmarks.push_back({});
        made.landmarks.back().id = "navel";
        made.joints = {
            jointOf("lumbar", anatomy::kUpperLumbarSpine, true, {{"flexion", {1, 0, 0}, -10, 30}}),
            jointOf("thoracic", anatomy::kRibCage, true, {{"flexion", {1, 0, 0}, -10, 10}}),
            jointOf("knee", anatomy::kKnee, false,
                    {{"flexion", {1, 0, 0}, -5, 140}, {"inward rotation", {0, 1, 0}, -30, 15}})};
        return made;
    }();
    return kCatalogue;
}

struct Read
{
    care::Position position;
    core::Faults faults;
};

const std::vector<care::Tool>& tools()
{
    static const std::vector<care::Tool> kTools = [] {
        care::Tool thumbs, ball;
        thumbs.id = "thumbs";
        thumbs.phrase = "the thumbs";
        ball.id = "tennis-ball";
        ball.phrase = "the tennis ball";
        return std::vector<care::Tool>{thumbs, ball};
    }();
    return kTools;
}

Read read(const std::string& posture, const std::string& words = "steps = [\"Stand.\"]\n"
                                                                 "tools = []\n")
{
    const testing::Folder folder;
    const auto file = folder.path() / "positions.toml";
    std::ofstream(file) << "id = \"stand\"\nlabel = \"Stand\"\nsupports = [\"feet\"]\n"
                           "pressure = \"None.\"\n"
                        << words << posture;
    Read result;
    const auto document = data::Document::read(file, "positions.toml", result.faults);
    REQUIRE(document);
    const data::Table root = document->root();
    result.position = care::readPosition(root, catalogue(), tools(), {});
    root.rejectUnknownKeys();
    return result;
}

} // namespace

TEST_CASE("a position without a posture is described in words")
{
    const Read result = read("");
    CHECK(result.faults.empty());
    CHECK_FALSE(result.position.posture);
    CHECK(result.position.rests("feet"));
    CHECK_FALSE(result.position.rests("wall"));
}

TEST_CASE("angles are read for both sides, for one, and for joints that bend as one")
{
    const Read result = read("[posture]\nstance = \"back\"\nlean_deg = -8\n[pose]\n"
                             "knee = { flexion = 90 }\n"
                             "\"knee.left\" = { \"inward rotation\" = -20 }\n"
                             "spine = { flexion = 20 }\n");
    CHECK(result.faults.empty());
    REQUIRE(result.position.posture);
    const care::Posture& posture = *result.position.posture;
    CHECK(posture.stance == care::Stance::Back);
    CHECK(posture.leanDeg == -8);
    const auto angle = [&](const char* joint, Side side, const char* motion) {
        float sum = 0;
        for (const care::PoseAngle& each : posture.angles)
            if (each.joint == joint && each.side == side && each.motion == motion)
                sum += each.deg;
        return sum;
    };
    CHECK(angle("knee", Side::Right, "flexion") == 90);
    CHECK(angle("knee", Side::Left, "flexion") == 90);
    CHECK(angle("knee", Side::Right, "inward rotation") == 0);
    CHECK(angle("knee", Side::Left, "inward rotation") == -20);
    // In proportion to their ranges: 30 and 10 of 40 degrees.
    CHECK(angle("lumbar", Side::Midline, "flexion") == Approx(15));
    CHECK(angle("thoracic", Side::Midline, "flexion") == Approx(5));
}

TEST_CASE("a faulty posture is reported with its line and the position keeps its text")
{
    struct Case
    {
        const char* text;
        int line;
        const char* message;
    };
    const Case cases[] = {
        {"[posture]\nstance = \"upside-down\"\n", 8, "'upside-down' is not a stance"},
        {"[posture]\nstance = \"upright\"\nlean_deg = 90\n", 9, "'lean_deg' is 90"},
        {"[posture]\nstance = \"upright\"\n[pose]\nkne = { flexion = 10 }\n", 10,
         "no joint is called 'kne'. Did you mean knee?"},
        {"[posture]\nstance = \"upright\"\n[pose]\nknee = { flexion = 150 }\n", 10,
         "150 degrees is past the joint's limits, -5 to 140"},
        {"[posture]\nstance = \"upright\"\n[pose]\nspine = { flexion = 50 }\n", 10,
         "50 degrees is past the joint's limits, -20 to 40"},
        {"[posture]\nstance = \"upright\"\n[pose]\nknee = { twist = 10 }\n", 10, "'twist'"},
        {"[posture]\nstance = \"upright\"\n[pose]\nknee = { flexion = \"far\" }\n", 10, "number"},
        {"[posture]\nstance = \"upright\"\n[pose]\nknee = 40\n", 10, "a table"},
        {"[posture]\nstance = \"upright\"\nway_percent = [120]\n", 9,
         "120 is not a valid percentage"},
        {"[posture]\nstance = \"upright\"\nway_percent = [0, 100]\n", 9,
         "has 2 figures for 1 steps"},
    };
    for (const Case& one : cases) {
        INFO(one.text);
        const Read result = read(one.text);
        REQUIRE(result.faults.size() == 1);
        INFO(result.faults.front().text());
        CHECK(result.faults.front().line == one.line);
        CHECK(result.faults.front().message.find(one.message) != std::string::npos);
        CHECK_FALSE(result.position.posture);
        CHECK(result.position.label == "Stand");
    }
}

TEST_CASE("hands at rest lie on landmarks, on their own side if none is named")
{
    const Read result = read("[posture]\nstance = \"back\"\n"
                             "hands_on = { right = \"navel.left\", left = \"navel\" }\n");
    CHECK(result.faults.empty());
    REQUIRE(result.position.posture);
    const auto& hands = result.position.posture->hands;
    REQUIRE(hands.size() == 2);
    CHECK(hands[0].hand == Side::Right);
    CHECK(hands[0].side == Side::Left);
    CHECK(hands[1].side == Side::Left);
}

TEST_CASE("a hand on an unknown landmark removes the posture, not the text")
{
    const Read result = read("[posture]\nstance = \"back\"\nhands_on = { right = \"navle\" }\n");
    REQUIRE(result.faults.size() == 1);
    CHECK(result.faults.front().message.find("Did you mean navel") != std::string::npos);
    CHECK_FALSE(result.position.posture);
    CHECK(result.position.steps.size() == 1);
}

TEST_CASE("leaning and sitting are recognised by the supports")
{
    care::Position position;
    position.supports = {"doorway", "feet"};
    CHECK(position.leans());
    CHECK_FALSE(position.sits());
    position.supports = {"bed", "other-foot"};
    CHECK(position.sits());
    CHECK_FALSE(position.leans());
}

TEST_CASE("steps name the tool used")
{
    const Read result =
        read("", "steps = [\"Set {tool} on the spot.\", \"Lift {tool}, set {tool} down.\"]\n"
                 "tools = [\"thumbs\", \"tennis-ball\"]\n");
    CHECK(result.faults.empty());
    CHECK(result.position.allows("thumbs"));
    CHECK_FALSE(result.position.allows("elbow"));
    const auto steps = result.position.stepsWith(&tools()[1]);
    REQUIRE(steps.size() == 2);
    CHECK(steps[0] == "Set the tennis ball on the spot.");
    CHECK(steps[1] == "Lift the tennis ball, set the tennis ball down.");
}

TEST_CASE("a position's tools must exist, and where there is none no step may name it")
{
    const Read unknown = read("", "steps = [\"Press.\"]\ntools = [\"thubms\"]\n");
    REQUIRE(unknown.faults.size() == 1);
    CHECK(unknown.faults.front().message.find("Did you mean thumbs?") != std::string::npos);
    const Read none = read("", "steps = [\"Set {tool} down.\"]\ntools = []\n");
    REQUIRE(none.faults.size() == 1);
    CHECK(none.faults.front().message.find("no tool is allowed") != std::string::npos);
    CHECK(read("", "steps = [\"Press.\"]\n").faults.size() == 1);
}
