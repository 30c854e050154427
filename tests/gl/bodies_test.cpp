#include "engine/image/image.h"
#include "engine/remesh/detail_levels.h"
#include "engine/render/cache/merged_shapes.h"
#include "tests/gl/body_fixture.h"

using namespace knotmap;
using namespace knotmap::testing;

namespace {

constexpr int kWidth = 480, kHeight = 240;

glm::ivec4 seenAt(const image::Image& picture, const scene::Scene& scene, const glm::vec3& world)
{
    return colourAt(picture, pixelOf(scene, world, kWidth, kHeight));
}

/// The balls with coarser levels, as a baked body has them.
std::shared_ptr<const body::Atlas> levelledAtlas()
{
    auto atlas = std::make_shared<body::Atlas>(*ballAtlas());
    for (body::Shape& shape : atlas->shapes)
        shape.coarser = remesh::coarserLevels(shape.mesh);
    atlas->skin.coarser = remesh::coarserLevels(atlas->skin.mesh);
    return atlas;
}

} // namespace

TEST_CASE("Shapes drawn with one call look as they do one by one")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    scene.appearances[kBoneLeft].opacity = GENERATE(1.0F, 0.4F);
    scene.camera.distanceMm = 5000;
    // Without coarser levels a ball is too fine to be merged: each is drawn alone.
    const image::Image alone = gl.picture(scene, kWidth, kHeight);
    const std::size_t callsAlone = gl.renderer().lastFrame().drawCalls;
    scene.atlas = levelledAtlas();
    const image::Image merged = gl.picture(scene, kWidth, kHeight);
    CHECK(gl.renderer().lastFrame().drawCalls < callsAlone);
    const auto difference = image::compare(alone, merged);
    REQUIRE(difference);
    CHECK(difference.value().mean < 0.5);
}

TEST_CASE("Merged levels are the shape's own, the coarsest that an error allows")
{
    GlFixture gl;
    const auto atlas = levelledAtlas();
    const body::Shape& shape = atlas->shapes.front();
    const render::PreparedMesh prepared =
        render::prepareMesh(shape.mesh, shape.coarser, render::Detail::Fibres);
    const render::CoarsePart part = render::coarsePart(prepared, shape.mesh, shape.coarser);
    REQUIRE(part.levels.size() >= 3);
    for (std::size_t i = 0; i < part.vertices.size(); ++i)
        CHECK(part.vertices[i].position == prepared.vertices[part.sources[i]].position);
    render::MergedShapes merged;
    merged.add({}, {});
    merged.add(part, {1, 1, 1, 0});
    merged.upload();
    CHECK(merged.level(0, 100) == nullptr);
    CHECK(merged.level(1, 0) == nullptr);
    const render::MergedLevel* coarsest = merged.level(1, 100);
    REQUIRE(coarsest != nullptr);
    CHECK(coarsest->count == part.levels.back().indices.size());
    CHECK(merged.level(1, part.levels[1].errorMm)->count == part.levels[1].indices.size());
}

TEST_CASE("Further bodies appear in their placement, with what is on them, in both qualities")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    scene.camera.distanceMm = 3500;
    scene.zone = frontZone(*scene.atlas, 60);
    const glm::vec3 aside(750, 0, 0);
    const glm::vec3 behindZone(0, 0, kSkinMm), bone = kBoneAt;
    image::Image picture = gl.picture(scene, kWidth, kHeight);
    CHECK(isPale(seenAt(picture, scene, aside + behindZone)));
    const glm::ivec4 boneAlone = seenAt(picture, scene, bone);

    scene.copies = {glm::translate(glm::mat4(1), aside)};
    picture = gl.picture(scene, kWidth, kHeight);
    CHECK(isRed(seenAt(picture, scene, behindZone)));
    CHECK(isRed(seenAt(picture, scene, aside + behindZone)));
    CHECK(isPale(seenAt(picture, scene, aside + bone)));
    CHECK(isRed(seenAt(picture, scene, aside + kMuscleAt + glm::vec3(0, 0.6F * kBallMm, 0))));
    const glm::ivec4 off = glm::abs(seenAt(picture, scene, bone) - boneAlone);
    CHECK(off.r + off.g + off.b < 12);
}

TEST_CASE("A rotated body shows its other side, and only the first is picked")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    scene.camera.distanceMm = 3500;
    scene.zone = frontZone(*scene.atlas, 60);
    for (const Instances muscle : {kMuscleRight, kMuscleLeft, kBehindRight, kBehindLeft})
        scene.appearances[muscle].opacity = 0; // red as well
    const glm::vec3 aside(750, 0, 0);
    scene.copies = {
        glm::rotate(glm::translate(glm::mat4(1), aside), glm::pi<float>(), glm::vec3(0, 1, 0))};
    const image::Image picture = gl.picture(scene, kWidth, kHeight);
    CHECK(isRed(seenAt(picture, scene, {0, 0, kSkinMm})));
    CHECK(!isRed(seenAt(picture, scene, aside + glm::vec3(0, 0, kSkinMm))));
    const auto pickAt = [&](const glm::vec3& world) {
        const glm::vec2 pixel = pixelOf(scene, world, kWidth, kHeight);
        return gl.renderer().pick(scene, kWidth, kHeight, pixel.x, pixel.y).what;
    };
    CHECK(pickAt(kBoneAt) == scene::Pick::What::Instance);
    CHECK(pickAt(aside) == scene::Pick::What::Nothing);
}

TEST_CASE("A copy out of sight costs nothing")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    (void)gl.picture(scene, kWidth, kHeight);
    const std::size_t calls = gl.renderer().lastFrame().drawCalls;
    scene.copies = {glm::translate(glm::mat4(1), glm::vec3(50000, 0, 0))};
    (void)gl.picture(scene, kWidth, kHeight);
    CHECK(gl.renderer().lastFrame().drawCalls == calls);
}

TEST_CASE("An outline looks the same whether its structure is near the edge or in the middle")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    scene.appearances[kMuscleRight].highlight = 1;
    const float aspect = static_cast<float>(kWidth) / kHeight;
    // The line around the ball, counted in dark pixels: the drawn area must clip none.
    const auto darkPixels = [&](float panned) {
        scene.camera = ballScene().camera;
        scene::pan(scene.camera, panned * aspect, 0);
        const image::Image with = gl.picture(scene, kWidth, kHeight);
        int dark = 0;
        for (int y = 0; y < kHeight; ++y)
            for (int x = 0; x < kWidth; ++x) {
                const glm::ivec4 colour = colourAt(with, {x, y});
                dark += colour.b > colour.r + 15 && colour.r < 90 ? 1 : 0;
            }
        return dark;
    };
    const int middle = darkPixels(0);
    CHECK(middle > 60);
    CHECK(std::abs(darkPixels(0.25F) - middle) < middle / 4);
    CHECK(std::abs(darkPixels(-0.25F) - middle) < middle / 4);
}
