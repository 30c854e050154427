// Checks what surrounds a body in its position, how it is viewed, and self-penetration.

#include "app/model/apply_pose.h"
#include "app/model/compose.h"
#include "app/model/contact_view.h"
#include "app/model/solve_position.h"
#include "engine/bake/joint_weights.h"
#include "engine/body/skinning.h"
#include "engine/posture/self_contact.h"
#include "engine/posture/solved_position.h"
#include "engine/props/furniture.h"
#include "tests/support/shipped.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

using namespace knotmap;

namespace {

/// Height of the head's lowest point above the floor.
float headOver(const app::Library& library, const posture::SolvedPosition& solved)
{
    const body::Skin& skin = library.atlas->skin;
    const auto head = library.skeleton->findJoint("atlantooccipital", core::Side::Midline);
    float low = 1e9F;
    for (std::size_t i = 0; i < skin.weights.size(); i += 5) {
        if (body::strongestJoint(skin.weights[i]) != *head)
            continue;
        const glm::vec3 posed = body::transformPoint(
            body::blend(skin.weights[i], solved.transforms), skin.mesh.positions[i]);
        low = std::min(low, (solved.placement * glm::vec4(posed, 1)).y);
    }
    return low;
}

} // namespace

TEST_CASE("what the text mentions is there: mat, pillow, cushion, chair, bed, doorway")
{
    const app::Library& library = testing::shipped();
    std::map<std::string, std::size_t> seen;
    for (const app::PlacedPoint& placed : placePoints(library)) {
        if (placed.advice == nullptr)
            continue;
        const care::Position& position =
            *library.care.findPosition(placed.advice->positions.front());
        const auto solved = solvePosition(library, placed);
        REQUIRE(solved);
        INFO(placed.name() << " " << position.id);
        const auto has = [&](props::SupportFace::Kind kind, float minMm) {
            return std::any_of(solved->faces.begin(), solved->faces.end(),
                               [&](const props::SupportFace& face) {
                                   return face.kind == kind && face.low.y >= minMm;
                               });
        };
        // Where the head rests on the mat already no pillow is needed.
        const bool headLow = headOver(library, *solved) < 28 + props::kMatMm;
        using Kind = props::SupportFace::Kind;
        const std::pair<const char*, bool> stands[] = {
            {"mat", has(Kind::Floor, 10)},      {"pillow", headLow || has(Kind::Cushion, 0)},
            {"cushion", has(Kind::Cushion, 0)}, {"chair", has(Kind::ChairBack, 0)},
            {"bed", has(Kind::Seat, 400)},      {"doorway", has(Kind::Wall, 0)},
            {"wall", has(Kind::Wall, 0)},
        };
        for (const auto& [name, there] : stands)
            if (position.rests(name)) {
                INFO(name);
                CHECK(there);
                ++seen[name];
            }
    }
    CHECK(seen.size() == 7);
}

TEST_CASE("a self-penetrating pose is reported, and the measured stance is not")
{
    const app::Library& library = testing::shipped();
    const body::Skeleton& skeleton = *library.skeleton;
    CHECK(posture::deepestSelfContact(library, skeleton.transforms(skeleton.rest()), std::nullopt)
              .depthMm < 3);
    body::Pose crossed = skeleton.rest();
    for (const char* joint : {"glenohumeral", "elbow"})
        crossed.anglesDeg[*skeleton.find(joint, core::Side::Right, "flexion")] =
            joint[0] == 'e' ? 120.0F : 20.0F;
    crossed.anglesDeg[*skeleton.find("glenohumeral", core::Side::Right, "inward rotation")] = 70;
    crossed.anglesDeg[*skeleton.find("glenohumeral", core::Side::Right, "abduction")] = -30;
    const posture::SelfContact contact =
        posture::deepestSelfContact(library, skeleton.transforms(crossed), std::nullopt);
    CHECK(contact.depthMm > 30);
    CHECK(contact.part.find("right forearm") != std::string::npos);
    CHECK(contact.other == "trunk");
    // Contact there is attributed to the tool.
    CHECK(posture::deepestSelfContact(library, skeleton.transforms(crossed),
                                      posture::Pressed{contact.at, 1000})
              .depthMm == 0);
}

TEST_CASE("the view of a position looks at the tool past the wall and the chair")
{
    const app::Library& library = testing::shipped();
    const auto points = placePoints(library);
    std::size_t checked = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const app::PlacedPoint& placed = points[i];
        if (placed.advice == nullptr ||
            !library.care.findPosition(placed.advice->positions.front())->leans())
            continue;
        app::SceneRequest request;
        request.point = i;
        request.position = 1;
        const scene::Scene scene = composeScene(library, points, request);
        REQUIRE(scene.pose);
        INFO(placed.name());
        const glm::vec3 toEye = contactView(library, placed, scene).toEye();
        CHECK(toEye.z > -0.05F); // the wall faces +Z
        const glm::vec3 pressPoint(scene.bodyPlacement *
                                   glm::vec4(posedPoint(library, *scene.pose, placed).onSkin, 1));
        for (const props::Prop& prop : scene.props) {
            const geometry::Surface wall(prop.mesh);
            CHECK_FALSE(wall.cast(pressPoint, toEye, 4000));
        }
        ++checked;
    }
    CHECK(checked > 60);
}
