#include "engine/render/renderer.h"

#include "engine/gl/debug.h"
#include "engine/render/cache/noise.h"
#include "engine/render/driver.h"
#include "engine/render/frame_targets.h"
#include "engine/render/passes/body_pass.h"
#include "engine/render/passes/ground_pass.h"
#include "engine/render/passes/knot_pass.h"
#include "engine/render/passes/outline_pass.h"
#include "engine/render/passes/section_pass.h"
#include "engine/render/passes/start_pose_pass.h"
#include "engine/render/passes/weight_pass.h"
#include "engine/render/picker.h"
#include "engine/render/still_image.h"
#include "engine/render/surveyor.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace knotmap::render {
namespace {

constexpr int kStillSamples = 4;
constexpr float kOcclusionReachMm = 46;

gl::Texture uploadFibreTexture()
{
    const FibreTexture fibres = makeFibreTexture();
    gl::Texture texture("fibres");
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, fibres.width, fibres.height, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, fibres.pixels.data());
    glGenerateMipmap(GL_TEXTURE_2D);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    return texture;
}

/// sRGB encoding on write is always on in ES and must be enabled elsewhere.
void storeLinear(bool on)
{
    if (gl::isEmbedded())
        return;
    if (on)
        glEnable(GL_FRAMEBUFFER_SRGB);
    else
        glDisable(GL_FRAMEBUFFER_SRGB);
}

/// The view for a target, with fewer pixels where a moving frame is to be stretched.
FrameView viewFor(const scene::Camera& camera, const Target& target)
{
    const float share =
        target.quality == Quality::Moving ? std::clamp(target.resolution, 0.4F, 1.0F) : 1.0F;
    const auto scaled = [&](int pixels) {
        return std::max(1, static_cast<int>(std::lround(share * static_cast<float>(pixels))));
    };
    FrameView view = makeFrameView(camera, target.width, target.height, target.quality);
    view.width = scaled(target.width);
    view.height = scaled(target.height);
    view.wholeHeight = static_cast<float>(view.height);
    view.pixelMm *= static_cast<float>(target.height) / view.wholeHeight;
    return view;
}

} // namespace

RendererOptions optionsFromEnvironment()
{
    RendererOptions options;
    if (const char* folder = std::getenv("KNOTMAP_SHADERS"))
        options.shaderFolder = folder;
    return options;
}

/// What a renderer owns. drawFrame defines the order of passes within a frame.
struct Renderer::State
{
    RenderContext context;
    GroundPainter ground;
    Picker picker;
    Surveyor surveyor;
    FrameTargets moving, still;

    explicit State(const RendererOptions& options) : context(options.shaderFolder) {}

    core::Outcome start();
    core::Outcome drawFrame(const scene::Scene& scene, const FrameView& view, GLuint framebuffer);

private:
    core::Result<FrameTargets*> targetsFor(const FrameView& view);
    void uploadFrame(const scene::Scene& scene, const FrameView& view);
    void startScene(const Frame& frame, FrameTargets& targets);
    void present(const Frame& frame, FrameTargets& targets, GLuint framebuffer);
    void paintScene(const Frame& frame, FrameTargets& targets);
    void paintAmbientOcclusion(const Frame& frame, FrameTargets& targets);
    void paintBackground(const Frame& frame);
    void paintAround(const Frame& frame, FrameTargets& targets);
    void paintGhosts(const Frame& frame, FrameTargets& targets);
    void fullscreen();
};

core::Outcome Renderer::State::start()
{
    if (core::Outcome refused = checkDriver())
        return refused;
    if (core::Outcome refused = context.shaders.buildFirst())
        return refused;
    context.fibres = uploadFibreTexture();
    context.frameBlock = gl::Buffer("frame");
    context.nothing = gl::VertexArray("nothing");
    return gl::checkErrors("Starting the renderer");
}

core::Result<FrameTargets*> Renderer::State::targetsFor(const FrameView& view)
{
    const bool fine = view.quality == Quality::Still;
    FrameTargets& targets = fine ? still : moving;
    if (!targets.fits(view.width, view.height)) {
        targets = FrameTargets(); // frees memory before allocating more
        auto made =
            FrameTargets::create(view.width, view.height, fine ? offeredSamples(kStillSamples) : 1);
        if (!made)
            return made.error();
        targets = std::move(*made);
    }
    return &targets;
}

void Renderer::State::uploadFrame(const scene::Scene& scene, const FrameView& view)
{
    const FrameBlock block = makeFrameBlock(view, scene, context.cache.bounds());
    glBindBuffer(GL_UNIFORM_BUFFER, context.frameBlock.id());
    glBufferData(GL_UNIFORM_BUFFER, sizeof block, &block, GL_STREAM_DRAW);
    glBindBufferBase(GL_UNIFORM_BUFFER, 0, context.frameBlock.id());
}

