#include "app/cli/subcommands.h"

#include "engine/core/log.h"
#include "engine/core/nearest.h"
#include "engine/words/tr.h"

#include <fmt/format.h>

namespace knotmap::app {
namespace {

void reportFaults(const core::Faults& faults)
{
    if (faults.empty())
        return;
    (void)fail(trn("{} fault in the data; what it affects was left out. The first: {}",
                   "{} faults in the data; what they affect was left out. The first: {}",
                   faults.size(), faults.size(), faults.front().text()));
    (void)fail(tr("'knotmap check' lists them all"));
}

} // namespace

int fail(const std::string& message)
{
    core::logError("knotmap: " + message);
    return 1;
}

int fail(const core::Error& error)
{
    return fail(error.message);
}

int misused(const core::Error& error)
{
    (void)fail(error);
    return kUsage;
}

core::Result<variants::Build> buildOf(const Invocation& invocation)
{
    variants::Build build;
    const auto wrong = [](const char* option, const core::Error& error) {
        return core::Error{fmt::format("{}: {}", option, error.message)};
    };
    if (!invocation.body.empty()) {
        const auto sex = variants::parseSex(invocation.body);
        if (!sex)
            return wrong("--body", sex.error());
        build.sex = *sex;
    }
    if (!invocation.height.empty()) {
        const auto height = variants::parseHeight(invocation.height);
        if (!height)
            return wrong("--height", height.error());
        build.heightMm = *height;
    }
    if (!invocation.build.empty()) {
        const auto mass = variants::parseMass(invocation.build);
        if (!mass)
            return wrong("--build", mass.error());
        build.mass = *mass;
    }
    return build;
}

std::shared_ptr<const Library> openLibrary(Invocation& invocation)
{
    const auto build = buildOf(invocation);
    if (!build) {
        invocation.exitStatus = misused(build.error());
        return nullptr;
    }
    const auto paths = core::findPaths(invocation.assets);
    if (!paths) {
        invocation.exitStatus = fail(paths.error());
        return nullptr;
    }
    core::Faults faults;
    auto library = loadLibrary(*paths, faults, *build);
    if (!library) {
        invocation.exitStatus = fail(library.error());
        return nullptr;
    }
    reportFaults(faults);
    return *library;
}

std::optional<Library> openTexts(Invocation& invocation)
{
    const auto paths = core::findPaths(invocation.assets);
    if (!paths) {
        invocation.exitStatus = fail(paths.error());
        return std::nullopt;
    }
    core::Faults faults;
    auto library = loadTexts(*paths, faults);
    if (!library) {
        invocation.exitStatus = fail(library.error());
        return std::nullopt;
    }
    reportFaults(faults);
    return std::move(*library);
}

std::string unknown(std::string_view what, std::string_view id,
                    const std::vector<std::string>& known)
{
    return core::unknownName(what, id, known).message;
}

std::optional<std::size_t> findPlaced(const std::vector<PlacedPoint>& points,
                                      const Library& library, const std::string& name)
{
    const core::SidedId wanted = core::parseSidedId(name);
    const core::Side side = wanted.side.value_or(core::Side::Right);
    for (std::size_t i = 0; i < points.size(); ++i)
        if (points[i].point->id == wanted.id && points[i].side == side)
            return i;
    fail(unknown(mark("point"), wanted.id, idsOf(library.referral.points)));
    return std::nullopt;
}

} // namespace knotmap::app
