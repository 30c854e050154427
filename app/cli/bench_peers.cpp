#include "app/cli/bench_peers.h"

#include "engine/words/tr.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

namespace fs = std::filesystem;

/// The output of a command; nothing if it fails.
std::optional<std::string> outputOf(const std::string& command)
{
    std::FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr)
        return std::nullopt;
    std::string output;
    std::array<char, 256> piece{};
    while (std::fgets(piece.data(), static_cast<int>(piece.size()), pipe) != nullptr)
        output += piece.data();
    return pclose(pipe) == 0 ? std::optional(output) : std::nullopt;
}

std::string quoted(const fs::path& path)
{
    std::string text = "'";
    for (const char letter : path.string())
        text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return text + "'";
}

PeerResult run(const std::string& program, const fs::path& body, const Orbit& orbit)
{
    const auto output = outputOf(fmt::format("{} {} {} {} {} 2>/dev/null", program, quoted(body),
                                             orbit.frames, orbit.width, orbit.height));
    const double figure = output ? std::atof(output->c_str()) : 0;
    if (figure > 0)
        return {figure, {}};
    return {std::nullopt, trf("'{}' did not finish", program)};
}

} // namespace

PeerResult measureBareProgram(const fs::path& body, const Orbit& orbit)
{
    const fs::path program = KNOTMAP_BARE_ORBIT;
    if (!fs::exists(program))
        return {std::nullopt, tr("knotmap_bare_orbit is not built; build with the tests")};
    return run(quoted(program), body, orbit);
}

PeerResult measureVtk(const fs::path& body, const Orbit& orbit)
{
    const fs::path script = KNOTMAP_VTK_ORBIT;
    if (!fs::exists(script))
        return {std::nullopt, tr("tests/bench/vtk_orbit.py is not beside the build")};
    constexpr const char* kPython = "/usr/bin/python3"; // Debian's, which sees Debian's packages
    if (!outputOf(fmt::format("{} -c 'import vtk' 2>/dev/null", kPython)))
        return {std::nullopt, tr("VTK is not installed: apt-get install python3-vtk9")};
    const bool display = std::getenv("DISPLAY") != nullptr;
    if (!display && !outputOf("command -v xvfb-run"))
        return {std::nullopt, tr("VTK needs a display: apt-get install xvfb")};
    return run(fmt::format("{}{} {}", display ? "" : "xvfb-run -a ", kPython, quoted(script)), body,
               orbit);
}

} // namespace knotmap::app