void Renderer::State::fullscreen()
{
    glBindVertexArray(context.nothing.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    ++context.stats.drawCalls;
}

void Renderer::State::paintAmbientOcclusion(const Frame& frame, FrameTargets& targets)
{
    const FrameView& view = frame.view;
    targets.bindFlatDepth();
    const float furthest = 1;
    glClearBufferfv(GL_DEPTH, 0, &furthest);
    drawSolidDepth(context, frame);
    // Software OpenGL buffers all triangles of a pass until it is drawn: one pass at a time.
    glFinish();

    glDisable(GL_DEPTH_TEST);
    bindTexture(kUnitDepth, targets.flatDepth());
    for (const bool smooth : {false, true}) {
        targets.bindAmbientOcclusion(smooth ? 1 : 0);
        if (smooth)
            bindTexture(kUnitColour, targets.ambientOcclusion(0));
        const gl::Program& program =
            context.shaders.use(smooth ? ProgramId::OcclusionBlur : ProgramId::Occlusion);
        program.set("uUnprojection", view.unprojection);
        program.set("uPlanes", glm::vec2(view.nearMm, view.farMm));
        program.set("uReach", kOcclusionReachMm);
        fullscreen();
    }
    glEnable(GL_DEPTH_TEST);
    bindTexture(kUnitOcclusion, targets.ambientOcclusion(1));
}

void Renderer::State::paintBackground(const Frame& frame)
{
    const Tile& tile = frame.view.tile;
    const gl::Program& program = context.shaders.use(ProgramId::Background);
    program.set("uWindow", glm::vec4(tile.offset, tile.scale));
    program.set("uAspect", frame.view.aspect);
    fullscreen();
}

void Renderer::State::paintGhosts(const Frame& frame, FrameTargets& targets)
{
    if (frame.list.ghosts.empty())
        return;
    targets.bindGhosts();
    const std::array<float, 4> clear{0, 0, 0, 1}, none{0, 0, 0, 0};
    glClearBufferfv(GL_COLOR, 0, clear.data());
    glClearBufferfv(GL_COLOR, 1, none.data());
    storeLinear(false);
    glEnable(GL_BLEND);
    // Sums in rgb, remaining transmittance in alpha: one blend state serves both planes.
    glBlendFuncSeparate(GL_ONE, GL_ONE, GL_ZERO, GL_ONE_MINUS_SRC_ALPHA);
    glDepthMask(GL_FALSE);
    drawGhosts(context, frame);
    targets.resolveGhosts();

    storeLinear(true);
    targets.bindScene();
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glDisable(GL_DEPTH_TEST);
    bindTexture(kUnitColour, targets.ghostColour());
    bindTexture(kUnitWeight, targets.ghostWeight());
    context.shaders.use(ProgramId::Ghosts);
    fullscreen();
    glEnable(GL_DEPTH_TEST);
}

void Renderer::State::startScene(const Frame& frame, FrameTargets& targets)
{
    const float furthest = 1;
    const std::array<float, 4> nothing{};
    glDepthMask(GL_TRUE);
    // The background stays the same from frame to frame: with one sample per pixel it is copied.
    const bool copied = !frame.scene.transparentBackground && targets.samples() == 1;
    if (copied && targets.bindBackdrop()) {
        glDisable(GL_DEPTH_TEST);
        paintBackground(frame);
        glEnable(GL_DEPTH_TEST);
    }
    if (copied)
        targets.copyBackdrop();
    targets.bindScene();
    if (!copied)
        glClearBufferfv(GL_COLOR, 0, nothing.data());
    glClearBufferfv(GL_DEPTH, 0, &furthest);
}

void Renderer::State::present(const Frame& frame, FrameTargets& targets, GLuint framebuffer)
{
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(0, 0, frame.view.targetWidth, frame.view.targetHeight);
    GLint samples = 0;
    glGetIntegerv(GL_SAMPLES, &samples);
    // The bytes are already encoded; ES would decode them while copying.
    if (!gl::isEmbedded() && targets.samples() == 1 && samples == 0 &&
        !frame.scene.transparentBackground) {
        targets.copySceneTo(framebuffer, frame.view.targetWidth, frame.view.targetHeight);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        return;
    }
    bindTexture(kUnitColour, targets.colour());
    context.shaders.use(ProgramId::Present)
        .set("uKeepAlpha", frame.scene.transparentBackground ? 1.0F : 0.0F);
    fullscreen();
}

void Renderer::State::paintAround(const Frame& frame, FrameTargets& targets)
{
    if (frame.scene.startPose) {
        glDepthMask(GL_TRUE);
        drawProps(context, frame);
    }
    glDepthMask(GL_FALSE);
    if (!frame.scene.transparentBackground && targets.samples() > 1)
        paintBackground(frame);
    ground.draw(context, frame);
}

void Renderer::State::paintScene(const Frame& frame, FrameTargets& targets)
{
    storeLinear(true);
    startScene(frame, targets);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    // The standing body is visible in front of everything around the body, and never hides the
    // body.
    const bool early = frame.scene.startPose.has_value();
    if (early) {
        paintAround(frame, targets);
        drawStartPose(context, frame);
    }
    // An opaque skin goes first: it hides most of what would be shaded in vain.
    if (frame.skinSolid())
        drawSkin(context, frame);
    glDisable(GL_BLEND);
    glDepthMask(GL_TRUE);
    drawSolid(context, frame);
    drawSections(context, frame);
    if (frame.fine())
        glFinish();
    glDepthMask(GL_FALSE);
    if (!early)
        paintAround(frame, targets);
    drawWeight(context, frame);
    paintGhosts(frame, targets);
    glEnable(GL_BLEND);
    if (!frame.skinSolid())
        drawSkin(context, frame);
    drawGhostSections(context, frame);
    drawCutFrame(context, frame);
    drawHiddenArrow(context, frame);
    drawKnots(context, frame);
    storeLinear(false);
    glDisable(GL_BLEND);
    glDepthMask(GL_TRUE);
    targets.resolveScene();
}

core::Outcome Renderer::State::drawFrame(const scene::Scene& scene, const FrameView& view,
                                         GLuint framebuffer)
{
    context.stats = {};
    const std::size_t uploads = context.cache.uploads();
    context.prepare(scene);
    context.stats.uploads = context.cache.uploads() - uploads;
    auto targets = targetsFor(view);
    if (!targets)
        return targets.error();
    FrameTargets& planes = **targets;
    uploadFrame(scene, view);
    const std::vector<DrawList> lists = listBodies(scene, context.cache, view);
    const DrawList& list = lists.front();
    context.stats.culledInstances = list.culled;
    const Frame frame = frameOf(scene, view, lists);

    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LEQUAL);
    glDepthMask(GL_TRUE);
    glEnable(GL_CULL_FACE);
    glCullFace(GL_BACK);
    glDisable(GL_BLEND);
    glDisable(GL_SCISSOR_TEST);
    if (frame.fine())
        paintAmbientOcclusion(frame, planes);
    paintScene(frame, planes);

    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    present(frame, planes, framebuffer);
    drawOutline(context, frame, planes, framebuffer);
    glBindVertexArray(0);
    glUseProgram(0);
    return {};
}

