#include "tests/gl/body_fixture.h"

#include <algorithm>

using namespace knotmap;
using namespace knotmap::testing;

namespace {

const scene::Sighting* find(const std::vector<scene::Sighting>& sightings, std::uint32_t instance)
{
    const auto found =
        std::find_if(sightings.begin(), sightings.end(),
                     [&](const scene::Sighting& each) { return each.instance == instance; });
    return found == sightings.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("A survey tells what is seen, how much of it, and a place well inside it")
{
    const auto api = GENERATE(gl::Api::Desktop, gl::Api::Embedded);
    GlFixture gl(api);
    scene::Scene scene = ballScene();
    scene.camera.yawDeg = 0;
    const auto sightings = gl.renderer().survey(scene, 1.5F, 200);
    const scene::Sighting* muscle = find(sightings, kMuscleRight);
    const scene::Sighting* bone = find(sightings, kBoneLeft);
    REQUIRE(muscle != nullptr);
    REQUIRE(bone != nullptr);
    // The place is on the ball's face, near its middle as the eye sees it.
    const glm::vec3 toEye = glm::normalize(scene.camera.eye() - kMuscleAt);
    CHECK(glm::distance(muscle->position, kMuscleAt + kBallMm * toEye) < 12);
    CHECK(muscle->share == Approx(find(sightings, kMuscleLeft)->share).epsilon(0.1));
    CHECK(muscle->share > 0.001F);
    // Hidden behind the muscle, unless that is gone.
    const scene::Sighting* behind = find(sightings, kBehindRight);
    CHECK((behind == nullptr || behind->share < muscle->share / 3));
    scene.looks[kMuscleRight].opacity = 0;
    const auto without = gl.renderer().survey(scene, 1.5F, 200);
    CHECK(find(without, kMuscleRight) == nullptr);
    REQUIRE(find(without, kBehindRight) != nullptr);
}

TEST_CASE("Nothing is seen through an opaque skin, nor in a picture of no size")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    scene.skinOpacity = 1;
    CHECK(gl.renderer().survey(scene, 1, 100).empty());
    scene.skinOpacity = 0;
    CHECK(gl.renderer().survey(scene, 1, 0).empty());
    CHECK_FALSE(gl.renderer().survey(scene, 1, 100).empty());
}
