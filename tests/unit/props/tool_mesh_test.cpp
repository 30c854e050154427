#include "engine/props/tool_mesh.h"

#include "engine/props/primitives.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <map>

using namespace knotmap;
using care::Tool;
using props::ToolMesh;

namespace {

Tool toolOf(const char* shape, float diameterMm, float lengthMm, float contactMm,
            const char* firmness = "firm")
{
    Tool tool;
    tool.id = shape;
    tool.shape = shape;
    tool.firmness = firmness;
    tool.diameterMm = diameterMm;
    tool.lengthMm = lengthMm;
    tool.contactMm = contactMm;
    return tool;
}

Tool ball(const char* firmness = "firm")
{
    return toolOf("ball", 66, 66, 30, firmness);
}

/// The tool's greatest distance from the Z axis below a height, mm: half the contact width when it
/// has sunk in that far.
float reachBelow(const geometry::Mesh& mesh, float height)
{
    float reach = 0;
    for (const glm::vec3& position : mesh.positions)
        if (position.z < height)
            reach = std::max(reach, glm::length(glm::vec2(position)));
    return reach;
}

/// Whether every directed edge, by position, has its opposite.
bool isClosed(const geometry::Mesh& mesh)
{
    using Point = std::array<float, 3>;
    std::map<std::pair<Point, Point>, int> balance;
    const auto point = [&](std::uint32_t vertex) {
        const glm::vec3& at = mesh.positions[vertex];
        return Point{at.x, at.y, at.z};
    };
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const Point from = point(mesh.indices[i + corner]);
            const Point to = point(mesh.indices[i + (corner + 1) % 3]);
            ++balance[{std::min(from, to), std::max(from, to)}];
            balance[{std::min(from, to), std::max(from, to)}] += from < to ? 1000 : -1000;
        }
    return std::all_of(balance.begin(), balance.end(),
                       [](const auto& edge) { return edge.second == 2; });
}

const std::vector<Tool>& shapes()
{
    static const std::vector<Tool> kShapes = {ball("soft"),
                                              toolOf("roller", 140, 330, 90),
                                              toolOf("two-balls", 66, 132, 40),
                                              toolOf("hook", 30, 400, 20),
                                              toolOf("elbow", 70, 150, 35),
                                              toolOf("knuckles", 80, 100, 60)};
    return kShapes;
}

} // namespace

TEST_CASE(
    "every tool is a closed body with unit normals that point outwards and one colour per vertex")
{
    for (const Tool& tool : shapes()) {
        INFO(tool.shape);
        const ToolMesh built = props::buildTool(tool);
        CHECK(isClosed(built.mesh));
        CHECK(geometry::volume(built.mesh) > 0);
        CHECK(built.colours.size() == built.mesh.positions.size());
        REQUIRE(built.mesh.normals.size() == built.mesh.positions.size());
        std::size_t bad = 0;
        for (const glm::vec3& normal : built.mesh.normals)
            bad += std::abs(glm::length(normal) - 1) < 1e-3F ? 0U : 1U;
        CHECK(bad == 0);
        // The mean normal of each triangle points to its outer side.
        std::size_t inward = 0;
        for (std::size_t i = 0; i + 2 < built.mesh.indices.size(); i += 3) {
            const std::uint32_t a = built.mesh.indices[i], b = built.mesh.indices[i + 1],
                                c = built.mesh.indices[i + 2];
            const auto& p = built.mesh.positions;
            const auto& n = built.mesh.normals;
            inward +=
                glm::dot(glm::cross(p[b] - p[a], p[c] - p[a]), n[a] + n[b] + n[c]) < 0 ? 1U : 0U;
        }
        // Where parts are joined a few narrow triangles cross the crease.
        CHECK(inward * 200 < built.mesh.triangleCount());
        for (const glm::vec3& colour : built.colours)
            REQUIRE(std::max({colour.r, colour.g, colour.b}) <= 1);
    }
}

TEST_CASE("every tool touches the skin at the origin and extends away from it along Z")
{
    for (const Tool& tool : shapes()) {
        INFO(tool.shape);
        const geometry::Mesh mesh = props::buildTool(tool).mesh;
        const geometry::Bounds bounds = geometry::boundsOf(mesh);
        CHECK(bounds.low.z == Approx(0).margin(1.5));
        CHECK(bounds.high.z > 10);
    }
}

