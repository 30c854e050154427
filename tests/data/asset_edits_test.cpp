#include "tests/support/asset_edits.h"
#include "tests/support/expected_faults.h"
#include "tests/support/folder.h"

#include <catch2/catch.hpp>

using namespace knotmap;

namespace {

constexpr const char* kShipped =
    "id = \"arm\"\njoint = \"elbow\"\nid = \"leg\"\njoint = \"knee\"\n";

/// Applies the text of an edits file to `care/a.toml`; returns the changed text and its line.
std::pair<std::string, int> edited(const std::string& edits)
{
    const testing::Folder folder;
    folder.write("care/a.toml", kShipped);
    folder.write("edits.txt", edits);
    const auto lines =
        testing::applyEdits(testing::readEdits(folder.path() / "edits.txt"), folder.path());
    return {testing::readText(folder.path() / "care" / "a.toml"), lines.at("care/a.toml")};
}

} // namespace

TEST_CASE("an edit replaces the text it finds once, and knows the first line that it changes")
{
    CHECK(edited("# why\ncare/a.toml\n- \"knee\"\n+ \"kne\"\n") ==
          std::pair(std::string("id = \"arm\"\njoint = \"elbow\"\nid = \"leg\"\njoint = \"kne\"\n"),
                    4));
    // Lines before the change only give context.
    CHECK(
        edited("care/a.toml\n- id = \"arm\"\n- joint = \n+ id = \"arm\"\n+ joints = \n") ==
        std::pair(std::string("id = \"arm\"\njoints = \"elbow\"\nid = \"leg\"\njoint = \"knee\"\n"),
                  2));
    CHECK(edited("care/a.toml\n- id = \"leg\"\n") ==
          std::pair(std::string("id = \"arm\"\njoint = \"elbow\"\n\njoint = \"knee\"\n"), 3));
    CHECK(edited("care/a.toml\n- \"elbow\"\n+ \"elbow\"\n+ side = 1\n") ==
          std::pair(std::string("id = \"arm\"\njoint = \"elbow\"\nside = 1\nid = \"leg\"\n"
                                "joint = \"knee\"\n"),
                    3));
    CHECK(edited("care/a.toml\n+ x = 1\n+ y = 2\n") ==
          std::pair(kShipped + std::string("x = 1\ny = 2\n"), 5));
}

TEST_CASE("an edit that is ambiguous, or fits nowhere, is refused")
{
    CHECK_THROWS_WITH(edited("care/a.toml\n- foot\n+ toe\n"), "care/a.toml does not hold 'foot'");
    CHECK_THROWS_WITH(edited("care/a.toml\n- joint\n+ bone\n"),
                      "care/a.toml holds 'joint' more than once");
    CHECK_THROWS_WITH(edited("care/a.toml\n- \"arm\"\n+ 1\ncare/a.toml\n- \"leg\"\n+ 2\n"),
                      "care/a.toml is edited twice");
    CHECK_THROWS(edited("- \"arm\"\n+ 1\n"));
    CHECK_THROWS(edited("care/b.toml\n- \"arm\"\n+ 1\n"));
}

TEST_CASE("the line of an expected fault is a number or relative to the edit")
{
    const testing::Folder folder;
    const testing::EditedLines lines = {{"care/a.toml", 40}};
    const auto read = [&](const std::string& text) {
        folder.write("expected.txt", text);
        return testing::readExpected(folder.path() / "expected.txt", lines);
    };
    const auto all = read("care/a.toml:@: one: two\ncare/a.toml:@+2: x\ncare/a.toml:@-1: x\n"
                          "care/b.toml:0: 'a'\n");
    REQUIRE(all.size() == 4);
    CHECK(all[0].text() == "care/a.toml:40: one: two");
    CHECK(all[1].line == 42);
    CHECK(all[2].line == 39);
    CHECK(all[3].text() == "care/b.toml:0: 'a'");
    CHECK_THROWS(read("care/b.toml:@: not edited\n"));
    CHECK_THROWS(read("care/a.toml\n"));
    CHECK_THROWS(read("care/a.toml:3: \n"));
}
