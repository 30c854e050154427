#include "app/commands/body_build.h"
#include "app/commands/position_work.h"

#include "app/commands/scene_refresh.h"
#include "engine/words/tr.h"

#include <chrono>
#include <utility>

namespace knotmap::app {

variants::Build askedBuild(const AppState& state)
{
    if (!state.document.bodyWork)
        return state.document.library->build;
    return state.document.bodyWork->next.value_or(state.document.bodyWork->build);
}

core::Outcome changeBuild(AppState& state, const variants::Build& build)
{
    if (state.document.bodyWork) {
        state.document.bodyWork->next = build;
        return std::nullopt;
    }
    if (build == state.document.library->build)
        return std::nullopt;
    if (!state.document.library->builder)
        return core::Error{tr("this body cannot be changed: it was loaded without anatomy/builds")};
    auto work = std::make_shared<BodyWork>();
    work->build = build;
    work->result =
        std::async(std::launch::async,
                   [library = state.document.library, build]() -> core::Result<BodyWork::Result> {
                       auto other = withBuild(library, build);
                       if (!other)
                           return other.error();
                       auto points = placePoints(**other);
                       return BodyWork::Result{std::move(*other), std::move(points)};
                   });
    state.document.bodyWork = std::move(work);
    return std::nullopt;
}

core::Result<bool> finishBuild(AppState& state, bool wait)
{
    using namespace std::chrono_literals;
    const std::shared_ptr<BodyWork> work = state.document.bodyWork;
    if (!work || (!wait && work->result.wait_for(0s) != std::future_status::ready))
        return false;
    auto result = work->result.get();
    state.document.bodyWork.reset();
    if (!result)
        return result.error();
    // Same structures and same points in the same order: what is selected is meant by its number.
    state.document.library = std::move(result->library);
    state.document.points = std::move(result->points);
    state.position.forget();
    state.animations.pulse.reset();
    refreshScene(state);
    if (state.view.showPosition)
        solveBeside(state, true);
    if (work->next)
        if (const auto error = changeBuild(state, *work->next))
            return *error;
    return true;
}

} // namespace knotmap::app
