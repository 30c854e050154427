#include "engine/scene/cut.h"

#include "engine/scene/scene.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;
using namespace knotmap::scene;

namespace {

geometry::Bounds trunk()
{
    geometry::Bounds bounds;
    bounds.add({-300, 0, -150});
    bounds.add({300, 1700, 150});
    return bounds;
}

} // namespace

TEST_CASE("the anatomical planes are recognised by name")
{
    for (const Plane plane : {Plane::Transverse, Plane::Sagittal, Plane::Frontal})
        CHECK(parsePlane(planeName(plane)) == plane);
    CHECK_FALSE(parsePlane("coronal"));
    CHECK(axisOf(Plane::Transverse) == glm::vec3(0, 1, 0));
    CHECK(axisOf(Plane::Sagittal) == glm::vec3(1, 0, 0));
    CHECK(axisOf(Plane::Frontal) == glm::vec3(0, 0, 1));
}

TEST_CASE("a cut goes through its point and removes the eye's side")
{
    const Cut above = makeCut(Plane::Transverse, {40, 900, 70}, trunk(), {0, 1500, 2000});
    CHECK(positionAlong(above) == 900);
    CHECK(above.above({0, 950, 0}) == Approx(50));
    CHECK(above.above({100, 890, -90}) == Approx(-10));
    const Cut below = makeCut(Plane::Transverse, {40, 900, 70}, trunk(), {0, 500, 2000});
    CHECK(below.above({0, 950, 0}) == Approx(-50));
    const Cut right = makeCut(Plane::Sagittal, {-120, 0, 0}, trunk(), {-900, 800, 0});
    CHECK(right.above({-200, 0, 0}) == Approx(80));
    CHECK(planeOf(right) == Plane::Sagittal);
}

TEST_CASE("the frame lies in the plane and extends beyond the body")
{
    for (const Plane plane : {Plane::Transverse, Plane::Sagittal, Plane::Frontal}) {
        const Cut cut = makeCut(plane, {10, 800, 20}, trunk(), {500, 1500, 1500});
        for (const glm::vec3& edge : {cut.side, cut.other})
            CHECK(glm::dot(edge, cut.normal) == 0);
        CHECK(glm::dot(cut.side, cut.other) == 0);
        const glm::vec3 reach = glm::abs(cut.side) + glm::abs(cut.other) + axisOf(plane) * 9000.0F;
        const glm::vec3 half = 0.5F * trunk().size();
        CHECK(reach.x > half.x);
        CHECK(reach.y > half.y);
        CHECK(reach.z > half.z);
    }
}

TEST_CASE("a cut is moved along its axis whichever half is removed, and stays in the body")
{
    Cut cut = makeCut(Plane::Transverse, {0, 900, 0}, trunk(), {0, 2000, 0});
    move(cut, 25, trunk());
    CHECK(positionAlong(cut) == 925);
    flip(cut);
    CHECK(cut.normal == glm::vec3(0, -1, 0));
    move(cut, -40, trunk());
    CHECK(positionAlong(cut) == 885);
    move(cut, 5000, trunk());
    CHECK(positionAlong(cut) < 1700);
    CHECK(positionAlong(cut) > 1690);
    move(cut, -9000, trunk());
    CHECK(positionAlong(cut) > 0);
    CHECK(planeOf(cut) == Plane::Transverse);
}

TEST_CASE("the distance along an axis is where the ray passes nearest to it")
{
    const glm::vec3 axis(0, 1, 0);
    const Ray level{{0, 130, 1000}, {0, 0, -1}};
    CHECK(*distanceAlong(level, {5, 100, 0}, axis) == Approx(30));
    const Ray slanting{{0, 1100, 1000}, glm::normalize(glm::vec3(0, -1, -1))};
    CHECK(*distanceAlong(slanting, {0, 100, 0}, axis) == Approx(0).margin(0.01));
    CHECK_FALSE(distanceAlong({{0, 900, 0}, {0, -1, 0}}, {0, 100, 0}, axis));
}

TEST_CASE("a tool goes with the removed half, or where it hides the section")
{
    scene::Scene scene;
    scene.tool = scene::ToolModel{};
    scene.tool->placement[3] = glm::vec4(0, 1000, 0, 1);
    CHECK_FALSE(scene::cutTakesTool(scene));
    for (const auto& [height, seen] :
         {std::pair(1040.0F, true), {1005.0F, false}, {900.0F, false}}) {
        scene.cut = scene::Cut{};
        scene.cut->point = {0, height, 0};
        scene.cut->normal = {0, 1, 0};
        CHECK(scene::cutTakesTool(scene) != seen);
    }
}
