#pragma once

#include "engine/render/draw_list.h"

#include <vector>

namespace knotmap::render {

/// One frame: the scene, its view, and what is drawn of a body.
struct Frame
{
    const scene::Scene& scene;
    const FrameView& view;
    const DrawList& list;
    glm::mat4 placement{1};    ///< from the body of `list` to the world
    std::vector<Frame> copies; ///< the same for each further body

    /// Calls `draw` with the frame of each body that is in view.
    template <typename Draw>
    void eachBody(const Draw& draw) const
    {
        if (list.inView)
            draw(*this);
        for (const Frame& copy : copies)
            copy.eachBody(draw);
    }

    bool fine() const { return view.quality == Quality::Still; }
    bool skinShown() const { return scene.skinOpacity > 0.002F; }
    bool skinSolid() const { return scene.skinOpacity >= kSolid; }
};

/// The draw lists of the scene's bodies, at least one.
std::vector<DrawList> listBodies(const scene::Scene& scene, const AtlasCache& cache,
                                 const FrameView& view);
/// The frame of the first body with those of its copies; `lists` as from listBodies.
Frame frameOf(const scene::Scene& scene, const FrameView& view, const std::vector<DrawList>& lists);

} // namespace knotmap::render
