#include "engine/render/painter.h"

#include <cmath>
#include <glm/matrix.hpp>

namespace knotmap::render {
namespace {

constexpr float kFloorHalfMm = 520;
constexpr float kStandsWithinMm = 60; // of the floor at Y = 0

/// The floor under a body that stands on it.
std::optional<GroundPlane> floorOf(const scene::Scene& scene, const geometry::Bounds& bounds)
{
    if (bounds.empty() || scene.bodyPlacement[1][1] < 0.99F)
        return std::nullopt;
    const glm::vec3 centre(scene.bodyPlacement * glm::vec4(bounds.centre(), 1));
    const float soles = centre.y - bounds.size().y / 2;
    if (std::abs(soles) > kStandsWithinMm)
        return std::nullopt;
    return groundPlane({centre.x, soles, centre.z}, {0, 1, 0}, kFloorHalfMm);
}

/// The plane under a further body.
GroundPlane moved(const GroundPlane& plane, const glm::mat4& move)
{
    const auto turned = [&](const glm::vec3& way) { return glm::mat3(move) * way; };
    return {glm::vec3(move * glm::vec4(plane.centre, 1)), turned(plane.normal), turned(plane.side),
            turned(plane.other)};
}

bool same(const GroundPlane& a, const GroundPlane& b)
{
    return a.centre == b.centre && a.side == b.side && a.other == b.other;
}

} // namespace

std::vector<glm::vec3> GroundPainter::casters(const Workshop& shop, const scene::Scene& scene) const
{
    std::vector<glm::vec3> points;
    const auto add = [&](const std::vector<glm::vec3>& positions, const glm::mat4& placement) {
        for (const glm::vec3& position : positions)
            points.emplace_back(placement * glm::vec4(position, 1));
    };
    const body::Atlas& atlas = *scene.atlas;
    if (shop.cache.pose().posed())
        add(shop.cache.pose().skin(), scene.bodyPlacement);
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

void GroundPainter::refresh(const Workshop& shop, const scene::Scene& scene,
                            const GroundPlane& plane)
{
    const auto tool = scene.tool ? scene.tool->mesh : nullptr;
    const glm::mat4 toolPlacement = scene.tool ? scene.tool->placement : glm::mat4(1);
    if (m_shadow && m_atlas == scene.atlas && m_tool == tool && same(m_plane, plane) &&
        m_pose == scene.pose && m_placement == scene.bodyPlacement &&
        m_toolPlacement == toolPlacement)
        return;
    m_atlas = scene.atlas;
    m_pose = scene.pose;
    m_tool = tool;
    m_plane = plane;
    m_placement = scene.bodyPlacement;
    m_toolPlacement = toolPlacement;
    const auto shadow = groundShadow(plane, casters(shop, scene));
    if (!m_shadow)
        m_shadow = gl::Texture("ground shadow");
    glBindTexture(GL_TEXTURE_2D, m_shadow.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, kShadowSize, kShadowSize, 0, GL_RED, GL_UNSIGNED_BYTE,
                 shadow.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

void GroundPainter::draw(Workshop& shop, const Frame& frame)
{
    const scene::Scene& scene = frame.scene;
    std::optional<GroundPlane> plane;
    if (scene.support)
        plane = groundPlane(scene.support->point, scene.support->normal, scene.support->halfSizeMm);
    else
        plane = floorOf(scene, shop.cache.bounds());
    if (!plane)
        return;
    refresh(shop, scene, *plane);
    bindTexture(kUnitShadow, m_shadow.id());
    const gl::Program& program = shop.shaders.use(ProgramId::Ground);
    program.set("uBoard", scene.support ? 1.0F : 0.0F);
    glEnable(GL_BLEND);
    glDepthMask(GL_FALSE);
    glDisable(GL_CULL_FACE);
    glBindVertexArray(shop.nothing.id());
    frame.eachBody([&](const Frame& body) {
        const GroundPlane under = moved(*plane, body.placement * glm::inverse(scene.bodyPlacement));
        program.set("uCentre", under.centre);
        program.set("uSide", under.side);
        program.set("uOther", under.other);
        program.set("uNormal", under.normal);
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
        ++shop.stats.drawCalls;
    });
    glEnable(GL_CULL_FACE);
}

} // namespace knotmap::render
