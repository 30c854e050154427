#include "engine/render/picker.h"

#include <array>
#include <cmath>
#include <cstring>
#include <glm/gtc/matrix_inverse.hpp>

namespace knotmap::render {
namespace {

constexpr int kWindow = 11; // pixels about the place, so that small knots need no steady hand
constexpr float kErrorPixels = 0.5F;
constexpr GLuint kNothing = 0;
constexpr GLuint kSkin = 1;
constexpr GLuint kFirstInstance = 2;
constexpr GLuint kFirstKnot = 1U << 24U;

struct IdPixel
{
    GLuint id = kNothing;
    float depth = 1;
    int x = 0, y = 0; ///< within the window, from its lower left
};

using Window = std::array<IdPixel, static_cast<std::size_t>(kWindow) * kWindow>;

Window readWindow()
{
    std::array<GLuint, 4 * static_cast<std::size_t>(kWindow) * kWindow> raw{};
    glReadPixels(0, 0, kWindow, kWindow, GL_RGBA_INTEGER, GL_UNSIGNED_INT, raw.data());
    Window window;
    for (std::size_t i = 0; i < window.size(); ++i) {
        window[i].id = raw[4 * i];
        std::memcpy(&window[i].depth, &raw[4 * i + 1], sizeof(float));
        window[i].x = static_cast<int>(i) % kWindow;
        window[i].y = static_cast<int>(i) / kWindow;
    }
    return window;
}

int squaredOff(const IdPixel& pixel)
{
    const int dx = pixel.x - kWindow / 2, dy = pixel.y - kWindow / 2;
    return dx * dx + dy * dy;
}

/// The pixel nearest to the middle whose id is at least `from`, within `reach` pixels.
IdPixel nearest(const Window& window, GLuint from, int reach)
{
    IdPixel best;
    int least = reach * reach + 1;
    for (const IdPixel& pixel : window)
        if (pixel.id >= from && squaredOff(pixel) < least) {
            least = squaredOff(pixel);
            best = pixel;
        }
    return best;
}

/// Where a pixel of the window lies in the body's frame. Instances were pushed back by kBehindMm.
glm::vec3 placeOf(const IdPixel& pixel, const FrameView& view, const glm::mat4& placement)
{
    const auto share = [](int i) { return (static_cast<float>(i) + 0.5F) / kWindow * 2 - 1; };
    float away = view.nearMm * view.farMm / (view.farMm - pixel.depth * (view.farMm - view.nearMm));
    if (pixel.id >= kFirstInstance && pixel.id < kFirstKnot)
        away -= kBehindMm;
    const glm::vec3 inCamera((view.unprojection.x + view.unprojection.z * share(pixel.x)) * away,
                             (view.unprojection.y + view.unprojection.w * share(pixel.y)) * away,
                             -away);
    return glm::vec3(glm::inverse(view.view * placement) * glm::vec4(inCamera, 1));
}

class IdPass
{
public:
    IdPass(Workshop& shop, const scene::Scene& scene, const DrawList& list)
        : m_shop(shop), m_scene(scene), m_list(list)
    {}

    /// Instances that stop a pick, or those that let it through.
    void drawInstances(bool pickable) const
    {
        const gl::Program& program = begin(kBehindMm);
        const GLint instance = program.uniform("uInstance"), id = program.uniform("uId");
        for (const auto* items : {&m_list.solid, &m_list.ghosts}) {
            for (const DrawItem& item : *items) {
                if ((item.look.opacity >= kPickable) != pickable)
                    continue;
                glFrontFace(item.mirror < 0 ? GL_CW : GL_CCW);
                glUniform4f(instance, item.mirror, 1, 0, 0);
                glUniform1ui(id, kFirstInstance + item.instance);
                drawLevel(m_shop.cache.shape(item.shape).level(kErrorPixels * item.pixelMm));
            }
        }
        glFrontFace(GL_CCW);
    }

