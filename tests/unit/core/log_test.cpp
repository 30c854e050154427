#include "engine/core/log.h"

#include "tests/support/folder.h"

#include <catch2/catch.hpp>
#include <cstdio>
#include <fcntl.h>
#include <functional>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

using namespace knotmap;

namespace {

/// The exit status of a process that does `work` with its standard error going to a file.
int withErrorsTo(const std::string& file, const std::function<void()>& work)
{
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        dup2(open(file.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
        work();
        _exit(0);
    }
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string contents(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(in)), {});
}

} // namespace

TEST_CASE("messages stand on standard error as they were worded, each ended once")
{
    const testing::Folder folder;
    const std::string file = (folder.path() / "errors").string();
    CHECK(withErrorsTo(file, [] {
              const core::Log log;
              core::logInfo("4 nodes {} %v");
              core::logWarning("two\nlines\n");
              core::logError("knotmap: no");
          }) == 0);
    CHECK(contents(file) == "4 nodes {} %v\ntwo\nlines\nknotmap: no\n");
}

TEST_CASE("without a log nothing is said, neither before it nor after it")
{
    const testing::Folder folder;
    const std::string file = (folder.path() / "errors").string();
    CHECK(withErrorsTo(file, [] {
              core::logError("early");
              std::optional<core::Log> log(std::in_place);
              core::logError("heard");
              log.reset();
              core::logError("late");
          }) == 0);
    CHECK(contents(file) == "heard\n");
}

TEST_CASE("a message that cannot be written is lost, and the work goes on")
{
    CHECK(withErrorsTo("/dev/full", [] {
              const core::Log log;
              core::logError("to nobody");
              core::logError("nor this");
          }) == 0);
    CHECK(withErrorsTo("/dev/null", [] {
              const core::Log log;
              close(STDERR_FILENO);
              core::logError("to nobody");
          }) == 0);
}
