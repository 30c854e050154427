#include "engine/anatomy/joints.h"

#include "tests/support/folder.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace knotmap;

namespace {

anatomy::Structure bone(const char* id)
{
    anatomy::Structure structure;
    structure.id = id;
    structure.kind = anatomy::Kind::Bone;
    return structure;
}

std::string jointWith(const std::string& key, const std::string& id, const std::string& bones,
                      const std::string& more)
{
    return "[[joint]]\nid = \"" + id + "\"\nenglish = \"The " + id + "\"\nlatin = \"" + id +
           " latine\"\n" + key + "\nat = [-80, 800, 90]\nbones = [" + bones + "]\n" + more + "\n";
}

std::string joint(const std::string& id, const std::string& bones, const std::string& more)
{
    return jointWith(id == "pelvis" ? "part = \"pelvic-girdle\"\nkind = \"root\""
                                    : "part = \"thigh\"\nkind = \"ball\"",
                     id, bones, more);
}

struct Loaded
{
    std::vector<anatomy::Joint> joints;
    core::Faults faults;

    bool reports(const std::string& phrase) const
    {
        for (const core::Fault& fault : faults)
            if (fault.text().find(phrase) != std::string::npos)
                return true;
        return false;
    }
};

Loaded load(const std::string& text)
{
    const testing::Folder folder;
    std::filesystem::create_directories(folder.path() / "anatomy");
    std::ofstream(folder.path() / "anatomy" / "joints.toml") << text;
    Loaded loaded;
    loaded.joints =
        anatomy::loadJoints(folder.path(), {bone("sacrum"), bone("femur")}, loaded.faults);
    return loaded;
}

const std::string kPelvis = joint("pelvis", "\"sacrum\"", "midline = true");
const std::string kFlexion =
    "motions = [{ name = \"flexion\", axis = [-1, 0, 0], limits_deg = [-20, 120] }]";

} // namespace

TEST_CASE("joints come with their bones, axes and limits")
{
    const Loaded loaded =
        load(kPelvis + joint("hip", "\"femur\"", "parent = \"pelvis\"\n" + kFlexion));
    CHECK(loaded.faults.empty());
    REQUIRE(loaded.joints.size() == 2);
    const anatomy::Joint& hip = loaded.joints.back();
    CHECK(hip.parent == "pelvis");
    CHECK(hip.bones == std::vector<std::string>{"femur"});
    REQUIRE(hip.motions.size() == 1);
    CHECK(hip.motions.front().axis == glm::vec3(-1, 0, 0));
    CHECK(hip.motions.front().highDeg == 120);
}

TEST_CASE("a bone that no joint carries, or two do, is reported")
{
    CHECK(load(kPelvis).reports("no joint carries 'femur'"));
    const Loaded twice =
        load(kPelvis + joint("hip", "\"femur\", \"sacrum\"", "parent = \"pelvis\""));
    CHECK(twice.reports("'hip' carries 'sacrum', which 'pelvis' already carries"));
    CHECK(load(joint("pelvis", "\"sacrum\", \"femu\"", "midline = true"))
              .reports("which is not a known bone."));
}

TEST_CASE("a joint without a parent, or whose parent comes later, is reported")
{
    CHECK(load(kPelvis + joint("hip", "\"femur\"", "")).reports("'hip' has no parent joint"));
    CHECK(load(kPelvis + joint("hip", "\"femur\"", "parent = \"pelvi\""))
              .reports("no joint before 'hip' is called 'pelvi'"));
}

TEST_CASE("an axis of zero length and reversed limits are reported")
{
    const auto hipWith = [](const std::string& motion) {
        return load(kPelvis +
                    joint("hip", "\"femur\"", "parent = \"pelvis\"\nmotions = [" + motion + "]"));
    };
    CHECK(hipWith("{ name = \"flexion\", axis = [-2, 0, 0], limits_deg = [-20, 120] }")
              .reports("an axis is a direction of length 1"));
    CHECK_FALSE(hipWith("{ name = \"flexion\", axis = [-1, 0, 0], limits_deg = [120, -20] }")
                    .faults.empty());
    CHECK_FALSE(
        hipWith("{ name = \"flexion\", axis = [-1, 0, 0], limits = [-20, 120] }").faults.empty());
}

TEST_CASE(
    "a joint is known by its part, its kind, and where there are several by digit and segment")
{
    const auto keyOf = [](const std::string& key) {
        const Loaded loaded =
            load(kPelvis + jointWith(key, "tip", "\"femur\"", "parent = \"pelvis\""));
        INFO(key);
        REQUIRE(loaded.faults.empty());
        return loaded.joints.back().key;
    };
    CHECK(keyOf("part = \"thigh\"\nkind = \"ball\"") == anatomy::kHip);
    CHECK(keyOf("part = \"finger\"\nkind = \"hinge\"\ndigit = 2\nsegment = \"distal\"") ==
          anatomy::fingerJoint(2, anatomy::JointSegment::Distal));
    CHECK(keyOf("part = \"hand\"\nkind = \"saddle\"\ndigit = 1") == anatomy::kThumbBase);
    CHECK(keyOf("part = \"thorax\"\nkind = \"intervertebral\"\nsegment = \"upper\"") ==
          anatomy::kRibCage);
}

TEST_CASE("what does not tell one joint from all others is told, once")
{
    const auto loadWith = [](const std::string& key) {
        return load(kPelvis + jointWith(key, "tip", "\"femur\"", "parent = \"pelvis\""));
    };
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"kind = \"ball\"", "'part' is missing"},
        {"part = \"thigh\"", "'kind' is missing"},
        {"part = \"tigh\"\nkind = \"ball\"\ndigit = 1", "no part of the body is called 'tigh'"},
        {"part = \"thigh\"\nkind = \"bal\"\nsegment = \"x\"", "no kind of joint is called 'bal'"},
        {"part = \"finger\"\nkind = \"hinge\"\nsegment = \"distal\"", "'digit' is missing"},
        {"part = \"finger\"\nkind = \"hinge\"\ndigit = 6\nsegment = \"distal\"", "6"},
        {"part = \"finger\"\nkind = \"hinge\"\ndigit = 2", "'segment' is missing"},
        {"part = \"toe\"\nkind = \"hinge\"\ndigit = 2\nsegment = \"end\"",
         "no segment is called 'end'"},
        {"part = \"toe\"\nkind = \"hinge\"\ndigit = 2\nsegment = \"upper\"",
         "a segment of a digit is proximal, middle or distal"},
        {"part = \"neck\"\nkind = \"intervertebral\"\nsegment = \"distal\"",
         "a segment of the spine is lower or upper"},
        {"part = \"thigh\"\nkind = \"ball\"\ndigit = 1",
         "only a joint of hand, finger or toe has a digit"},
        {"part = \"thigh\"\nkind = \"ball\"\nsegment = \"upper\"",
         "only an intervertebral joint or one of a finger or toe has a segment"},
        {"part = \"pelvic-girdle\"\nkind = \"root\"",
         "'tip' has part, kind, digit and segment of 'pelvis'"}};
    for (const auto& [key, phrase] : cases) {
        const Loaded loaded = loadWith(key);
        INFO(key);
        CHECK(loaded.reports(phrase));
        CHECK(loaded.faults.size() == 1);
    }
}
