#pragma once

#include "app/panels/panel.h"
#include "app/shell/gl_surface.h"
#include "engine/render/renderer.h"

namespace knotmap::app {

/// A small picture of the whole body in a corner of the view while only a part of it is framed,
/// with that part marked. It is drawn once and kept until the body, its pose or the viewing
/// direction changes.
class InsetView
{
public:
    /// The renderer must outlive it.
    explicit InsetView(render::Renderer& renderer) : m_renderer(renderer) {}

    /// Redraws it if necessary; only while the view is idle. Returns its rectangle in the window,
    /// empty if it is hidden.
    Area update(const AppState& state, const Area& view, const Theme& theme, bool atRest);
    /// Shows it there through ImGui.
    void show(const AppState& state, const Area& area, const Theme& theme) const;

private:
    struct Key
    {
        std::shared_ptr<const body::Atlas> atlas;
        std::shared_ptr<const body::BoneTransforms> pose;
        std::shared_ptr<const scene::ZonePaint> zone;
        glm::mat4 placement{0};
        float yawDeg = 0;
        int pixels = 0;

        bool sameBody(const Key& other) const;
        bool operator==(const Key& other) const;
    };
    void draw(const AppState& state, const Key& key);
    void measure(const AppState& state);

    render::Renderer& m_renderer;
    PictureTexture m_texture;
    Key m_drawn;
    Key m_measured; ///< the body whose box is `m_bounds`
    geometry::Bounds m_bounds;
    scene::Camera m_camera;
};

} // namespace knotmap::app
