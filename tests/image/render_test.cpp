// Runs the shipped program offscreen, once for each line of tests/image/cases.txt, and compares
// what it draws with the stored picture. A missing baseline fails; actual and difference are kept
// beside the build. KNOTMAP_ACCEPT=1 stores what was drawn as the new baselines: look at them.

#include "engine/image/image.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;
using namespace knotmap;

namespace {

const fs::path kBaselines = fs::path(KNOTMAP_REPOSITORY) / "tests" / "image" / "baselines";
const fs::path kKept = KNOTMAP_IMAGE_OUTPUT;

/// Software OpenGL draws the same picture on every machine but for rounding at edges: single
/// pixels may differ a lot, the mean hardly at all.
constexpr double kMostMean = 0.35;
constexpr int kMostMaximum = 140;

struct Case
{
    std::string name, arguments;
};

std::vector<Case> cases()
{
    std::ifstream in(fs::path(KNOTMAP_REPOSITORY) / "tests" / "image" / "cases.txt");
    std::vector<Case> all;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#')
            continue;
        std::istringstream words(line);
        Case one;
        words >> one.name;
        std::getline(words, one.arguments);
        all.push_back(one);
    }
    return all;
}

} // namespace

TEST_CASE("pictures are as they were")
{
    fs::create_directories(kKept);
    const bool accept = std::getenv("KNOTMAP_ACCEPT") != nullptr;
    const std::vector<Case> all = cases();
    REQUIRE(all.size() >= 6);
    for (const Case& one : all) {
        INFO(one.name << ":" << one.arguments);
        const fs::path actual = kKept / (one.name + ".png");
        const fs::path baseline = kBaselines / (one.name + ".png");
        const std::string command = std::string(KNOTMAP_PROGRAM) + " render" + one.arguments +
                                    " -o \"" + actual.string() + "\"";
        const int status = std::system(command.c_str());
        CHECK(status == 0);
        if (status != 0)
            continue;
        if (accept)
            fs::copy_file(actual, baseline, fs::copy_options::overwrite_existing);
        const auto drawn = image::readPng(actual), stored = image::readPng(baseline);
        REQUIRE(drawn);
        CHECK(stored);
        if (!stored)
            continue;
        const auto difference = image::compare(*drawn, *stored);
        REQUIRE(difference);
        CHECK(difference->mean <= kMostMean);
        CHECK(difference->maximum <= kMostMaximum);
        if (difference->mean > kMostMean || difference->maximum > kMostMaximum)
            CHECK_FALSE(image::writePng(image::differencePicture(*drawn, *stored),
                                        kKept / (one.name + "-difference.png")));
    }
}
