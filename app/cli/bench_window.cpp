#include "app/cli/bench_window.h"

#include "engine/words/tr.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <poll.h>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace knotmap::app {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr double kOpeningS = 60, kSettlingS = 4, kCountingS = 4;
constexpr const char* kReplay = "dismiss note\n"
                                "select-point gluteus-medius-1.right\n"
                                "trace-frames on\n"
                                "say ready\n";

/// A program whose output lines are read as they arrive; terminated, with all its children, by the
/// destructor.
class Child
{
public:
    explicit Child(const std::vector<std::string>& command)
    {
        std::array<int, 2> ends{};
        if (pipe(ends.data()) != 0)
            return;
        m_pid = fork();
        if (m_pid == 0) {
            setsid(); // a process group of its own, so that it is terminated with its display
            dup2(ends[1], STDOUT_FILENO);
            std::vector<char*> words;
            for (const std::string& word : command)
                words.push_back(const_cast<char*>(word.c_str()));
            words.push_back(nullptr);
            execvp(words.front(), words.data());
            _exit(127);
        }
        close(ends[1]);
        m_from = ends[0];
    }
    ~Child()
    {
        if (m_from >= 0)
            close(m_from);
        if (m_pid <= 0)
            return;
        kill(-m_pid, SIGTERM);
        waitpid(m_pid, nullptr, 0);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// Reads for this long, or until `wanted` was read or the program ended; returns what was read.
    std::string read(double seconds, const std::string& wanted) const
    {
        const auto end = Clock::now() + std::chrono::duration<double>(seconds);
        std::string text;
        while (text.find(wanted) == std::string::npos) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
            pollfd waiting{m_from, POLLIN, 0};
            if (left.count() <= 0 || poll(&waiting, 1, static_cast<int>(left.count())) <= 0)
                break;
            std::array<char, 1024> piece{};
            const ssize_t count = ::read(m_from, piece.data(), piece.size());
            if (count <= 0)
                break;
            text.append(piece.data(), static_cast<std::size_t>(count));
        }
        return text;
    }

    /// Of the session of which it is the leader.
    pid_t session() const { return m_pid; }

private:
    pid_t m_pid = -1;
    int m_from = -1;
};

bool onPath(const char* program)
{
    const char* path = std::getenv("PATH");
    std::string folders = path == nullptr ? "" : path;
    for (std::size_t from = 0; from <= folders.size();) {
        const std::size_t to = std::min(folders.find(':', from), folders.size());
        if (access((fs::path(folders.substr(from, to - from)) / program).c_str(), X_OK) == 0)
            return true;
        from = to + 1;
    }
    return false;
}

std::size_t framesIn(const std::string& text)
{
    std::size_t count = 0;
    for (std::size_t at = text.find("frame\n"); at != std::string::npos;
         at = text.find("frame\n", at + 1))
        ++count;
    return count;
}

/// The session of a process, 0 if it is gone; see proc(5), stat.
pid_t sessionOf(const fs::path& process)
{
    std::ifstream file(process / "stat");
    std::string text;
    std::getline(file, text);
    const std::size_t afterName = text.rfind(')');
    if (afterName == std::string::npos)
        return 0;
    std::istringstream fields(text.substr(afterName + 1));
    char state = 0;
    pid_t parent = 0, group = 0, session = 0;
    fields >> state >> parent >> group >> session;
    return session;
}

double residentMb(const fs::path& process)
{
    std::ifstream status(process / "status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmRSS:", 0) == 0)
            return std::stod(line.substr(6)) / 1024;
    return 0;
}

/// The memory of the program that runs in that session.
std::optional<double> memoryOfSession(pid_t session, const fs::path& program)
{
    std::error_code ignored;
    for (const fs::directory_entry& process : fs::directory_iterator("/proc", ignored))
        if (sessionOf(process.path()) == session &&
            fs::read_symlink(process.path() / "exe", ignored) == program)
            return residentMb(process.path());
    return std::nullopt;
}

} // namespace

WindowAtRest measureWindow(const fs::path& assets)
{
    const bool display =
        std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
    if (!display && !onPath("xvfb-run"))
        return {std::nullopt, std::nullopt, tr("the window needs a display: apt-get install xvfb")};
    const fs::path replay =
        fs::temp_directory_path() / fmt::format("knotmap-bench-{}.replay", getpid());
    std::ofstream(replay) << kReplay;
    std::vector<std::string> command;
    if (!display)
        command = {"xvfb-run", "-a", "-s", "-screen 0 1280x800x24"};
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    command.push_back(program.string());
    if (!assets.empty())
        command.insert(command.end(), {"--assets", assets.string()});
    command.insert(command.end(), {"--replay", replay.string()});
    WindowAtRest result;
    {
        const Child window(command);
        const std::string opening = window.read(kOpeningS, "ready\n");
        if (opening.find("ready\n") == std::string::npos) {
            result.whyNot = tr("the window did not open");
        } else {
            (void)window.read(kSettlingS, "\n\n"); // never printed: reads for the full duration
            const auto start = Clock::now();
            const std::size_t frames = framesIn(window.read(kCountingS, "\n\n"));
            const std::chrono::duration<double> took = Clock::now() - start;
            if (took.count() > 0.9 * kCountingS) {
                result.framesPerSecond = static_cast<double>(frames) / took.count();
                result.memoryMb = memoryOfSession(window.session(), program);
            } else {
                result.whyNot = tr("the window closed too early");
            }
        }
    }
    fs::remove(replay, ignored);
    return result;
}

} // namespace knotmap::app
