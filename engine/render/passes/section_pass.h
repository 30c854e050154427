#pragma once

#include "engine/render/frame.h"
#include "engine/render/render_context.h"

namespace knotmap::render {

// What a scene's cut exposes. All need a framebuffer with depth and a cleared stencil, and leave
// the state that other parts of a frame expect. Nothing is drawn where the eye is on the other side
// of the plane: there the body is closed.

/// The sections of the solid instances; with a solid skin those of the skin and the fat under it.
void drawSections(RenderContext& context, const Frame& frame);
/// Those of the translucent instances, blended over the picture, and the outline of a translucent
/// skin.
void drawGhostSections(RenderContext& context, const Frame& frame);
/// The frame around the plane, faint where the body hides it.
void drawCutFrame(RenderContext& context, const Frame& frame);
/// The sections of the instances that stop a pick, or of those that let it through, as ids.
void drawSectionIds(RenderContext& context, const scene::Scene& scene, const FrameView& view,
                    const DrawList& list, bool pickable);
/// The skin's section as an id.
void drawSkinSectionId(RenderContext& context, const scene::Scene& scene, const FrameView& view);

} // namespace knotmap::render
