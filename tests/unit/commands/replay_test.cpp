#include "app/commands/replay.h"
#include "app/commands/shortcuts.h"

#include <catch2/catch.hpp>
#include <set>

using namespace knotmap::app;

namespace {

std::string problem(const std::string& text)
{
    const auto replay = parseReplay(text, "demo.txt", CommandTable());
    REQUIRE_FALSE(replay);
    return replay.error().message;
}

} // namespace

TEST_CASE("a replay is one command per line, with quotes and comments")
{
    const auto replay = parseReplay("# look at one\n"
                                    "select-point upper-trapezius-1.left\r\n"
                                    "\n"
                                    "  search \"between the blades\"  # words\n"
                                    "search \"\"",
                                    "demo.txt", CommandTable());
    REQUIRE(replay);
    REQUIRE(replay->lines.size() == 3);
    CHECK(replay->lines[0].line == 2);
    CHECK(replay->lines[0].call.arguments == Arguments{"upper-trapezius-1.left"});
    CHECK(replay->lines[1].line == 4);
    CHECK(replay->lines[1].call.arguments == Arguments{"between the blades"});
    CHECK(replay->lines[2].call.arguments == Arguments{""});
}

TEST_CASE("what a call writes, a replay reads")
{
    const CommandCall call{"search", {"a \"b\" c"}};
    const CommandCall plain{"select-point", {"x-1.left", "stay"}};
    CHECK(plain.text() == "select-point x-1.left stay");
    const auto replay = parseReplay(plain.text(), "demo.txt", CommandTable());
    REQUIRE(replay);
    CHECK(replay->lines[0].call.arguments == plain.arguments);
}

TEST_CASE("faults of a replay are reported with file and line")
{
    CHECK(problem("view back\nviw back\n").find("demo.txt:2: no command is called 'viw'") == 0);
    CHECK(problem("view\n").find("demo.txt:1: 'view' was given 0 arguments") == 0);
    CHECK(problem("search \"open\nquit\n").find("demo.txt:1: the closing quotation mark") == 0);
    const auto missing = loadReplay("/nowhere/at/all.txt", CommandTable());
    REQUIRE_FALSE(missing);
    CHECK(missing.error().message.find("/nowhere/at/all.txt") != std::string::npos);
    CHECK_FALSE(loadReplay("/", CommandTable()));
}

TEST_CASE("every shortcut runs an existing command, and no keys run two")
{
    const CommandTable table;
    std::set<std::string> keys;
    for (const Shortcut& shortcut : allShortcuts()) {
        INFO(shortcut.keys);
        CHECK_FALSE(table.check(shortcut.call));
        CHECK(keys.insert(shortcut.keys).second);
    }
    const auto all = allShortcuts();
    REQUIRE(callOf(all, "2") != nullptr);
    CHECK(callOf(all, "2")->arguments == Arguments{"back"});
    CHECK(callOf(all, "Ctrl+Alt+X") == nullptr);
    CHECK(keysOf(all, {"undo", {}}) == "Ctrl+Z");
}
