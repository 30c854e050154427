#include "engine/render/passes/knot_pass.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace knotmap::render {
namespace {

/// A trigger point as shaders/knot.vert reads it.
struct KnotVertex
{
    glm::vec4 centre; ///< w: radius, mm
    glm::vec4 style;  ///< emphasis, hovered, mm of tissue over it, minimum radius in pixels
};

/// A ring as shaders/ring.vert reads it.
struct RingVertex
{
    glm::vec4 centre; ///< w: radius, mm
    glm::vec4 normal; ///< w: emphasis
};

constexpr float kHiddenFade = 0.34F;

void fill(gl::VertexArray& array, gl::Buffer& buffer, const char* label,
          const std::vector<glm::vec4>& data)
{
    if (!array) {
        buffer = gl::Buffer(label);
        array = gl::VertexArray(label);
        glBindBuffer(GL_ARRAY_BUFFER, buffer.id());
        for (const GLuint slot : {0U, 1U}) {
            floatAttribute(slot, 4, 2 * sizeof(glm::vec4), slot * sizeof(glm::vec4));
            glVertexAttribDivisor(slot, 1);
        }
    }
    glBindVertexArray(array.id());
    glBindBuffer(GL_ARRAY_BUFFER, buffer.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(data.size() * sizeof(glm::vec4)),
                 data.data(), GL_STREAM_DRAW);
}

/// Whether a cut has removed a trigger point; one that the plane intersects stays.
bool takenAway(const scene::Scene& scene, const glm::vec3& point, float radiusMm)
{
    return scene.cut &&
           scene.cut->above(glm::vec3(scene.bodyPlacement * glm::vec4(point, 1))) > radiusMm;
}

void uploadKnots(RenderContext& context, const scene::Scene& scene)
{
    std::vector<glm::vec4> data;
    data.reserve(2 * scene.knots.size());
    for (std::size_t i = 0; i < scene.knots.size(); ++i) {
        const scene::KnotMarker& knot = scene.knots[i];
        const bool selected = scene.selectedKnot == i, hovered = scene.hoveredKnot == i;
        const float emphasis = knot.emphasised || selected ? 1.0F : 0.0F;
        const float grown = selected ? 1.35F : hovered ? 1.2F : 1.0F;
        const bool shown = knot.shown && !takenAway(scene, knot.position, knot.radiusMm);
        const float pixels = selected ? 5.5F : emphasis > 0 ? 4.5F : hovered ? 4.5F : 3.2F;
        // A hidden one keeps its index, for picking, with zero size.
        data.emplace_back(knot.position, shown ? grown * knot.radiusMm : 0.0F);
        data.emplace_back(emphasis, hovered ? 1 : 0, glm::distance(knot.onSkin, knot.position) + 4,
                          shown ? pixels : 0.0F);
    }
    fill(context.knots, context.knotBuffer, "knots", data);
}

/// Uploads the rings and returns how many there are.
GLsizei uploadRings(RenderContext& context, const scene::Scene& scene)
{
    std::vector<glm::vec4> data;
    data.reserve(2 * scene.knots.size());
    for (std::size_t i = 0; i < scene.knots.size(); ++i) {
        const scene::KnotMarker& knot = scene.knots[i];
        const bool selected = scene.selectedKnot == i, hovered = scene.hoveredKnot == i;
        if (!selected && !hovered && !knot.emphasised)
            continue; // a ring per point would clutter the picture; the rest have a pale halo
        if (takenAway(scene, knot.onSkin, knot.radiusMm))
            continue;
        const glm::vec3 outward = knot.onSkin - knot.position;
        const float length = glm::length(outward);
        const glm::vec3 normal = length > 0.1F ? outward / length : glm::vec3(0, 0, 1);
        const float emphasis = selected ? 1.0F : knot.emphasised ? 0.6F : 0.3F;
        data.emplace_back(knot.onSkin, knot.radiusMm * (selected ? 3.0F : 1.9F));
        data.emplace_back(normal, emphasis);
    }
    fill(context.rings, context.ringBuffer, "rings", data);
    return static_cast<GLsizei>(data.size() / 2);
}

/// Draws the instances on each body twice: where they are unobstructed, and faintly behind it.
void drawBothSides(RenderContext& context, const Frame& frame, ProgramId id,
                   const gl::VertexArray& array, GLsizei count)
{
    const gl::Program& program = context.shaders.use(id);
    glBindVertexArray(array.id());
    for (const bool open : {false, true}) {
        glDepthFunc(open ? GL_LEQUAL : GL_GREATER);
        program.set("uFade", open ? 1.0F : kHiddenFade);
        frame.eachBody([&](const Frame& body) {
            program.set("uModel", body.placement);
            glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, count);
            ++context.stats.drawCalls;
        });
    }
    glDepthFunc(GL_LEQUAL);
}

} // namespace

void drawKnots(RenderContext& context, const Frame& frame)
{
    const scene::Scene& scene = frame.scene;
    if (!scene.knotsVisible || scene.knots.empty())
        return;
    const auto count = static_cast<GLsizei>(scene.knots.size());
    const GLsizei rings = uploadRings(context, scene);
    uploadKnots(context, scene);
    glEnable(GL_BLEND);
    glDepthMask(GL_FALSE);
    if (rings > 0)
        drawBothSides(context, frame, ProgramId::Ring, context.rings, rings);
    drawBothSides(context, frame, ProgramId::Knot, context.knots, count);
}

void drawKnotIds(RenderContext& context, const scene::Scene& scene, GLuint firstId)
{
    if (!scene.knotsVisible || scene.knots.empty())
        return;
    uploadKnots(context, scene);
    const gl::Program& program = context.shaders.use(ProgramId::KnotPick);
    program.setId("uId", firstId);
    program.set("uModel", scene.bodyPlacement);
    glBindVertexArray(context.knots.id());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(scene.knots.size()));
}

} // namespace knotmap::render
