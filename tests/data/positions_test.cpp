// Checks that a person can take up every shipped position.

#include "app/model/apply_pose.h"
#include "app/model/check_positions.h"
#include "app/model/compose.h"
#include "app/model/solve_position.h"
#include "engine/bake/joint_weights.h"
#include "engine/body/skinning.h"
#include "engine/posture/interpolate_position.h"
#include "engine/props/furniture.h"
#include "tests/support/case_each.h"
#include "tests/support/limb_volume.h"
#include "tests/support/points.h"
#include "tests/support/shipped.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

using namespace knotmap;

namespace {

constexpr std::size_t kShares = 4;

void allHandsReach(const testing::Share& share)
{
    const std::vector<app::PositionReport> reports =
        checkPositions(testing::shipped(), testing::pointsOf(share));
    REQUIRE(reports.size() > 200 / kShares);
    for (const app::PositionReport& report : reports) {
        INFO(report.point << " " << core::sideName(report.side) << " " << report.position);
        CHECK(report.solved);
        CHECK(report.fit.jointMarginDeg > -0.01F);
        CHECK(report.fit.sinkMm <= 12);
        CHECK(report.fit.gapMm <= 2);
        CHECK(report.fit.offsetMm <= 10);
        CHECK(report.fit.supportGapMm <= 10);
        CHECK(report.fit.penetrationMm <= 15); // with objects and of the body with itself
        CHECK(report.balanceMm <= 45);
        CHECK(report.faults.empty());
        CHECK(report.fit.reach);
    }
}

const testing::CaseEach kReach(
    KNOTMAP_HERE, testing::shares(kShares),
    [](const testing::Share& share) {
        return "in every position all hands reach " + shareName(share);
    },
    allHandsReach);

void limbsKeepTheirVolume(const testing::Share& share)
{
    const app::Library& library = testing::shipped();
    const body::Atlas& atlas = *library.atlas;
    for (const app::PlacedPoint& placed : testing::pointsOf(share)) {
        const auto solved = solvePosition(library, placed);
        REQUIRE(solved);
        const std::vector<glm::vec3> skin =
            body::posedPoints(atlas.skin.mesh.positions, atlas.skin.weights, solved->transforms);
        for (const char* limb : {"glenohumeral", "hip"})
            for (const core::Side side : {core::Side::Right, core::Side::Left}) {
                const auto root = *library.skeleton->findJoint(limb, side);
                const double rest = testing::limbVolume(atlas, root, atlas.skin.mesh.positions);
                const double posed = testing::limbVolume(atlas, root, skin);
                INFO(placed.name() << ": " << core::sideName(side) << " " << limb << " " << rest
                                   << " l at rest, " << posed << " l posed");
                REQUIRE(rest > 2);
                CHECK(posed > 0.9 * rest);
                CHECK(posed < 1.1 * rest);
            }
    }
}

const testing::CaseEach kVolume(
    KNOTMAP_HERE, testing::shares(kShares),
    [](const testing::Share& share) {
        return "in every position arms and legs keep their volume within a tenth " +
               shareName(share);
    },
    limbsKeepTheirVolume);

} // namespace

TEST_CASE("every position has a posture")
{
    for (const care::Position& position : testing::shipped().care.positions) {
        INFO(position.id);
        CHECK(position.posture);
    }
}

TEST_CASE("a position on the left is the mirror image of that on the right")
{
    const app::Library& library = testing::shipped();
    const std::vector<app::PlacedPoint> points = placePoints(library);
    for (const char* id : {"middle-trapezius-1", "gastrocnemius-medial-head-1", "rhomboid-major-1",
                           "sternocleidomastoid-1"})
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            if (points[i].point->id != id || points[i].side != core::Side::Right)
                continue;
            INFO(id);
            const auto right = solvePosition(library, points[i]);
            const auto left = solvePosition(library, points[i + 1]);
            REQUIRE(right);
            REQUIRE(left);
            const auto joint = library.skeleton->findJoint("thoracic", core::Side::Midline);
            const glm::vec3 chest(0, 1200, 150);
            const glm::vec3 a(right->placement *
                              glm::vec4(transformPoint(right->transforms[*joint], chest), 1));
            const glm::vec3 b(left->placement *
                              glm::vec4(transformPoint(left->transforms[*joint], chest), 1));
            CHECK(glm::distance(a * glm::vec3(-1, 1, 1), b) < 25);
        }
}

