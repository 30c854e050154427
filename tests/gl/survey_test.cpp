#include "tests/gl/body_fixture.h"

#include <algorithm>

using namespace knotmap;
using namespace knotmap::testing;

namespace {

const scene::VisibleInstance* find(const std::vector<scene::VisibleInstance>& visibleInstances,
                                   std::uint32_t instance)
{
    const auto found =
        std::find_if(visibleInstances.begin(), visibleInstances.end(),
                     [&](const scene::VisibleInstance& each) { return each.instance == instance; });
    return found == visibleInstances.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("A survey says what is visible, how much of it, and a point well inside it")
{
    const auto api = GENERATE(gl::Api::Desktop, gl::Api::Embedded);
    GlFixture gl(api);
    scene::Scene scene = ballScene();
    scene.camera.yawDeg = 0;
    const auto visibleInstances = gl.renderer().survey(scene, 1.5F, 200);
    const scene::VisibleInstance* muscle = find(visibleInstances, kMuscleRight);
    const scene::VisibleInstance* bone = find(visibleInstances, kBoneLeft);
    REQUIRE(muscle != nullptr);
    REQUIRE(bone != nullptr);
    // The point is on the ball's face, near its centre as seen by the eye.
    const glm::vec3 toEye = glm::normalize(scene.camera.eye() - kMuscleAt);
    CHECK(glm::distance(muscle->position, kMuscleAt + kBallMm * toEye) < 12);
    CHECK(muscle->share == Approx(find(visibleInstances, kMuscleLeft)->share).epsilon(0.1));
    CHECK(muscle->share > 0.001F);
    // Hidden behind the muscle, unless that is gone.
    const scene::VisibleInstance* behind = find(visibleInstances, kBehindRight);
    CHECK((behind == nullptr || behind->share < muscle->share / 3));
    scene.appearances[kMuscleRight].opacity = 0;
    const auto without = gl.renderer().survey(scene, 1.5F, 200);
    CHECK(find(without, kMuscleRight) == nullptr);
    REQUIRE(find(without, kBehindRight) != nullptr);
}

TEST_CASE("Nothing is visible through an opaque skin, nor in a picture of no size")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    scene.skinOpacity = 1;
    CHECK(gl.renderer().survey(scene, 1, 100).empty());
    scene.skinOpacity = 0;
    CHECK(gl.renderer().survey(scene, 1, 0).empty());
    CHECK_FALSE(gl.renderer().survey(scene, 1, 100).empty());
}
