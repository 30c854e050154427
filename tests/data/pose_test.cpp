// Checks that posed soft tissue of the shipped body behaves: it keeps its volume, joints have
// limits.

#include "engine/bake/joint_weights.h"
#include "engine/body/skinning.h"
#include "tests/support/limb_volume.h"
#include "tests/support/shipped.h"

#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>

using namespace knotmap;
using core::Side;

namespace {

struct Angle
{
    const char* joint;
    const char* motion;
    float degrees;
};

body::Pose poseOf(const body::Skeleton& skeleton, Side side, const std::vector<Angle>& angles)
{
    body::Pose pose = skeleton.rest();
    for (const Angle& angle : angles) {
        const auto refused = skeleton.set(pose, angle.joint, side, angle.motion, angle.degrees);
        INFO((refused ? refused->message : std::string()));
        REQUIRE_FALSE(refused);
    }
    return pose;
}

std::vector<glm::vec3> posedSkin(const app::Library& library, const body::Pose& pose)
{
    const body::Skin& skin = library.atlas->skin;
    return body::posedPoints(skin.mesh.positions, skin.weights, library.skeleton->transforms(pose));
}

} // namespace

TEST_CASE("the joint weights of every vertex add up to one")
{
    const body::Atlas& atlas = *testing::shipped().atlas;
    const auto whole = [](const body::JointWeights& weights) {
        return weights.shares[0] + weights.shares[1] + weights.shares[2] + weights.shares[3] == 255;
    };
    CHECK(std::all_of(atlas.skin.weights.begin(), atlas.skin.weights.end(), whole));
    for (const body::Shape& shape : atlas.shapes) {
        INFO(shape.id);
        CHECK(std::all_of(shape.weights.begin(), shape.weights.end(), whole));
    }
}

TEST_CASE("limbs keep their volume when they bend")
{
    struct Case
    {
        const char* name;
        const char* limb; ///< the parent of the joint that bends
        std::vector<Angle> angles;
    };
    const Case cases[] = {
        {"elbow", "glenohumeral", {{"elbow", "flexion", 120}}},
        {"forearm", "glenohumeral", {{"radioulnar", "pronation", 150}}},
        {"wrist", "elbow", {{"wrist", "flexion", 70}}},
        {"knee", "hip", {{"knee", "flexion", 120}}},
        {"hip", "hip", {{"hip", "flexion", 90}}},
        {"ankle", "knee", {{"ankle", "dorsiflexion", -45}}},
        {"shoulder forwards", "glenohumeral", {{"glenohumeral", "flexion", 90}}},
        {"shoulder sideways",
         "glenohumeral",
         {{"glenohumeral", "abduction", 60},
          {"sternoclavicular", "elevation", 20},
          {"acromioclavicular", "upward rotation", 10}}},
    };
    const app::Library& library = testing::shipped();
    const body::Atlas& atlas = *library.atlas;
    for (const Case& one : cases)
        for (const Side side : {Side::Right, Side::Left}) {
            const auto root = library.skeleton->findJoint(one.limb, side);
            REQUIRE(root);
            const double rest = testing::limbVolume(atlas, *root, atlas.skin.mesh.positions);
            const double posed = testing::limbVolume(
                atlas, *root, posedSkin(library, poseOf(*library.skeleton, side, one.angles)));
            INFO(one.name << ": " << rest << " l at rest, " << posed << " l posed");
            REQUIRE(rest > 0.3);
            CHECK(posed > 0.9 * rest);
            CHECK(posed < 1.1 * rest);
        }
}

TEST_CASE("the measured stance is the body as it was baked, to the bit")
{
    const app::Library& library = testing::shipped();
    CHECK(posedSkin(library, library.skeleton->rest()) == library.atlas->skin.mesh.positions);
}

TEST_CASE("posed vertices are finite everywhere, at both ends of every joint's range")
{
    const app::Library& library = testing::shipped();
    for (const bool high : {false, true}) {
        body::Pose pose = library.skeleton->rest();
        for (std::size_t f = 0; f < pose.anglesDeg.size(); ++f) {
            const body::DegreeOfFreedom& dof = library.skeleton->dofs()[f];
            pose.anglesDeg[f] = high ? dof.highDeg : dof.lowDeg;
        }
        float furthest = 0;
        for (const glm::vec3& position : posedSkin(library, pose)) {
            const float reach = glm::length(position - glm::vec3(0, 822, 92));
            REQUIRE(std::isfinite(reach));
            furthest = std::max(furthest, reach);
        }
        CHECK(furthest < 1500);
    }
}

TEST_CASE("a pose and its mirror image are mirror images, vertex by vertex")
{
    const app::Library& library = testing::shipped();
    const body::Skeleton& skeleton = *library.skeleton;
    const body::Pose pose = poseOf(skeleton, Side::Right,
                                   {{"thoracic", "turning to the right", 20},
                                    {"lumbar", "bending to the right", 8},
                                    {"elbow", "flexion", 90},
                                    {"radioulnar", "pronation", 60},
                                    {"hip", "abduction", 30}});
    const std::vector<glm::vec3> right = posedSkin(library, pose);
    const std::vector<glm::vec3> left = posedSkin(library, skeleton.mirrored(pose));
    const auto& rest = library.atlas->skin.mesh.positions;
    std::map<std::array<float, 3>, std::size_t> at;
    for (std::size_t i = 0; i < rest.size(); ++i)
        at[{rest[i].x, rest[i].y, rest[i].z}] = i;
    float worst = 0;
    std::size_t found = 0;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const auto image = at.find({-rest[i].x, rest[i].y, rest[i].z});
        if (image == at.end())
            continue;
        ++found;
        worst = std::max(worst, glm::distance(right[i] * glm::vec3(-1, 1, 1), left[image->second]));
    }
    CHECK(found > rest.size() / 2);
    CHECK(worst < 0.05F);
}
