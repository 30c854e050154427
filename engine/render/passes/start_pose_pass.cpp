#include "engine/render/passes/start_pose_pass.h"

namespace knotmap::render {
namespace {

/// Even at rest, lines are drawn from a coarser mesh, whose corners do not show.
constexpr float kMovingErrorMm = 2, kStillErrorMm = 0.3F;

} // namespace

void drawStartPose(RenderContext& context, const Frame& frame)
{
    const GpuMesh& skin = context.cache.skin().mesh;
    if (skin.empty() || !frame.scene.startPose)
        return;
    const scene::StartPose& start = *frame.scene.startPose;
    const gl::Program& program = context.shaders.use(ProgramId::StartPose);
    program.set("uModel", start.placement);
    program.set("uStrength", start.strength);
    glEnable(GL_BLEND);
    glDepthMask(GL_FALSE);
    const MeshLevel& level = skin.level(frame.fine() ? kStillErrorMm : kMovingErrorMm);
    drawLevel(level);
    ++context.stats.drawCalls;
    context.stats.triangles += static_cast<std::size_t>(level.count) / 3;
    glDisable(GL_BLEND);
}

} // namespace knotmap::render