Renderer::Renderer(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;
Renderer::~Renderer() = default;

core::Result<Renderer> Renderer::create(const RendererOptions& options)
{
    auto state = std::make_unique<State>(options);
    if (core::Outcome refused = state->start())
        return *refused;
    return Renderer(std::move(state));
}

void Renderer::draw(const scene::Scene& scene, const Target& target)
{
    if (target.width <= 0 || target.height <= 0 || !scene.atlas)
        return;
    // Without memory for the frame the old picture stays; the next size may fit again.
    (void)m_state->drawFrame(scene, viewFor(scene.camera, target), target.framebuffer);
}

scene::Pick Renderer::pick(const scene::Scene& scene, int width, int height, float x, float y)
{
    if (width <= 0 || height <= 0 || !scene.atlas)
        return {};
    m_state->context.prepare(scene);
    const FrameView view = makeFrameView(scene.camera, width, height, Quality::Moving);
    return m_state->picker.pick(m_state->context, scene, view, x, y);
}

std::vector<scene::VisibleInstance> Renderer::survey(const scene::Scene& scene, float aspect,
                                                     int height)
{
    const int width = static_cast<int>(std::lround(aspect * static_cast<float>(height)));
    if (width <= 0 || height <= 0 || !scene.atlas || scene.skinOpacity >= 1)
        return {};
    m_state->context.prepare(scene);
    const FrameView view = makeFrameView(scene.camera, width, height, Quality::Moving);
    return m_state->surveyor.survey(m_state->context, scene, view);
}

core::Result<image::Image> Renderer::renderImage(const scene::Scene& scene, int width, int height)
{
    if (width < 1 || height < 1 || width > kLargestImageEdge || height > kLargestImageEdge)
        return core::Error{
            trf("A picture of {}x{} pixels cannot be drawn. Each side must be 1 to {}.", width,
                height, kLargestImageEdge)};
    if (!scene.atlas)
        return core::Error{tr("There is no body to draw.")};
    const DrawTile drawTile = [&](const FrameView& view, GLuint framebuffer) {
        return m_state->drawFrame(scene, view, framebuffer);
    };
    auto picture = drawStillImage(scene.camera, width, height, drawTile);
    m_state->still = FrameTargets(); // a print's planes are large and used once
    return picture;
}

const FrameStats& Renderer::lastFrame() const
{
    return m_state->context.stats;
}

bool Renderer::watchesShaders() const
{
    return m_state->context.shaders.watches();
}

bool Renderer::reloadShaders()
{
    return m_state->context.shaders.reloadIfChanged();
}

std::vector<std::string> Renderer::takeMessages()
{
    return m_state->context.shaders.takeMessages();
}

} // namespace knotmap::render
