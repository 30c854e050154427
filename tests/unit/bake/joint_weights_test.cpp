#include "engine/bake/joint_weights.h"
#include "engine/body/joint_instances.h"

#include "tests/support/shapes.h"

#include <catch2/catch.hpp>

using namespace knotmap;

namespace {

/// A root bone on the midline, on each side an upper and a lower bone below it in a row along Y,
/// and beside them a strap from the root to the lower bone.
struct Limb
{
    body::Atlas atlas;
    std::vector<anatomy::Joint> joints;

    Limb()
    {
        joints = {
            {"root", "", "", "", {}, true, {0, 250, 0}, {"root-bone"}, {}, "", 0, 0},
            {"upper", "", "", "root", {}, false, {-60, 200, 0}, {"upper-bone"}, {}, "", 0, 0},
            {"lower", "", "", "upper", {}, false, {-60, 100, 0}, {"lower-bone"}, {}, "", 0, 0}};
        addBone("root-bone", {0, 250, 0});
        addBone("upper-bone", {-60, 150, 0});
        addBone("lower-bone", {-60, 50, 0});
        addMuscle("long-strap", {"root-bone"}, {"lower-bone"});
        addMuscle("short-strap", {"upper-bone"}, {"lower-bone"});
        atlas.joints = body::placeJoints(joints);
        bake::weigh(atlas, joints);
    }

    void addBone(const char* id, const glm::vec3& at)
    {
        body::Shape shape;
        shape.id = id;
        shape.kind = anatomy::Kind::Bone;
        shape.midline = at.x == 0;
        shape.mesh = testing::ball(at, 20);
        add(shape, {});
    }

    void addMuscle(const char* id, std::vector<std::string> from, std::vector<std::string> to)
    {
        body::Shape shape;
        shape.id = id;
        shape.mesh = buildSheet(testing::strap(), 4);
        for (glm::vec3& position : shape.mesh.positions)
            position = {position.x - 80, 2.2F * position.y + 40, position.z + 30};
        anatomy::Structure structure;
        structure.originBones = std::move(from);
        structure.insertionBones = std::move(to);
        add(shape, structure);
    }

    void add(const body::Shape& shape, anatomy::Structure structure)
    {
        structure.id = shape.id;
        structure.kind = shape.kind;
        atlas.structures.push_back(structure);
        atlas.shapes.push_back(shape);
    }

    /// The weight, of 255, of a joint of the right side or the midline.
    static int share(const body::JointWeights& weights, std::uint8_t joint)
    {
        for (std::size_t slot = 0; slot < 4; ++slot)
            if (weights.joints[slot] == joint && weights.shares[slot] > 0)
                return weights.shares[slot];
        return 0;
    }
};

enum Index : std::uint8_t
{
    kRoot = 0,
    kUpper = 1,
    kUpperLeft = 2,
    kLower = 3,
    kLowerLeft = 4
};

int sum(const body::JointWeights& weights)
{
    int total = 0;
    for (const std::uint8_t share : weights.shares)
        total += share;
    return total;
}

} // namespace

TEST_CASE("joints exist on both sides, each with its own side's parent")
{
    const Limb limb;
    REQUIRE(limb.atlas.joints.size() == 5);
    CHECK(limb.atlas.joints[kLowerLeft].parent == kUpperLeft);
    CHECK(limb.atlas.joints[kLower].parent == kUpper);
    CHECK(limb.atlas.joints[kUpperLeft].parent == kRoot);
    CHECK(limb.atlas.joints[kUpperLeft].at == glm::vec3(60, 200, 0));
    CHECK(oppositeJoint(limb.atlas.joints, kLower) == kLowerLeft);
    CHECK(oppositeJoint(limb.atlas.joints, kRoot) == kRoot);
}

TEST_CASE("a bone moves with the joint that carries it and nothing else")
{
    const Limb limb;
    for (const body::JointWeights& weights : limb.atlas.shapes[2].weights)
        CHECK(Limb::share(weights, kLower) == 255);
}

TEST_CASE("a muscle moves with the nearest of the bones between its ends")
{
    const Limb limb;
    const body::Shape& strap = limb.atlas.shapes[3];
    REQUIRE(strap.weights.size() == strap.mesh.positions.size());
    for (std::size_t i = 0; i < strap.weights.size(); ++i) {
        const body::JointWeights& weights = strap.weights[i];
        CHECK(sum(weights) == 255);
        CHECK(Limb::share(weights, kUpperLeft) == 0);
        const float y = strap.mesh.positions[i].y;
        if (y < 60)
            CHECK(Limb::share(weights, kLower) > 200);
        if (y > 140 && y < 160)
            CHECK(Limb::share(weights, kUpper) > 200);
    }
}

TEST_CASE("a muscle is not moved by a bone beyond its ends")
{
    const Limb limb;
    for (const body::JointWeights& weights : limb.atlas.shapes[4].weights)
        CHECK(Limb::share(weights, kRoot) == 0);
}

TEST_CASE("skin follows what is beneath it, on each side separately")
{
    Limb limb;
    geometry::Mesh skin = testing::ball({-60, 50, 0}, 30);
    append(skin, mirrored(skin));
    limb.atlas.skin.mesh = skin;
    bake::weigh(limb.atlas, limb.joints);
    REQUIRE(limb.atlas.skin.weights.size() == skin.positions.size());
    for (std::size_t i = 0; i < skin.positions.size(); ++i) {
        const body::JointWeights& weights = limb.atlas.skin.weights[i];
        CHECK(sum(weights) == 255);
        const bool left = skin.positions[i].x > 0;
        CHECK(Limb::share(weights, left ? kLower : kLowerLeft) == 0);
        CHECK(Limb::share(weights, left ? kLowerLeft : kLower) > 200);
    }
}
