#include "engine/render/passes/id_pass.h"

#include "engine/render/passes/draw_items.h"
#include "engine/render/passes/section_pass.h"

#include <array>
#include <cstring>
#include <glm/gtc/matrix_inverse.hpp>

namespace knotmap::render {
namespace {

constexpr float kErrorPixels = 0.5F;

} // namespace

void IdTarget::bind(int width, int height)
{
    if (!m_frame) {
        m_ids = gl::Texture("ids");
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        m_depth = gl::Renderbuffer("id depth");
        m_frame = gl::Framebuffer("ids");
    }
    if (width != m_width || height != m_height) {
        m_width = width;
        m_height = height;
        glBindTexture(GL_TEXTURE_2D, m_ids.id());
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA32UI, width, height, 0, GL_RGBA_INTEGER,
                     GL_UNSIGNED_INT, nullptr);
        glBindRenderbuffer(GL_RENDERBUFFER, m_depth.id());
        glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, width, height);
        glBindFramebuffer(GL_FRAMEBUFFER, m_frame.id());
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, m_ids.id(), 0);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER,
                                  m_depth.id());
    }
    glBindFramebuffer(GL_FRAMEBUFFER, m_frame.id());
    glViewport(0, 0, width, height);
    glDepthMask(GL_TRUE);
    clear();
}

void IdTarget::clear() const
{
    const std::array<GLuint, 4> nothing{};
    glClearBufferuiv(GL_COLOR, 0, nothing.data());
    const float furthest = 1;
    glClearBufferfv(GL_DEPTH, 0, &furthest);
}

std::vector<IdPixel> IdTarget::read() const
{
    const auto count = static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height);
    std::vector<GLuint> raw(4 * count);
    glReadPixels(0, 0, m_width, m_height, GL_RGBA_INTEGER, GL_UNSIGNED_INT, raw.data());
    std::vector<IdPixel> pixels(count);
    for (std::size_t i = 0; i < count; ++i) {
        pixels[i].id = raw[4 * i];
        std::memcpy(&pixels[i].depth, &raw[4 * i + 1], sizeof(float));
        pixels[i].x = static_cast<int>(i) % m_width;
        pixels[i].y = static_cast<int>(i) / m_width;
    }
    return pixels;
}

IdPass::IdPass(RenderContext& context, const scene::Scene& scene, const FrameView& view)
    : m_context(context), m_scene(scene), m_view(view),
      m_list(makeDrawList(scene, context.cache, Frustum(view.projection * view.view), view,
                          scene.bodyPlacement))
{
    const FrameBlock block = makeFrameBlock(view, scene, context.cache.bounds());
    glBindBuffer(GL_UNIFORM_BUFFER, context.frameBlock.id());
    glBufferData(GL_UNIFORM_BUFFER, sizeof block, &block, GL_STREAM_DRAW);
    glBindBufferBase(GL_UNIFORM_BUFFER, 0, context.frameBlock.id());
    glDisable(GL_BLEND);
    glDepthMask(GL_TRUE);
    glEnable(GL_DEPTH_TEST);
    glEnable(GL_CULL_FACE);
    glDepthFunc(GL_LEQUAL);
}

IdPass::~IdPass()
{
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
}

void IdPass::drawInstances(bool pickable) const
{
    const gl::Program& program = begin(kBehindMm);
    const GLint instance = program.uniform("uInstance"), id = program.uniform("uId");
    for (const auto* items : {&m_list.solid, &m_list.ghosts}) {
        for (const DrawItem& item : *items) {
            if ((item.appearance.opacity >= kPickable) != pickable)
                continue;
            glFrontFace(item.mirror < 0 ? GL_CW : GL_CCW);
            glUniform4f(instance, item.mirror, 1, 0, 0);
            glUniform1ui(id, kFirstInstanceId + item.instance);
            drawLevel(m_context.cache.shape(item.shape).level(kErrorPixels * item.pixelMm));
        }
    }
    glFrontFace(GL_CCW);
    drawSectionIds(m_context, m_scene, m_view, m_list, pickable);
}

void IdPass::drawSkin() const
{
    if (m_context.cache.skin().mesh.empty())
        return;
    const gl::Program& program = begin(0);
    program.set("uInstance", glm::vec4(1));
    program.setId("uId", kSkinId);
    drawLevel(m_context.cache.skin().mesh.levels.front());
    drawSkinSectionId(m_context, m_scene, m_view);
}

const gl::Program& IdPass::begin(float behindMm) const
{
    const gl::Program& program = useOnBody(m_context, ProgramId::Pick, m_scene.bodyPlacement);
    program.set("uBehind", behindMm);
    return program;
}

glm::vec3 positionOf(const IdPixel& pixel, int width, int height, const FrameView& view,
                     const glm::mat4& placement)
{
    const auto share = [](int i, int of) {
        return (static_cast<float>(i) + 0.5F) / static_cast<float>(of) * 2 - 1;
    };
    float away = view.nearMm * view.farMm / (view.farMm - pixel.depth * (view.farMm - view.nearMm));
    // Instances were offset backwards by kBehindMm.
    if (pixel.id >= kFirstInstanceId && pixel.id < kFirstKnotId)
        away -= kBehindMm;
    const glm::vec3 inCamera(
        (view.unprojection.x + view.unprojection.z * share(pixel.x, width)) * away,
        (view.unprojection.y + view.unprojection.w * share(pixel.y, height)) * away, -away);
    return glm::vec3(glm::inverse(view.view * placement) * glm::vec4(inCamera, 1));
}

} // namespace knotmap::render
