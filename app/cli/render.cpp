#include "app/cli/subcommands.h"
#include "app/cli/turntable.h"
#include "app/model/apply_pose.h"
#include "app/model/compose.h"
#include "app/model/four_sides.h"
#include "app/model/turntable.h"
#include "app/model/visibility.h"
#include "app/print/labelled_picture.h"
#include "app/print/legend.h"
#include "engine/gl/offscreen.h"
#include "engine/image/image.h"
#include "engine/render/renderer.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <glm/trigonometric.hpp>

namespace knotmap::app {
namespace {

constexpr int kWidth = 1280, kHeight = 960;

struct RenderOptions
{
    std::string point, muscle, region, view, layer, pose, size, file;
    std::string labels = "off";
    std::vector<std::string> with, hidden, ghosts, alone;
    std::optional<float> pulse;
    int turntable = 1;
    bool position = false, sides = false, cautions = false, transparent = false, noTool = false, legend = false;
};

std::vector<std::string> viewNames()
{
    std::vector<std::string> names = scene::viewNames();
    names.emplace_back("best");
    return names;
}

std::optional<std::pair<int, int>> parseSize(const std::string& text)
{
    const std::size_t cross = text.find('x');
    if (cross == std::string::npos)
        return std::nullopt;
    const auto number = [](std::string_view digits) -> std::optional<int> {
        int value = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
        const bool whole = error == std::errc() && end == digits.data() + digits.size();
        if (!whole || value < 1 || value > render::kLargestImageEdge)
            return std::nullopt;
        return value;
    };
    const std::string_view all = text;
    const auto width = number(all.substr(0, cross)), height = number(all.substr(cross + 1));
    if (!width || !height)
        return std::nullopt;
    return std::make_pair(*width, *height);
}

core::Result<std::size_t> findPoint(const Library& library, const std::vector<PlacedPoint>& points,
                                    const std::string& name)
{
    const core::SidedId asked = core::parseSidedId(name);
    const core::Side side = asked.side.value_or(core::Side::Right);
    for (std::size_t i = 0; i < points.size(); ++i)
        if (points[i].point->id == asked.id && points[i].side == side)
            return i;
    return core::Error{unknown("point", asked.id, idsOf(library.referral.points))};
}

/// Turns the words of the command line into what to show; the error names the word at fault.
core::Result<Showing> interpret(const RenderOptions& options, const Library& library,
                                const std::vector<PlacedPoint>& points)
{
    Showing showing;
    if (!options.point.empty()) {
        const auto point = findPoint(library, points, options.point);
        if (!point)
            return point.error();
        showing.point = *point;
        showing.peel = peelOf(layerShowing(library, points[*point].point->muscle));
    }
    for (std::size_t i = 0; i < options.with.size(); ++i) {
        const auto point = findPoint(library, points, options.with[i]);
        if (!point)
            return point.error();
        showing.kept[i] = *point;
    }
    if (!options.muscle.empty()) {
        const core::SidedId asked = core::parseSidedId(options.muscle);
        showing.instance =
            library.atlas->findInstance(asked.id, asked.side.value_or(core::Side::Right));
        if (!showing.instance)
            return core::Error{unknown("muscle", asked.id, idsOf(library.anatomy.structures))};
        showing.peel = peelOf(layerShowing(library, asked.id));
    }
    if (!options.region.empty()) {
        const core::SidedId asked = core::parseSidedId(options.region);
        if (library.anatomy.findRegion(asked.id) == nullptr)
            return core::Error{unknown("region", asked.id, idsOf(library.anatomy.regions))};
        showing.region = asked.id;
        showing.regionSide = asked.side;
    }
    if (!options.layer.empty()) {
        const auto layer = anatomy::parseLayer(options.layer);
        if (!layer)
            return core::Error{unknown("layer", options.layer,
                                       {"skin", "superficial", "intermediate", "deep", "bone"})};
        showing.peel = peelOf(*layer);
    }
    if (!options.pose.empty()) {
        auto pose = parsePose(*library.skeleton, options.pose);
        if (!pose)
            return pose.error();
        showing.pose = std::move(*pose);
    }
    showing.cautions = options.cautions;
    showing.position = options.position ? 1 : 0;
    return showing;
}

/// The box of what was asked for, widened so that one sees where on the body it lies.
geometry::Bounds subjectBounds(const Library& library, const Showing& showing)
{
    constexpr float kAroundMm = 90;
    if (!showing.instance)
        return bodyBounds(library);
    geometry::Bounds bounds = instanceBounds(*library.atlas, *showing.instance);
    bounds.low -= glm::vec3(kAroundMm);
    bounds.high += glm::vec3(kAroundMm);
    return bounds;
}

/// Looks at the side of the body that the structure lies nearest to.
void turnTowards(scene::Camera& camera, const Library& library, std::uint32_t instance)
{
    const glm::vec3 outward = outwardOf(library, instance);
    camera.yawDeg = glm::degrees(std::atan2(outward.x, outward.z));
    camera.pitchDeg = glm::degrees(std::asin(glm::clamp(outward.y, -0.8F, 0.8F)));
}

core::Result<scene::Camera> chooseCamera(const RenderOptions& options, const Library& library,
                                         const std::vector<PlacedPoint>& points,
                                         const Showing& showing, const scene::Scene& scene,
                                         float aspect)
{
    const std::string view =
        !options.view.empty() ? options.view : (showing.point ? "best" : "three-quarter");
    if (scene.support && options.view.empty())
        return contactView(points[*showing.point], shownBounds(library, scene), aspect);
    if (view == "best" && showing.point)
        return bestView(library, points[*showing.point], *scene.zone, aspect);
    if (view == "best" && !showing.instance)
        return core::Error{
            "the view 'best' is that of a point or a structure: add --point or --muscle"};
    const bool best = view == "best";
    auto camera =
        scene::namedView(best ? "three-quarter" : view, shownBounds(library, scene), aspect);
    if (!camera)
        return core::Error{unknown("view", view, viewNames())};
    if (best)
        turnTowards(*camera, library, *showing.instance);
    if (showing.instance && (best || options.view.empty()))
        scene::frame(*camera, subjectBounds(library, showing), aspect);
    return *camera;
}

/// Puts the glow into the picture that the window shows on its way from knot to zone.
void showPulse(scene::Scene& scene, const Library& library, const PlacedPoint& placed, float share)
{
    if (const auto way = wayToZone(library, placed, *scene.zone))
        scene.pulse = scene::Pulse{way, share * way->lengthMm};
}

/// Hides, fades or leaves alone what the options name.
core::Outcome chooseVisible(scene::Scene& scene, const RenderOptions& options)
{
    const body::Atlas& atlas = *scene.atlas;
    std::vector<Visibility> visibility(atlas.instances.size(), Visibility::Shown);
    std::vector<std::uint32_t> alone;
    for (const std::string& name : options.alone) {
        const auto members = instancesNamed(atlas, name, core::Side::Right);
        if (!members)
            return members.error();
        alone.insert(alone.end(), members->begin(), members->end());
    }
    if (!alone.empty())
        visibility = isolated(atlas, alone);
    for (const bool ghost : {true, false})
        for (const std::string& name : ghost ? options.ghosts : options.hidden) {
            const auto members = instancesNamed(atlas, name, core::Side::Right);
            if (!members)
                return members.error();
            for (const std::uint32_t member : *members)
                visibility[member] = ghost ? Visibility::Ghosted : Visibility::Hidden;
        }
    applyVisibility(scene, visibility);
    return std::nullopt;
}

/// What of the options contradicts another or lacks one; checked before anything is loaded or
/// drawn.
core::Outcome checkOptions(const RenderOptions& options)
{
    if (options.sides && options.turntable > 1)
        return core::Error{"--sides shows the body from all sides already: leave out --turntable"};
    if (options.position && options.point.empty())
        return core::Error{"--position shows the position of a point: add --point"};
    if (!options.with.empty() && options.point.empty())
        return core::Error{"--with shows zones beside that of a point: add --point"};
    if (options.with.size() > scene::kMostKeptZones)
        return core::Error{fmt::format("{} points are given with --with; at most {} zones can be "
                                       "told apart beside the first",
                                       options.with.size(), scene::kMostKeptZones)};
    if (options.pulse && options.point.empty())
        return core::Error{"--pulse shows the way from a point to its zone: add --point"};
    if (options.pulse && !(*options.pulse >= 0 && *options.pulse <= 1))
        return core::Error{"--pulse is a share of the way from knot to zone: give 0 to 1"};
    if (options.turntable < 1 || options.turntable > kMostTurntableFrames)
        return core::Error{fmt::format("--turntable {} is no number of frames: give 1 to {}",
                                       options.turntable, kMostTurntableFrames)};
    return std::nullopt;
}

int renderPicture(const RenderOptions& options, const Library& library)
{
    if (const auto error = checkOptions(options))
        return fail(*error);
    const auto size = options.size.empty() ? std::make_optional(std::make_pair(kWidth, kHeight))
                                           : parseSize(options.size);
    if (!size)
        return fail(fmt::format("'{}' is no size of picture: use WIDTHxHEIGHT, each 1 to {}",
                                options.size.substr(0, 40), render::kLargestImageEdge));
    const auto labels = parseLabels(options.labels);
    if (!labels)
        return fail(unknown("kind of label", options.labels, {"off", "english", "latin"}));
    const std::vector<PlacedPoint> points = placePoints(library);
    const auto showing = interpret(options, library, points);
    if (!showing)
        return fail(showing.error());
    scene::Scene scene = composeScene(library, points, *showing);
    if (const auto error = chooseVisible(scene, options))
        return fail(*error);
    if (options.noTool) {
        scene.tool.reset();
        scene.arrow.reset();
    }
    const float aspect = static_cast<float>(size->first) / static_cast<float>(size->second);
    const auto camera = chooseCamera(options, library, points, *showing, scene, aspect);
    if (!camera)
        return fail(camera.error());
    scene.camera = *camera;
    if (options.sides)
        showFourSides(scene, shownBounds(library, scene), aspect);
    scene.transparentBackground = options.transparent;
    if (options.pulse)
        showPulse(scene, library, points[*showing->point], *options.pulse);
    if (options.position && !scene.support)
        fmt::print(stderr, "knotmap: the body is not posed for this position yet; the picture "
                           "shows the tool on the standing body, 'knotmap show' tells the steps\n");

    const auto context = gl::OffscreenContext::create();
    if (!context)
        return fail(context.error());
    auto renderer = render::Renderer::create(render::optionsFromEnvironment());
    if (!renderer)
        return fail(renderer.error());
    const auto draw = [&](const scene::Scene& shown) -> core::Result<image::Image> {
        auto picture = renderer->renderImage(shown, size->first, size->second);
        if (!picture)
            return picture;
        labelPicture(*picture, *renderer, shown, *labels);
        if (options.legend)
            printLegend(*picture, legendRows(library, points, *showing));
        return picture;
    };
    if (options.turntable > 1) {
        const auto error = writeTurntable(scene, options.turntable, options.file, draw);
        return error ? fail(*error) : 0;
    }
    const auto picture = draw(scene);
    if (!picture)
        return fail(picture.error());
    const auto error = image::writePng(*picture, options.file);
    return error ? fail(*error) : 0;
}

} // namespace

void addRender(CLI::App& app, Invocation& invocation)
{
    const auto options = std::make_shared<RenderOptions>();
    CLI::App* command = app.add_subcommand("render", "Draw a picture, with no display needed");
    auto* point = command->add_option("--point", options->point, "Point to show, with its zone");
    auto* muscle = command->add_option("--muscle", options->muscle, "Muscle or bone to lift out");
    auto* region = command->add_option("--region", options->region, "Region to colour");
    point->excludes(muscle)->excludes(region);
    muscle->excludes(region);
    command
        ->add_option("--with", options->with,
                     "Further points whose zones are shown beside it, each in a hue of its own")
        ->delimiter(',');
    command->add_option("--pulse", options->pulse,
                        "Show the glow on its way from knot to zone, at this share of it");
    command->add_flag("--legend", options->legend, "Print which zone is whose");
    command->add_option("--turntable", options->turntable,
                        "Draw that many pictures round the body, numbered FILE-1.png and on");
    auto* view = command->add_option("--view", options->view,
                                     fmt::format("One of: {}", fmt::join(viewNames(), ", ")));
    command->add_option("--layer", options->layer, "skin, superficial, intermediate, deep, bone");
    constexpr const char* kWhat = "STRUCTURE[.SIDE] or group:NAME";
    command->add_option("--hide", options->hidden, fmt::format("Leave out: {}", kWhat))
        ->delimiter(',');
    command->add_option("--ghost", options->ghosts, fmt::format("See through: {}", kWhat))
        ->delimiter(',');
    command
        ->add_option("--isolate", options->alone,
                     fmt::format("Show alone, over a ghost of the bones: {}", kWhat))
        ->delimiter(',');
    auto* labels = command->add_option("--labels", options->labels,
                                       "Name what is seen: off, english, latin");
    command->add_flag("--transparent", options->transparent, "Leave the background out");
    command->add_option("--pose", options->pose,
                        "Angles of joints, as 'hip flexion 90, knee.right flexion 40'");
    command->add_flag("--cautions", options->cautions, "Hatch the areas where care is needed");
    command->add_flag("--no-tool", options->noTool,
                      "Leave tool and arrow out, so that all of the "
                      "zone is seen");
    auto* position = command->add_flag("--position", options->position,
                                       "Show the support the position leans on");
    command
        ->add_flag("--sides", options->sides,
                   "Show the body side by side from the front, its right, the back and its left")
        ->excludes(view)
        ->excludes(labels)
        ->excludes(position);
    command->add_option("--size", options->size,
                        fmt::format("WIDTHxHEIGHT in pixels [{}x{}]", kWidth, kHeight));
    command->add_option("-o,--output", options->file, "PNG file to write")->required();
    command->callback([&invocation, options] {
        if (const auto library = openLibrary(invocation))
            invocation.exitStatus = renderPicture(*options, *library);
    });
}

} // namespace knotmap::app
