#include "engine/data/document.h"
#include "tests/support/folder.h"

#include <catch2/catch.hpp>

using namespace knotmap;
using data::Document;
using data::Need;

namespace {

/// The faults found when `ask` reads a document with that text.
template <typename Ask>
core::Faults faultsOf(const std::string& text, Ask ask)
{
    const testing::Folder folder;
    folder.write("file.toml", text);
    core::Faults faults;
    if (const auto document = Document::read(folder.path() / "file.toml", "file.toml", faults)) {
        const data::Table table = document->root();
        ask(table);
        table.rejectUnknownKeys();
    }
    return faults;
}

} // namespace

TEST_CASE("what is written is what is read")
{
    const auto faults = faultsOf("name = \"a b\"\ncount = 3\nshare = 0.5\non = true\n"
                                 "list = [\"x\", \"y\"]\nat = [1, 2.5, -3]\nspan = [1, 4]\n",
                                 [](const data::Table& table) {
                                     CHECK(table.text("name") == "a b");
                                     CHECK(table.integer("count", 0, 9) == 3);
                                     CHECK(table.number("share", 0, 1) == Approx(0.5));
                                     CHECK(table.flag("on", false));
                                     CHECK(table.texts("list").size() == 2);
                                     CHECK(table.vector3("at") == glm::vec3(1, 2.5F, -3));
                                     CHECK(table.range("span", 0, 5) == std::vector<int>{1, 4});
                                     CHECK(table.text("other", Need::Optional).empty());
                                     CHECK(table.valid());
                                 });
    CHECK(faults.empty());
}

TEST_CASE("every fault is reported with its location, all at once")
{
    const auto faults = faultsOf("name = 3\n\ncount = 12\nempty = \" \"\nextra = 1\n",
                                 [](const data::Table& table) {
                                     (void)table.text("name");
                                     (void)table.integer("count", 0, 9);
                                     (void)table.text("empty");
                                     (void)table.text("missing");
                                     CHECK_FALSE(table.valid());
                                 });
    REQUIRE(faults.size() == 5);
    CHECK(faults[0].text().rfind("file.toml:1:8: 'name' must be a text", 0) == 0);
    CHECK(faults[1].line == 3);
    CHECK(faults[2].message.find("empty") != std::string::npos);
    CHECK(faults[3].message == "'missing' is missing");
    CHECK(faults[4].line == 5);
}

TEST_CASE("a file that is not TOML is one fault with its location")
{
    const auto faults = faultsOf("a = 1\nb = = 2\n", [](const data::Table&) {});
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].line == 2);
}

TEST_CASE("broken UTF-8, over-long texts and missing files are faults")
{
    CHECK(faultsOf("a = \"\xff\xfe\"\n", [](const data::Table&) {}).size() == 1);
    const std::string longText(data::kLongestText + 1, 'x');
    const auto faults = faultsOf("a = \"" + longText + "\"\n",
                                 [](const data::Table& table) { (void)table.text("a"); });
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].message.find("bytes") != std::string::npos);
    core::Faults missing;
    CHECK_FALSE(Document::read("/nonexistent/file.toml", "file.toml", missing));
    CHECK(missing.size() == 1);
}

TEST_CASE("a huge file is refused before it is read")
{
    const testing::Folder folder;
    folder.write("big.toml", std::string(data::kLargestFile + 1, '#'));
    core::Faults faults;
    CHECK_FALSE(Document::read(folder.path() / "big.toml", "big.toml", faults));
    CHECK(faults.size() == 1);
}
