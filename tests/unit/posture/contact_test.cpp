#include "tests/support/stick_body.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;
using core::Side;

namespace {

/// The standing body with one hand, including fingers, displaced from its arm.
body::BoneTransforms withHandAt(const testing::StickBody& stick, Side side, const glm::vec3& shift)
{
    body::BoneTransforms transforms = stick.transforms({});
    const std::uint32_t wrist = stick.joint("wrist", side);
    for (std::uint32_t joint = 0; joint < transforms.size(); ++joint)
        if (stick.skeleton().carries(wrist, joint))
            transforms[joint] = body::makeTransform({1, 0, 0, 0}, shift);
    return transforms;
}

} // namespace

TEST_CASE("the skin penetrates floor and furniture as deep as it was pushed in")
{
    const testing::StickBody stick;
    const body::BoneTransforms standing = stick.transforms({});
    const auto deepest = [&](const std::vector<props::Solid>& solids,
                             const body::BoneTransforms& transforms, const glm::vec3& shift) {
        return posture::deepestIn(solids, stick.skinIn(transforms, testing::shifted(shift)));
    };
    CHECK(deepest({}, standing, {0, 0, 0}) == 0);
    CHECK(deepest({}, standing, {0, -12, 0}) == Approx(12).margin(0.01));
    // The chest penetrates a board 200 mm thick by 35 mm, then emerges at its other side.
    const props::Solid board{{-400, 1200, 65}, {400, 1400, 265}};
    CHECK(deepest({board}, standing, {0, 0, 0}) == Approx(35).margin(0.01));
    CHECK(deepest({board}, standing, {0, 0, -36}) == 0);
    CHECK(deepest({board}, standing, {0, 0, 350}) == Approx(15).margin(0.01));
    // A raised arm is 710 mm long from the shoulder to the fingertip.
    const props::Solid wall{{-400, 0, 690}, {400, 2000, 790}};
    const body::BoneTransforms raised =
        stick.transforms({{"glenohumeral", Side::Left, "flexion", 90}});
    CHECK(deepest({wall}, standing, {0, 0, 0}) == 0);
    CHECK(deepest({wall}, raised, {0, 0, 0}) == Approx(20).margin(0.1));
}

TEST_CASE("a hand pushed 20 mm into a thigh is found there, with its depth")
{
    const testing::StickBody stick;
    CHECK(posture::deepestSelfContact(stick.model(), stick.transforms({}), std::nullopt).depthMm ==
          0);
    // The back of the right hand at z = -12 moves to 50, 20 mm behind the front of the thigh.
    const body::BoneTransforms transforms = withHandAt(stick, Side::Right, {95, -100, 62});
    const posture::SelfContact own =
        posture::deepestSelfContact(stick.model(), transforms, std::nullopt);
    CHECK(own.depthMm == Approx(20).margin(0.1));
    CHECK(own.part == "right forearm");
    CHECK(own.other == "right thigh");
    CHECK(own.at.z == Approx(50).margin(0.1));
    CHECK(stick.skeleton().joints()[own.joint].id == "wrist");
    // The left hand in the same thigh.
    const body::BoneTransforms across = withHandAt(stick, Side::Left, {-305, -100, 54});
    const posture::SelfContact other =
        posture::deepestSelfContact(stick.model(), across, std::nullopt);
    CHECK(other.depthMm == Approx(28).margin(0.1));
    CHECK(other.part == "left forearm");
    CHECK(other.other == "right thigh");
}

TEST_CASE("the pressing hand may penetrate at its site, and folds at a joint do not count as "
          "contacts")
{
    const testing::StickBody stick;
    const body::BoneTransforms transforms = withHandAt(stick, Side::Right, {95, -100, 62});
    const posture::Pressed there{{-105, 700, 60}, 250};
    CHECK(posture::deepestSelfContact(stick.model(), transforms, there).depthMm == 0);
    const posture::Pressed elsewhere{{0, 1300, 100}, 250};
    CHECK(posture::deepestSelfContact(stick.model(), transforms, elsewhere).depthMm > 19);
    // An arm pressed to the side sinks into the chest, its parent.
    body::BoneTransforms pressed = stick.transforms({});
    pressed[stick.joint("glenohumeral", Side::Right)] =
        body::makeTransform({1, 0, 0, 0}, glm::vec3(40, 0, 0));
    CHECK(posture::deepestSelfContact(stick.model(), pressed, std::nullopt).depthMm == 0);
    // The forearm alone, pushed equally far into the belly, is not its child.
    body::BoneTransforms folded = stick.transforms({});
    folded[stick.joint("elbow", Side::Right)] =
        body::makeTransform({1, 0, 0, 0}, glm::vec3(40, 0, 0));
    const posture::SelfContact found =
        posture::deepestSelfContact(stick.model(), folded, std::nullopt);
    CHECK(found.depthMm == Approx(20).margin(0.1));
    CHECK((found.part == "trunk" || found.other == "trunk"));
}
