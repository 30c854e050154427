#include "app/cli/bench_peers.h"
#include "app/cli/bench_sheet.h"
#include "app/cli/bench_window.h"
#include "app/cli/export_body.h"
#include "app/cli/subcommands.h"
#include "app/model/bounds.h"
#include "app/model/compose.h"
#include "engine/bake/bake.h"
#include "engine/core/log.h"
#include "engine/gl/offscreen.h"
#include "engine/referral/find.h"
#include "engine/render/canvas.h"
#include "engine/render/renderer.h"
#include "engine/words/tr.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace knotmap::app {
namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::ordered_json;

constexpr int kWidth = 1280, kHeight = 720;
constexpr int kOrbitFrames = 48;
constexpr int kRepeats = 20;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Memory the process holds, from the kernel's own count, in MiB.
/// Frames per second while the whole body turns once, at the cheap quality of movement. Each frame
/// is waited for, so that work deferred by the driver is counted.
double measureOrbit(render::Renderer& renderer, const render::Canvas& canvas, scene::Scene scene)
{
    const Clock::time_point start = Clock::now();
    for (int frame = 0; frame < kOrbitFrames; ++frame) {
        scene::orbit(scene.camera, 360.0F / kOrbitFrames, 0);
        renderer.draw(scene, canvas.target(render::Quality::Moving));
        canvas.finish();
    }
    return 1000.0 * kOrbitFrames / millisecondsSince(start);
}

/// Frame time with 4 and with 16 bodies in the picture relative to one.
void measureGrowth(render::Renderer& renderer, const render::Canvas& canvas, const Library& library,
                   scene::Scene scene, Json& figures)
{
    const auto frameRate = [&](int perEdge) {
        showSheet(scene, bodyBounds(library), static_cast<float>(kWidth) / kHeight, perEdge);
        renderer.draw(scene, canvas.target(render::Quality::Moving));
        canvas.finish();
        return measureOrbit(renderer, canvas, scene);
    };
    const double one = frameRate(1);
    figures["growth_4"] = one / frameRate(2);
    figures["growth_16"] = one / frameRate(4);
}

void measureAtRest(const Invocation& invocation, Json& figures)
{
    const WindowAtRest window = measureWindow(invocation.assets.value_or(std::filesystem::path()));
    const auto figure = [](const std::optional<double>& value) {
        return value ? Json(*value) : Json();
    };
    figures["idle_frames_per_s"] = figure(window.framesPerSecond);
    figures["memory_mb"] = figure(window.memoryMb);
    if (!window.whyNot.empty())
        core::logWarning(trf("knotmap: idle_frames_per_s, memory_mb: {}", window.whyNot));
}

double measureSelect(const Library& library, const std::vector<PlacedPoint>& points)
{
    const Clock::time_point start = Clock::now();
    for (int i = 0; i < kRepeats; ++i)
        (void)paintZone(library, points[static_cast<std::size_t>(i) % points.size()]);
    return millisecondsSince(start) / kRepeats;
}

double measureFind(const Library& library)
{
    const std::vector<referral::PainQuery> pain = {{"temple", {}}, {"neck-side", {}}};
    const Clock::time_point start = Clock::now();
    for (int i = 0; i < kRepeats; ++i)
        (void)findPoints(library.referral, library.anatomy, pain, 10);
    return millisecondsSince(start) / kRepeats;
}

Json measureBake(Invocation& invocation)
{
    const auto paths = core::findPaths(invocation.assets);
    core::Faults faults;
    const Clock::time_point start = Clock::now();
    if (!paths || !bake::bake(paths->assets, faults)) {
        core::logWarning(trf("knotmap: bake_s: the tables have faults, see 'knotmap check'"));
        return nullptr;
    }
    return millisecondsSince(start) / 1000;
}

/// Knotmap's frame rate over a peer's.
Json ratio(const char* name, double framesPerSecond, const PeerResult& peer)
{
    if (peer.framesPerSecond)
        return framesPerSecond / *peer.framesPerSecond;
    core::logWarning(fmt::format("knotmap: {}: {}", name, peer.whyNot));
    return nullptr;
}

/// The same triangles drawn by other programs, one after the other, so that a busy machine slows
/// all alike.
void measurePeers(const Library& library, double framesPerSecond, Json& figures)
{
    const Orbit orbit{kOrbitFrames, kWidth, kHeight};
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / fmt::format("knotmap-bench-{}.glb", getpid());
    const bool written = !exportBody(library, file);
    const PeerResult unwritten{std::nullopt, trf("{} cannot be written", file.string())};
    figures["vtk_ratio"] =
        ratio("vtk_ratio", framesPerSecond, written ? measureVtk(file, orbit) : unwritten);
    figures["bare_ratio"] =
        ratio("bare_ratio", framesPerSecond, written ? measureBareProgram(file, orbit) : unwritten);
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
}

void print(const Json& figures, bool asJson)
{
    if (asJson) {
        fmt::print("{}\n", figures.dump(1));
        return;
    }
    for (const auto& [name, value] : figures.items())
        fmt::print("{:<20} {}\n", name, value.dump());
}

int bench(Invocation& invocation, bool asJson)
{
    const Clock::time_point start = Clock::now();
    const auto library = openLibrary(invocation);
    if (!library)
        return invocation.exitStatus;
    const std::vector<PlacedPoint> points = placePoints(*library);
    const auto context = gl::OffscreenContext::create();
    if (!context)
        return fail(context.error());
    auto renderer = render::Renderer::create(render::optionsFromEnvironment());
    if (!renderer)
        return fail(renderer.error());
    scene::Scene scene = composeScene(*library, points, {});
    scene.camera =
        *scene::namedView("front", bodyBounds(*library), static_cast<float>(kWidth) / kHeight);
    const render::Canvas canvas(kWidth, kHeight);
    renderer->draw(scene, canvas.target(render::Quality::Moving));
    canvas.finish();

    Json figures;
    figures["startup_ms"] = millisecondsSince(start);
    const double framesPerSecond = measureOrbit(*renderer, canvas, scene);
    figures["orbit_fps"] = framesPerSecond;
    measureAtRest(invocation, figures);
    figures["select_ms"] = points.empty() ? Json() : Json(measureSelect(*library, points));
    figures["find_ms"] = measureFind(*library);
    measureGrowth(*renderer, canvas, *library, scene, figures);
    figures["bake_s"] = measureBake(invocation);
    measurePeers(*library, framesPerSecond, figures);
    figures["renderer"] = context->description();
    print(figures, asJson);
    return 0;
}

} // namespace

void addBench(CLI::App& app, Invocation& invocation)
{
    const auto json = std::make_shared<bool>(false);
    CLI::App* command =
        app.add_subcommand("bench", tr("Measure how fast Knotmap runs on this machine"));
    command->add_flag("--json", *json, tr("Print JSON"));
    command->callback([&invocation, json] { invocation.exitStatus = bench(invocation, *json); });
}

} // namespace knotmap::app
