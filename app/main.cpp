#include "app/cli/command_line.h"

#include <cstdio>
#include <exception>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

/// Has large blocks given back to the system as soon as they are freed. Left to itself the C
/// library keeps ever larger ones after a start that unpacks a body and a first picture.
void keepMemorySmall()
{
#ifdef __GLIBC__
    constexpr int kLarge = 256 * 1024;
    mallopt(M_MMAP_THRESHOLD, kLarge);
    mallopt(M_TRIM_THRESHOLD, kLarge);
#endif
}

} // namespace

int main(int argc, char** argv)
{
    keepMemorySmall();
    try {
        return knotmap::app::runCommandLine(argc, argv);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "knotmap: %s\n", problem.what());
        return 1;
    }
}
