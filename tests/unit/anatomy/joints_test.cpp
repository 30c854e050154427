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

std::string joint(const std::string& id, const std::string& bones, const std::string& more)
{
    return "[[joint]]\nid = \"" + id + "\"\nenglish = \"The " + id + "\"\nlatin = \"" + id +
           " latine\"\nat = [-80, 800, 90]\nbones = [" + bones + "]\n" + more + "\n";
}

struct Loaded
{
    std::vector<anatomy::Joint> joints;
    core::Faults faults;

    bool tells(const std::string& phrase) const
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
    CHECK(load(kPelvis).tells("no joint carries 'femur'"));
    const Loaded twice =
        load(kPelvis + joint("hip", "\"femur\", \"sacrum\"", "parent = \"pelvis\""));
    CHECK(twice.tells("'hip' carries 'sacrum', which 'pelvis' already carries"));
    CHECK(load(joint("pelvis", "\"sacrum\", \"femu\"", "midline = true"))
              .tells("which is not a known bone."));
}

TEST_CASE("a joint without a parent, or whose parent comes later, is reported")
{
    CHECK(load(kPelvis + joint("hip", "\"femur\"", "")).tells("'hip' has no parent joint"));
    CHECK(load(kPelvis + joint("hip", "\"femur\"", "parent = \"pelvi\""))
              .tells("no joint before 'hip' is called 'pelvi'"));
}

TEST_CASE("an axis of zero length and reversed limits are reported")
{
    const auto hipWith = [](const std::string& motion) {
        return load(kPelvis +
                    joint("hip", "\"femur\"", "parent = \"pelvis\"\nmotions = [" + motion + "]"));
    };
    CHECK(hipWith("{ name = \"flexion\", axis = [-2, 0, 0], limits_deg = [-20, 120] }")
              .tells("an axis is a direction of length 1"));
    CHECK_FALSE(hipWith("{ name = \"flexion\", axis = [-1, 0, 0], limits_deg = [120, -20] }")
                    .faults.empty());
    CHECK_FALSE(
        hipWith("{ name = \"flexion\", axis = [-1, 0, 0], limits = [-20, 120] }").faults.empty());
}
