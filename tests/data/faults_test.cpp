// Each folder of tests/data/bad plants a fault in a copy of the shipped data; the check must find
// exactly the faults that its expected.txt lists, no fewer and no more.
//
//   assets-overlay/ files added to the copy, or replacing those of the same name edits.txt small
//   changes of shipped files (tests/support/asset_edits.h) expected.txt one line per fault,
//   "path:line: phrase", the phrase being a part of the message; line 0 is the whole file. In an
//   edited file "@" is the first changed line and "@+2" the second after it:
//   "care/positions.toml:@: no joint".
//
// A shipped file is edited, not replaced, so that a case does not break whenever that file changes.

#include "app/model/check.h"
#include "tests/support/asset_edits.h"
#include "tests/support/case_each.h"
#include "tests/support/expected_faults.h"
#include "tests/support/folder.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace fs = std::filesystem;
using namespace knotmap;

namespace {

const fs::path kRepository = KNOTMAP_REPOSITORY;

std::vector<fs::path> plantedFaults()
{
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(kRepository / "tests" / "data" / "bad"))
        folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

/// Overlays and edits the copy of the assets; returns where it was edited.
testing::EditedLines plant(const fs::path& planted, const fs::path& assets)
{
    if (fs::exists(planted / "assets-overlay"))
        fs::copy(planted / "assets-overlay", assets,
                 fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    if (!fs::exists(planted / "edits.txt"))
        return {};
    return testing::applyEdits(testing::readEdits(planted / "edits.txt"), assets);
}

template <typename Entries>
std::string listed(const Entries& entries)
{
    constexpr std::size_t kMaxShown = 40;
    std::string text;
    for (std::size_t i = 0; i < entries.size() && i < kMaxShown; i++)
        text += "\n  " + entries[i].text();
    if (entries.size() > kMaxShown)
        text += "\n  ... " + std::to_string(entries.size()) + " in all";
    return text;
}

const testing::CaseEach kPlanted(
    KNOTMAP_HERE, plantedFaults(),
    [](const fs::path& planted) { return "planted fault " + planted.filename().string(); },
    [](const fs::path& planted) {
        const testing::Folder folder;
        fs::copy(kRepository / "assets", folder.path(), fs::copy_options::recursive);
        const testing::EditedLines edited = plant(planted, folder.path());
        const core::Faults faults = app::checkData(folder.path(), nullptr);
        const auto expected = testing::readExpected(planted / "expected.txt", edited);
        REQUIRE_FALSE(expected.empty());
        INFO("expected:" << listed(expected) << "\nfound:" << listed(faults));
        CHECK(testing::mismatches(expected, faults) == std::vector<std::string>());
    });

} // namespace

TEST_CASE("an extra fault fails a planted fault's test, and so does a missing one")
{
    const std::vector<testing::ExpectedFault> expected = {{"a.toml", 3, "no tool"},
                                                          {"b.toml", 7, "is missing"}};
    const core::Fault tool = {"a.toml", 3, 9, "no tool is called 'thumb'"};
    const core::Fault missing = {"b.toml", 7, 1, "'year' is missing"};
    const std::vector<std::string> none;
    CHECK(testing::mismatches(expected, {tool, missing}) == none);
    CHECK(testing::mismatches(expected, {missing, tool}) == none);
    const core::Fault extra = {"a.toml", 4, 1, "no tool is called 'thumb'"};
    CHECK(testing::mismatches(expected, {tool, extra, missing}) ==
          std::vector<std::string>{"not expected: a.toml:4:1: no tool is called 'thumb'"});
    CHECK(testing::mismatches(expected, {tool}) ==
          std::vector<std::string>{"missing: b.toml:7: is missing"});
    CHECK(testing::mismatches(expected, {tool, tool, missing}) ==
          std::vector<std::string>{"fits 2 faults: a.toml:3: no tool"});
    CHECK(testing::mismatches({expected[0], expected[0]}, {tool}) ==
          std::vector<std::string>{"expected 2 times: a.toml:3:9: no tool is called 'thumb'"});
    SECTION("another file, line or message is another fault")
    {
        CHECK(testing::mismatches({expected[0]}, {{"b.toml", 3, 9, tool.message}}).size() == 2);
        CHECK(testing::mismatches({expected[0]}, {{"a.toml", 2, 9, tool.message}}).size() == 2);
        CHECK(testing::mismatches({expected[0]}, {{"a.toml", 3, 9, "no dose"}}).size() == 2);
    }
}

TEST_CASE("a point left out for its fault is reported once: a reference to it is no second fault")
{
    const testing::Folder folder;
    fs::copy(kRepository / "assets", folder.path(), fs::copy_options::recursive);
    // Its advice, the satellites of other muscles and sources that only it cites all refer to it.
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

TEST_CASE("an empty assets folder is reported as one that holds nothing, file by file")
{
    const testing::Folder folder;
    const core::Faults faults = app::checkData(folder.path(), nullptr);
    CHECK(faults.size() >= 8);
}