    void drawSkin() const
    {
        if (m_shop.cache.skin().mesh.empty())
            return;
        const gl::Program& program = begin(0);
        program.set("uInstance", glm::vec4(1));
        program.setId("uId", kSkin);
        drawLevel(m_shop.cache.skin().mesh.levels.front());
    }

private:
    const gl::Program& begin(float behindMm) const
    {
        const gl::Program& program = m_shop.shaders.use(ProgramId::Pick);
        placeBody(program, m_shop, m_scene);
        program.set("uBehind", behindMm);
        return program;
    }

    Workshop& m_shop;
    const scene::Scene& m_scene;
    const DrawList& m_list;
};

void clearIds()
{
    const std::array<GLuint, 4> nothing{};
    glClearBufferuiv(GL_COLOR, 0, nothing.data());
    const float furthest = 1;
    glClearBufferfv(GL_DEPTH, 0, &furthest);
}

scene::Pick toPick(const IdPixel& pixel, const FrameView& view, const scene::Scene& scene)
{
    scene::Pick pick;
    if (pixel.id == kNothing)
        return pick;
    pick.position = placeOf(pixel, view, scene.bodyPlacement);
    if (pixel.id >= kFirstKnot) {
        pick.what = scene::Pick::What::Knot;
        pick.index = pixel.id - kFirstKnot;
        pick.position = scene.knots[pick.index].position;
    } else if (pixel.id >= kFirstInstance) {
        pick.what = scene::Pick::What::Instance;
        pick.index = pixel.id - kFirstInstance;
    } else {
        pick.what = scene::Pick::What::Skin;
    }
    return pick;
}

} // namespace

void Picker::makeTarget()
{
    if (m_frame)
        return;
    m_ids = gl::Texture("pick ids");
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA32UI, kWindow, kWindow, 0, GL_RGBA_INTEGER,
                 GL_UNSIGNED_INT, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    m_depth = gl::Renderbuffer("pick depth");
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, kWindow, kWindow);
    m_frame = gl::Framebuffer("pick");
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, m_ids.id(), 0);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, m_depth.id());
}

scene::Pick Picker::pick(Workshop& shop, const scene::Scene& scene, const FrameView& view, float x,
                         float y)
{
    makeTarget();
    const glm::vec2 size(view.width, view.height);
    const glm::vec2 pixel(std::floor(x), size.y - 1 - std::floor(y));
    const glm::vec2 window(static_cast<float>(kWindow));
    const FrameView part = partOf(
        view, {(pixel - static_cast<float>(kWindow / 2)) / size, window / size}, kWindow, kWindow);
    const Frustum frustum(part.projection * part.view);
    const DrawList list = makeDrawList(scene, shop.cache, frustum, part);
    const FrameBlock block = makeFrameBlock(part, scene, shop.cache.bounds());
    glBindBuffer(GL_UNIFORM_BUFFER, shop.frameBlock.id());
    glBufferData(GL_UNIFORM_BUFFER, sizeof block, &block, GL_STREAM_DRAW);
    glBindBufferBase(GL_UNIFORM_BUFFER, 0, shop.frameBlock.id());

    glBindFramebuffer(GL_FRAMEBUFFER, m_frame.id());
    glViewport(0, 0, kWindow, kWindow);
    glDisable(GL_BLEND);
    glDepthMask(GL_TRUE);
    glEnable(GL_DEPTH_TEST);
    glEnable(GL_CULL_FACE);
    glDepthFunc(GL_LEQUAL);

    const IdPass pass(shop, scene, list);
    clearIds();
    pass.drawInstances(true);
    drawKnotIds(shop, scene, kFirstKnot);
    Window ids = readWindow();
    IdPixel found = nearest(ids, kFirstKnot, kWindow / 2);
    if (found.id == kNothing)
        found = nearest(ids, kFirstInstance, 1);
    if (found.id == kNothing) {
        clearIds();
        pass.drawInstances(false);
        found = nearest(readWindow(), kFirstInstance, 1);
    }
    if (found.id == kNothing && scene.skinOpacity > 0) {
        clearIds();
        pass.drawSkin();
        found = nearest(readWindow(), kSkin, 0);
    }
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    return toPick(found, part, scene);
}

} // namespace knotmap::render
