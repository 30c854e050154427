#include "engine/image/image.h"

#include "tests/support/folder.h"

#include <catch2/catch.hpp>
#include <fstream>

using namespace knotmap;
namespace fs = std::filesystem;

namespace {

image::Image gradient(int width, int height)
{
    image::Image picture = image::filled(width, height, 0, 0, 0);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            std::uint8_t* pixel = picture.at(x, y);
            pixel[0] = static_cast<std::uint8_t>(7 * x);
            pixel[1] = static_cast<std::uint8_t>(11 * y);
            pixel[3] = static_cast<std::uint8_t>(255 - x - y);
        }
    }
    return picture;
}

std::size_t filesIn(const fs::path& folder)
{
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder))
        ++count;
    return count;
}

} // namespace

TEST_CASE("A PNG survives writing and reading, including alpha")
{
    const testing::Folder folder;
    const image::Image picture = gradient(31, 17);
    const fs::path file = folder.path() / "picture.png";
    REQUIRE(!image::writePng(picture, file));
    const auto read = image::readPng(file);
    REQUIRE(read);
    CHECK((*read).width == 31);
    CHECK((*read).height == 17);
    CHECK((*read).pixels == picture.pixels);
    // Over an existing file, and with nothing left beside it.
    REQUIRE(!image::writePng(image::filled(2, 2, 9, 8, 7), file));
    CHECK((*image::readPng(file)).width == 2);
    CHECK(filesIn(folder.path()) == 1);
}

TEST_CASE("A picture that cannot be written leaves no file and says where")
{
    const testing::Folder folder;
    const image::Image picture = gradient(4, 4);
    const auto missing = image::writePng(picture, folder.path() / "no-folder" / "a.png");
    REQUIRE(missing);
    CHECK(missing->message.find("no-folder") != std::string::npos);
    const auto isFolder = image::writePng(picture, folder.path());
    REQUIRE(isFolder);
    CHECK(isFolder->message.find("folder") != std::string::npos);
    CHECK(image::writePng(image::Image{}, folder.path() / "b.png"));
    image::Image torn = picture;
    torn.pixels.pop_back();
    CHECK(image::writePng(torn, folder.path() / "c.png"));
    CHECK(filesIn(folder.path()) == 0);
}

TEST_CASE("A missing or truncated PNG is refused by name")
{
    const testing::Folder folder;
    const auto missing = image::readPng(folder.path() / "none.png");
    REQUIRE(!missing);
    CHECK(missing.error().message.find("none.png") != std::string::npos);

    const fs::path file = folder.path() / "whole.png";
    REQUIRE(!image::writePng(gradient(64, 64), file));
    fs::resize_file(file, fs::file_size(file) / 2);
    CHECK(!image::readPng(file));
    std::ofstream(folder.path() / "text.png") << "no picture";
    CHECK(!image::readPng(folder.path() / "text.png"));
}

TEST_CASE("Comparing gives the largest and the mean difference")
{
    const image::Image a = image::filled(10, 10, 100, 100, 100);
    image::Image b = a;
    CHECK((*image::compare(a, b)).maximum == 0);
    CHECK((*image::compare(a, b)).mean == 0);
    b.at(3, 4)[1] = 140;
    CHECK((*image::compare(a, b)).maximum == 40);
    CHECK((*image::compare(a, b)).mean == Approx(40.0 / 400));
    CHECK(!image::compare(a, image::filled(10, 9, 0, 0, 0)));
    CHECK(!image::compare(image::Image{}, image::Image{}));
}

TEST_CASE("The difference picture is white except where they differ")
{
    const image::Image a = image::filled(6, 5, 10, 20, 30);
    image::Image b = a;
    b.at(2, 1)[2] = 90;
    const image::Image picture = image::differencePicture(a, b);
    CHECK(picture.width == 6);
    CHECK(picture.at(0, 0)[1] == 255);
    CHECK(picture.at(2, 1)[1] == 0);
    CHECK(picture.at(2, 1)[0] > 100);
    CHECK(image::differencePicture(a, image::filled(3, 9, 0, 0, 0)).width == 3);
}
