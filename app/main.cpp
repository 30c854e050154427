#include "app/cli/command_line.h"

#include <cstdio>
#include <exception>

int main(int argc, char** argv)
{
    try {
        return knotmap::app::runCommandLine(argc, argv);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "knotmap: %s\n", problem.what());
        return 1;
    }
}
