#pragma once

#include "tests/support/folder.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <string>
#include <sys/wait.h>

namespace knotmap::testing {

/// The result of running a program.
struct Run
{
    int status = -1;
    std::string out, error;
};

/// Runs a shell command; `command` is trusted.
inline Run runProgram(const std::string& command)
{
    const Folder folder;
    const std::string errors = (folder.path() / "stderr").string();
    Run run;
    FILE* pipe = popen((command + " 2>\"" + errors + "\"").c_str(), "r");
    std::array<char, 4096> block{};
    while (const std::size_t read = std::fread(block.data(), 1, block.size(), pipe))
        run.out.append(block.data(), read);
    const int ended = pclose(pipe);
    run.status = WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
    std::ifstream in(errors);
    run.error.assign((std::istreambuf_iterator<char>(in)), {});
    return run;
}

} // namespace knotmap::testing
