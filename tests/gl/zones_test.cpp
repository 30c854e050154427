#include "tests/gl/body_fixture.h"

using namespace knotmap;
using namespace knotmap::testing;

namespace {

constexpr int kWidth = 320, kHeight = 240;

glm::ivec4 seenAt(GlFixture& gl, const scene::Scene& scene, const glm::vec3& world)
{
    return colourAt(gl.picture(scene, kWidth, kHeight), pixelOf(scene, world, kWidth, kHeight));
}

scene::Scene skinScene()
{
    scene::Scene scene = ballScene();
    scene.skinOpacity = 1;
    return scene;
}

/// The front zone, moved sideways along the skin.
std::shared_ptr<const scene::ZonePaint> zoneAt(const body::Atlas& atlas, const glm::vec3& point)
{
    auto zone = std::make_shared<scene::ZonePaint>();
    for (const glm::vec3& position : atlas.skin.mesh.positions) {
        const float edge = glm::distance(position, point) - 50;
        zone->edgeDistance.emplace_back(edge, edge);
    }
    return zone;
}

glm::vec3 onSkin(float x, float y)
{
    return {x, y, std::sqrt(kSkinMm * kSkinMm - x * x - y * y)};
}

} // namespace

TEST_CASE("Further zones have their own hues beside the red one, in either API")
{
    const auto api = GENERATE(gl::Api::Desktop, gl::Api::Embedded);
    GlFixture gl(api);
    scene::Scene scene = skinScene();
    scene.zone = zoneAt(*scene.atlas, onSkin(0, 0));
    scene.keptZones[0] = zoneAt(*scene.atlas, onSkin(150, 0));
    scene.keptZones[1] = zoneAt(*scene.atlas, onSkin(0, 150));
    const glm::ivec4 red = seenAt(gl, scene, onSkin(3, 3));
    const glm::ivec4 blue = seenAt(gl, scene, onSkin(153, 3));
    const glm::ivec4 green = seenAt(gl, scene, onSkin(3, 153));
    CHECK(red.r > red.b + 60);
    CHECK(blue.b > blue.r + 40);
    CHECK(green.g > green.r + 20);
    gl.checkNoErrors();
}

TEST_CASE("Where two zones overlap both hues appear in bands")
{
    GlFixture gl;
    scene::Scene scene = skinScene();
    scene.camera.distanceMm = 900;
    scene.zone = zoneAt(*scene.atlas, onSkin(0, 0));
    scene.keptZones[0] = scene.zone;
    int red = 0, blue = 0;
    const image::Image picture = gl.picture(scene, kWidth, kHeight);
    for (float y = -30; y <= 30; y += 1) {
        const glm::ivec4 seen = colourAt(picture, pixelOf(scene, onSkin(0, y), kWidth, kHeight));
        red += seen.r > seen.b + 60;
        blue += seen.b > seen.r + 40;
    }
    CHECK(red > 15);
    CHECK(blue > 10);
}

TEST_CASE("A pulse lights up the path where it has arrived, and nothing far beside it")
{
    GlFixture gl;
    scene::Scene scene = skinScene();
    scene.zone = zoneAt(*scene.atlas, onSkin(150, 0));
    const glm::ivec4 before = seenAt(gl, scene, onSkin(-60, 0));
    const glm::ivec4 beside = seenAt(gl, scene, onSkin(-60, 60));
    auto path = std::make_shared<scene::ReferralPath>();
    for (const glm::vec3& position : scene.atlas->skin.mesh.positions)
        path->coordinates.emplace_back(position.x + kSkinMm, std::abs(position.y));
    path->lengthMm = 2 * kSkinMm;
    scene.pulse = scene::Pulse{path, kSkinMm - 60};
    const glm::ivec4 lit = seenAt(gl, scene, onSkin(-60, 0));
    CHECK(lit.r - lit.g > before.r - before.g + 40);
    CHECK(glm::abs(seenAt(gl, scene, onSkin(-60, 60)).g - beside.g) < 4);
    scene.pulse->reachedMm = kSkinMm + 150;
    CHECK(seenAt(gl, scene, onSkin(150, 3)).g > 60);
    gl.checkNoErrors();
}
