#pragma once

#include "app/commands/replay.h"

#include <cstddef>

namespace knotmap::app {

/// Plays a replay line by line, each when the window is ready for it.
class ReplayPlayer
{
public:
    ReplayPlayer() = default;
    explicit ReplayPlayer(Replay replay) : m_replay(std::move(replay)) {}

    bool done() const { return m_next >= m_replay.lines.size(); }

    /// Whether the next line can be run: some frames were drawn since the last one, its time of
    /// waiting is over, its turntable is saved and its position solved; what is photographed must
    /// also rest.
    bool ready(const AppState& state, bool pictureAtRest, double nowS) const;

    /// Runs the next line. An error names the file and the line, and ends the replay.
    core::Outcome step(AppState& state, const CommandTable& table, double nowS);

    /// Counts a drawn frame.
    void frameDrawn() { ++m_frames; }
    /// Seconds until a wait is over; 0 without one.
    double secondsToWait(double nowS) const;

private:
    Replay m_replay;
    std::size_t m_next = 0;
    int m_frames = 0;
    double m_waitUntilS = 0;
};

} // namespace knotmap::app
