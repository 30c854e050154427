#include "engine/core/standard_streams.h"

#include "engine/words/tr.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace knotmap::core {
namespace {

bool isOpen(int descriptor)
{
    return fcntl(descriptor, F_GETFD) != -1 || errno != EBADF;
}

/// Takes the lowest free descriptor. One opened in the wrong direction fails with EBADF when used,
/// as a closed one does.
void takeLowestDescriptor(int flags)
{
    if (open("/dev/null", flags) < 0)
        (void)!open("/", O_RDONLY); // without /dev the descriptor is taken anyway
}

} // namespace

void prepareStandardStreams()
{
    if (!isOpen(STDIN_FILENO))
        takeLowestDescriptor(O_WRONLY);
    if (!isOpen(STDOUT_FILENO))
        takeLowestDescriptor(O_RDONLY);
    if (!isOpen(STDERR_FILENO))
        takeLowestDescriptor(O_WRONLY); // a closed stderr discards messages
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

Outcome finishStandardOutput(std::error_code earlier)
{
    const bool lost = std::ferror(stdout) != 0;
    errno = 0;
    const bool flushed = std::fflush(stdout) == 0;
    if (!flushed)
        earlier.assign(errno, std::generic_category());
    // On a network file system, a full disk may only be reported on close.
    bool closed = true;
    if (const int copy = dup(STDOUT_FILENO); copy >= 0 && close(copy) != 0) {
        closed = false;
        earlier.assign(errno, std::generic_category());
    }
    if (!lost && flushed && closed)
        return std::nullopt;
    std::string why;
    if (earlier)
        why = ": " + (earlier.value() == EBADF ? tr("it is closed") : earlier.message());
    return Error{
        trf("standard output cannot be written to{}; what was printed there is incomplete", why)};
}

} // namespace knotmap::core
