#pragma once

#include "app/commands/state.h"
#include "app/shell/gl_surface.h"
#include "app/shell/platform_window.h"
#include "engine/render/renderer.h"

namespace knotmap::app {

/// The 3D view: draws the scene into a texture, cheaply while it changes and in full once it is
/// idle, and not at all while nothing changes.
class PictureView
{
public:
    /// The renderer must outlive it.
    explicit PictureView(render::Renderer& renderer) : m_renderer(renderer) {}

    /// Draws what is due at that time (the shell's clock, s) in the state's view size; while a
    /// mouse button `held` on the view is down nothing is drawn in full.
    void update(const AppState& state, const PlatformWindow& clock, bool held);

    /// Whether the full picture of the current scene is shown.
    bool atRest() const { return m_atRest; }
    /// Number of drawings so far.
    std::uint64_t drawings() const { return m_drawings; }
    /// Seconds until the full picture is due; 0 if it is due or shown.
    double secondsToRest(double nowS) const;

    const PictureTexture& picture() const { return m_texture; }

private:
    double restS() const;
    void adapt(double tookS);
    bool changed(const AppState& state) const;

    render::Renderer& m_renderer;
    PictureTexture m_texture;
    scene::Camera m_camera;
    std::uint64_t m_revision = 0, m_drawings = 0;
    WindowSize m_size;
    double m_changedAtS = 0;
    double m_fullTookS = 0; ///< the last full picture
    float m_resolution = 1; ///< of moving frames
    bool m_atRest = false, m_drawn = false;
};

} // namespace knotmap::app
