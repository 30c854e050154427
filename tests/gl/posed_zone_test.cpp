// Zones on a posed body: their dots follow the skin in the shader, and nothing is uploaded again.

#include "tests/gl/body_fixture.h"

using namespace knotmap;
using namespace knotmap::testing;

namespace {

constexpr int kWidth = 320, kHeight = 240;

/// The body of balls with two joints: the second one carries the skin, the first one the rest.
std::shared_ptr<const body::Atlas> jointedAtlas()
{
    const auto atlas = std::make_shared<body::Atlas>(*ballAtlas());
    atlas->joints = {{"root", core::Side::Midline, -1, {0, 0, 0}, {}},
                     {"skin", core::Side::Midline, 0, {0, 0, 0}, {}}};
    for (body::Shape& shape : atlas->shapes)
        shape.weights.assign(shape.mesh.positions.size(), {{0, 0, 0, 0}, {255, 0, 0, 0}});
    atlas->skin.weights.assign(atlas->skin.mesh.positions.size(), {{1, 0, 0, 0}, {255, 0, 0, 0}});
    return atlas;
}

scene::Scene posedScene(const glm::vec3& shift)
{
    scene::Scene scene = ballScene();
    scene.atlas = jointedAtlas();
    scene.skinOpacity = 1;
    scene.pose = std::make_shared<const body::BoneTransforms>(body::BoneTransforms{
        body::RigidTransform{}, body::makeTransform(glm::quat(1, 0, 0, 0), shift)});
    return scene;
}

} // namespace

TEST_CASE("The dots of a zone lie where the pose brings the skin under them, in either dialect")
{
    const auto api = GENERATE(gl::Api::Desktop, gl::Api::Embedded);
    GlFixture gl(api);
    const glm::vec3 shift(0, -120, 0);
    scene::Scene scene = posedScene(shift);
    const auto zone = std::make_shared<scene::ZonePaint>(*frontZone(*scene.atlas, 60));
    zone->edgeDistance.clear(); // dots alone
    zone->dotRadiusMm = 16;
    zone->dotWeights = {{{1, 0, 0, 0}, {255, 0, 0, 0}}};
    scene.zone = zone;
    const image::Image picture = gl.picture(scene, kWidth, kHeight);
    const auto seen = [&](const glm::vec3& world) {
        return colourAt(picture, pixelOf(scene, world, kWidth, kHeight));
    };
    CHECK(isRed(seen(zone->dots[0] + shift)));
    CHECK_FALSE(isRed(seen(zone->dots[0])));
    gl.checkNoErrors();
}

TEST_CASE("From pose to pose nothing of the scene is uploaded again but the pose")
{
    GlFixture gl;
    scene::Scene scene = posedScene({0, 10, 0});
    scene.zone = frontZone(*scene.atlas, 60);
    scene.keptZones[1] = frontZone(*scene.atlas, 30);
    const auto uploads = [&] {
        (void)gl.picture(scene, kWidth, kHeight);
        return gl.renderer().lastFrame().uploads;
    };
    CHECK(uploads() > 0);
    for (const float up : {20.0F, 30.0F, 40.0F}) {
        scene.pose = posedScene({0, up, 0}).pose;
        CHECK(uploads() == 0);
    }
    scene.keptZones[1] = frontZone(*scene.atlas, 40);
    CHECK(uploads() > 0);
}
