#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace knotmap::app {

/// A program that draws the same triangles, to compare with.
struct PeerResult
{
    std::optional<double> framesPerSecond;
    std::string whyNot; ///< one line, if there is no figure
};

/// The parameters of an orbit measurement.
struct Orbit
{
    int frames, width, height;
};

/// A bare OpenGL 3.3 program with a one-line shader: the machine's limit. Runs knotmap_bare_orbit,
/// which the build makes from tests/bench.
PeerResult measureBareProgram(const std::filesystem::path& body, const Orbit& orbit);

/// VTK 9.1 (Debian's python3-vtk9) with its default shading. Runs tests/bench/vtk_orbit.py.
PeerResult measureVtk(const std::filesystem::path& body, const Orbit& orbit);

} // namespace knotmap::app
