#include "app/model/check.h"
#include "app/cli/subcommands.h"
#include "app/model/check_positions.h"
#include "engine/body/atlas_file.h"
#include "engine/core/isolate.h"
#include "engine/core/log.h"
#include "engine/words/tr.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace knotmap::app {
namespace {

using Json = nlohmann::ordered_json;

struct CheckOptions
{
    std::string folder;
    bool positions = false, json = false;
};

Json toJson(const PositionReport& report)
{
    const posture::PositionFit& fit = report.fit;
    return {{"point", report.point},
            {"side", core::sideName(report.side)},
            {"position", report.position},
            {"gap_mm", fit.gapMm},
            {"sink_mm", fit.sinkMm},
            {"offset_mm", fit.offsetMm},
            {"joint_margin_deg", fit.jointMarginDeg},
            {"support_gap_mm", fit.supportGapMm},
            {"penetration_mm", fit.penetrationMm},
            {"balance_mm", report.balanceMm},
            {"reach", report.solved && fit.reach},
            {"solve_ms", report.solveMs}};
}

/// Solves every position; JSON on stdout, or a fault for each figure past its limit.
int checkAllPositions(const Library& library, bool json)
{
    const std::vector<PositionReport> reports = checkPositions(library);
    std::size_t broken = 0;
    float slowest = 0;
    Json list = Json::array();
    for (const PositionReport& report : reports) {
        broken += report.faults.empty() ? 0 : 1;
        slowest = std::max(slowest, report.solveMs);
        if (json)
            list.push_back(toJson(report));
        else
            for (const core::Fault& fault : report.faults)
                fmt::print("{}\n", fault.text());
    }
    if (json)
        fmt::print("{}\n", list.dump(2));
    core::logInfo(trf("knotmap: {} of {} positions within all limits, slowest {:.0f} ms",
                      reports.size() - broken, reports.size(), slowest));
    return broken == 0 ? 0 : 1;
}

/// Gaps and penetrations of a position. A faulty posture was reported already.
void addPositionFaults(const core::Paths& paths, const variants::Build& build, core::Faults& faults)
{
    core::Faults loadFaults;
    const auto library = loadLibrary(paths, loadFaults, build);
    if (!library)
        return;
    for (const PositionReport& report : checkPositions(**library))
        if (report.solved)
            faults.insert(faults.end(), report.faults.begin(), report.faults.end());
}

int check(const Invocation& invocation, const std::string& folder)
{
    const auto build = buildOf(invocation);
    if (!build)
        return misused(build.error());
    const std::optional<std::filesystem::path> asked =
        folder.empty() ? invocation.assets : std::filesystem::path(folder);
    const auto paths = core::findPaths(asked);
    if (!paths)
        return fail(paths.error());
    if (paths->assets.empty())
        return fail(tr("no assets folder was found; name one: knotmap check DIR"));
    std::shared_ptr<const body::Atlas> atlas;
    if (auto read = body::readAtlas(paths->atlas))
        atlas = *read;
    else
        core::logWarning(
            trf("knotmap: {}\nknotmap: rules that need the built body were not checked",
                read.error().message));
    core::Faults faults = checkData(paths->assets, atlas, *build);
    if (atlas)
        core::logInfo(checkFit(*atlas, faults));
    if (atlas)
        addPositionFaults(*paths, *build, faults);
    for (const core::Fault& fault : faults)
        fmt::print("{}\n", fault.text());
    core::logInfo("knotmap: " + trn("{} fault in {}", "{} faults in {}", faults.size(),
                                    faults.size(), paths->assets.string()));
    return faults.empty() ? 0 : 1;
}

} // namespace

void addCheck(CLI::App& app, Invocation& invocation)
{
    const auto options = std::make_shared<CheckOptions>();
    CLI::App* command = app.add_subcommand(
        "check", tr("Report every fault in the data, with file, line and column"));
    command->add_option("dir", options->folder, tr("Assets folder to check [the program's own]"));
    auto* positions =
        command->add_flag("--positions", options->positions,
                          tr("Solve the position of every point on each side instead"));
    command->add_flag("--json", options->json, tr("Print JSON"))->needs(positions);
    command->callback([&invocation, options] {
        // A crash on the data under test is a failed check.
        if (const auto status = core::leaveToChild()) {
            invocation.exitStatus = *status;
            return;
        }
        if (!options->positions) {
            invocation.exitStatus = check(invocation, options->folder);
            return;
        }
        if (!options->folder.empty())
            invocation.assets = options->folder;
        if (const auto library = openLibrary(invocation))
            invocation.exitStatus = checkAllPositions(*library, options->json);
    });
}

} // namespace knotmap::app
