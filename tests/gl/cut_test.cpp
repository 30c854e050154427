#include "tests/gl/body_fixture.h"

using namespace knotmap;
using namespace knotmap::testing;
using What = scene::Pick::What;

namespace {

constexpr int kWidth = 480, kHeight = 360;

/// Seen from the front, with everything in front of a plane cut off.
scene::Scene cutScene(float z)
{
    scene::Scene scene = ballScene();
    scene.cut = scene::makeCut(scene::Plane::Frontal, {0, 0, z},
                               geometry::boundsOf(scene.atlas->skin.mesh), scene.camera.eye());
    scene.cut->side = scene.cut->other = glm::vec3(0);
    return scene;
}

scene::Pick pickAt(GlFixture& gl, const scene::Scene& scene, const glm::vec3& world)
{
    const glm::vec2 pixel = pixelOf(scene, world, kWidth, kHeight);
    return gl.renderer().pick(scene, kWidth, kHeight, pixel.x, pixel.y);
}

/// The colour of fat: yellow, light.
bool isFat(const glm::ivec4& colour)
{
    return colour.r > 150 && colour.g > 130 && colour.b < colour.g - 25;
}

} // namespace

TEST_CASE("A section is filled with what is cut, on both sides of the body")
{
    const auto api = GENERATE(gl::Api::Desktop, gl::Api::Embedded);
    GlFixture gl(api);
    const scene::Scene scene = cutScene(kMuscleAt.z);
    const image::Image picture = gl.picture(scene, kWidth, kHeight);
    const auto at = [&](const glm::vec3& world) {
        return colourAt(picture, pixelOf(scene, world, kWidth, kHeight));
    };
    for (const float side : {1.0F, -1.0F}) {
        const glm::vec3 mirror(side, 1, 1);
        // From the centre to near the edge: no hole, no shell.
        for (const float off : {0.0F, 0.4F, 0.75F}) {
            const glm::vec3 up(0, off * kBallMm, 0);
            CHECK(isRed(at((kMuscleAt + up) * mirror)));
            const auto bone = at((kBoneAt + up) * mirror);
            CHECK(bone.r > bone.b);
            CHECK(!isRed(bone));
            CHECK(bone.r > 120);
        }
        CHECK(isPale(at((kMuscleAt + glm::vec3(0, 1.2F * kBallMm, 0)) * mirror)));
    }
}

TEST_CASE("A section is picked as the structure cut there, at its position on the plane")
{
    const auto api = GENERATE(gl::Api::Desktop, gl::Api::Embedded);
    GlFixture gl(api);
    const scene::Scene scene = cutScene(kMuscleAt.z);
    const glm::vec3 point = kMuscleAt + glm::vec3(15, -20, 0);
    const scene::Pick muscle = pickAt(gl, scene, point);
    CHECK(muscle.what == What::Instance);
    CHECK(muscle.index == kMuscleRight);
    CHECK(glm::distance(muscle.position, point) < 2.5F);
    CHECK(pickAt(gl, scene, kBoneAt * glm::vec3(-1, 1, 1)).index == kBoneLeft);
}

TEST_CASE("What a cut removes is neither drawn nor picked nor labelled")
{
    GlFixture gl;
    const scene::Scene scene = cutScene(-20); // the front balls end at z = 10
    const image::Image picture = gl.picture(scene, kWidth, kHeight);
    CHECK(isPale(colourAt(picture, pixelOf(scene, kBoneAt, kWidth, kHeight))));
    CHECK(pickAt(gl, scene, kBoneAt).what == What::Nothing);
    CHECK(pickAt(gl, scene, kBehindAt).index == kBehindRight);
    for (const scene::VisibleInstance& visible : gl.renderer().survey(scene, 4.0F / 3, 240))
        CHECK(visible.instance >= kBehindRight);
}

TEST_CASE("From behind the cut body is closed, and flipping removes the other half")
{
    GlFixture gl;
    scene::Scene scene = cutScene(kMuscleAt.z);
    scene.camera.yawDeg = 180;
    const scene::Pick back = pickAt(gl, scene, kMuscleAt);
    CHECK(back.position.z < kMuscleAt.z - 20);
    scene::flip(*scene.cut);
    const scene::Pick section = pickAt(gl, scene, kMuscleAt);
    CHECK(section.what == What::Instance);
    CHECK(section.position.z == Approx(kMuscleAt.z).margin(1.5));
}

