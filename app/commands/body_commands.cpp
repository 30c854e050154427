#include "app/commands/body_build.h"
#include "app/commands/command.h"
#include "engine/words/tr.h"

namespace knotmap::app {
namespace {

core::Outcome chooseBody(AppState& state, const Arguments& arguments)
{
    const auto sex = variants::parseSex(arguments[0]);
    if (!sex)
        return sex.error();
    variants::Build build = askedBuild(state);
    build.sex = *sex;
    return changeBuild(state, build);
}

core::Outcome chooseHeight(AppState& state, const Arguments& arguments)
{
    const auto height = variants::parseHeight(arguments[0]);
    if (!height)
        return height.error();
    variants::Build build = askedBuild(state);
    build.heightMm = *height;
    return changeBuild(state, build);
}

core::Outcome chooseMass(AppState& state, const Arguments& arguments)
{
    const auto mass = variants::parseMass(arguments[0]);
    if (!mass)
        return mass.error();
    variants::Build build = askedBuild(state);
    build.mass = *mass;
    return changeBuild(state, build);
}

core::Outcome showMeasured(AppState& state, const Arguments&)
{
    return changeBuild(state, {});
}

} // namespace

std::vector<Command> bodyCommands()
{
    return {
        {"body", "female|male", tr("Show a woman's or a man's body"), 1, 1, chooseBody},
        {"height", "HEIGHT", tr("Its height: 1650mm, 165cm or own"), 1, 1, chooseHeight},
        {"build", "BUILD", tr("slim, average, heavy or a number from 0 to 1"), 1, 1, chooseMass},
        {"body-as-measured", "", tr("Show the body as it was measured"), 0, 0, showMeasured},
    };
}

} // namespace knotmap::app