TEST_CASE("a ball has its diameter, and touches at its lowest point")
{
    const geometry::Bounds bounds = geometry::boundsOf(props::buildTool(ball()).mesh);
    CHECK(bounds.size().x == Approx(66).margin(0.1));
    CHECK(bounds.size().y == Approx(66).margin(0.1));
    CHECK(bounds.size().z == Approx(66).margin(0.1));
    CHECK(bounds.centre().x == Approx(0).margin(1e-3));
    CHECK(bounds.centre().y == Approx(0).margin(1e-3));
    CHECK(bounds.low.z == Approx(0).margin(0.05));
    // A cap 5 mm high is 2 * sqrt(66 * 5 - 25) wide.
    CHECK(reachBelow(props::buildTool(ball()).mesh, 5) == Approx(17.5).margin(1.2));
}

TEST_CASE("a soft ball has a visible seam, others are of one colour, and a hard one sinks in less")
{
    const ToolMesh soft = props::buildTool(ball("soft")), firm = props::buildTool(ball()),
                   hard = props::buildTool(ball("hard"));
    const auto many = [](const ToolMesh& tool) {
        return std::any_of(tool.colours.begin(), tool.colours.end(),
                           [&](const glm::vec3& colour) { return colour != tool.colours[0]; });
    };
    CHECK(many(soft));
    CHECK_FALSE(many(firm));
    CHECK_FALSE(many(hard));
    CHECK(firm.sinkMm == 5);
    CHECK(hard.sinkMm == Approx(3.5));
    CHECK_FALSE(firm.skinLike);
    // The seam is a narrow band: part of the ball, not most of it.
    const auto pale = std::count_if(soft.colours.begin(), soft.colours.end(),
                                    [](const glm::vec3& colour) { return colour.b > 0.7F; });
    CHECK(pale > 0);
    CHECK(static_cast<std::size_t>(pale) < soft.colours.size() / 4);
}

TEST_CASE("a roller lies along X with its length and diameter, its grooves within")
{
    const ToolMesh roller = props::buildTool(toolOf("roller", 140, 330, 90));
    const geometry::Bounds bounds = geometry::boundsOf(roller.mesh);
    CHECK(bounds.size().x == Approx(330).margin(0.1));
    CHECK(bounds.size().y == Approx(140).margin(0.3));
    CHECK(bounds.size().z == Approx(140).margin(0.3));
    CHECK(bounds.centre().x == Approx(0).margin(1e-3));
    CHECK(bounds.low.z == Approx(0).margin(0.1));
    // Grooves are 3 mm deep: at the bottom of one, x = 0, the foam is that much thinner.
    float grooved = 0;
    for (const glm::vec3& position : roller.mesh.positions)
        if (std::abs(position.x) < 1.3F)
            grooved = std::max(grooved, glm::length(glm::vec2(position.y, position.z - 70)));
    CHECK(grooved == Approx(67).margin(0.5));
    CHECK(roller.sinkMm == 6);
}

TEST_CASE("two balls lie side by side along X and leave the middle free")
{
    const ToolMesh balls = props::buildTool(toolOf("two-balls", 66, 132, 40));
    const geometry::Bounds bounds = geometry::boundsOf(balls.mesh);
    CHECK(bounds.size().x == Approx(132).margin(0.5));
    CHECK(bounds.size().y == Approx(66).margin(0.5));
    CHECK(bounds.low.z == Approx(0).margin(0.2));
    float middle = 1e9F;
    for (const glm::vec3& position : balls.mesh.positions)
        if (std::abs(position.x) < 3)
            middle = std::min(middle, position.z);
    CHECK(middle > 10); // the cloth spans the gap, off the spine between the balls
}

TEST_CASE("a hook touches with a knob as wide as its contact and has its stated length")
{
    const geometry::Mesh wide = props::buildTool(toolOf("hook", 30, 400, 28)).mesh;
    const geometry::Mesh narrow = props::buildTool(toolOf("hook", 30, 400, 5)).mesh;
    // Seen at the height of the knob's middle.
    CHECK(reachBelow(wide, 14) == Approx(14).margin(1));
    CHECK(reachBelow(narrow, 9) == Approx(9).margin(1)); // no knob is thinner than its rod
    const geometry::Bounds bounds = geometry::boundsOf(wide);
    CHECK(bounds.high.y == Approx(400 * 0.95F + 9).margin(8));
    CHECK(geometry::boundsOf(props::buildTool(toolOf("hook", 30, 100, 28)).mesh).high.y > 250);
}

