#include "tests/support/stick_body.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;
using core::Side;

namespace {

glm::vec3 inMirror(const glm::vec3& position)
{
    return {-position.x, position.y, position.z};
}

void checkNear(const glm::vec3& a, const glm::vec3& b)
{
    INFO(a.x << " " << a.y << " " << a.z << " is not " << b.x << " " << b.y << " " << b.z);
    CHECK(glm::distance(a, b) < 0.05F);
}

/// Bent, rotated and standing by a chair on the right: entirely asymmetric.
posture::SolvedPosition askew(const testing::StickBody& stick)
{
    const body::Pose pose = stick.pose({{"glenohumeral", Side::Right, "flexion", 70},
                                        {"elbow", Side::Right, "flexion", 40},
                                        {"hip", Side::Left, "abduction", 25},
                                        {"lumbar", Side::Midline, "bending to the right", 15},
                                        {"thoracic", Side::Midline, "turning to the right", 20}});
    glm::mat4 placement = testing::shifted({150, 30, -70});
    placement = glm::rotate(placement, glm::radians(35.0F), glm::vec3(0, 1, 0));
    placement = glm::rotate(placement, glm::radians(-25.0F), glm::vec3(1, 0, 0));
    posture::SolvedPosition solved = stick.onFloor(pose, placement);
    const props::Furniture chair = props::makeChair(300, 440, -20);
    solved.props = {chair.prop};
    solved.faces.insert(solved.faces.end(), chair.faces.begin(), chair.faces.end());
    solved.faces.push_back({props::SupportFace::Kind::Wall, {70, 0, 0}, {70, 9, 9}, {-1, 0, 0}});
    solved.solids = chair.solids;
    solved.toolAt = glm::vec3(120, 900, 60);
    for (const glm::vec3& position : stick.skinIn(solved.transforms, placement))
        solved.bounds.add(position);
    return solved;
}

} // namespace

TEST_CASE("the left of a mirrored position is the image of the right, with everything around it")
{
    const testing::StickBody stick;
    const posture::SolvedPosition solved = askew(stick);
    const posture::SolvedPosition image = posture::mirrored(stick.model(), solved);
    const auto& joints = stick.skeleton().joints();
    for (std::uint32_t joint = 0; joint < joints.size(); ++joint) {
        INFO(core::instanceName(joints[joint].id, joints[joint].side));
        const glm::vec3 position = joints[joint].at + glm::vec3(10, 20, 30);
        const glm::vec3 there(
            solved.placement *
            glm::vec4(body::transformPoint(solved.transforms[joint], position), 1));
        const std::uint32_t other = body::oppositeJoint(joints, joint);
        const glm::vec3 mirrored(
            image.placement *
            glm::vec4(body::transformPoint(image.transforms[other], inMirror(position)), 1));
        checkNear(mirrored, inMirror(there));
    }
    geometry::Bounds bounds;
    for (const glm::vec3& position : stick.skinIn(image.transforms, image.placement))
        bounds.add(position);
    checkNear(image.bounds.low, bounds.low);
    checkNear(image.bounds.high, bounds.high);
    checkNear(*image.toolAt, {-120, 900, 60});
    // The chair, its outside still outside, and the faces and room of it.
    const geometry::Mesh &mesh = *image.props[0].mesh, &before = *solved.props[0].mesh;
    CHECK(geometry::boundsOf(mesh).high.x == Approx(-geometry::boundsOf(before).low.x));
    CHECK(geometry::volume(mesh) == Approx(geometry::volume(before)));
    CHECK(geometry::volume(mesh) > 0);
    for (std::size_t i = 0; i < mesh.normals.size(); ++i)
        REQUIRE(mesh.normals[i] == inMirror(before.normals[i]));
    for (const glm::vec3& seat : {glm::vec3(-300, 900, 100), glm::vec3(-120, 900, 370)})
        CHECK(props::liesOver(image.faces[1], seat));
    CHECK_FALSE(props::liesOver(image.faces[1], {300, 900, 100}));
    CHECK(image.faces.back().normal == glm::vec3(1, 0, 0));
    CHECK(posture::deepestIn(image.solids, {{-300, 430, 100}}) == Approx(10));
    CHECK(posture::deepestIn(image.solids, {{300, 430, 100}}) == 0);
}

TEST_CASE("a position mirrored twice is what it was")
{
    const testing::StickBody stick;
    const posture::SolvedPosition solved = askew(stick);
    const posture::SolvedPosition twice =
        posture::mirrored(stick.model(), posture::mirrored(stick.model(), solved));
    CHECK(twice.pose.anglesDeg == solved.pose.anglesDeg);
    for (int column = 0; column < 4; ++column)
        CHECK(twice.placement[column] == solved.placement[column]);
    CHECK(twice.props[0].mesh->positions == solved.props[0].mesh->positions);
    CHECK(twice.props[0].mesh->indices == solved.props[0].mesh->indices);
    for (std::size_t i = 0; i < solved.faces.size(); ++i) {
        CHECK(twice.faces[i].low == solved.faces[i].low);
        CHECK(twice.faces[i].normal == solved.faces[i].normal);
    }
    CHECK(twice.bounds.low == solved.bounds.low);
    CHECK(twice.toolAt == solved.toolAt);

    posture::PressTarget point = stick.pointOn({-60, 1300, 100}, {0.6F, 0, 0.8F});
    const posture::PressTarget other = posture::mirrored(point);
    CHECK(other.side == Side::Left);
    CHECK(other.onSkin == glm::vec3(60, 1300, 100));
    CHECK(other.pressing == glm::vec3(0.6F, 0, -0.8F));
    CHECK(posture::mirrored(other).side == Side::Right);
}
