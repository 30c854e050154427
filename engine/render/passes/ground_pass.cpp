#include "engine/render/passes/ground_pass.h"

#include "engine/render/passes/ground_shadow.h"

#include <algorithm>
#include <cmath>
#include <glm/matrix.hpp>

namespace knotmap::render {
namespace {

constexpr float kFloorHalfMm = 520;
constexpr float kStandsWithinMm = 60; // distance from the floor at Y = 0

/// The floor under a body that stands on it.
std::optional<props::ShadowFace> floorOf(const scene::Scene& scene, const geometry::Bounds& bounds)
{
    if (bounds.empty() || scene.bodyPlacement[1][1] < 0.99F)
        return std::nullopt;
    const glm::vec3 centre(scene.bodyPlacement * glm::vec4(bounds.centre(), 1));
    const float soles = centre.y - bounds.size().y / 2;
    if (std::abs(soles) > kStandsWithinMm)
        return std::nullopt;
    return squareOf({centre.x, soles, centre.z}, {0, 1, 0}, kFloorHalfMm);
}

/// The plane under a further body.
props::ShadowFace moved(const props::ShadowFace& plane, const glm::mat4& transform)
{
    const auto turned = [&](const glm::vec3& direction) {
        return glm::mat3(transform) * direction;
    };
    return {glm::vec3(transform * glm::vec4(plane.centre, 1)), turned(plane.normal),
            turned(plane.side), turned(plane.other)};
}

bool same(const props::ShadowFace& a, const props::ShadowFace& b)
{
    return a.centre == b.centre && a.side == b.side && a.other == b.other;
}

/// Points distributed over a prop, for its shadow on the floor.
void addSamples(std::vector<glm::vec3>& points, const geometry::Mesh& mesh)
{
    constexpr float kApartMm = 35;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.positions[mesh.indices[i]];
        const glm::vec3 ab = mesh.positions[mesh.indices[i + 1]] - a;
        const glm::vec3 ac = mesh.positions[mesh.indices[i + 2]] - a;
        const int columns = static_cast<int>(glm::length(ab) / kApartMm) + 1;
        const int rows = static_cast<int>(glm::length(ac) / kApartMm) + 1;
        for (int column = 0; column <= columns; ++column)
            for (int row = 0; row <= rows; ++row) {
                const float u = static_cast<float>(column) / static_cast<float>(columns);
                const float v = static_cast<float>(row) / static_cast<float>(rows);
                if (u + v <= 1)
                    points.push_back(a + u * ab + v * ac);
            }
    }
}

gl::Texture uploadShadow(const std::vector<std::uint8_t>& shadow)
{
    gl::Texture texture("ground shadow");
    glBindTexture(GL_TEXTURE_2D, texture.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, kShadowSize, kShadowSize, 0, GL_RED, GL_UNSIGNED_BYTE,
                 shadow.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return texture;
}

void setSurface(const gl::Program& program, const props::ShadowFace& surface)
{
    program.set("uCentre", surface.centre);
    program.set("uSide", surface.side);
    program.set("uOther", surface.other);
    program.set("uNormal", surface.normal);
}

} // namespace

std::vector<glm::vec3> GroundPainter::casters(const RenderContext& context,
                                              const scene::Scene& scene) const
{
    std::vector<glm::vec3> points;
    const auto add = [&](const std::vector<glm::vec3>& positions, const glm::mat4& placement) {
        for (const glm::vec3& position : positions)
            points.emplace_back(placement * glm::vec4(position, 1));
    };
    const body::Atlas& atlas = *scene.atlas;
    if (context.cache.pose().posed())
        add(context.cache.pose().body().skin(), scene.bodyPlacement);
    else if (!atlas.skin.mesh.positions.empty())
        add(atlas.skin.mesh.positions, scene.bodyPlacement);
    else
        for (const body::Instance& instance : atlas.instances) {
            glm::mat4 placement = scene.bodyPlacement;
            if (instance.side == core::Side::Left)
                placement[0] = -placement[0];
            add(atlas.shapeOf(instance).mesh.positions, placement);
        }
    if (scene.tool && scene.tool->mesh)
        add(scene.tool->mesh->positions, scene.bodyPlacement * scene.tool->placement);
    return points;
}

bool GroundPainter::holds(const scene::Scene& scene,
                          const std::vector<props::ShadowFace>& surfaces) const
{
    const auto tool = scene.tool ? scene.tool->mesh : nullptr;
    const glm::mat4 toolPlacement = scene.tool ? scene.tool->placement : glm::mat4(1);
    return m_atlas == scene.atlas && m_tool == tool && m_pose == scene.pose &&
           m_placement == scene.bodyPlacement && m_toolPlacement == toolPlacement &&
           std::equal(surfaces.begin(), surfaces.end(), m_shaded.begin(), m_shaded.end(),
                      [](const props::ShadowFace& wanted, const Shaded& held) {
                          return same(wanted, held.surface);
                      });
}

void GroundPainter::refresh(const RenderContext& context, const scene::Scene& scene,
                            const std::vector<props::ShadowFace>& surfaces)
{
    if (holds(scene, surfaces))
        return;
    m_atlas = scene.atlas;
    m_pose = scene.pose;
    m_tool = scene.tool ? scene.tool->mesh : nullptr;
    m_placement = scene.bodyPlacement;
    m_toolPlacement = scene.tool ? scene.tool->placement : glm::mat4(1);
    m_shaded.clear();
    const std::vector<glm::vec3> body = casters(context, scene);
    for (const props::ShadowFace& surface : surfaces) {
        std::vector<glm::vec3> points = body;
        // A prop does not cast a shadow on its own surface.
        if (m_shaded.empty())
            for (const props::Prop& prop : scene.props)
                addSamples(points, *prop.mesh);
        m_shaded.push_back({surface, uploadShadow(groundShadow(surface, points))});
    }
}

void GroundPainter::drawBoard(RenderContext& context, const Frame& frame, const Shaded& floor) const
{
    const scene::Scene& scene = frame.scene;
    const gl::Program& program = context.shaders.use(ProgramId::Ground);
    program.set("uBoard", scene.support ? 1.0F : 0.0F);
    bindTexture(kUnitShadow, floor.shadow.id());
    frame.eachBody([&](const Frame& body) {
        setSurface(program,
                   moved(floor.surface, body.placement * glm::inverse(scene.bodyPlacement)));
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
        ++context.stats.drawCalls;
    });
}

void GroundPainter::draw(RenderContext& context, const Frame& frame)
{
    const scene::Scene& scene = frame.scene;
    std::optional<props::ShadowFace> floor;
    if (scene.support)
        floor = squareOf(scene.support->point, scene.support->normal, scene.support->halfSizeMm);
    else
        floor = floorOf(scene, context.cache.bounds());
    if (!floor)
        return;
    std::vector<props::ShadowFace> surfaces = {*floor};
    surfaces.insert(surfaces.end(), scene.shadowFaces.begin(), scene.shadowFaces.end());
    refresh(context, scene, surfaces);
    glEnable(GL_BLEND);
    glDepthMask(GL_FALSE);
    glDisable(GL_CULL_FACE);
    glBindVertexArray(context.nothing.id());
    drawBoard(context, frame, m_shaded.front());
    const gl::Program& program = context.shaders.use(ProgramId::Ground);
    program.set("uBoard", 0.0F);
    for (std::size_t i = 1; i < m_shaded.size(); ++i) {
        bindTexture(kUnitShadow, m_shaded[i].shadow.id());
        setSurface(program, m_shaded[i].surface);
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
        ++context.stats.drawCalls;
    }
    glEnable(GL_CULL_FACE);
}

} // namespace knotmap::render
