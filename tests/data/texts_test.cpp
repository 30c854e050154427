// The template for translators holds each text of the tables below assets/, and no other.

#include "tests/support/folder.h"
#include "tests/support/program.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace knotmap;

namespace {

testing::Run program(const std::string& arguments, const std::string& environment = "")
{
    return testing::runProgram(environment + " \"" + KNOTMAP_PROGRAM + "\" " + arguments);
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("assets/lang/data.pot holds each text of the data, and no other")
{
    std::ostringstream kept;
    kept << std::ifstream(std::string(KNOTMAP_REPOSITORY) + "/assets/lang/data.pot").rdbuf();
    const testing::Run run = program("texts");
    REQUIRE(run.status == 0);
    INFO("run 'knotmap texts >assets/lang/data.pot'");
    const auto is = linesOf(kept.str()), should = linesOf(run.out);
    REQUIRE(should.size() > 1000);
    CHECK(is.size() == should.size());
    for (std::size_t i = 0; i < std::min(is.size(), should.size()); ++i)
        REQUIRE(is[i] == should[i]);
}

TEST_CASE("the language is that of the option, else of the environment, else English")
{
    CHECK(has(program("--language qps list tools").out, "["));
    CHECK(has(program("--language=qps list tools").out, "["));
    CHECK(has(program("list tools", "LANGUAGE=qps").out, "["));
    CHECK(has(program("list tools", "LC_ALL=qps.UTF-8").out, "["));
    const std::string english = program("list tools", "LC_ALL=C").out;
    CHECK_FALSE(has(english, "["));
    CHECK(program("--language en list tools", "LANGUAGE=qps").out == english);
    CHECK(program("list tools", "LANGUAGE=xx:qps:en").out != english);
    CHECK(program("list tools", "LANGUAGE=xx").out == english);
    CHECK(program("list tools", "LANG=../../../etc").out == english);
}

TEST_CASE("a language without a catalogue is refused when it is asked for by name")
{
    const testing::Run run = program("--language qpz list tools");
    CHECK(run.status == 2);
    CHECK(has(run.error, "--language: no language is called 'qpz'. Did you mean qps?"));
    CHECK(run.out.empty());
}

TEST_CASE("what programs read is the same in every language")
{
    for (const char* command : {"list muscles", "list facts", "list positions", "list regions",
                                "show upper-trapezius-1", "show soleus", "find temple"}) {
        INFO(command);
        const std::string json = std::string(command) + " --json";
        const testing::Run english = program(json), other = program("--language qps " + json);
        CHECK(english.status == 0);
        CHECK(other.out == english.out);
    }
}

TEST_CASE("help and messages are in the language asked for")
{
    const std::string help = program("--language qps --help").out;
    CHECK(has(help, "[Lîst"));
    for (const std::string& line : linesOf(help))
        if (line.find("  ") == 0 && line.find_first_not_of(" -") < 4) {
            INFO(line); // an option or a subcommand, or more of what it does
            CHECK((has(line, "[") || has(line, "]") || has(line, "~") || line.size() < 34));
        }
    CHECK(has(program("--language qps show no-such-point").error, "'no-such-point'"));
    CHECK(has(program("--language qps show no-such-point").error, "["));
}

TEST_CASE("all that is said of a point is translated but for ids and sources")
{
    const std::string shown = program("--language qps show upper-trapezius-1").out;
    bool source = false;
    for (const std::string& line : linesOf(shown)) {
        INFO(line);
        source = source || has(line, "[söürçê");
        if (source || line.empty() || has(line, "upper-trapezius"))
            continue;
        CHECK(has(line, "["));
    }
    CHECK(source);
}

TEST_CASE("a picture without words is the same in every language")
{
    const testing::Folder folder;
    const auto bytesOf = [&](const std::string& language, const std::string& what) {
        const std::string file = (folder.path() / (language + ".png")).string();
        const testing::Run run =
            program("--language " + language + " render " + what + " --size 200x160 -o " + file);
        INFO(run.error);
        REQUIRE(run.status == 0);
        std::ostringstream bytes;
        bytes << std::ifstream(file, std::ios::binary).rdbuf();
        return bytes.str();
    };
    // A felt ball, a hand, and a position on a mat.
    for (const char* what : {"--point gluteus-medius-1", "--point upper-trapezius-1",
                             "--point gluteus-medius-1 --position"}) {
        INFO(what);
        CHECK(bytesOf("en", what) == bytesOf("qps", what));
    }
}
