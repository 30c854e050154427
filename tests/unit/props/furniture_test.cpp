#include "engine/props/furniture.h"

#include "engine/posture/penetration.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>

using namespace knotmap;
using props::Furniture;
using props::SupportFace;

namespace {

geometry::Bounds boundsOf(const Furniture& furniture)
{
    return geometry::boundsOf(*furniture.prop.mesh);
}

void checkDrawn(const Furniture& furniture)
{
    const geometry::Mesh& mesh = *furniture.prop.mesh;
    REQUIRE_FALSE(mesh.indices.empty());
    CHECK(furniture.prop.colours.size() == mesh.positions.size());
    CHECK(mesh.normals.size() == mesh.positions.size());
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.positions[mesh.indices[i]],
                        b = mesh.positions[mesh.indices[i + 1]],
                        c = mesh.positions[mesh.indices[i + 2]];
        const glm::vec3 across = glm::cross(b - a, c - a);
        if (glm::length(across) < 1e-3F)
            continue;
        // Every triangle faces the same direction as its vertex normals.
        const glm::vec3 normals = mesh.normals[mesh.indices[i]] +
                                  mesh.normals[mesh.indices[i + 1]] +
                                  mesh.normals[mesh.indices[i + 2]];
        REQUIRE(glm::dot(across, normals) > 0);
    }
    for (const glm::vec3& normal : mesh.normals)
        REQUIRE(glm::length(normal) == Approx(1).margin(1e-3));
}

/// The lower half of a ball above a point.
std::vector<glm::vec3> ballOver(const glm::vec3& lowest, float radius)
{
    std::vector<glm::vec3> points;
    for (float x = -radius; x <= radius; x += 6)
        for (float z = -radius; z <= radius; z += 6)
            if (const float left = radius * radius - x * x - z * z; left >= 0)
                points.push_back(lowest + glm::vec3(x, radius - std::sqrt(left), z));
    return points;
}

} // namespace

TEST_CASE("a chair has its seat at the requested height and its backrest in front of its posts")
{
    const Furniture chair = props::makeChair(100, 440, -20);
    checkDrawn(chair);
    REQUIRE(chair.faces.size() == 2);
    const SupportFace &seat = chair.faces[0], &back = chair.faces[1];
    CHECK(seat.kind == SupportFace::Kind::Seat);
    CHECK(seat.low.y == 440);
    CHECK(back.kind == SupportFace::Kind::ChairBack);
    CHECK(back.low.z == -20);
    CHECK(back.normal == glm::vec3(0, 0, 1));
    CHECK(props::liesOver(seat, {100, 900, 150}));
    CHECK_FALSE(props::liesOver(seat, {100, 900, -60}));
    // Whoever sits on it penetrates no part of it.
    CHECK(posture::deepestIn(chair.solids, {{100, 441, 100}, {100, 700, -19}}) == 0);
    CHECK(posture::deepestIn(chair.solids, {{100, 430, 100}}) == Approx(10));
    CHECK(boundsOf(chair).low.y == 0);
}

TEST_CASE("a doorway can be passed through where a wall cannot")
{
    for (const float towards : {-1.0F, 1.0F}) {
        const Furniture doorway = props::makeDoorway(30, towards, -200);
        checkDrawn(doorway);
        const auto at = [&](float pastJamb) {
            return glm::vec3(30 + towards * pastJamb, 1300, -230);
        };
        CHECK(posture::deepestIn(doorway.solids, {at(60), at(400), at(780)}) == 0);
        CHECK(posture::deepestIn(doorway.solids, {at(-60)}) > 0);
        CHECK(posture::deepestIn(doorway.solids, {at(840)}) > 0);
        // One leans on its frame.
        CHECK(doorway.faces.front().kind == SupportFace::Kind::Wall);
        CHECK(doorway.faces.front().low.z == -200);
        CHECK(props::liesOver(doorway.faces.front(), {30 - towards * 40, 1300, 0}));
    }
    CHECK(posture::deepestIn(props::makeWall(30, -200).solids, {{60, 1300, -230}}) > 0);
}

TEST_CASE("a mat lies on the floor along the body and supports at its thickness")
{
    const Furniture along = props::makeMat({0, 100}, false),
                    across = props::makeMat({0, 100}, true);
    checkDrawn(along);
    CHECK(boundsOf(along).size().z > boundsOf(along).size().x);
    CHECK(boundsOf(across).size().x > boundsOf(across).size().z);
    CHECK(boundsOf(along).low.y == Approx(0));
    CHECK(along.faces.front().low.y == props::kMatMm);
}

TEST_CASE("a bed extends from its edge to one side only")
{
    for (const float towards : {-1.0F, 1.0F}) {
        const Furniture bed = props::makeBed(50, towards, -1000, 480);
        checkDrawn(bed);
        CHECK(bed.faces.front().low.y == 480);
        CHECK(props::liesOver(bed.faces.front(), {50 + towards * 100, 600, 0}));
        CHECK_FALSE(props::liesOver(bed.faces.front(), {50 - towards * 10, 600, 0}));
        // Soft tissue may sink into the mattress, but no leg into the frame.
        CHECK(posture::deepestIn(bed.solids, {{50 + towards * 100, 470, 0}}) == 0);
        CHECK(posture::deepestIn(bed.solids, {{50 + towards * 100, 350, 0}}) > 20);
    }
}

TEST_CASE("a cushion takes the shape of what lies on it and never penetrates it")
{
    props::CushionPlacement placement;
    placement.groundMm = props::kMatMm;
    placement.thickMm = 110;
    const std::vector<glm::vec3> head = ballOver({20, 85, 10}, 90);
    const Furniture cushion = props::makeCushion(placement, head);
    checkDrawn(cushion);
    for (const glm::vec3& vertex : cushion.prop.mesh->positions) {
        CHECK(vertex.y >= props::kMatMm - 0.01F);
        const float aside = glm::length(glm::vec2(vertex.x - 20, vertex.z - 10));
        if (aside < 80)
            CHECK(vertex.y <= 85 + 90 - std::sqrt(90 * 90 - aside * aside) + 0.01F);
    }
    CHECK(boundsOf(cushion).high.y > 100); // beside the head it keeps its thickness
    CHECK(cushion.faces.front().low.y == Approx(85));
}
