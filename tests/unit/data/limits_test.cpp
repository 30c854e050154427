// Data files that no person would write: too deep, too long, too large. Checked before and after
// parsing.
#include "engine/data/document.h"
#include "engine/data/limits.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace knotmap;

namespace {

std::string repeated(std::string_view text, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

core::Faults faultsOf(const std::string& text)
{
    core::Faults faults;
    const auto document = data::Document::parse(text, "file.toml", faults);
    CHECK(document.has_value() == faults.empty());
    return faults;
}

void refused(const std::string& text, const std::string& phrase, int line = 1)
{
    const core::Faults faults = faultsOf(text);
    INFO(text.substr(0, 60));
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].line == line);
    CHECK(faults[0].message.find(phrase) != std::string::npos);
}

/// The result of `read` for "key = VALUE", and the faults it adds.
template <typename Read>
core::Faults faultsReading(const std::string& value, Read read)
{
    core::Faults faults;
    const auto document = data::Document::parse("key = " + value + "\n", "file.toml", faults);
    REQUIRE(document);
    read(document->root());
    return faults;
}

} // namespace

TEST_CASE("keys and headers of many names are refused before they are parsed")
{
    constexpr const char* kPhrase = "joined by dots";
    for (const std::size_t parts : {std::size_t{9}, std::size_t{1000}, std::size_t{100'000}}) {
        const std::string key = repeated("a.", parts - 1) + "a";
        refused("[" + key + "]\n", kPhrase);
        refused("[[" + key + "]]\n", kPhrase);
        refused("\n" + key + " = 1\n", kPhrase, 2);
        refused("t = { " + key + " = 1 }\n", kPhrase);
        refused("t = [{ b = 1, " + key + " = 1 }]\n", kPhrase);
        refused("[" + repeated("\"a\" . ", parts - 1) + "'a']\n", kPhrase);
    }
    CHECK(faultsOf("[" + repeated("a.", data::kMaxKeyParts - 1) + "a]\n").empty());
}

TEST_CASE("nested brackets are refused before they are parsed")
{
    constexpr const char* kPhrase = "deep";
    for (const std::size_t depth : {std::size_t{17}, std::size_t{1000}, std::size_t{300'000}}) {
        refused("a = " + repeated("[", depth), kPhrase);
        refused("a = " + repeated("{a=", depth), kPhrase);
        refused("a = " + repeated("[{a=", depth), kPhrase);
        refused("a = [\n" + repeated("[", depth), kPhrase, 2);
    }
    CHECK(faultsOf("a = " + repeated("[", data::kDeepestNesting) +
                   repeated("]", data::kDeepestNesting) + "\n")
              .empty());
}

TEST_CASE("more values than any data needs are refused before they are parsed")
{
    refused("a = [" + repeated("1,", data::kMaxValues) + "]\n", "keys and list entries");
    refused("a = [" + repeated("[],", data::kMaxValues / 2) + "]\n", "keys and list entries");
    refused(repeated("[[a]]\n", data::kMaxValues), "keys and list entries",
            static_cast<int>(data::kMaxValues / 2 + 1));
}

TEST_CASE("dots and brackets in strings and comments do not count")
{
    const std::string much = repeated(".[{", 100);
    CHECK(faultsOf("a = \"" + much + "\"\n# " + much + "\nb = '" + much + "'\n").empty());
    CHECK(faultsOf("a = \"\"\"" + much + "\n\\\"\"\" " + much + "\"\"\"\"\"\nb = 1\n").empty());
    CHECK(faultsOf("a = '''" + much + "\n" + much + "'''\n").empty());
    CHECK(faultsOf("a = \"x\\\\\"\nb = '\\'\nc = \"\"\nd = ''\n").empty());
    CHECK(faultsOf("\"" + much + "\" = 1\n").empty());
    CHECK(faultsOf("a = [1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5]\n").empty());
}

TEST_CASE("an unterminated string hides nothing behind it")
{
    const std::string deep = repeated("[", 1000);
    for (const std::string open : {"a = \"\n", "a = '\n", "a = \"\"\"", "a = '''", "a = \"\\"})
        CHECK(faultsOf(open + deep).size() == 1);
}

TEST_CASE("overlong lists and tables are refused")
{
    const std::string entries = repeated("1,", data::kMaxEntries);
    CHECK(faultsOf("a = [" + entries + "]\n").empty());
    refused("\na = [" + entries + "1]\n", "a list with 1001 entries", 2);
    refused("a = [[[" + entries + "1]]]\n", "a list with 1001 entries");
    std::string keys;
    for (std::size_t i = 0; i <= data::kMaxEntries; ++i)
        keys += fmt::format("k{} = 1\n", i);
    CHECK(faultsOf(keys)[0].message.find("a table with 1001 entries") != std::string::npos);
}

TEST_CASE("figures impossible for a body are refused, and a faulty point is no point")
{
    using data::Table;
    for (const std::string figure : {"1e300", "-1e300", "inf", "-inf", "nan", "3000.1", "true"}) {
        INFO(figure);
        CHECK(faultsReading("[1, " + figure + ", 3]", [](const Table& table) {
                  CHECK(table.vector3("key") == glm::vec3(0));
              }).size() == 1);
        CHECK(faultsReading("[[1, 2, 3], [1, " + figure + ", 3]]", [](const Table& table) {
                  CHECK(table.points("key", 3).empty());
              }).size() == 1);
        CHECK(faultsReading("[[1, 2], [" + figure + ", 3]]", [](const Table& table) {
                  CHECK(table.numberRows("key").empty());
              }).size() == 1);
        CHECK(faultsReading("[[[1, 2], [" + figure + ", 3]]]", [](const Table& table) {
                  CHECK(table.grid("key", 2).empty());
              }).size() == 1);
        CHECK(faultsReading("[0, " + figure + "]", [](const Table& table) {
                  CHECK(table.shares("key").empty());
              }).size() == 2);
        CHECK(faultsReading(figure, [](const Table& table) {
                  CHECK(table.number("key", -10, 10) == 0);
              }).size() == 1);
        CHECK(faultsReading(figure, [](const Table& table) {
                  CHECK(table.integer("key", -10, 10) == 0);
              }).size() == 1);
    }
}

TEST_CASE("integers of many digits and empty rows are refused")
{
    using data::Table;
    for (const std::string number : {"4294967297", "-4294967297", "9223372036854775807"}) {
        CHECK(faultsReading(number, [](const Table& table) {
                  CHECK(table.integers("key").empty());
              }).size() == 1);
        CHECK(faultsReading("[1, " + number + "]", [](const Table& table) {
                  CHECK(table.range("key", 0, 9).empty());
              }).size() == 2);
    }
    CHECK(faultsReading("[[], []]", [](const Table& table) {
              CHECK(table.numberRows("key").empty());
          }).size() == 1);
    CHECK(faultsReading("[[]]", [](const Table& table) {
              CHECK(table.textLists("key").empty());
          }).size() == 1);
}
