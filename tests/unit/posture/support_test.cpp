#include "tests/support/stick_body.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <tuple>

using namespace knotmap;
using core::Side;

namespace {

/// What is needed to bring the stick body onto its supports, with a trigger point on its back.
struct Task
{
    testing::StickBody stick;
    posture::PressTarget point = stick.pointOn({-60, 1300, -100}, {0, 0, -1});
    care::Position position;
    care::Tool tool;

    Task(std::vector<std::string> supports, care::Stance stance)
    {
        position.supports = std::move(supports);
        position.posture = care::Posture();
        position.posture->stance = stance;
    }
    posture::ToSupport what() const { return {point, position, tool}; }
    posture::Supported bring(const body::Pose& pose) const
    {
        return posture::bringOntoSupports(stick.model(), what(), pose, std::nullopt);
    }
    std::vector<glm::vec3> skin(const posture::Supported& body) const
    {
        return stick.skinIn(body.transforms, body.placement);
    }
    /// Of a landmark in the world.
    glm::vec3 landmarkPoint(const posture::Supported& body, const char* joint, Side side,
                            const char* landmark) const
    {
        return body.inWorld(stick.pointIn(body.pose, joint, side,
                                          stick.model().atlas->landmark(landmark, side).value()));
    }
};

} // namespace

TEST_CASE("a lying body touches the floor with soft tissue that yields, level and no deeper")
{
    Task task({"mat"}, care::Stance::Back);
    const posture::Supported body = task.bring(task.stick.skeleton().rest());
    float low = 1e9F;
    for (const glm::vec3& location : task.skin(body))
        low = std::min(low, location.y);
    // Soft tissue yields by 6 mm; along an edge, whose normal is oblique, by less.
    CHECK(low < -3);
    CHECK(low > -12);
    // The chest is 10 mm further back than belly and pelvis: nearly level.
    const glm::vec3 feet = task.landmarkPoint(body, "subtalar", Side::Right, "heel-back"),
                    head = task.landmarkPoint(body, "atlantooccipital", Side::Right, "vertex");
    CHECK(head.z < feet.z - 1700);
    CHECK(std::abs(head.y - feet.y) < 150);
    CHECK(body.gapMm == 0);
    const posture::Supported again = task.bring(task.stick.skeleton().rest());
    CHECK(again.placement == body.placement);
}

TEST_CASE("a leaning body rests on two planes: the back on the wall and the soles on the floor")
{
    Task task({"wall", "feet"}, care::Stance::Upright);
    task.position.posture->leanDeg = -4;
    const posture::Supported body = task.bring(task.stick.skeleton().rest());
    REQUIRE(body.wallZ);
    float nearest = 1e9F;
    for (const glm::vec3& location : task.skin(body))
        nearest = std::min(nearest, location.z - *body.wallZ);
    // Soft tissue yields by 6 mm, and an edge between the sampled points goes in further.
    CHECK(nearest < -3);
    CHECK(nearest > -22);
    for (const Side side : {Side::Right, Side::Left})
        for (const char* sole : {"heel-sole", "ball-big-toe", "ball-little-toe"})
            CHECK(task.landmarkPoint(body, "subtalar", side, sole).y == Approx(-1).margin(3));
    CHECK(body.gapMm < 3);
    // The trigger point is turned to the wall, on the body's back.
    CHECK(body.inWorld(body.contact).z < body.inWorld({0, 1300, 0}).z - 90);
}

TEST_CASE("a trigger point on the side of a leaning body is turned to the wall")
{
    Task task({"wall", "feet"}, care::Stance::Upright);
    task.point = task.stick.pointOn({-150, 1075, 0}, {-1, 0, 0});
    const posture::Supported body = task.bring(task.stick.skeleton().rest());
    const glm::vec3 pressing(body.placement * glm::vec4(body.pressing, 0));
    CHECK(pressing.z > 0.9F);
}

