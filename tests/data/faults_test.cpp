// Each folder of tests/data/bad plants one fault in a copy of the shipped data; `knotmap check`
// must find it at its place. expected.txt holds lines "path:line: phrase".

#include "app/model/check.h"
#include "tests/support/case_each.h"
#include "tests/support/folder.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace fs = std::filesystem;
using namespace knotmap;

namespace {

const fs::path kRepository = KNOTMAP_REPOSITORY;

struct Expected
{
    std::string file, phrase;
    int line = 0;
};

std::vector<Expected> readExpected(const fs::path& path)
{
    std::ifstream in(path);
    std::vector<Expected> all;
    for (std::string text; std::getline(in, text);) {
        const std::size_t first = text.find(':'), second = text.find(':', first + 1);
        if (first == std::string::npos || second == std::string::npos)
            continue;
        Expected expected;
        expected.file = text.substr(0, first);
        expected.line = std::stoi(text.substr(first + 1, second - first - 1));
        expected.phrase = text.substr(std::min(text.size(), second + 2));
        all.push_back(expected);
    }
    return all;
}

bool fits(const core::Fault& fault, const Expected& expected)
{
    return fault.file == expected.file && fault.line == expected.line &&
           fault.message.find(expected.phrase) != std::string::npos;
}

std::vector<fs::path> plantedFaults()
{
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(kRepository / "tests" / "data" / "bad"))
        folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

const testing::CaseEach kPlanted(
    KNOTMAP_HERE, plantedFaults(),
    [](const fs::path& planted) { return "planted fault " + planted.filename().string(); },
    [](const fs::path& planted) {
        const testing::Folder folder;
        fs::copy(kRepository / "assets", folder.path(), fs::copy_options::recursive);
        fs::copy(planted / "assets-overlay", folder.path(),
                 fs::copy_options::recursive | fs::copy_options::overwrite_existing);
        const core::Faults faults = app::checkData(folder.path(), nullptr);
        std::string told;
        for (const core::Fault& fault : faults)
            told += fault.text() + "\n";
        INFO(told);
        const std::vector<Expected> expected = readExpected(planted / "expected.txt");
        CHECK_FALSE(expected.empty());
        for (const Expected& one : expected) {
            INFO("expected " << one.file << ":" << one.line << ": " << one.phrase);
            CHECK(std::any_of(faults.begin(), faults.end(),
                              [&](const core::Fault& fault) { return fits(fault, one); }));
        }
    });

} // namespace

TEST_CASE("a point left out for its fault is told once: naming it elsewhere is no second fault")
{
    const testing::Folder folder;
    fs::copy(kRepository / "assets", folder.path(), fs::copy_options::recursive);
    // Its advice, the satellites of other muscles and sources that only it cites all name it.
    const fs::path file = folder.path() / "referral" / "points" / "masseter.toml";
    SECTION("a point")
    {
        std::ifstream in(file, std::ios::binary);
        std::string text((std::istreambuf_iterator<char>(in)), {});
        const std::string commonness = "commonness = \"";
        text.insert(text.find(commonness) + commonness.size(), "un");
        std::ofstream(file, std::ios::binary) << text;
    }
    SECTION("a whole file")
    {
        std::ofstream(file, std::ios::binary) << "muscle = [\n";
    }
    const core::Faults faults = app::checkData(folder.path(), nullptr);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].file == "referral/points/masseter.toml");
}

TEST_CASE("an empty assets folder is told as one that holds nothing, file by file")
{
    const testing::Folder folder;
    const core::Faults faults = app::checkData(folder.path(), nullptr);
    CHECK(faults.size() >= 8);
}