TEST_CASE("the hand that does not press is at rest, whichever it is")
{
    const app::Library& library = testing::shipped();
    const auto wrist = [&](const posture::SolvedPosition& solved, core::Side side) {
        const auto joint = library.skeleton->findJoint("wrist", side);
        return glm::vec3(solved.placement *
                         glm::vec4(transformPoint(solved.transforms[*joint],
                                                  library.skeleton->joints()[*joint].at),
                                   1));
    };
    for (const app::PlacedPoint& placed : placePoints(library)) {
        if (placed.advice == nullptr || placed.advice->positions.front() != "lie-belly-hand")
            continue;
        const auto solved = solvePosition(library, placed);
        REQUIRE(solved);
        if (!solved->ownHand)
            continue;
        INFO(placed.name());
        // At least one forearm lies at the side, on the mat: the posture lifts only the one that
        // presses.
        CHECK(std::min(wrist(*solved, core::Side::Right).y, wrist(*solved, core::Side::Left).y) <
              140 + props::kMatMm);
    }
}

TEST_CASE("a seated person reaches for the other arm in front of the chest, not behind the back")
{
    const app::Library& library = testing::shipped();
    const body::Skeleton& skeleton = *library.skeleton;
    const auto spine = *skeleton.findJoint("thoracic", core::Side::Midline);
    for (const app::PlacedPoint& placed : placePoints(library)) {
        if (placed.advice == nullptr ||
            !library.care.findPosition(placed.advice->positions.front())->rests("chair"))
            continue;
        const auto solved = solvePosition(library, placed);
        REQUIRE(solved);
        INFO(placed.name());
        for (const core::Side side : {core::Side::Right, core::Side::Left}) {
            const auto jointAt = [&](const char* joint) {
                const auto found = *skeleton.findJoint(joint, side);
                const glm::vec3 at =
                    transformPoint(solved->transforms[found], skeleton.joints()[found].at);
                return inverseTransformPoint(solved->transforms[spine], at) -
                       skeleton.joints()[spine].at;
            };
            const glm::vec3 forearm = 0.5F * (jointAt("elbow") + jointAt("wrist"));
            const bool byTheSide = std::abs(forearm.x) > 150;
            const bool behindTheNeck = forearm.y > jointAt("glenohumeral").y;
            CHECK((byTheSide || behindTheNeck || forearm.z > -40));
        }
    }
}

TEST_CASE("tables have realistic heights, and elbows under a head rest on theirs")
{
    const app::Library& library = testing::shipped();
    std::size_t tables = 0;
    for (const app::PlacedPoint& placed : placePoints(library)) {
        if (placed.advice == nullptr ||
            !library.care.findPosition(placed.advice->positions.front())->rests("table"))
            continue;
        const auto solved = solvePosition(library, placed);
        REQUIRE(solved);
        INFO(placed.name());
        const auto found = std::find_if(solved->faces.begin(), solved->faces.end(),
                                        [](const props::SupportFace& face) {
                                            return face.kind == props::SupportFace::Kind::Table;
                                        });
        REQUIRE(found != solved->faces.end());
        const props::SupportFace& table = *found;
        CHECK(table.low.y >= 690);
        CHECK(table.low.y <= 790);
        ++tables;
        // Pinching and pressing, hard and light.
        if (placed.advice->positions.front().rfind("elbows-on-table", 0) != 0)
            continue;
        for (const core::Side side : {core::Side::Right, core::Side::Left}) {
            const auto elbow = *library.skeleton->findJoint("elbow", side);
            const glm::vec3 tip = *library.atlas->landmark("olecranon", side);
            const glm::vec3 at(solved->placement *
                               glm::vec4(transformPoint(solved->transforms[elbow], tip), 1));
            CHECK(at.y > table.low.y - 5);
            CHECK(at.y < table.low.y + 50);
        }
    }
    CHECK(tables > 60);
}

