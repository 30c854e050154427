// No test depends on machine speed: none waits for a time or measures one.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>

namespace fs = std::filesystem;

namespace {

const fs::path kTests = fs::path(KNOTMAP_REPOSITORY) / "tests";

/// Exceptions: what waits and polls on behalf of all others; what is meant to measure or runs for a
/// given time; the limit for a program that hangs; and this file.
bool mayKnowTheTime(const fs::path& file)
{
    return file == kTests / "ui" / "support.sh" || file.parent_path() == kTests / "bench" ||
           file.parent_path() == kTests / "fuzz" || file.parent_path() == kTests / "mutants" ||
           file.filename() == "clocks_test.cpp";
}

} // namespace

TEST_CASE("no test waits for a time or measures one")
{
    // A C++ clock or sleep; a script's; a process's figures in /proc; "wait 300" of a replay.
    const std::regex clock(
        R"((steady|system|high_resolution)_clock|clock_gettime|getrusage|/proc/(?!self/fd)|SECONDS)"
        R"(|\b(sleep|wait|timeout) +["$0-9]|sleep(_for|_until)?\()");
    for (const auto& entry : fs::recursive_directory_iterator(kTests)) {
        const std::string kind = entry.path().extension().string();
        if ((kind != ".cpp" && kind != ".h" && kind != ".sh") || mayKnowTheTime(entry.path()))
            continue;
        std::ifstream in(entry.path());
        int number = 0;
        for (std::string line; std::getline(in, line);) {
            ++number;
            INFO(fs::relative(entry.path(), kTests).string() << ":" << number << ": " << line);
            CHECK_FALSE(std::regex_search(line, clock));
        }
    }
}