TEST_CASE("Under cut skin there is fat, and a hollow where nothing is modelled")
{
    GlFixture gl;
    scene::Scene scene = cutScene(kMuscleAt.z);
    scene.skinOpacity = 1;
    const image::Image picture = gl.picture(scene, kWidth, kHeight);
    const auto at = [&](const glm::vec3& world) {
        return colourAt(picture, pixelOf(scene, world, kWidth, kHeight));
    };
    // The skin's ball has a radius of 314 mm at that height.
    CHECK(isFat(at({0, 302, kMuscleAt.z})));
    CHECK(isFat(at({0, -302, kMuscleAt.z})));
    CHECK(isRed(at(kMuscleAt)));
    const auto hollow = at({0, 150, kMuscleAt.z});
    CHECK(!isFat(hollow));
    CHECK(!isPale(hollow)); // the far side of the skin, not paper
    scene.skinOpacity = 0.3F;
    CHECK(!isFat(colourAt(gl.picture(scene, kWidth, kHeight),
                          pixelOf(scene, {0, 302, kMuscleAt.z}, kWidth, kHeight))));
}

TEST_CASE("A trigger point on the removed side is not picked, one on the plane is")
{
    GlFixture gl;
    scene::Scene scene = cutScene(kMuscleAt.z);
    scene::KnotMarker taken, kept;
    taken.position = kMuscleAt + glm::vec3(0, 0, 30);
    taken.onSkin = taken.position + glm::vec3(0, 0, 20);
    kept.position = kBoneAt;
    kept.onSkin = kBoneAt + glm::vec3(0, 0, 60);
    scene.knots = {taken, kept};
    CHECK(pickAt(gl, scene, taken.position).what == What::Instance);
    CHECK(pickAt(gl, scene, kept.position).what == What::Knot);
}

TEST_CASE("A zone ends where the skin is cut")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    scene.zone = frontZone(*scene.atlas, 120);
    scene.cut = scene::makeCut(scene::Plane::Transverse, {0, 0, 0},
                               geometry::boundsOf(scene.atlas->skin.mesh), {0, 900, 900});
    const image::Image picture = gl.picture(scene, kWidth, kHeight);
    const auto at = [&](float y) {
        const glm::vec3 point(0, y, std::sqrt(kSkinMm * kSkinMm - y * y));
        return colourAt(picture, pixelOf(scene, point, kWidth, kHeight));
    };
    CHECK(isRed(at(-50)));
    CHECK(!isRed(at(50)));
}

TEST_CASE("Both APIs draw the same cut, and closing it restores the old picture")
{
    scene::Scene scene = cutScene(kMuscleAt.z);
    scene.skinOpacity = 1;
    std::vector<image::Image> pictures;
    for (const gl::Api api : {gl::Api::Desktop, gl::Api::Embedded}) {
        GlFixture gl(api);
        pictures.push_back(gl.picture(scene, kWidth, kHeight));
    }
    CHECK(image::compare(pictures[0], pictures[1])->mean < 0.15);
    GlFixture gl;
    scene.cut.reset();
    const image::Image before = gl.picture(scene, kWidth, kHeight);
    scene.cut = cutScene(0).cut;
    (void)gl.picture(scene, kWidth, kHeight);
    scene.cut.reset();
    CHECK(image::compare(before, gl.picture(scene, kWidth, kHeight))->maximum == 0);
}

TEST_CASE("A section follows the body's placement")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    scene.bodyPlacement = glm::translate(glm::mat4(1), glm::vec3(0, 40, -30));
    scene.cut = scene::makeCut(scene::Plane::Frontal, {0, 0, 30},
                               geometry::boundsOf(scene.atlas->skin.mesh), scene.camera.eye());
    const scene::Pick found = pickAt(gl, scene, kMuscleAt + glm::vec3(0, 40, -30));
    CHECK(found.index == kMuscleRight);
    CHECK(glm::distance(found.position, kMuscleAt) < 2);
}
