#include "tests/support/stick_body.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;
using core::Side;
using posture::BodyGroup;

namespace {

/// The index of a segment of the chain.
std::size_t find(const posture::BodyChain& chain, const std::string& segment, Side side)
{
    for (std::size_t i = 0; i < chain.parts.size(); ++i)
        if (chain.parts[i].segment == segment && chain.parts[i].side == side)
            return i;
    FAIL("no " << segment);
    return 0;
}

void checkNear(const glm::vec3& a, const glm::vec3& b, float marginMm = 0.1F)
{
    INFO(a.x << " " << a.y << " " << a.z << " is not " << b.x << " " << b.y << " " << b.z);
    CHECK(glm::distance(a, b) < marginMm);
}

} // namespace

TEST_CASE("the segments of a body add up to its weight, and each hangs on its carrier")
{
    const testing::StickBody stick;
    const body::BoneTransforms standing = stick.transforms({});
    const posture::BodyChain chain = stick.chain(standing, glm::mat4(1));
    REQUIRE(chain.links.size() == 16);
    CHECK(chain.mass(BodyGroup::Head) == Approx(0.08));
    CHECK(chain.mass(BodyGroup::Trunk) == Approx(0.44));
    CHECK(chain.mass(BodyGroup::Arm, Side::Left) == Approx(0.05));
    CHECK(chain.mass(BodyGroup::Leg) == Approx(0.38));
    float whole = 0;
    for (std::size_t i = 0; i < chain.links.size(); ++i) {
        whole += chain.links[i].mass;
        CHECK(chain.links[i].parent < static_cast<int>(i));
        CHECK((chain.links[i].parent < 0) == (i == 0));
    }
    CHECK(whole == Approx(1));
    CHECK(chain.parts.front().segment == "pelvis");
    const std::size_t hand = find(chain, "hand", Side::Left);
    const auto forearm = static_cast<std::size_t>(chain.links[hand].parent);
    CHECK(chain.parts[forearm].segment == "forearm");
    CHECK(chain.parts[forearm].side == Side::Left);
    // The head, twice as heavy as everything else, leaves the others a fraction: still one body.
    const posture::BodyChain heavy = stick.chain(standing, glm::mat4(1), true);
    CHECK(heavy.mass(BodyGroup::Head) == Approx(0.54));
    CHECK(heavy.mass(BodyGroup::Trunk) == Approx(0.22));
}

TEST_CASE("a segment's centre moves with the joint that carries it, and the centre of mass with it")
{
    const testing::StickBody stick;
    const posture::BodyChain standing = stick.chain(stick.transforms({}), glm::mat4(1));
    checkNear(standing.links[find(standing, "upper-arm", Side::Right)].centreMm, {-200, 1250, 0});
    checkNear(standing.links[find(standing, "upper-arm", Side::Left)].centreMm, {200, 1250, 0});
    CHECK(standing.centreMm().x == Approx(0).margin(0.01));
    // Half of each: trunk 16 at 1300, 16 at 1080, 12 at 950; head 8 at 1650; an arm 3 at 1250,
    // 1.5 at 975, 0.5 at 809; a leg 14 at 690, 4 at 275, 1 at 30; per cent at mm.
    CHECK(standing.centreMm().y == Approx(954.94).margin(0.2));

    // An arm abducted to the horizontal: 5 per cent rotate about the shoulder at (-200, 1400).
    const posture::BodyChain aside = stick.chain(
        stick.transforms({{"glenohumeral", Side::Right, "abduction", 90}}), glm::mat4(1));
    checkNear(aside.links[find(aside, "upper-arm", Side::Right)].centreMm, {-350, 1400, 0});
    checkNear(aside.links[find(aside, "forearm", Side::Right)].jointMm, {-500, 1400, 0});
    const glm::vec3 moved = aside.centreMm() - standing.centreMm();
    CHECK(moved.x == Approx(-0.03 * 150 - 0.015 * 425 - 0.005 * 588.5).margin(0.05));
    CHECK(moved.y == Approx(0.03 * 150 + 0.015 * 425 + 0.005 * 593.5).margin(0.05));
    // In the world: lying on the back, head towards -Z.
    const glm::mat4 onBack =
        glm::rotate(testing::shifted({0, 100, 0}), glm::radians(-90.0F), glm::vec3(1, 0, 0));
    const posture::BodyChain lying = stick.chain(stick.transforms({}), onBack);
    checkNear(lying.links[find(lying, "head", Side::Midline)].centreMm, {0, 100, -1650});
    checkNear(lying.links[find(lying, "head", Side::Midline)].jointMm, {0, 100, -1450});
}

TEST_CASE("every joint moves with the segment that it is in")
{
    const testing::StickBody stick;
    const posture::BodyChain chain = stick.chain(stick.transforms({}), glm::mat4(1));
    const auto segmentOf = [&](const char* joint, Side side) {
        const posture::BodyChain::Part& part = chain.parts[chain.linkOf[stick.joint(joint, side)]];
        return core::instanceName(part.segment, part.side);
    };
    CHECK(segmentOf("distal-interphalangeal-2", Side::Left) == "hand.left");
    CHECK(segmentOf("radioulnar", Side::Right) == "forearm.right");
    CHECK(segmentOf("ankle", Side::Right) == "shank.right");
    CHECK(segmentOf("subtalar", Side::Left) == "foot.left");
    CHECK(segmentOf("cervicothoracic", Side::Midline) == "head");
    CHECK(segmentOf("lumbar", Side::Midline) == "belly");
}
