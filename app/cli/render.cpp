#include "app/cli/subcommands.h"
#include "app/model/apply_pose.h"
#include "app/model/compose.h"
#include "app/model/position_overlay.h"
#include "app/print/captions.h"
#include "app/print/labelled_picture.h"
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
    bool position = false, overlay = false, captions = false, cautions = false, transparent = false,
         noTool = false;
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

/// Turns the words of the command line into what to show; the error names the word at fault.
core::Result<Showing> interpret(const RenderOptions& options, const Library& library,
                                const std::vector<PlacedPoint>& points)
{
    Showing showing;
    if (!options.point.empty()) {
        const core::SidedId asked = core::parseSidedId(options.point);
        const core::Side side = asked.side.value_or(core::Side::Right);
        for (std::size_t i = 0; i < points.size(); ++i)
            if (points[i].point->id == asked.id && points[i].side == side)
                showing.point = i;
        if (!showing.point)
            return core::Error{unknown("point", asked.id, idsOf(library.referral.points))};
        showing.peel = peelOf(layerShowing(library, points[*showing.point].point->muscle));
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
        return heldView(library, points[*showing.point], scene, aspect);
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

/// With --overlay: what is drawn about the body in its position.
void addOverlay(const RenderOptions& options, const Library& library,
                const std::vector<PlacedPoint>& points, Showing& showing)
{
    if (!options.overlay || !showing.point)
        return;
    const PlacedPoint& placed = points[*showing.point];
    const auto solved = solvePosition(library, placed);
    if (!solved)
        return;
    showing.startPose = true;
    showing.weight = std::make_shared<const WeightSplit>(weightOf(library, placed, *solved));
    showing.solved = std::make_shared<const SolvedPosition>(*solved);
}

/// With --captions: the steps of the point's position, numbered, and the room they take.
std::optional<CaptionLayout> captionsFor(const RenderOptions& options, const Library& library,
                                         const std::vector<PlacedPoint>& points,
                                         const Showing& showing, const std::pair<int, int>& size)
{
    if (!options.captions || !showing.point || points[*showing.point].advice == nullptr)
        return std::nullopt;
    const care::Position* position =
        library.care.findPosition(points[*showing.point].advice->positions.front());
    return layOutCaptions(position->label, position->steps, size.first, size.second);
}

int renderPicture(const RenderOptions& options, const Library& library)
{
    auto size = options.size.empty() ? std::make_optional(std::make_pair(kWidth, kHeight))
                                     : parseSize(options.size);
    if (!size)
        return fail(fmt::format("'{}' is no size of picture: use WIDTHxHEIGHT, each 1 to {}",
                                options.size.substr(0, 40), render::kLargestImageEdge));
    if ((options.overlay || options.captions) && !options.position)
        return fail("--overlay and --captions belong to a position: add --position");
    if (options.position && options.point.empty())
        return fail("--position shows the position of a point: add --point");
    const auto labels = parseLabels(options.labels);
    if (!labels)
        return fail(unknown("kind of label", options.labels, {"off", "english", "latin"}));
    const std::vector<PlacedPoint> points = placePoints(library);
    auto showing = interpret(options, library, points);
    if (!showing)
        return fail(showing.error());
    addOverlay(options, library, points, *showing);
    scene::Scene scene = composeScene(library, points, *showing);
    if (options.noTool) {
        scene.tool.reset();
        scene.arrow.reset();
    }
    const std::pair<int, int> whole = *size;
    const auto captions = captionsFor(options, library, points, *showing, *size);
    if (captions && captions->fits)
        *size = {captions->pictureWidth, captions->pictureHeight};
    const float aspect = static_cast<float>(size->first) / static_cast<float>(size->second);
    const auto camera = chooseCamera(options, library, points, *showing, scene, aspect);
    if (!camera)
        return fail(camera.error());
    scene.camera = *camera;
    scene.transparentBackground = options.transparent;
    if (options.position && !scene.support)
        fmt::print(stderr,
                   "knotmap: this position is told in words alone, or its posture is at fault "
                   "('knotmap check' says where); the picture shows the tool on the "
                   "standing body, 'knotmap show' tells the steps\n");

    const auto context = gl::OffscreenContext::create();
    if (!context)
        return fail(context.error());
    auto renderer = render::Renderer::create(render::optionsFromEnvironment());
    if (!renderer)
        return fail(renderer.error());
    auto picture = renderer->renderImage(scene, size->first, size->second);
    if (!picture)
        return fail(picture.error());
    labelPicture(*picture, *renderer, scene, *labels);
    if (captions && !captions->fits)
        fmt::print(stderr, "knotmap: the picture is too small for its steps; 'knotmap show' tells "
                           "them\n");
    if (captions)
        *picture = printCaptions(*picture, *captions, whole.first, whole.second);
    if (const auto error = image::writePng(*picture, options.file))
        return fail(*error);
    return 0;
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
    command->add_option("--view", options->view,
                        fmt::format("One of: {}", fmt::join(viewNames(), ", ")));
    command->add_option("--layer", options->layer, "skin, superficial, intermediate, deep, bone");
    command->add_option("--labels", options->labels, "Name what is seen: off, english, latin");
    command->add_flag("--transparent", options->transparent, "Leave the background out");
    command->add_option("--pose", options->pose,
                        "Angles of joints, as 'hip flexion 90, knee.right flexion 40'");
    command->add_flag("--cautions", options->cautions, "Hatch the areas where care is needed");
    command->add_flag("--no-tool", options->noTool,
                      "Leave tool and arrow out, so that all of the "
                      "zone is seen");
    command->add_flag("--position", options->position, "Show the support the position leans on");
    command->add_flag("--overlay", options->overlay,
                      "With --position: the contour of the standing body, and where the weight "
                      "goes");
    command->add_flag("--captions", options->captions,
                      "With --position: its steps, numbered, beside or below the body");
    command->add_option("--size", options->size,
                        fmt::format("WIDTHxHEIGHT in pixels [{}x{}]", kWidth, kHeight));
    command->add_option("-o,--output", options->file, "PNG file to write")->required();
    command->callback([&invocation, options] {
        if (const auto library = openLibrary(invocation))
            invocation.exitStatus = renderPicture(*options, *library);
    });
}

} // namespace knotmap::app
