// Checks a body's load distribution against what weighing finds.

#include "app/model/bounds.h"
#include "app/model/position_overlay.h"
#include "app/model/solve_position.h"
#include "engine/body/skinning.h"
#include "tests/support/shipped.h"

#include <cmath>

using namespace knotmap;

namespace {

/// The body as measured, its soles on the floor.
posture::SolvedPosition standing(const app::Library& library)
{
    posture::SolvedPosition solved;
    solved.pose = library.skeleton->rest();
    solved.transforms = library.skeleton->transforms(solved.pose);
    const float low = app::bodyBounds(library).low.y;
    solved.placement[3] = glm::vec4(0, -low, 0, 1);
    solved.faces.push_back(props::floorFace());
    return solved;
}

float percentOf(const posture::WeightSplit& split, const std::string& name)
{
    for (const posture::Contact& contact : split.contacts)
        if (contact.name == name)
            return contact.percent.value_or(0);
    return 0;
}

/// Per cent of body mass, for one side of a paired segment.
float massOf(const app::Library& library, std::initializer_list<const char*> ids)
{
    float sum = 0;
    for (const char* id : ids)
        for (const care::Segment& segment : library.care.segments)
            if (segment.id == id)
                sum += segment.mass.male;
    return sum;
}

float sumOf(const posture::WeightSplit& split, std::initializer_list<std::string> names)
{
    float sum = 0;
    for (const std::string& name : names)
        sum += percentOf(split, name);
    return sum;
}

/// What the tool supports, by the joint that moves the trigger point.
enum class Under
{
    Head,
    Arm,
    Leg,
    Trunk
};
Under underOf(const app::Library& library, const app::PlacedPoint& placed)
{
    const body::Skin& skin = library.atlas->skin;
    const auto nearest = library.skin->closest(placed.onSkin);
    REQUIRE(nearest);
    const std::string& id =
        library.atlas
            ->joints[body::strongestJoint(skin.weights[skin.mesh.indices[3 * nearest->triangle]])]
            .id;
    if (id == "cervicothoracic" || id == "cervical" || id == "atlantoaxial" ||
        id == "atlantooccipital")
        return Under::Head;
    if (id == "glenohumeral" || id == "brachium" || id == "elbow" || id == "radioulnar" ||
        id == "wrist")
        return Under::Arm;
    if (id == "hip" || id == "knee" || id == "patellofemoral" || id == "ankle" || id == "subtalar")
        return Under::Leg;
    return Under::Trunk;
}

/// Rules that hold in any position a trigger point has.
void holdToSegments(const app::Library& library, const app::PlacedPoint& placed,
                    const posture::WeightSplit& split)
{
    constexpr float kRounding = 2;
    const care::Position& position = *library.care.findPosition(placed.advice->positions.front());
    const care::Tool* tool = library.care.firstTool(*placed.advice);
    const float head = massOf(library, {"head"}), chest = massOf(library, {"chest"}),
                arm = massOf(library, {"upper-arm", "forearm", "hand"}),
                leg = massOf(library, {"thigh", "shank", "foot"}),
                upper = head + chest + massOf(library, {"belly"}) + 2 * arm;
    const float onTool = tool == nullptr ? 0 : percentOf(split, tool->label);
    const bool trunkBorne = sumOf(split, {"seat", "buttocks", "back", "front of the trunk",
                                          "side of the trunk", "front of the hips"}) > 0;
    const float headMax = head + chest / 4 + kRounding;
    CHECK(percentOf(split, "head") <= headMax);
    const Under under = underOf(library, placed);
    if (under == Under::Head)
        CHECK(percentOf(split, "head") + onTool <= 1.3F * headMax);
    for (const std::string side : {"left ", "right "}) {
        const float armCarries =
            sumOf(split, {side + "hand", side + "forearm", side + "upper arm"});
        // A person lying on the side lies on that shoulder.
        const bool onSide = position.posture->stance == care::Stance::Side ||
                            position.posture->stance == care::Stance::OtherSide;
        if (trunkBorne)
            CHECK(armCarries <= arm + (onSide ? 0.6F : 0.25F) * upper + kRounding);
        CHECK(armCarries <= 60);
        const float legCarries = sumOf(split, {side + "foot", side + "lower leg", side + "thigh"});
        if (position.posture->stance == care::Stance::Back)
            CHECK(legCarries <= leg + kRounding);
        else if (trunkBorne && position.posture->stance == care::Stance::Upright)
            CHECK(legCarries <= leg + upper / 4 + kRounding);
        CHECK(sumOf(split, {side + "foot"}) <= 75 + kRounding);
    }
    if (under == Under::Arm)
        CHECK(onTool <= arm + upper / 4 + kRounding);
    if (under == Under::Leg && percentOf(split, "seat") > 0)
        CHECK(onTool <= leg + upper / 4 + kRounding);
    CHECK(onTool <= 80 + kRounding);
    if (position.sits() && (position.rests("chair") || position.rests("bed")))
        if (const float seat = percentOf(split, "seat"); seat > 0)
            CHECK(seat + (under == Under::Leg ? onTool : 0) >= 50);
    // On the floor, the ball and the buttocks share the load of the seat.
    if (position.posture->stance == care::Stance::Upright && position.rests("mat") &&
        position.rests("hands") && position.rests("feet"))
        CHECK((onTool == 0 || onTool + percentOf(split, "buttocks") >= 35));
}

} // namespace

