#include "app/shell/replay_player.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

/// ImGui needs a second frame to lay out what a command changed.
constexpr int kFramesBetween = 2;

} // namespace

bool ReplayPlayer::ready(const AppState& state, bool pictureAtRest, double nowS) const
{
    if (done() || m_frames < kFramesBetween || nowS < m_waitUntilS || state.animations.camera ||
        state.document.bodyWork || state.position.work || state.window.savingTurntable)
        return false;
    const std::string& id = m_replay.lines[m_next].call.id;
    return id != "screenshot" || pictureAtRest;
}

double ReplayPlayer::secondsToWait(double nowS) const
{
    return done() ? 0 : std::max(0.0, m_waitUntilS - nowS);
}

core::Outcome ReplayPlayer::step(AppState& state, const CommandTable& table, double nowS)
{
    const ReplayLine& line = m_replay.lines[m_next++];
    m_frames = 0;
    if (const auto error = table.run(state, line.call)) {
        m_next = m_replay.lines.size();
        return core::Error{fmt::format("{}:{}: {}", m_replay.file, line.line, error->message)};
    }
    if (state.requests.waitMs)
        m_waitUntilS = nowS + *state.requests.waitMs / 1000.0;
    state.requests.waitMs.reset();
    return std::nullopt;
}

} // namespace knotmap::app