TEST_CASE("on the way into a position the body stays above the floor, and ends in the solved "
          "posture")
{
    const app::Library& library = testing::shipped();
    for (const app::PlacedPoint& placed : app::placePoints(library)) {
        if (placed.name() != "gluteus-medius-1.right" && placed.name() != "soleus-1.left" &&
            placed.name() != "infraspinatus-1.right")
            continue;
        CAPTURE(placed.name());
        const auto solved = solvePosition(library, placed);
        REQUIRE(solved);
        const auto lowest = [&](const posture::PlacedBody& position) {
            const body::Skin& skin = library.atlas->skin;
            float smallest = 1e9F;
            for (const glm::vec3& location :
                 body::posedPoints(skin.mesh.positions, skin.weights, position.transforms))
                smallest = std::min(smallest, (position.placement * glm::vec4(location, 1)).y);
            return smallest;
        };
        const float end = lowest(*solved);
        for (const float share : {0.0F, 0.3F, 0.7F}) {
            CAPTURE(share);
            CHECK(lowest(posture::interpolatePosition(library, *solved, share)) >
                  std::min(0.0F, end) - 4);
        }
        const posture::PlacedBody there = posture::interpolatePosition(library, *solved, 1);
        CHECK(glm::distance(glm::vec3(there.placement[3]), glm::vec3(solved->placement[3])) < 0.5F);
        // Standing, it stands upright where its feet will be.
        const posture::PlacedBody start = posture::interpolatePosition(library, *solved, 0);
        CHECK(start.placement[1].y > 0.999F);
    }
}

TEST_CASE("no hand of the body presses where nothing is to be pressed")
{
    const app::Library& library = testing::shipped();
    int spared = 0;
    for (const app::PlacedPoint& placed : app::placePoints(library)) {
        if (app::isPressed(placed))
            continue;
        CAPTURE(placed.name());
        const auto solved = solvePosition(library, placed);
        REQUIRE(solved);
        CHECK_FALSE(solved->ownHand);
        ++spared;
    }
    CHECK(spared >= 40);
}

TEST_CASE("a forearm on the table has the affected muscle facing up where the arm rotates that far")
{
    const app::Library& library = testing::shipped();
    for (const app::PlacedPoint& placed : placePoints(library)) {
        // In front of the forearm: palm up.
        if (placed.point->id != "palmaris-longus-1" &&
            placed.point->id != "flexor-carpi-radialis-1")
            continue;
        const auto solved = solvePosition(library, placed);
        REQUIRE(solved);
        INFO(placed.name());
        const glm::vec3 pressing = posedPoint(library, solved->transforms, placed).pressing;
        CHECK((solved->placement * glm::vec4(pressing, 0)).y < -0.5F);
    }
}

TEST_CASE("an ankle crossed over the other knee lies on that thigh")
{
    const app::Library& library = testing::shipped();
    const body::Skeleton& skeleton = *library.skeleton;
    for (const app::PlacedPoint& placed : placePoints(library)) {
        // Pinching, pressing and resting.
        if (placed.advice == nullptr ||
            placed.advice->positions.front().rfind("ankle-on-knee", 0) != 0)
            continue;
        const auto solved = solvePosition(library, placed);
        REQUIRE(solved);
        INFO(placed.name());
        const auto jointAt = [&](const char* joint, core::Side side) {
            const auto found = *skeleton.findJoint(joint, side);
            return transformPoint(solved->transforms[found], skeleton.joints()[found].at);
        };
        const core::Side other = core::opposite(placed.side);
        const glm::vec3 ankle = jointAt("ankle", placed.side), knee = jointAt("knee", other),
                        hip = jointAt("hip", other);
        const float share = glm::dot(ankle - knee, hip - knee) / glm::dot(hip - knee, hip - knee);
        CHECK(share > 0);
        CHECK(share < 0.5F);
        // Half a thigh and half an ankle.
        CHECK(glm::distance(ankle, knee + share * (hip - knee)) < 125);
    }
}

TEST_CASE("a roller lies level under the trigger point")
{
    const app::Library& library = testing::shipped();
    std::size_t rollers = 0;
    for (const app::PlacedPoint& placed : placePoints(library)) {
        if (!isPressed(placed) || placed.advice->tools.front() != "foam-roller")
            continue;
        INFO(placed.name());
        const auto solved = solvePosition(library, placed);
        const auto tool = placeTool(library, placed);
        REQUIRE(solved);
        REQUIRE(tool);
        const body::RigidTransform transform =
            skinTransformAt(library, solved->transforms, placed.onSkin);
        const glm::vec3 axis(
            solved->placement *
            glm::vec4(
                body::transformDirection(transform, glm::normalize(glm::vec3(tool->placement[0]))),
                0));
        CHECK(std::abs(axis.y) < std::sin(glm::radians(6.0F)));
        ++rollers;
    }
    CHECK(rollers >= 6);
}