TEST_CASE("a standing person has half the weight on each foot")
{
    const app::Library& library = testing::shipped();
    const posture::WeightSplit split =
        posture::splitWeight(library, app::massesOf(library), standing(library), "tool");
    REQUIRE(split.contacts.size() == 2);
    CHECK(std::abs(percentOf(split, "left foot") - 50) <= 6);
    CHECK(std::abs(percentOf(split, "right foot") - 50) <= 6);
}

TEST_CASE("the centre of mass of a standing person is in the pelvis")
{
    const app::Library& library = testing::shipped();
    const geometry::Bounds bounds = app::bodyBounds(library);
    const posture::SolvedPosition body = standing(library);
    const glm::vec3 centre =
        posture::centreOfMass(library, app::massesOf(library), body.transforms, body.placement);
    // 55 to 58 per cent of the stature, by weighing.
    CHECK(centre.y / bounds.size().y > 0.54F);
    CHECK(centre.y / bounds.size().y < 0.59F);
    CHECK(std::abs(centre.x) < 12);
}

TEST_CASE("in every position the shares add up to all of the weight, where all are given")
{
    const app::Library& library = testing::shipped();
    std::size_t positions = 0, fullyReported = 0;
    for (const app::PlacedPoint& placed : app::placePoints(library)) {
        const auto solved = app::solvePosition(library, placed);
        if (!solved)
            continue;
        INFO(placed.name() << " " << placed.advice->positions.front());
        const posture::WeightSplit split = app::weightOf(library, placed, *solved);
        INFO(posture::weightLine(split));
        float whole = 0;
        bool all = true;
        for (const posture::Contact& contact : split.contacts) {
            whole += contact.percent.value_or(0);
            all = all && (contact.wall || contact.percent.has_value());
            CHECK(contact.percent.value_or(1) > 0);
            CHECK(!(contact.wall && contact.percent));
            CHECK(std::isfinite(contact.point.x + contact.point.y + contact.point.z));
        }
        REQUIRE(!split.contacts.empty());
        if (all)
            CHECK(whole == Approx(100).margin(0.01));
        CHECK(whole <= 100.01F);
        CHECK(solved->wall == split.contacts.back().wall);
        ++positions;
        fullyReported += all ? 1 : 0;
    }
    // Figures may be omitted only for the few that are a guess.
    CHECK(fullyReported * 4 >= positions * 3);
}

TEST_CASE("nothing bears more of the body than the segments that it can support")
{
    const app::Library& library = testing::shipped();
    for (const app::PlacedPoint& placed : app::placePoints(library)) {
        const auto solved = app::solvePosition(library, placed);
        if (!solved)
            continue;
        const posture::WeightSplit split = app::weightOf(library, placed, *solved);
        INFO(placed.name() << " " << placed.advice->positions.front());
        INFO(posture::weightLine(split));
        holdToSegments(library, placed, split);
    }
}
