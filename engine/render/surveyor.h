#pragma once

#include "engine/render/passes/id_pass.h"
#include "engine/scene/visible_instance.h"

namespace knotmap::render {

/// Finds what of each instance can be seen in a picture.
class Surveyor
{
public:
    /// Every instance that is seen, by its number; through ghosts and through the skin unless it
    /// is opaque.
    std::vector<scene::VisibleInstance> survey(RenderContext& context, const scene::Scene& scene,
                                               const FrameView& view);

private:
    IdTarget m_target;
};

} // namespace knotmap::render