TEST_CASE("a fist touches with its knuckles, an elbow with its point, both with the colour of skin")
{
    const ToolMesh fist = props::buildTool(toolOf("knuckles", 80, 100, 60));
    const ToolMesh elbow = props::buildTool(toolOf("elbow", 70, 150, 35));
    for (const ToolMesh* tool : {&fist, &elbow}) {
        CHECK(tool->skinLike);
        CHECK(tool->sinkMm == 4);
        CHECK(tool->colours.front().r > tool->colours.front().b);
    }
    // Four knuckles in a row along X; the elbow's point is round.
    const auto widthBelow = [](const geometry::Mesh& mesh, float height) {
        geometry::Bounds bounds;
        for (const glm::vec3& position : mesh.positions)
            if (position.z < height)
                bounds.add(position);
        return bounds.size();
    };
    CHECK(widthBelow(fist.mesh, 8).x > 50);
    CHECK(widthBelow(fist.mesh, 8).x < 90);
    CHECK(widthBelow(elbow.mesh, 8).x < 36);
}

TEST_CASE("thumb, fingertips and pincer are the body's own hand, the others are not")
{
    for (const char* shape : {"thumb", "fingertips", "pincer"})
        CHECK(props::isOwnHand(toolOf(shape, 20, 60, 15)));
    for (const Tool& tool : shapes())
        CHECK_FALSE(props::isOwnHand(tool));
}

TEST_CASE("a hand is cut level from the skin, closed, and transformed to the tool's frame")
{
    // A finger that hangs down from 200 mm to its tip, its pad in front.
    const geometry::Mesh finger =
        props::tube({{30, 20, 50}, {30, 120, 50}, {30, 200, 50}}, {10, 10, 10});
    props::HandContact contact;
    contact.contact = {30, 20, 60};
    contact.pointing = {0, -1, 0};
    contact.padNormal = {0, 0, 1};
    contact.slantRad = 0.5F;
    contact.cutHeightMm = 100;
    const ToolMesh hand =
        props::cutHand(finger, std::vector<bool>(finger.positions.size(), true), contact);
    CHECK(isClosed(hand.mesh));
    CHECK(geometry::isClosedManifold(hand.mesh));
    CHECK(hand.skinLike);
    CHECK(hand.colours.size() == hand.mesh.positions.size());
    // A cylinder of 80 mm and a half ball.
    CHECK(geometry::volume(hand.mesh) == Approx(3.1416 * (100 * 80 + 2000.0 / 3)).epsilon(0.07));
    const geometry::Bounds bounds = geometry::boundsOf(hand.mesh);
    CHECK(bounds.low.z == Approx(0).margin(1e-3));
    // The finger rises from the contact towards +Y at the slant.
    glm::vec3 far(0);
    for (const glm::vec3& position : hand.mesh.positions)
        far = glm::length(position) > glm::length(far) ? position : far;
    CHECK(far.y > 60);
    CHECK(far.z == Approx(90 * std::sin(0.5F)).margin(20));
    CHECK(std::abs(bounds.centre().x) < 0.5F);
    CHECK(bounds.size().x == Approx(20).margin(0.5));
}

TEST_CASE("a hand keeps no triangle with a vertex that is not kept, and no step mirrors it")
{
    // Two fingers; only the first is kept. A bump on its +X side shows the handedness.
    geometry::Mesh skin = props::united(
        {props::tube({{0, 0, 0}, {0, 60, 0}}, {8, 8}), props::sphere({9, 20, 0}, 5)}, 1);
    const std::size_t first = skin.positions.size();
    geometry::append(skin, props::tube({{80, 0, 0}, {80, 60, 0}}, {8, 8}));
    std::vector<bool> kept(skin.positions.size(), false);
    std::fill(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(first), true);
    props::HandContact contact;
    contact.contact = {0, 0, 8};
    contact.cutHeightMm = 1000;
    const geometry::Mesh hand = props::cutHand(skin, kept, contact).mesh;
    CHECK(hand.positions.size() == first);
    CHECK(geometry::volume(hand) > 0);
    const geometry::Bounds bounds = geometry::boundsOf(hand);
    // Seen along the finger with its pad towards the skin, +X of the body is +X or -X of the tool,
    // as a rotation maps it: pad Z goes to -Z and pointing -Y stays, so X flips.
    CHECK(bounds.high.x + bounds.low.x == Approx(-5).margin(2));
}
