// Data that no person would write, generated here instead of stored: each is reported with its
// location and nothing else is lost.

#include "app/model/check.h"
#include "tests/support/folder.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace fs = std::filesystem;
using namespace knotmap;

namespace {

constexpr std::size_t kTenMegabytes = 10U << 20U;
constexpr std::size_t kNearlyAMegabyte = 900U << 10U;

core::Faults checkWith(const std::string& file, const std::string& text)
{
    const testing::Folder folder;
    fs::copy(fs::path(KNOTMAP_REPOSITORY) / "assets", folder.path(), fs::copy_options::recursive);
    std::ofstream(folder.path() / file, std::ios::binary) << text;
    return app::checkData(folder.path(), nullptr);
}

/// The faults of one file.
core::Faults of(const core::Faults& all, const std::string& file)
{
    core::Faults found;
    std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                 [&](const core::Fault& fault) { return fault.file == file; });
    return found;
}

const std::string kFile = "anatomy/landmarks/planted.toml";

std::string landmark(const std::string& label)
{
    return "[[landmark]]\nid = \"planted-place\"\nlabel = \"" + label +
           "\"\nat = [-40.0, 1400.0, 60.0]\nmidline = false\n";
}

} // namespace

TEST_CASE("a file of ten megabytes is refused, and its longest line named")
{
    const core::Faults faults =
        of(checkWith(kFile, landmark(std::string(kTenMegabytes, 'a'))), kFile);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].message.find("bytes; a data file may have") != std::string::npos);
    CHECK(faults[0].line == 3);
}

TEST_CASE("a text of nearly a megabyte is reported at its line, in a readable message")
{
    const core::Faults faults =
        of(checkWith(kFile, landmark(std::string(kNearlyAMegabyte, 'a'))), kFile);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].line == 3);
    CHECK(faults[0].column == 9);
    CHECK(faults[0].message.find("'label' has 921600 bytes") != std::string::npos);
    CHECK(faults[0].message.size() < 200);
}

TEST_CASE("an id of nearly a megabyte is reported in a readable message")
{
    const core::Faults faults =
        of(checkWith(kFile, "[[landmark]]\nid = \"" + std::string(kNearlyAMegabyte, 'A') +
                                "\"\nlabel = \"x\"\nat = [-40.0, 1400.0, 60.0]\n"),
           kFile);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].line == 2);
    CHECK(faults[0].message.size() < 200);
}

TEST_CASE("lists nested ten thousand deep are reported without a stack overflow")
{
    const core::Faults faults =
        of(checkWith(kFile, "deep = " + std::string(10000, '[') + std::string(10000, ']') + "\n"),
           kFile);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].message.find("more than 16 deep") != std::string::npos);
    CHECK(faults[0].line == 1);
}