TEST_CASE("an ankle crossed over the other knee rests on it, neither floating nor penetrating")
{
    const app::Library& library = testing::shipped();
    const body::Skin& skin = library.atlas->skin;
    const geometry::Surface& measured = *library.skin;
    std::size_t placement = 0;
    for (const app::PlacedPoint& placed : placePoints(library)) {
        // They share their legs with all the others in this position.
        if (placed.point->id != "soleus-1" && placed.point->id != "plantaris-1")
            continue;
        INFO(placed.name());
        const auto solved = solvePosition(library, placed);
        REQUIRE(solved);
        const auto knee = *library.skeleton->findJoint("knee", placed.side);
        const auto hip = *library.skeleton->findJoint("hip", core::opposite(placed.side));
        // Distance of the affected leg's skin from the other thigh, negative inside.
        float smallest = 1e9F;
        for (std::size_t i = 0; i < skin.weights.size(); i += 3) {
            if (body::strongestJoint(skin.weights[i]) != knee)
                continue;
            const glm::vec3 location = body::transformPoint(
                body::blend(skin.weights[i], solved->transforms), skin.mesh.positions[i]);
            const glm::vec3 inThigh =
                body::inverseTransformPoint(solved->transforms[hip], location);
            const auto nearest = measured.closest(inThigh);
            if (body::strongestJoint(skin.weights[skin.mesh.indices[3 * nearest->triangle]]) != hip)
                continue;
            smallest = std::min(smallest, glm::dot(inThigh - nearest->position, nearest->normal));
        }
        CHECK(smallest < 10);
        CHECK(smallest > -15);
        ++placement;
    }
    CHECK(placement == 4);
}

TEST_CASE("on the standing body a pincer grip holds the skin between thumb and finger and no arrow "
          "asks for pressure")
{
    const app::Library& library = testing::shipped();
    const std::vector<app::PlacedPoint> points = placePoints(library);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const app::PlacedPoint& placed = points[i];
        if (!isPressed(placed))
            continue;
        const bool pinched = placed.advice->tools.front() == "pincer-grip";
        const auto tool = placeTool(library, placed);
        REQUIRE(tool);
        CHECK(tool->presses != pinched);
        if (placed.point->id != "upper-trapezius-1")
            continue;
        app::SceneRequest request;
        request.point = i;
        CHECK_FALSE(composeScene(library, points, request).arrow);
        // Skin of the hand on either side of the contact, none in the middle.
        std::size_t above = 0, below = 0, between = 0;
        for (const glm::vec3& position : tool->mesh->positions) {
            if (std::abs(position.z) > 10 || std::abs(position.x) > 12)
                continue;
            above += position.y > 5 ? 1 : 0;
            below += position.y < -5 ? 1 : 0;
            between += std::abs(position.y) < 2 ? 1 : 0;
        }
        INFO(placed.name() << ": " << above << " " << below << " " << between);
        CHECK(above > 10);
        CHECK(below > 10);
        CHECK(between == 0);
    }
}

TEST_CASE("a pincer grip has thumb and finger on either side of the trigger point")
{
    const app::Library& library = testing::shipped();
    std::size_t pinched = 0;
    for (const app::PlacedPoint& placed : placePoints(library)) {
        if (!isPressed(placed) || placed.advice->tools.front() != "pincer-grip")
            continue;
        const auto solved = solvePosition(library, placed);
        REQUIRE(solved);
        INFO(placed.name());
        REQUIRE(solved->ownHand);
        ++pinched;
        const glm::vec3 pressPoint = posedPoint(library, solved->transforms, placed).onSkin;
        float nearest = 1e30F;
        for (const core::Side side : {core::Side::Right, core::Side::Left}) {
            const auto pad = [&](const char* landmark, const char* joint) {
                return transformPoint(solved->transforms[*library.skeleton->findJoint(joint, side)],
                                      *library.atlas->landmark(landmark, side));
            };
            const glm::vec3 thumb = pad("thumb-pad", "interphalangeal-1"),
                            finger = pad("index-pad", "distal-interphalangeal-2");
            nearest = std::min(nearest, glm::distance(0.5F * (thumb + finger), pressPoint));
            CHECK((glm::distance(thumb, finger) > 20 || glm::distance(thumb, pressPoint) > 100));
        }
        CHECK(nearest < 15);
    }
    CHECK(pinched > 40);
}
