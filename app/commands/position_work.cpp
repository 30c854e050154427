#include "app/commands/position_work.h"

#include "app/commands/animation.h"
#include "app/commands/position_view.h"
#include "app/commands/scene_refresh.h"
#include "app/model/position_overlay.h"
#include "app/model/solve_position.h"
#include "engine/words/tr.h"

#include <chrono>
#include <functional>
#include <system_error>
#include <utility>

namespace knotmap::app {
namespace {

PositionWork::Result solve(const Library& library, const PlacedPoint& placed)
{
    PositionWork::Result result;
    auto solved = solvePosition(library, placed);
    if (!solved)
        return result;
    result.solved = std::make_shared<const posture::SolvedPosition>(std::move(*solved));
    result.weight =
        std::make_shared<const posture::WeightSplit>(weightOf(library, placed, *result.solved));
    return result;
}

std::future<PositionWork::Result> started(std::function<PositionWork::Result()> work)
{
    try {
        return std::async(std::launch::async, work);
    } catch (const std::system_error&) {
        return std::async(std::launch::deferred, std::move(work));
    }
}

bool ready(const PositionWork& work)
{
    return work.result.wait_for(std::chrono::seconds(0)) != std::future_status::timeout;
}

/// Whether the work is for what is selected now.
bool isWanted(const AppState& state, const PositionWork& work)
{
    return state.selectedPoint() != nullptr && state.document.selection.index == work.point &&
           state.document.library == work.library;
}

} // namespace

void solveBeside(AppState& state, bool keepView)
{
    const PlacedPoint* placed = state.selectedPoint();
    if (placed == nullptr || state.position.solved)
        return;
    state.position.keepView = keepView;
    if (state.position.work)
        return; // takePosition starts the next one if this is another point's
    auto work = std::make_shared<PositionWork>();
    work->library = state.document.library;
    work->point = state.document.selection.index;
    work->result =
        started([library = work->library, placed = *placed] { return solve(*library, placed); });
    state.position.work = std::move(work);
}

core::Result<bool> takePosition(AppState& state, bool wait)
{
    const std::shared_ptr<PositionWork> work = state.position.work;
    if (!work || (!wait && !ready(*work)))
        return false;
    PositionWork::Result result = work->result.get();
    state.position.work.reset();
    if (!isWanted(state, *work)) {
        // Another point or body was chosen meanwhile.
        if (state.view.showPosition)
            solveBeside(state, state.position.keepView);
        return wait && state.position.work ? takePosition(state, true) : false;
    }
    state.position.solved = std::move(result.solved);
    state.position.weight = std::move(result.weight);
    if (!state.view.showPosition)
        return true;
    if (!state.position.solved || !posture::canBeShown(*state.position.solved)) {
        state.view.showPosition = false;
        state.view.positionShare = 0;
        refreshScene(state);
        return core::Error{
            tr("in this position nothing reaches the knot: the steps are on the card, "
               "and 'knotmap check' says what is wrong")};
    }
    if (state.position.keepView)
        holdPosition(state, state.view.positionShare);
    else
        enterPosition(state, 0);
    return true;
}

} // namespace knotmap::app
