#include "engine/section/body_section.h"

#include "engine/body/joint_instances.h"

#include <algorithm>
#include <cmath>

namespace knotmap::section {
namespace {

bool same(const scene::Cut& a, const scene::Cut& b)
{
    return a.point == b.point && a.normal == b.normal && a.side == b.side && a.other == b.other;
}

} // namespace

bool BodySection::update(const scene::Scene& scene, const scene::PosedBody& posed)
{
    const auto pose = posed.posed() ? scene.pose : nullptr;
    const scene::Cut& cut = *scene.cut;
    if (scene.atlas == m_atlas && pose == m_pose && scene.bodyPlacement == m_placement &&
        same(cut, m_cut))
        return false;
    if (scene.atlas != m_atlas || pose != m_pose)
        forget(scene);
    if (pose && pose != m_pose)
        m_otherSide = body::forOtherSide(*pose, body::oppositeJoints(scene.atlas->joints));
    m_atlas = scene.atlas;
    m_pose = pose;
    m_placement = scene.bodyPlacement;
    m_cut = cut;
    m_sections = {};
    m_sections.frame = planeFrameOf(cut);
    for (std::uint32_t i = 0; i < scene.atlas->instances.size(); ++i)
        cutInstance(scene, posed, i);
    const geometry::Mesh& skin = scene.atlas->skin.mesh;
    m_sections.addSkin(posed.posed() ? posed.skin() : skin.positions, skin.indices,
                       scene.bodyPlacement);
    m_sections.addBorder(cut);
    return true;
}

void BodySection::forget(const scene::Scene& scene)
{
    m_posed.assign(scene.atlas->instances.size(), {});
    if (scene.atlas == m_atlas)
        return;
    m_cortices.assign(scene.atlas->shapes.size(), CorticalThickness());
    m_balls.clear();
    for (const body::Shape& shape : scene.atlas->shapes)
        m_balls.push_back(scene::ballAround(boundsOf(shape.mesh)));
}

const std::vector<glm::vec3>& BodySection::posedPoints(std::uint32_t instance)
{
    const body::Instance& each = m_atlas->instances[instance];
    const body::Shape& shape = m_atlas->shapeOf(each);
    std::vector<glm::vec3>& posed = m_posed[instance];
    if (!posed.empty())
        return posed;
    const bool left = each.side == core::Side::Left;
    posed = shape.mesh.positions;
    if (left)
        for (glm::vec3& point : posed)
            point.x = -point.x;
    posed = body::posedPoints(posed, shape.weights, left ? m_otherSide : *m_pose);
    return posed;
}

bool BodySection::misses(const scene::Scene& scene, const scene::PosedBody& posed,
                         std::uint32_t instance)
{
    const body::Instance& each = scene.atlas->instances[instance];
    scene::Ball ball = posed.posed() ? posed.ball(instance) : m_balls[each.shape];
    if (!posed.posed() && each.side == core::Side::Left)
        ball.centre.x = -ball.centre.x;
    const glm::vec3 centre(scene.bodyPlacement * glm::vec4(ball.centre, 1));
    return std::abs(scene.cut->above(centre)) > ball.radius;
}

void BodySection::cutInstance(const scene::Scene& scene, const scene::PosedBody& posed,
                              std::uint32_t instance)
{
    if (misses(scene, posed, instance))
        return;
    const body::Instance& each = scene.atlas->instances[instance];
    const body::Shape& shape = scene.atlas->shapeOf(each);
    CorticalThickness& cortex = m_cortices[each.shape];
    if (shape.kind == anatomy::Kind::Bone && cortex.at(glm::vec3(0)) <= 0)
        cortex = CorticalThickness(shape.mesh);
    SolidToCut solid{instance, shape.kind, &shape.mesh, nullptr, each.side == core::Side::Left,
                     &cortex};
    if (posed.posed())
        solid.posed = &posedPoints(instance);
    m_sections.addStructure(solid, scene.bodyPlacement);
}

} // namespace knotmap::section
