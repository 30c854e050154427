#include "tests/gl/body_fixture.h"

using namespace knotmap;
using namespace knotmap::testing;
using What = scene::Pick::What;

namespace {

constexpr int kWidth = 640, kHeight = 480;

scene::Pick pickAt(GlFixture& gl, const scene::Scene& scene, const glm::vec3& world)
{
    const glm::vec2 pixel = pixelOf(scene, world, kWidth, kHeight);
    return gl.renderer().pick(scene, kWidth, kHeight, pixel.x, pixel.y);
}

} // namespace

TEST_CASE("A pick finds each instance where it is visible")
{
    const auto api = GENERATE(gl::Api::Desktop, gl::Api::Embedded);
    GlFixture gl(api);
    const scene::Scene scene = ballScene();
    const glm::vec3 mirror(-1, 1, 1);

    const scene::Pick muscle = pickAt(gl, scene, kMuscleAt);
    CHECK(muscle.what == What::Instance);
    CHECK(muscle.index == kMuscleRight);
    // The nearest point of the ball, where the ray through its centre enters it.
    const glm::vec3 toEye = glm::normalize(scene.camera.eye() - kMuscleAt);
    CHECK(glm::distance(muscle.position, kMuscleAt + kBallMm * toEye) < 1.5F);

    CHECK(pickAt(gl, scene, kMuscleAt * mirror).index == kMuscleLeft);
    CHECK(pickAt(gl, scene, kBoneAt).index == kBoneRight);
    CHECK(pickAt(gl, scene, kBoneAt * mirror).index == kBoneLeft);
    CHECK(pickAt(gl, scene, {0, 250, 0}).what == What::Nothing);
    CHECK(gl.renderer().pick(scene, 0, 0, 0, 0).what == What::Nothing);
}

TEST_CASE("Ghosts and skin let a pick through unless nothing else is there")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    scene.camera.yawDeg = 5; // the ball behind is slightly offset
    scene.skinOpacity = 0.3F;
    CHECK(pickAt(gl, scene, kMuscleAt).index == kMuscleRight);
    scene.appearances[kMuscleRight].opacity = 0.3F;
    CHECK(pickAt(gl, scene, kMuscleAt).index == kBehindRight);
    scene.appearances[kBehindRight].opacity = 0.3F;
    CHECK(pickAt(gl, scene, kMuscleAt).index == kMuscleRight);
    scene.appearances[kMuscleRight].opacity = 0;
    scene.appearances[kBehindRight].opacity = 0;
    const scene::Pick skin = pickAt(gl, scene, kMuscleAt);
    CHECK(skin.what == What::Skin);
    CHECK(glm::length(skin.position) == Approx(kSkinMm).margin(2));
    scene.skinOpacity = 0;
    CHECK(pickAt(gl, scene, kMuscleAt).what == What::Nothing);
}

TEST_CASE("Trigger points are picked first, but not through the body")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    scene::KnotMarker front, back;
    front.position = kMuscleAt;
    front.onSkin = kMuscleAt + glm::vec3(0, 0, kBallMm);
    back.position = kBehindAt - glm::vec3(0, 20, 30);
    back.onSkin = kBehindAt - glm::vec3(0, 20, kBallMm);
    scene.knots = {back, front};

    const scene::Pick found = pickAt(gl, scene, kMuscleAt);
    CHECK(found.what == What::Knot);
    CHECK(found.index == 1);
    CHECK(found.position == kMuscleAt);
    CHECK(pickAt(gl, scene, back.position).what == What::Instance);

    scene.camera.yawDeg = 180;
    CHECK(pickAt(gl, scene, back.position).index == 0);
    scene.knotsVisible = false;
    CHECK(pickAt(gl, scene, back.position).what == What::Instance);
}

TEST_CASE("A pick follows the body's placement")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    scene.bodyPlacement = glm::translate(glm::mat4(1), glm::vec3(0, 100, 0));
    const scene::Pick found = pickAt(gl, scene, kBoneAt + glm::vec3(0, 100, 0));
    CHECK(found.index == kBoneRight);
    CHECK(glm::distance(found.position, kBoneAt) < kBallMm + 2);
}
