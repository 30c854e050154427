#include "app/cli/render_options.h"

#include "app/model/turntable.h"
#include "engine/core/output_file.h"
#include "engine/render/renderer.h"
#include "engine/scene/camera.h"
#include "engine/scene/zone_paint.h"
#include "engine/words/tr.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

constexpr int kWidth = 1280, kHeight = 960;

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

} // namespace

std::vector<std::string> renderViews()
{
    std::vector<std::string> names = scene::viewNames();
    names.emplace_back("best");
    names.emplace_back("section");
    return names;
}

core::Outcome checkOptions(const RenderOptions& options)
{
    if (options.sides && options.turntable > 1)
        return core::Error{
            tr("--sides already shows the body from all sides: leave out --turntable")};
    if (options.sides && !options.cut.empty())
        return core::Error{
            tr("--cut opens one body, but --sides shows four: leave one of them out")};
    if (options.position && options.point.empty())
        return core::Error{tr("--position shows the position of a point: add --point")};
    if ((options.overlay || options.captions) && !options.position)
        return core::Error{tr("--overlay and --captions belong to a position: add --position")};
    if (!options.with.empty() && options.point.empty())
        return core::Error{tr("--with shows zones beside that of a point: add --point")};
    if (options.with.size() > scene::kMaxKeptZones)
        return core::Error{
            trf("--with names {} points; besides the first, at most {} zones can be told apart",
                options.with.size(), scene::kMaxKeptZones)};
    if (options.pulse && options.point.empty())
        return core::Error{tr("--pulse shows the path from a point to its zone: add --point")};
    if (options.pulse && !(*options.pulse >= 0 && *options.pulse <= 1))
        return core::Error{tr("--pulse is a share of the path from knot to zone: give 0 to 1")};
    if (options.turntable < 1 || options.turntable > kMaxTurntableFrames)
        return core::Error{trf("--turntable {} is not a number of frames: give 1 to {}",
                               options.turntable, kMaxTurntableFrames)};
    if (options.turntable > 1)
        return checkTurntable(options.file, options.turntable);
    return core::checkOutput(options.file, {".png"});
}

core::Result<std::pair<int, int>> pictureSize(const RenderOptions& options)
{
    if (options.size.empty())
        return std::make_pair(kWidth, kHeight);
    if (const auto size = parseSize(options.size))
        return *size;
    return core::Error{trf("'{}' is not a picture size: use WIDTHxHEIGHT, each from 1 to {}",
                           options.size.substr(0, 40), render::kLargestImageEdge)};
}

void declareOptions(CLI::App& command, RenderOptions& options)
{
    auto* point = command.add_option("--point", options.point, tr("Point to show, with its zone"));
    auto* muscle =
        command.add_option("--muscle", options.muscle, tr("Muscle or bone to highlight"));
    auto* region = command.add_option("--region", options.region, tr("Region to colour"));
    point->excludes(muscle)->excludes(region);
    muscle->excludes(region);
    command
        .add_option("--with", options.with,
                    tr("More points whose zones are shown beside it, each in its own hue"))
        ->delimiter(',');
    command.add_option("--pulse", options.pulse,
                       tr("Show the glow on its path from knot to zone, at this share of it"));
    command.add_flag("--legend", options.legend,
                     tr("Add a legend: which zone belongs to which point"));
    command.add_option("--turntable", options.turntable,
                       tr("Draw this many pictures round the body, numbered FILE-1.png and so on"));
    auto* view = command.add_option("--view", options.view,
                                    trf("One of: {}", fmt::join(renderViews(), ", ")));
    command.add_option("--layer", options.layer, tr("skin, superficial, intermediate, deep, bone"));
    constexpr const char* kWhat = mark("STRUCTURE[.SIDE] or group:NAME");
    command.add_option("--hide", options.hidden, trf("Leave out: {}", kWhat))->delimiter(',');
    command.add_option("--ghost", options.ghosts, trf("Make transparent: {}", kWhat))
        ->delimiter(',');
    command
        .add_option("--isolate", options.alone,
                    trf("Show alone, over a ghost of the bones: {}", kWhat))
        ->delimiter(',');
    auto* labels = command.add_option("--labels", options.labels,
                                      tr("Name what can be seen: off, english, latin"));
    command.add_flag("--transparent", options.transparent, tr("Leave the background out"));
    command.add_option("--pose", options.pose,
                       tr("Joint angles, such as 'hip flexion 90, knee.right flexion 40'"));
    command.add_option("--cut", options.cut,
                       tr("transverse, sagittal or frontal; :MM says where the body is cut open"));
    command.add_flag("--cautions", options.cautions, tr("Hatch the areas where care is needed"));
    command.add_flag("--no-tool", options.noTool,
                     tr("Leave out the tool and arrow, so that the whole zone can be seen"));
    auto* position = command.add_flag("--position", options.position,
                                      tr("Put the body into the position for the point"));
    command
        .add_flag("--sides", options.sides,
                  tr("Show the body side by side from the front, right, back and left"))
        ->excludes(view)
        ->excludes(labels)
        ->excludes(position);
    command.add_flag(
        "--overlay", options.overlay,
        tr("With --position: the outline of the standing body, and where the weight goes"));
    command.add_flag("--captions", options.captions,
                     tr("With --position: its steps, numbered, beside or below the body"));
    command.add_option("--size", options.size,
                       trf("WIDTHxHEIGHT in pixels [{}x{}]", kWidth, kHeight));
    command.add_option("-o,--output", options.file, tr("PNG file to write; - for standard output"))
        ->required();
}

} // namespace knotmap::app
