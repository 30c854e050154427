#include "engine/scene/labels.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace knotmap::scene;

namespace {

constexpr glm::vec2 kPicture{800, 600};
constexpr glm::vec2 kSize{90, 14};

LabelRequest request(float x, float y, float weight = 1)
{
    return {"name", {x, y}, kSize, weight};
}

/// Anchors scattered over the picture, dense around its centre.
std::vector<LabelRequest> crowd(std::size_t count)
{
    std::mt19937 random(7);
    std::vector<LabelRequest> requests;
    const auto share = [&] { return static_cast<float>(random() % 1000) / 1000; };
    while (requests.size() < count)
        requests.push_back(request(250 + 300 * share(), 200 + 150 * share(), share()));
    return requests;
}

bool overlap(const Label& a, const Label& b)
{
    return a.corner.x < b.corner.x + kSize.x && b.corner.x < a.corner.x + kSize.x &&
           a.corner.y < b.corner.y + kSize.y && b.corner.y < a.corner.y + kSize.y;
}

float turn(const glm::vec2& a, const glm::vec2& b, const glm::vec2& c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool cross(const Label& a, const Label& b)
{
    return turn(a.start, a.anchor, b.start) * turn(a.start, a.anchor, b.anchor) < 0 &&
           turn(b.start, b.anchor, a.start) * turn(b.start, b.anchor, a.anchor) < 0;
}

} // namespace

TEST_CASE("labels stand beside what they name, each on its side")
{
    const std::vector<LabelRequest> requests{request(300, 100), request(500, 400)};
    const auto labels = layOutLabels(requests, kPicture);
    REQUIRE(labels.size() == 2);
    CHECK(labels[0].request == 0);
    CHECK(labels[0].corner.x == Approx(12));
    CHECK(labels[0].start.y == Approx(100));
    CHECK(labels[1].corner.x == Approx(800 - 12 - 90));
    CHECK(labels[1].start.y == Approx(400));
    CHECK(labels[1].anchor == glm::vec2(500, 400));
}

TEST_CASE("labels of a crowd never overlap, stay in the picture, and their leaders do not cross")
{
    const auto requests = crowd(60);
    const auto labels = layOutLabels(requests, kPicture);
    CHECK(labels.size() == 36);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        CHECK(labels[i].corner.y >= 0);
        CHECK(labels[i].corner.y + kSize.y <= kPicture.y);
        for (std::size_t k = i + 1; k < labels.size(); ++k) {
            CHECK_FALSE(overlap(labels[i], labels[k]));
            const bool sameSide = (labels[i].corner.x < 400) == (labels[k].corner.x < 400);
            CHECK_FALSE((sameSide && cross(labels[i], labels[k])));
        }
    }
}

TEST_CASE("where there is no room the lowest weights are left out")
{
    std::vector<LabelRequest> requests;
    for (int i = 0; i < 20; ++i)
        requests.push_back(request(100, 40, static_cast<float>(i)));
    const auto labels = layOutLabels(requests, {400, 80});
    REQUIRE(labels.size() == 3);
    for (const Label& label : labels)
        CHECK(label.request >= 17);
}

TEST_CASE("names too wide for the picture, or of things outside it, are left out")
{
    CHECK(layOutLabels({request(100, 50)}, {200, 600}).empty());
    CHECK(layOutLabels({request(-5, 50), request(900, 50), request(400, 700)}, kPicture).empty());
    CHECK(layOutLabels({request(1, 1)}, {0, 0}).empty());
    CHECK(layOutLabels({}, kPicture).empty());
}
