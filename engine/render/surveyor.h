#pragma once

#include "engine/render/passes/id_pass.h"
#include "engine/scene/visible_instance.h"

namespace knotmap::render {

/// Finds what is visible of each instance in a picture.
class Surveyor
{
public:
    /// Every visible instance, by its number; through ghosts, and through the skin unless it is
    /// opaque.
    std::vector<scene::VisibleInstance> survey(RenderContext& context, const scene::Scene& scene,
                                               const FrameView& view);

private:
    IdTarget m_target;
};

} // namespace knotmap::render
