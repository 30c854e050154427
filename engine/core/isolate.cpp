#include "engine/core/isolate.h"

#include "engine/core/log.h"
#include "engine/words/tr.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace knotmap::core {

std::optional<int> leaveToChild()
{
    std::fflush(nullptr); // or both processes would write the buffered output
    const pid_t child = ::fork();
    if (child < 0)
        return std::nullopt;
    if (child == 0) {
#ifdef __linux__
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // whoever terminates the parent means the work
#endif
        return std::nullopt;
    }
    int ended = 0;
    while (::waitpid(child, &ended, 0) < 0 && errno == EINTR)
        ;
    if (WIFEXITED(ended))
        return WEXITSTATUS(ended);
    logError(trf(
        "knotmap: the check was ended by a signal ({}) and counts as failed; some of what "
        "it found may be missing",
        WIFSIGNALED(ended) ? strsignal(WTERMSIG(ended)) : tr("unknown")));
    return 1;
}

} // namespace knotmap::core
