#include "engine/core/isolate.h"
#include "engine/core/parallel.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <numeric>
#include <stdexcept>
#include <unistd.h>
#include <vector>

using namespace knotmap;

TEST_CASE("every task runs once")
{
    std::vector<int> runs(1000);
    core::parallelFor(runs.size(), [&](std::size_t i) { ++runs[i]; });
    CHECK(std::accumulate(runs.begin(), runs.end(), 0) == 1000);
    core::parallelFor(0, [&](std::size_t) { FAIL("there is no task"); });
}

TEST_CASE("an exception in a task reaches the caller, whichever thread it ran on")
{
    for (const std::size_t thrower : {std::size_t{0}, std::size_t{7}, std::size_t{63}})
        CHECK_THROWS_AS(core::parallelFor(64,
                                          [&](std::size_t i) {
                                              if (i == thrower)
                                                  throw std::runtime_error("no");
                                          }),
                        std::runtime_error);
}

TEST_CASE("a crash in a child is a failure of the parent, not its end")
{
    const auto crashed = core::leaveToChild();
    if (!crashed) {
        std::signal(SIGSEGV, SIG_DFL);
        std::raise(SIGSEGV);
        ::_exit(0);
    }
    CHECK(crashed == 1);
    const auto done = core::leaveToChild();
    if (!done)
        ::_exit(3);
    CHECK(done == 3);
}
