// Holds where the weight of a body goes to what a person on scales would find.

#include "app/model/position_overlay.h"
#include "tests/support/shipped.h"

#include <cmath>

using namespace knotmap;

namespace {

/// The body as it was measured, its soles on the floor.
app::SolvedPosition standing(const app::Library& library)
{
    app::SolvedPosition solved;
    solved.pose = library.skeleton->rest();
    solved.moves = library.skeleton->moves(solved.pose);
    const float low = app::bodyBounds(library).low.y;
    solved.placement[3] = glm::vec4(0, -low, 0, 1);
    solved.faces.push_back(app::floorFace());
    return solved;
}

float percentOf(const app::WeightSplit& split, const std::string& name)
{
    for (const app::Contact& contact : split.contacts)
        if (contact.name == name)
            return contact.percent.value_or(0);
    return 0;
}

} // namespace

TEST_CASE("who stands has half the weight on each foot")
{
    const app::Library& library = testing::shipped();
    const app::WeightSplit split = app::splitWeight(library, standing(library), "tool");
    REQUIRE(split.contacts.size() == 2);
    CHECK(std::abs(percentOf(split, "left foot") - 50) <= 6);
    CHECK(std::abs(percentOf(split, "right foot") - 50) <= 6);
}

TEST_CASE("the centre of mass of who stands lies in the pelvis")
{
    const app::Library& library = testing::shipped();
    const geometry::Bounds bounds = app::bodyBounds(library);
    const app::SolvedPosition body = standing(library);
    const glm::vec3 centre = app::centreOfMass(library, body.moves, body.placement);
    // 55 to 58 per cent of the stature, as it is weighed.
    CHECK(centre.y / bounds.size().y > 0.54F);
    CHECK(centre.y / bounds.size().y < 0.59F);
    CHECK(std::abs(centre.x) < 12);
}

TEST_CASE("in every position the shares add up to all of the weight")
{
    const app::Library& library = testing::shipped();
    for (const app::PlacedPoint& placed : app::placePoints(library)) {
        if (placed.advice == nullptr)
            continue;
        const auto solved = app::solvePosition(library, placed);
        REQUIRE(solved);
        INFO(placed.name() << " " << placed.advice->positions.front());
        const app::WeightSplit split = app::weightOf(library, placed, *solved);
        float whole = 0;
        for (const app::Contact& contact : split.contacts) {
            whole += contact.percent.value_or(0);
            CHECK(contact.percent.value_or(1) > 0);
            CHECK(std::isfinite(contact.place.x + contact.place.y + contact.place.z));
        }
        INFO(app::weightLine(split));
        CHECK(whole == Approx(100).margin(0.01));
        CHECK(solved->wall == !split.contacts.back().percent.has_value());
        if (placed.advice->positions.front() == "seated-hand-across")
            CHECK(percentOf(split, "seat") > 60);
    }
}
