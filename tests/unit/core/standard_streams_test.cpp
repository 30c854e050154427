#include "engine/core/standard_streams.h"

#include "engine/core/output_file.h"

#include "tests/support/folder.h"

#include <catch2/catch.hpp>
#include <cstdio>
#include <fcntl.h>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

using namespace knotmap;

namespace {

/// The exit status of a process that runs `work` with its own standard streams.
int inChild(const std::function<int()>& work)
{
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0)
        _exit(work());
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool says(const core::Outcome& outcome, const std::string& phrase)
{
    return outcome && outcome->message.find(phrase) != std::string::npos;
}

void standardOutputTo(const char* file)
{
    const int opened = open(file, O_WRONLY);
    dup2(opened, STDOUT_FILENO);
    close(opened);
}

} // namespace

TEST_CASE("no file lands on the descriptor of a stream that was closed")
{
    for (const int closed : {0, 1, 2})
        CHECK(inChild([closed] {
                  close(closed);
                  core::prepareStandardStreams();
                  return open("/dev/null", O_RDONLY) > 2 ? 0 : 1;
              }) == 0);
    CHECK(inChild([] {
              for (const int each : {0, 1, 2})
                  close(each);
              core::prepareStandardStreams();
              const bool kept = open("/dev/null", O_RDONLY) > 2;
              const bool silent = std::fputs("to nobody", stderr) >= 0;
              return kept && silent ? 0 : 1;
          }) == 0);
}

TEST_CASE("what is printed on a full or closed standard output is an error")
{
    CHECK(inChild([] {
              standardOutputTo("/dev/full");
              std::fputs("lost", stdout);
              return says(core::finishStandardOutput(), "No space left") ? 0 : 1;
          }) == 0);
    CHECK(inChild([] {
              close(STDOUT_FILENO);
              core::prepareStandardStreams();
              std::fputs("lost", stdout);
              return says(core::finishStandardOutput(), "it is closed") ? 0 : 1;
          }) == 0);
    // Lost in the middle, while the rest is written.
    CHECK(inChild([] {
              standardOutputTo("/dev/full");
              std::fputs("lost", stdout);
              std::fflush(stdout);
              standardOutputTo("/dev/null");
              return says(core::finishStandardOutput(), "incomplete") ? 0 : 1;
          }) == 0);
}

TEST_CASE("nothing printed is no error, wherever it would have gone")
{
    CHECK(inChild([] {
              standardOutputTo("/dev/full");
              return core::finishStandardOutput() ? 1 : 0;
          }) == 0);
    CHECK(inChild([] {
              close(STDOUT_FILENO);
              core::prepareStandardStreams();
              return core::finishStandardOutput() ? 1 : 0;
          }) == 0);
}

TEST_CASE("an output to standard output follows what was printed before")
{
    const testing::Folder folder;
    folder.write("out", "");
    const std::string file = (folder.path() / "out").string();
    CHECK(inChild([&] {
              standardOutputTo(file.c_str());
              std::fputs("before ", stdout);
              const bool well = !core::writeOutput("-", "bytes ") &&
                                !core::writeOutput("/proc/self/fd/1", "and more");
              return well ? 0 : 1;
          }) == 0);
    std::ifstream in(file);
    CHECK(std::string((std::istreambuf_iterator<char>(in)), {}) == "before bytes and more");
    CHECK(inChild([] {
              close(STDOUT_FILENO);
              core::prepareStandardStreams();
              const bool reported = says(core::writeOutput("-", "x"), "closed") &&
                                    says(core::writeOutput("/proc/self/fd/1", "x"), "closed");
              return reported ? 0 : 1;
          }) == 0);
}
