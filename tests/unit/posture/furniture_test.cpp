#include "tests/support/stick_body.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <map>

using namespace knotmap;
using props::Furniture;

namespace {

using Corner = std::tuple<float, float, float>;

/// Whether every edge has as many triangles in one direction as in the other: boxes have separate
/// vertices on each face, so edges are identified by position.
bool isClosed(const geometry::Mesh& mesh)
{
    const auto cornerAt = [&](std::uint32_t vertex) {
        const glm::vec3& point = mesh.positions[vertex];
        return Corner(point.x, point.y, point.z);
    };
    std::map<std::pair<Corner, Corner>, int> edges;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k) {
            const Corner from = cornerAt(mesh.indices[i + k]),
                         to = cornerAt(mesh.indices[i + (k + 1) % 3]);
            ++edges[{from, to}];
            --edges[{to, from}];
        }
    for (const auto& [edge, count] : edges)
        if (count != 0)
            return false;
    return true;
}

double volumeOf(const std::vector<props::Solid>& solids)
{
    double sum = 0;
    for (const props::Solid& solid : solids) {
        const glm::dvec3 size(solid.high - solid.low);
        sum += size.x * size.y * size.z;
    }
    return sum;
}

geometry::Bounds boundsOf(const Furniture& thing)
{
    return geometry::boundsOf(*thing.prop.mesh);
}

} // namespace

TEST_CASE("shapes made of boards are closed, outside out, and fill their stated room")
{
    for (const Furniture& thing :
         {props::makeWall(30, -200), props::makeDoorway(30, -1, -200),
          props::makeChair(100, 440, -20), props::makeTable(0, 250, 735)}) {
        CHECK(isClosed(*thing.prop.mesh));
        CHECK(geometry::volume(*thing.prop.mesh) == Approx(volumeOf(thing.solids)).epsilon(0.0001));
    }
    // A rounded box lacks the volume at its edges and corners: for a mat 2000 by 1250 by 15 mm with
    // edges of 6.5 mm radius, 9.07 mm2 along each of 4 long, 4 broad and 4 short edges, less the
    // corners.
    const Furniture mat = props::makeMat({0, 0}, true);
    const double missing = 2000.0 * 1250 * 15 - geometry::volume(*mat.prop.mesh);
    CHECK(missing > 0.95 * 9.07 * 4 * (2000 + 1250));
    CHECK(missing < 1.25 * 9.07 * 4 * (2000 + 1250));
}

TEST_CASE("furniture has the requested dimensions, and stands on the floor")
{
    const geometry::Bounds table = boundsOf(props::makeTable(50, 250, 735));
    CHECK(table.low == glm::vec3(-500, 0, 250));
    CHECK(table.high == glm::vec3(600, 735, 850));
    const Furniture chair = props::makeChair(100, 460, -20);
    CHECK(boundsOf(chair).low.y == 0);
    CHECK(boundsOf(chair).high.y == 460 + props::kChairBackHighMm);
    CHECK(chair.faces[0].low.y == 460);
    CHECK(chair.faces[0].high - chair.faces[0].low == glm::vec3(400, 0, 400));
    CHECK(chair.faces[1].low.y == 460 + props::kChairBackLowMm);
    CHECK(boundsOf(props::makeWall(30, -200)).high.z == -200);
    for (const float towards : {-1.0F, 1.0F}) {
        const geometry::Bounds bed = boundsOf(props::makeBed(50, towards, -1000, 480));
        CHECK(bed.low.y == 0);
        CHECK(bed.high.y == Approx(480));
        CHECK(bed.low.x == Approx(towards < 0 ? -850 : 50));
        CHECK(bed.size().x == Approx(900));
        CHECK(bed.low.z == Approx(-1000));
    }
}

TEST_CASE("a cushion is dented under a head by as much as the head is lower than its thickness")
{
    props::CushionPlacement placement;
    placement.groundMm = 10;
    placement.thickMm = 120;
    const auto heightAt = [](const Furniture& cushion, float x, float z) {
        float high = 0;
        for (const glm::vec3& vertex : cushion.prop.mesh->positions)
            if (glm::distance(glm::vec2(vertex.x, vertex.z), glm::vec2(x, z)) < 8)
                high = std::max(high, vertex.y);
        return high;
    };
    const Furniture plump = props::makeCushion(placement, {});
    CHECK(heightAt(plump, 0, 0) == Approx(130).margin(0.5));
    CHECK(plump.faces.front().low.y == 130);
    CHECK(geometry::volume(*plump.prop.mesh) > 0);
    // A flat head 100 mm square, 70 mm over the ground's 10.
    std::vector<glm::vec3> head;
    for (float x = -50; x <= 50; x += 5)
        for (float z = -50; z <= 50; z += 5)
            head.emplace_back(x, 80, z);
    const Furniture dented = props::makeCushion(placement, head);
    CHECK(heightAt(dented, 0, 0) == Approx(80).margin(0.5));
    CHECK(heightAt(dented, 35, 35) <= 80.01F);
    CHECK(heightAt(dented, 130, 0) == Approx(heightAt(plump, 130, 0)).margin(1));
    CHECK(dented.faces.front().low.y == 80);
    // One that lies on the ground itself leaves only the cover.
    for (glm::vec3& each : head)
        each.y = 11;
    CHECK(heightAt(props::makeCushion(placement, head), 0, 0) == Approx(16).margin(0.5));
}
