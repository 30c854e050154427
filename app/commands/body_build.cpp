#include "app/commands/body_build.h"

#include "app/commands/scene_refresh.h"
#include "engine/words/tr.h"

#include <chrono>
#include <utility>

namespace knotmap::app {

variants::Build askedBuild(const AppState& state)
{
    if (!state.bodyWork)
        return state.library->build;
    return state.bodyWork->next.value_or(state.bodyWork->build);
}

core::Outcome changeBuild(AppState& state, const variants::Build& build)
{
    if (state.bodyWork) {
        state.bodyWork->next = build;
        return std::nullopt;
    }
    if (build == state.library->build)
        return std::nullopt;
    if (!state.library->builder)
        return core::Error{tr("this body cannot be changed: it was loaded without anatomy/builds")};
    auto work = std::make_shared<BodyWork>();
    work->build = build;
    work->result = std::async(std::launch::async,
                              [library = state.library, build]() -> core::Result<BodyWork::Result> {
                                  auto other = withBuild(library, build);
                                  if (!other)
                                      return other.error();
                                  auto points = placePoints(**other);
                                  return BodyWork::Result{std::move(*other), std::move(points)};
                              });
    state.bodyWork = std::move(work);
    return std::nullopt;
}

core::Result<bool> finishBuild(AppState& state, bool wait)
{
    using namespace std::chrono_literals;
    const std::shared_ptr<BodyWork> work = state.bodyWork;
    if (!work || (!wait && work->result.wait_for(0s) != std::future_status::ready))
        return false;
    auto result = work->result.get();
    state.bodyWork.reset();
    if (!result)
        return result.error();
    // Same structures and same points in the same order: what is selected is meant by its number.
    state.library = std::move(result->library);
    state.points = std::move(result->points);
    state.solved.reset();
    state.pulse.reset();
    state.weight.reset();
    refreshScene(state);
    if (work->next)
        if (const auto error = changeBuild(state, *work->next))
            return *error;
    return true;
}

} // namespace knotmap::app
