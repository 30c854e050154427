#include "engine/care/pose_angles.h"

#include <catch2/catch.hpp>

using namespace knotmap;
using anatomy::BodyPart;
using anatomy::JointKind;
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

/// The neck's four joints, an elbow, and a patella that follows the knee.
std::vector<anatomy::Joint> joints()
{
    const glm::vec3 axis(1, 0, 0);
    anatomy::Motion tween{"glide", axis, 0, 40};
    tween.follows = anatomy::Following{"knee", "flexion", 0.5F};
    return {jointOf("cervicothoracic", anatomy::kLowerNeck, true, {{"flexion", axis, -5, 10}}),
            jointOf("cervical", anatomy::kUpperNeck, true,
                    {{"flexion", axis, -20, 30}, {"rotation", axis, -40, 40}}),
            jointOf("atlantoaxial", {BodyPart::Neck, JointKind::Pivot}, true,
                    {{"rotation", axis, -40, 40}}),
            jointOf("atlantooccipital", anatomy::kHeadOnNeck, true, {{"flexion", axis, -15, 10}}),
            jointOf("elbow", anatomy::kElbow, false, {{"flexion", axis, -10, 130}}),
            jointOf("patella", {BodyPart::Leg, JointKind::Plane}, false, {tween})};
}

struct Read
{
    care::PoseAngles pose;
    core::Faults faults;

    float deg(const char* joint, Side side, const char* motion) const
    {
        float sum = 0;
        for (const care::PoseAngle& angle : pose.angles)
            if (angle.joint == joint && angle.side == side && angle.motion == motion)
                sum += angle.deg;
        return sum;
    }
};

Read read(const std::string& text)
{
    Read result;
    const auto document = data::Document::parse(text, "pose.toml", result.faults);
    REQUIRE(document);
    result.pose = care::readPoseAngles(document->root(), joints());
    return result;
}

} // namespace

TEST_CASE("a joint without a side means both, one with a side only that one")
{
    const Read both = read("elbow = { flexion = 70 }\n");
    CHECK(both.faults.empty());
    CHECK(both.pose.valid);
    CHECK(both.pose.angles.size() == 2);
    CHECK(both.deg("elbow", Side::Right, "flexion") == 70);
    CHECK(both.deg("elbow", Side::Left, "flexion") == 70);
    const Read right = read("\"elbow.right\" = { flexion = 70 }\n");
    REQUIRE(right.pose.angles.size() == 1);
    CHECK(right.deg("elbow", Side::Right, "flexion") == 70);
    CHECK(read("\"elbow.left\" = { flexion = 70 }\n").deg("elbow", Side::Right, "flexion") == 0);
}

TEST_CASE("the neck bends as one, each joint in proportion to its range in that direction")
{
    const Read back = read("neck = { flexion = -20 }\n");
    CHECK(back.faults.empty());
    // Extension to -5, -20 and -15: 40 degrees in all.
    CHECK(back.deg("cervicothoracic", Side::Midline, "flexion") == Approx(-2.5));
    CHECK(back.deg("cervical", Side::Midline, "flexion") == Approx(-10));
    CHECK(back.deg("atlantooccipital", Side::Midline, "flexion") == Approx(-7.5));
    CHECK(back.deg("atlantoaxial", Side::Midline, "flexion") == 0);
    const Read forwards = read("neck = { flexion = 25 }\n");
    // Flexion to 10, 30 and 10: 50 degrees in all.
    CHECK(forwards.deg("cervicothoracic", Side::Midline, "flexion") == Approx(5));
    CHECK(forwards.deg("cervical", Side::Midline, "flexion") == Approx(15));
}

TEST_CASE("a midline joint has one angle, whatever side is written")
{
    const Read result = read("cervical = { flexion = 10, rotation = -30 }\n");
    CHECK(result.pose.angles.size() == 2);
    CHECK(result.deg("cervical", Side::Midline, "flexion") == 10);
    CHECK(result.deg("cervical", Side::Midline, "rotation") == -30);
}

TEST_CASE("an angle may be at its limit and not past it")
{
    CHECK(read("elbow = { flexion = 130 }\n").pose.valid);
    CHECK(read("elbow = { flexion = -10 }\n").pose.valid);
    for (const char* text : {"elbow = { flexion = 130.5 }\n", "elbow = { flexion = -10.5 }\n"}) {
        const Read past = read(text);
        REQUIRE(past.faults.size() == 1);
        CHECK(past.faults.front().line == 1);
        CHECK(past.faults.front().column == 21);
        CHECK(past.faults.front().message.find("past the joint's limits, -10 to 130") !=
              std::string::npos);
        CHECK_FALSE(past.pose.valid);
        CHECK(past.pose.angles.empty());
    }
}

TEST_CASE("a motion that follows another joint has no angle of its own")
{
    const Read result = read("patella = { glide = 10 }\n");
    REQUIRE(result.faults.size() == 1);
    CHECK(result.faults.front().text().find("pose.toml:1:21: 'glide'") == 0);
    CHECK_FALSE(result.pose.valid);
}

TEST_CASE("names of joints, of groups and of motions are checked against the known ones")
{
    const Read group = read("nekc = { flexion = 10 }\n");
    REQUIRE(group.faults.size() == 1);
    CHECK(group.faults.front().message == "no joint is called 'nekc'. Did you mean neck?");
    CHECK(group.faults.front().column == 8);
    CHECK_FALSE(group.pose.valid);
    // None of the spine's joints exists here: the group is unknown.
    CHECK(read("spine = { flexion = 10 }\n").faults.size() == 1);
    const Read motion = read("elbow = { flexion = 10, twist = 5 }\n");
    REQUIRE(motion.faults.size() == 1);
    CHECK(motion.faults.front().column == 33);
    CHECK(motion.faults.front().message.find("'twist'") == 0);
    CHECK_FALSE(motion.pose.valid);
}