TEST_CASE("a seated body has the soles on the floor and the seat as high as the shanks are long")
{
    Task task({"chair", "feet"}, care::Stance::Upright);
    const body::Pose pose = task.stick.pose({{"hip", Side::Right, "flexion", 90},
                                             {"hip", Side::Left, "flexion", 90},
                                             {"knee", Side::Right, "flexion", 90},
                                             {"knee", Side::Left, "flexion", 90}});
    posture::Supported body = task.bring(pose);
    REQUIRE(body.seatY);
    // The hip is 480 above the soles, the underside of a thigh 70 lower, of which 6 yield.
    CHECK(*body.seatY == Approx(480 - 70 + 6).margin(8));
    CHECK(task.landmarkPoint(body, "subtalar", Side::Left, "heel-sole").y == Approx(-1).margin(2));

    posture::SolvedPosition solved;
    posture::placeProps(task.stick.model(), task.what(), body, solved);
    REQUIRE(solved.props.size() == 1);
    REQUIRE(solved.faces.size() == 3); // seat, back, floor
    CHECK(solved.faces[0].kind == props::SupportFace::Kind::Seat);
    CHECK(solved.faces[0].low.y == *body.seatY);
    // The chair's backrest stands clear of a back that does not lean on it, and moves up to one
    // that does until the tissue yields.
    float back = 1e9F;
    for (const glm::vec3& location : task.skin(body))
        back = std::min(back, location.z);
    CHECK(solved.faces[1].low.z == Approx(back - 12).margin(0.5));
    CHECK(solved.faces.back().kind == props::SupportFace::Kind::Floor);
    task.position.supports = {"chair", "chair-back", "feet"};
    posture::SolvedPosition leant;
    posture::placeProps(task.stick.model(), task.what(), body, leant);
    CHECK(leant.faces[1].low.z > back + 4);
}

TEST_CASE("a mat raises the body lying on it, and a pillow fills the remaining gap under the head")
{
    Task task({"mat", "pillow"}, care::Stance::Back);
    // Face up, the neck bent forwards: the head is off the floor.
    const body::Pose pose = task.stick.pose({{"cervicothoracic", Side::Midline, "flexion", 30}});
    posture::Supported body = task.bring(pose);
    const glm::vec3 before = body.inWorld({0, 900, 0});
    posture::SolvedPosition solved;
    posture::placeProps(task.stick.model(), task.what(), body, solved);
    CHECK(body.inWorld({0, 900, 0}).y - before.y == Approx(props::kMatMm).margin(0.01));
    CHECK(body.groundMm == props::kMatMm);
    REQUIRE(solved.props.size() == 2);
    // Lies along Z, head to foot.
    const glm::vec3 mat = geometry::boundsOf(*solved.props[0].mesh).size();
    CHECK(mat.z > mat.x);
    const std::uint32_t head = task.stick.joint("atlantooccipital", Side::Midline);
    const geometry::Mesh& skin = task.stick.skin();
    glm::vec3 nape(0, 1e9F, 0);
    for (std::size_t i = 0; i < skin.positions.size(); ++i)
        if (task.stick.model().atlas->skin.weights[i].joints[0] == head) {
            const glm::vec3 location =
                body.inWorld(body::transformPoint(body.transforms[head], skin.positions[i]));
            nape = location.y < nape.y ? location : nape;
        }
    const float lowest = nape.y;
    REQUIRE(lowest > props::kMatMm + 40);
    const auto pillow =
        std::find_if(solved.faces.begin(), solved.faces.end(), [](const props::SupportFace& face) {
            return face.kind == props::SupportFace::Kind::Cushion;
        });
    REQUIRE(pillow != solved.faces.end());
    // It supports the head where that is, compressed by it, and lies on the mat.
    CHECK(pillow->low.y <= lowest + 1);
    float under = 0;
    for (const glm::vec3& location : solved.props[1].mesh->positions)
        if (glm::distance(glm::vec2(location.x, location.z), glm::vec2(0, nape.z)) < 15)
            under = std::max(under, location.y);
    CHECK(under == Approx(lowest).margin(15));
    const geometry::Bounds cloth = geometry::boundsOf(*solved.props[1].mesh);
    CHECK(cloth.low.y == Approx(props::kMatMm).margin(0.1));
    CHECK(cloth.high.y > lowest + 15);
    CHECK(cloth.high.y < lowest + 41);
}

TEST_CASE("a side-lying body has the affected side down, or the other where that is meant")
{
    for (const auto& [stance, below, above] :
         {std::tuple{care::Stance::Side, Side::Right, Side::Left},
          std::tuple{care::Stance::OtherSide, Side::Left, Side::Right}}) {
        Task task({"mat"}, stance); // its point is on the right
        const posture::Supported body = task.bring(task.stick.skeleton().rest());
        const auto hip = [&](Side side) {
            const std::uint32_t joint = task.stick.joint("hip", side);
            return body.inWorld(task.stick.skeleton().joints()[joint].at);
        };
        CHECK(hip(below).y < hip(above).y - 100);
    }
}
