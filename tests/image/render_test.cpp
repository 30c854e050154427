// Runs the program offscreen for a line of tests/image/cases.txt and compares the result with the
// stored picture: one test case per line. A missing baseline fails. The result and the difference
// are kept beside the build as NAME.png and NAME-difference.png. KNOTMAP_ACCEPT=1 stores the result
// as the new baseline: look at it.

#include "tests/image/picture_case.h"
#include "tests/support/case_each.h"
#include "tests/support/program.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace knotmap;
using testing::PictureCase;

namespace {

const fs::path kPictures = fs::path(KNOTMAP_REPOSITORY) / "tests" / "image";
const fs::path kKept = KNOTMAP_IMAGE_OUTPUT;
constexpr std::size_t kWorstReported = 8;

fs::path baselineOf(const PictureCase& one)
{
    return kPictures / "baselines" / (one.name + ".png");
}

/// Writes a picture atomically, even if another run of the same case does so at the same moment.
void store(const image::Image& picture, const fs::path& file)
{
    fs::path own = file;
    own.replace_extension(fmt::format(".{}.png", getpid()));
    REQUIRE_FALSE(image::writePng(picture, own));
    fs::rename(own, file);
}

/// Keeps what failed for a person to look at.
void keep(const PictureCase& one, const image::Image& drawn,
          const std::optional<image::Image>& stored)
{
    fs::create_directories(kKept);
    store(drawn, kKept / (one.name + ".png"));
    if (stored)
        store(image::differencePicture(drawn, *stored), kKept / (one.name + "-difference.png"));
}

/// Results of an earlier run would be mistaken for this one's.
void forgetKept(const PictureCase& one)
{
    std::error_code ignored;
    fs::remove(kKept / (one.name + ".png"), ignored);
    fs::remove(kKept / (one.name + "-difference.png"), ignored);
}

void comparePicture(const PictureCase& one)
{
    const testing::Folder folder;
    const fs::path file = folder.path() / "drawn.png";
    const testing::Run run = testing::runProgram(
        fmt::format("\"{}\" render {} -o \"{}\"", KNOTMAP_PROGRAM, one.arguments, file.string()));
    INFO("knotmap render " << one.arguments << "\n" << run.error);
    REQUIRE(run.status == 0);
    const auto drawn = image::readPng(file);
    REQUIRE(drawn);
    if (std::getenv("KNOTMAP_ACCEPT") != nullptr)
        store(*drawn, baselineOf(one));
    const auto stored = image::readPng(baselineOf(one));
    if (!stored) {
        keep(one, *drawn, std::nullopt);
        FAIL(stored.error().message << "; look at " << (kKept / (one.name + ".png")).string()
                                    << " and store it with KNOTMAP_ACCEPT=1");
    }
    const auto difference = image::compare(*drawn, *stored);
    if (difference && difference->mean <= one.limits.mean &&
        difference->maximum <= one.limits.maximum)
        return forgetKept(one);
    keep(one, *drawn, *stored);
    if (!difference)
        FAIL(difference.error().message);
    FAIL(fmt::format("mean difference {:.3f} (at most {}), largest {} (at most {}); see {}\n"
                     "The worst pixels:\n{}",
                     difference->mean, one.limits.mean, difference->maximum, one.limits.maximum,
                     (kKept / (one.name + "-difference.png")).string(),
                     testing::worstPixels(*drawn, *stored, kWorstReported)));
}

/// Empty if the file cannot be read, which the test below reports.
std::vector<PictureCase> cases()
{
    auto cases = testing::readPictureCases(kPictures / "cases.txt");
    return cases ? std::move(*cases) : std::vector<PictureCase>();
}

const testing::CaseEach kCases(
    KNOTMAP_HERE, cases(), [](const PictureCase& one) { return one.name; }, comparePicture);

} // namespace

TEST_CASE("the cases can be read, and every baseline belongs to one")
{
    const auto cases = testing::readPictureCases(kPictures / "cases.txt");
    INFO((cases ? std::string() : cases.error().message));
    REQUIRE(cases);
    for (const auto& entry : fs::directory_iterator(kPictures / "baselines")) {
        INFO(entry.path().filename().string() << " belongs to no line of cases.txt");
        CHECK(std::any_of(cases->begin(), cases->end(), [&](const PictureCase& one) {
            return one.name == entry.path().stem().string();
        }));
    }
}
