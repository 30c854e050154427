#include "tests/gl/body_fixture.h"

using namespace knotmap;
using namespace knotmap::testing;

namespace {

constexpr int kWidth = 320, kHeight = 240;

int changed(const image::Image& before, const image::Image& after, const glm::ivec2& pixel)
{
    const glm::ivec4 a = colourAt(before, pixel), b = colourAt(after, pixel);
    return std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b);
}

scene::Scene far()
{
    scene::Scene scene = ballScene();
    scene.camera.distanceMm *= 1.6F;
    return scene;
}

} // namespace

TEST_CASE("The start pose is a cool line beside the body and leaves the body as it is")
{
    const auto api = GENERATE(gl::Api::Desktop, gl::Api::Embedded);
    GlFixture gl(api);
    scene::Scene scene = far();
    const image::Image before = gl.picture(scene, kWidth, kHeight);
    scene.startPose = scene::StartPose{glm::translate(glm::mat4(1), glm::vec3(250, 0, 0)), 1};
    const image::Image after = gl.picture(scene, kWidth, kHeight);
    gl.checkNoErrors();

    // Edge on, a little within its rim.
    const glm::ivec2 rim = pixelOf(scene, {250 + 0.985F * kSkinMm, 0, 0}, kWidth, kHeight);
    CHECK(changed(before, after, rim) > 40);
    const glm::ivec4 line = colourAt(after, rim);
    CHECK(line.b >= line.r);
    // Face-on it is nearly clear.
    const glm::ivec2 middle = pixelOf(scene, {400, 0, kSkinMm}, kWidth, kHeight);
    CHECK(changed(before, after, middle) < changed(before, after, rim) / 2);
    // It lies over the left muscle, which is not hidden.
    CHECK(changed(before, after, pixelOf(scene, kMuscleAt * glm::vec3(-1, 1, 1), kWidth, kHeight)) <
          6);
}

TEST_CASE("Load marks lie on the floor, blue, and the plumb line ends there")
{
    const auto api = GENERATE(gl::Api::Desktop, gl::Api::Embedded);
    GlFixture gl(api);
    scene::Scene scene = far();
    scene.camera.pitchDeg = 30;
    const image::Image before = gl.picture(scene, kWidth, kHeight);
    scene::WeightMarks marks;
    const glm::vec3 beside(480, -330, 0);
    marks.pads.push_back({beside, {0, 1, 0}, 110});
    marks.centre = {-480, 0, 0};
    marks.groundMm = -330;
    scene.weight = marks;
    const image::Image after = gl.picture(scene, kWidth, kHeight);
    gl.checkNoErrors();

    const glm::ivec2 pad = pixelOf(scene, beside, kWidth, kHeight);
    CHECK(changed(before, after, pad) > 30);
    CHECK(colourAt(after, pad).b > colourAt(after, pad).r);
    CHECK(changed(before, after, pixelOf(scene, {-480, -165, 0}, kWidth, kHeight)) > 15);
    CHECK(changed(before, after, pixelOf(scene, {-480, 200, 0}, kWidth, kHeight)) < 4);
}
