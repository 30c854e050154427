#pragma once

#include "app/commands/state.h"
#include "engine/render/renderer.h"

#include <optional>

namespace knotmap::app {

/// Saves the pictures of a turntable one by one, so that the window stays responsive.
class TurntableSaver
{
public:
    /// Begins with the current scene; a turntable in progress is abandoned.
    void start(const AppState& state, const TurntableRequest& request);
    void stop() { m_work.reset(); }
    bool busy() const { return m_work.has_value(); }

    /// Draws and saves the next picture; an error ends the work. The message says how far it is.
    core::Result<std::string> step(render::Renderer& renderer);

private:
    struct Work
    {
        TurntableRequest request;
        scene::Scene scene;
        Labels labels = Labels::Off;
        int next = 1;
    };
    std::optional<Work> m_work;
};

} // namespace knotmap::app
