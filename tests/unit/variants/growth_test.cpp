#include "engine/variants/growth.h"

#include <catch2/catch.hpp>

using namespace knotmap::variants;

namespace {

Warped placed(const glm::vec3& point)
{
    return {point, glm::mat3(1)};
}

} // namespace

TEST_CASE("without heights a body grows in proportion")
{
    for (const std::vector<Growth>& none : {std::vector<Growth>{}, std::vector<Growth>{{100}}}) {
        const Stretch stretch(none, 0, 1600, 2000);
        CHECK(stretch.after(placed({0, 1600, 60})).point.y == Approx(2000));
        CHECK(stretch.after(placed({0, 800, 60})).point.y == Approx(1000));
        CHECK(stretch.after(placed({100, 800, 60})).point.x == Approx(125));
    }
}

TEST_CASE("heights below the soles or above the vertex are ignored")
{
    const std::vector<Growth> odd{{-50, 1, 1}, {-20, 2, 1},  {-20, 2, 1},
                                  {800, 1, 1}, {1900, 2, 1}, {1950, 1, 1}};
    const Stretch stretch(odd, 0, 1600, 2000);
    const glm::vec3 crown = stretch.after(placed({0, 1600, 60})).point;
    CHECK(crown.y == Approx(2000));
    CHECK(stretch.after(placed({0, 0, 60})).point.y == Approx(0));
    CHECK(stretch.after(placed({0, 800, 60})).point.y == Approx(1000));
}
