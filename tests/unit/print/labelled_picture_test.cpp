#include "app/print/labelled_picture.h"

#include "app/print/annotate.h"
#include "tests/support/ink.h"
#include "tests/unit/commands/fixture.h"

using namespace knotmap;
using namespace knotmap::app;
using testing::inkBands;
using testing::inkBox;
using testing::PixelBox;
using testing::wholeOf;

namespace {

/// Two muscles of the small body, seen from the front.
struct Named
{
    testing::Fixture fixture;
    scene::Scene scene;
    std::vector<scene::VisibleInstance> visibleInstances;

    Named()
    {
        fixture.ok("view", {"front"});
        scene = fixture.state.scene;
        const body::Atlas& atlas = *scene.atlas;
        for (scene::Appearance& appearance : scene.appearances)
            appearance.opacity = 1;
        visibleInstances = {
            {*atlas.findInstance("upper-one", core::Side::Right), 0.02F, {-60, 60, 60}},
            {*atlas.findInstance("deep-one", core::Side::Left), 0.02F, {60, -60, 60}}};
    }

    image::Image named(int width, int height, Labels labels = Labels::English) const
    {
        image::Image picture = blank(width, height);
        printNames(picture, scene, visibleInstances, labels);
        return picture;
    }
    static image::Image blank(int width, int height)
    {
        return image::filled(width, height, 255, 255, 255);
    }
};

} // namespace

TEST_CASE_METHOD(Named, "each muscle's name stands in the margin of its side")
{
    const image::Image picture = named(900, 640), before = blank(900, 640);
    const PixelBox ink = inkBox(picture, before, wholeOf(before));
    CHECK(ink.left == Approx(10).margin(2));
    CHECK(ink.right == Approx(890).margin(2));
    const PixelBox left = inkBox(picture, before, {0, 0, 100, 640});
    const PixelBox right = inkBox(picture, before, {800, 0, 900, 640});
    CHECK(left.bottom < 320);
    CHECK(right.top > 320);
    CHECK(inkBands(picture, before, {0, 0, 100, 640}).size() == 1);
}

TEST_CASE_METHOD(Named, "Latin names are longer here than English ones, and fit as well")
{
    const image::Image before = blank(900, 640);
    const auto edge = [&](Labels labels) {
        const image::Image picture = named(900, 640, labels);
        // The name without its leader: the row of the leader is left out.
        const PixelBox band = inkBands(picture, before, {0, 0, 40, 640}).front();
        return inkBox(picture, before, {0, band.top, 450, (band.top + band.bottom) / 2 - 2}).right;
    };
    const float letter = 10;
    CHECK(static_cast<float>(edge(Labels::English)) <= 14 + printedSize("Upper one", letter).x);
    CHECK(edge(Labels::Latin) > edge(Labels::English) + 20);
}

TEST_CASE_METHOD(Named, "nothing is printed without labels, without muscles or without room")
{
    CHECK(named(900, 640, Labels::Off).pixels == blank(900, 640).pixels);
    CHECK(named(80, 60).pixels == blank(80, 60).pixels);
    image::Image none;
    printNames(none, scene, visibleInstances, Labels::English);
    CHECK(none.empty());
    visibleInstances.clear();
    CHECK(named(900, 640).pixels == blank(900, 640).pixels);
}

TEST_CASE_METHOD(Named, "what is hidden is not named")
{
    scene.appearances[visibleInstances[0].instance].opacity = 0;
    const image::Image picture = named(900, 640), before = blank(900, 640);
    CHECK(inkBox(picture, before, {0, 0, 400, 640}).empty());
    CHECK_FALSE(inkBox(picture, before, {500, 0, 900, 640}).empty());
}
