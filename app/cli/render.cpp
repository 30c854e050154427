#include "app/cli/render_scene.h"
#include "app/cli/subcommands.h"
#include "app/cli/turntable.h"
#include "app/model/texts.h"
#include "app/print/captions.h"
#include "app/print/labelled_picture.h"
#include "app/print/legend.h"
#include "engine/core/log.h"
#include "engine/gl/offscreen.h"
#include "engine/image/image.h"
#include "engine/render/renderer.h"
#include "engine/words/tr.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

/// With --captions: the steps of the point's position, numbered, and the room they need.
std::optional<CaptionLayout> captionsFor(const RenderOptions& options, const Library& library,
                                         const std::vector<PlacedPoint>& points,
                                         const SceneRequest& request,
                                         const std::pair<int, int>& size)
{
    if (!options.captions || !request.point || points[*request.point].advice == nullptr)
        return std::nullopt;
    const care::Advice& advice = *points[*request.point].advice;
    return layOutCaptions(library.care.firstPosition(advice)->label, library.care.stepsOf(advice),
                          size.first, size.second);
}

/// Draws the scene, or a turn of it, with what is printed on each picture.
core::Outcome drawPictures(const RenderOptions& options, const scene::Scene& scene,
                           const DrawPicture& draw)
{
    if (options.turntable > 1)
        return writeTurntable(scene, options.turntable, options.file, draw);
    const auto picture = draw(scene);
    if (!picture)
        return picture.error();
    return image::writePng(*picture, options.file);
}

int renderPicture(const RenderOptions& options, const Library& library)
{
    const auto whole = pictureSize(options);
    if (!whole)
        return fail(whole.error());
    const auto labels = parseLabels(options.labels);
    if (!labels)
        return fail(unknown(tr("kind of label"), options.labels, {"off", "english", "latin"}));
    const std::vector<PlacedPoint> points = placePoints(library);
    const auto request = whatToRender(options, library, points);
    if (!request)
        return fail(request.error());
    std::pair<int, int> size = *whole;
    const auto captions = captionsFor(options, library, points, *request, size);
    if (captions && captions->fits)
        size = {captions->pictureWidth, captions->pictureHeight};
    const float aspect = static_cast<float>(size.first) / static_cast<float>(size.second);
    const auto scene = sceneToRender(options, library, points, *request, aspect);
    if (!scene)
        return fail(scene.error());
    if (options.position && !scene->support)
        core::logWarning(trf("knotmap: this position is described in words only, or its posture has "
                        "a fault ('knotmap check' says where); the picture shows the tool on "
                        "the standing body, and 'knotmap show' lists the steps"));
    if (captions && !captions->fits)
        core::logWarning(trf("knotmap: the picture is too small for the steps; 'knotmap show' lists them"));

    const auto context = gl::OffscreenContext::create();
    if (!context)
        return fail(context.error());
    auto renderer = render::Renderer::create(render::optionsFromEnvironment());
    if (!renderer)
        return fail(renderer.error());
    const auto draw = [&](const scene::Scene& shown) -> core::Result<image::Image> {
        auto picture = renderer->renderImage(shown, size.first, size.second);
        if (!picture)
            return picture;
        labelPicture(*picture, *renderer, shown, *labels);
        if (options.legend)
            printLegend(*picture, legendRows(library, points, *request));
        if (captions)
            *picture = printCaptions(*picture, *captions, whole->first, whole->second);
        return picture;
    };
    const auto error = drawPictures(options, *scene, draw);
    return error ? fail(*error) : 0;
}

} // namespace

void addRender(CLI::App& app, Invocation& invocation)
{
    const auto options = std::make_shared<RenderOptions>();
    CLI::App* command = app.add_subcommand("render", tr("Draw a picture; no display is needed"));
    declareOptions(*command, *options);
    command->callback([&invocation, options] {
        if (const auto error = checkOptions(*options))
            invocation.exitStatus = fail(*error);
        else if (const auto library = openLibrary(invocation))
            invocation.exitStatus = renderPicture(*options, *translated(library));
    });
}

} // namespace knotmap::app
