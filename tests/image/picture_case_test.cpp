// The contents of tests/image/cases.txt, and how a differing picture is reported.

#include "tests/image/picture_case.h"
#include "tests/support/folder.h"

#include <catch2/catch.hpp>

using namespace knotmap;
using testing::parsePictureCase;

TEST_CASE("a case without limits has the usual ones")
{
    const auto one = parsePictureCase("pose --pose \"hip.left flexion 80\" --size 64x64");
    REQUIRE(one);
    CHECK(one->name == "pose");
    CHECK(one->arguments == "--pose \"hip.left flexion 80\" --size 64x64");
    CHECK(one->limits.mean == testing::PictureLimits().mean);
    CHECK(one->limits.maximum == testing::PictureLimits().maximum);
}

TEST_CASE("a case may have limits of its own")
{
    const auto one = parsePictureCase("pose mean=0.5 max=200 --view back");
    REQUIRE(one);
    CHECK(one->limits.mean == 0.5);
    CHECK(one->limits.maximum == 200);
    CHECK(one->arguments == "--view back");
    const auto mean = parsePictureCase("pose mean=0.1 --view back");
    REQUIRE(mean);
    CHECK(mean->limits.maximum == testing::PictureLimits().maximum);
}

TEST_CASE("a line that cannot be read is reported with its number")
{
    for (const char* line : {"pose mean=a --view back", "pose max=-1 --view back",
                             "pose max= --view back", "pose mean=0.5x --view back",
                             "pose max=256 --view back", "pose", "pose mean=1", "pose view back"})
        CHECK_FALSE(parsePictureCase(line));
    const testing::Folder folder;
    const auto errorOf = [&](const std::string& text) {
        folder.write("cases.txt", text);
        const auto cases = testing::readPictureCases(folder.path() / "cases.txt");
        return cases ? std::string() : cases.error().message;
    };
    CHECK(errorOf("# name\n\na --view back\na --view front\n").find("cases.txt:4: 'a'") !=
          std::string::npos);
    CHECK(errorOf("a --view back\nb max=x --view front\n").find("cases.txt:2: 'max=x'") !=
          std::string::npos);
    CHECK(errorOf("# none\n").find("no picture cases") != std::string::npos);
}

TEST_CASE("the worst pixels come first, with their position and both colours")
{
    const image::Image stored = image::filled(4, 3, 10, 20, 30);
    image::Image drawn = stored;
    CHECK(testing::worstPixels(drawn, stored, 3).empty());
    drawn.at(1, 2)[0] = 15;
    drawn.at(3, 0)[2] = 90;
    drawn.at(0, 0)[1] = 21;
    CHECK(testing::worstPixels(drawn, stored, 2) ==
          "(3, 0): drawn 10 20 90 255, stored 10 20 30 255\n"
          "(1, 2): drawn 15 20 30 255, stored 10 20 30 255\n");
}
