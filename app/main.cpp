#include "app/cli/command_line.h"
#include "engine/core/log.h"
#include "engine/core/memory.h"
#include "engine/core/standard_streams.h"

#include <cstdio>
#include <exception>
#include <new>

int main(int argc, char** argv)
{
    knotmap::core::prepareStandardStreams();
    knotmap::core::keepMemorySmall();
    try {
        const knotmap::core::Log log;
        return knotmap::app::runCommandLine(argc, argv);
    } catch (const std::bad_alloc&) { // printed raw: the log would allocate
        std::fputs("knotmap: there is not enough memory for this; see 'ulimit -v'\n", stderr);
        return 1;
    } catch (const std::exception& problem) { // and the log is gone by now, if it ever was
        std::fprintf(stderr, "knotmap: %s\n", problem.what());
        return 1;
    }
}
