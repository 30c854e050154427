#include "engine/scene/camera.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>

using namespace knotmap;

namespace {

constexpr float kAspect = 1.6F;

glm::vec2 positionOf(const scene::Camera& camera, const glm::vec3& point)
{
    const glm::vec4 clip = camera.projection(kAspect) * camera.view() * glm::vec4(point, 1);
    return glm::vec2(clip) / clip.w;
}

void checkSame(const glm::vec2& a, const glm::vec2& b)
{
    CHECK(a.x == Approx(b.x).margin(1e-3));
    CHECK(a.y == Approx(b.y).margin(1e-3));
}

geometry::Bounds standingBody()
{
    geometry::Bounds bounds;
    bounds.add({-320, 0, -30});
    bounds.add({320, 1640, 230});
    return bounds;
}

} // namespace

TEST_CASE("Yaw 0 looks from the front, 90 from the body's left, pitch from above")
{
    scene::Camera camera;
    CHECK(glm::distance(camera.toEye(), {0, 0, 1}) < 1e-5F);
    camera.yawDeg = 90;
    CHECK(glm::distance(camera.toEye(), {1, 0, 0}) < 1e-5F);
    camera.pitchDeg = 30;
    CHECK(camera.toEye().y == Approx(0.5F));
    CHECK(glm::length(camera.toEye()) == Approx(1));
    camera = {};
    // Seen from the front, the body's right side is on the picture's left.
    CHECK(positionOf(camera, camera.target - glm::vec3(100, 0, 0)).x < 0);
    checkSame(positionOf(camera, camera.target), {0, 0});
}

TEST_CASE("A ray goes through the point seen at its position")
{
    scene::Camera camera;
    camera.yawDeg = 33;
    camera.pitchDeg = -20;
    const glm::vec3 point = camera.target + glm::vec3(120, -80, 45);
    const glm::vec2 position = positionOf(camera, point);
    const scene::Ray ray = scene::rayThrough(camera, kAspect, position.x, position.y);
    CHECK(glm::length(ray.direction) == Approx(1));
    const glm::vec3 offset = point - ray.origin;
    CHECK(glm::length(offset - glm::dot(offset, ray.direction) * ray.direction) < 0.5F);
}

TEST_CASE("Pitch stays short of the poles and yaw wraps")
{
    scene::Camera camera;
    scene::orbit(camera, 350, 500);
    CHECK(camera.pitchDeg == 89);
    CHECK(camera.yawDeg == Approx(-10));
    scene::orbit(camera, 0, -1000);
    CHECK(camera.pitchDeg == -89);
    for (const float value : {camera.view()[0][0], camera.view()[3][2]})
        CHECK(std::isfinite(value));
}

TEST_CASE("Orbiting and zooming about a point keep it fixed in the picture")
{
    scene::Camera camera;
    camera.yawDeg = 20;
    const glm::vec3 pivot = camera.target + glm::vec3(150, 90, 60);
    const glm::vec2 before = positionOf(camera, pivot);
    const float depth = glm::distance(camera.eye(), pivot);
    scene::orbitAbout(camera, pivot, 47, -12);
    checkSame(positionOf(camera, pivot), before);
    CHECK(glm::distance(camera.eye(), pivot) == Approx(depth).epsilon(1e-3));
    scene::zoomTowards(camera, pivot, 0.5F);
    checkSame(positionOf(camera, pivot), before);
    CHECK(glm::distance(camera.eye(), pivot) == Approx(depth / 2).epsilon(1e-3));
    scene::zoomTowards(camera, pivot, 1e-9F);
    CHECK(camera.distanceMm > 1);
    checkSame(positionOf(camera, pivot), before);
}

TEST_CASE("Panning moves the picture by fractions of its height")
{
    scene::Camera camera;
    const glm::vec3 seen = camera.target;
    scene::pan(camera, 0, 0.25F);
    // The camera rose by a quarter of the height, so the centre sank by half of a half.
    checkSame(positionOf(camera, seen), {0, -0.5F});
}

TEST_CASE("Named views hold the whole body and are refused when unknown")
{
    const geometry::Bounds body = standingBody();
    for (const char* name : {"front", "back", "left", "right", "three-quarter"}) {
        CAPTURE(name);
        const auto camera = scene::namedView(name, body, kAspect);
        REQUIRE(camera);
        float largest = 0;
        for (int corner = 0; corner < 8; ++corner) {
            const glm::vec3 point((corner & 1) != 0 ? body.low.x : body.high.x,
                                  (corner & 2) != 0 ? body.low.y : body.high.y,
                                  (corner & 4) != 0 ? body.low.z : body.high.z);
            const glm::vec2 position = positionOf(*camera, point);
            largest = std::max({largest, std::abs(position.x), std::abs(position.y)});
        }
        CHECK(largest < 1);
        CHECK(largest > 0.85F);
    }
    CHECK(scene::namedView("left", body, kAspect)->toEye().x > 0.9F);
    CHECK(scene::namedView("back", body, kAspect)->toEye().z < -0.9F);
    CHECK(scene::namedView("head", body, kAspect)->target.y > 1400);
    CHECK(scene::namedView("hand", body, kAspect)->target.x < -150);
    CHECK(scene::namedView("foot", body, kAspect)->target.y < 250);
    CHECK(scene::namedView("neck", body, kAspect)->toEye().z < -0.8F);
    CHECK(scene::namedView("shoulder", body, kAspect)->target.x < -100);
    for (const std::string& name : scene::viewNames())
        CHECK(scene::namedView(name, body, kAspect));
    CHECK(!scene::namedView("sideways", body, kAspect));
    CHECK(!scene::namedView("", body, kAspect));
}
