#include "tests/unit/section/section_shapes.h"

#include <catch2/catch.hpp>

using namespace knotmap;
using namespace knotmap::testing;

namespace {

/// A strap along Y, muscle up to Y = 0 and tendon beyond it, with fibres along `fibre`.
geometry::Mesh muscle(float radius, const glm::vec3& fibre)
{
    geometry::Mesh mesh = rod(glm::vec3(-60, 0, 0), 200, radius);
    for (const glm::vec3& position : mesh.positions)
        mesh.tendon.push_back(position.y > 0.5F ? 1.0F : 0.0F);
    mesh.fibres.assign(mesh.positions.size(), glm::normalize(fibre));
    return mesh;
}

section::Sections cutMuscle(const geometry::Mesh& mesh, float height, bool left = false,
                           const glm::mat4& placement = glm::mat4(1))
{
    section::Sections sections = sectionsAt(cutAt(height));
    section::SolidToCut solid;
    solid.mesh = &mesh;
    solid.left = left;
    sections.addStructure(solid, placement);
    REQUIRE(sections.structures.size() == 1);
    return sections;
}

} // namespace

TEST_CASE("a section's fibres run like those of the muscle, mirrored on the left")
{
    const geometry::Mesh mesh = muscle(4, {1, 2, 0});
    const glm::vec3 right = glm::normalize(glm::vec3(1, 2, 0));
    CHECK(glm::distance(cutMuscle(mesh, -50).structures[0].fibre, right) < 1e-4F);
    const glm::vec3 mirrored(-right.x, right.y, 0);
    CHECK(glm::distance(cutMuscle(mesh, -50, true).structures[0].fibre, mirrored) < 1e-4F);
}

TEST_CASE("fibres turn with a lying body")
{
    const geometry::Mesh mesh = muscle(4, {0, 1, 0});
    // A half turn about X: up is down.
    glm::mat4 placement(1);
    placement[1] = {0, -1, 0, 0};
    placement[2] = {0, 0, -1, 0};
    CHECK(glm::distance(cutMuscle(mesh, 50, false, placement).structures[0].fibre,
                        glm::vec3(0, -1, 0)) < 1e-4F);
}

TEST_CASE("a thin section is tendon as far as its edge is, a thick belly is muscle inside")
{
    const geometry::Mesh thin = muscle(4, {0, 1, 0});
    const auto shareInMiddle = [](const section::Contour& section) {
        const glm::vec2 middle = 0.5F * (section.low + section.high);
        return section.tendon.x + section.tendon.y * middle.x + section.tendon.z * middle.y;
    };
    CHECK(shareInMiddle(cutMuscle(thin, -50).structures[0]) == Approx(0).margin(0.01));
    CHECK(shareInMiddle(cutMuscle(thin, 50).structures[0]) == Approx(1).margin(0.02));
    const geometry::Mesh thick = muscle(25, {0, 1, 0});
    CHECK(shareInMiddle(cutMuscle(thick, 50).structures[0]) == Approx(0).margin(0.01));
}

TEST_CASE("where one side of a section is tendon, its fraction rises towards that side")
{
    geometry::Mesh mesh = muscle(4, {0, 1, 0});
    for (std::size_t i = 0; i < mesh.positions.size(); ++i)
        mesh.tendon[i] = 0.5F + (mesh.positions[i].x + 60) / 8;
    const section::Sections sections = cutMuscle(mesh, -50);
    const glm::vec3& tendon = sections.structures[0].tendon;
    const float alongX = tendon.y * sections.frame.right.x + tendon.z * sections.frame.up.x;
    CHECK(alongX > 0.5F / 8);
    CHECK(alongX <= 1.01F / 8);
    CHECK(std::abs(tendon.y * sections.frame.right.z + tendon.z * sections.frame.up.z) < 0.01F);
}

TEST_CASE("the tendon that covers a muscle is as thick as its edge is tendon")
{
    const geometry::Mesh mesh = muscle(25, {0, 1, 0});
    for (const auto& [height, mm] : {std::pair(50.0F, 1.6F), {-50.0F, 0.0F}}) {
        const section::Sections sections = cutMuscle(mesh, height);
        for (const section::ContourSegment& segment : sections.segments) {
            CHECK(segment.widths.x == Approx(mm).margin(1e-3));
            CHECK(segment.widths.y == Approx(mm).margin(1e-3));
        }
    }
}
