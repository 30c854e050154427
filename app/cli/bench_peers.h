#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace knotmap::app {

/// A program that draws the same triangles, to compare with.
struct PeerResult
{
    std::optional<double> framesPerSecond;
    std::string whyNot; ///< one line, where there is no figure
};

/// What an orbit is measured with.
struct Orbit
{
    int frames, width, height;
};

/// A bare OpenGL 3.3 program with a shader of one line: the limit of the machine. Runs
/// knotmap_bare_orbit, which the build makes from tests/bench.
PeerResult measureBareProgram(const std::filesystem::path& body, const Orbit& orbit);

/// VTK 9.1 (Debian's python3-vtk9) with its usual shading. Runs tests/bench/vtk_orbit.py.
PeerResult measureVtk(const std::filesystem::path& body, const Orbit& orbit);

} // namespace knotmap::app
