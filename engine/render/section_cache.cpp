#include "engine/render/section_cache.h"

#include "engine/body/joint_weights.h"
#include "engine/render/gpu_mesh.h"

#include <cmath>

namespace knotmap::render {
namespace {

bool same(const scene::Cut& a, const scene::Cut& b)
{
    return a.point == b.point && a.normal == b.normal && a.side == b.side && a.other == b.other;
}

} // namespace

void SectionCache::update(const scene::Scene& scene, const AtlasCache& cache)
{
    const PoseCache& pose = cache.pose();
    const auto posed = pose.posed() ? scene.pose : nullptr;
    const scene::Cut& cut = *scene.cut;
    if (scene.atlas == m_atlas && posed == m_pose && scene.bodyPlacement == m_placement &&
        same(cut, m_cut))
        return;
    if (scene.atlas != m_atlas || posed != m_pose)
        forget(scene);
    if (posed && posed != m_pose) {
        std::vector<std::uint32_t> opposite;
        for (std::uint32_t joint = 0; joint < scene.atlas->joints.size(); ++joint)
            opposite.push_back(body::oppositeJoint(scene.atlas->joints, joint));
        m_otherSide = body::forOtherSide(*posed, opposite);
    }
    m_atlas = scene.atlas;
    m_pose = posed;
    m_placement = scene.bodyPlacement;
    m_cut = cut;
    m_sections = {};
    m_sections.frame = planeFrameOf(cut);
    for (std::uint32_t i = 0; i < scene.atlas->instances.size(); ++i)
        cutInstance(scene, cache, i);
    m_sections.addSkin(pose.posed() ? pose.skin() : scene.atlas->skin.mesh.positions,
                       scene.atlas->skin.mesh.indices, scene.bodyPlacement);
    m_sections.addBorder(cut);
    upload();
    ++m_revision;
}

void SectionCache::forget(const scene::Scene& scene)
{
    m_posed.assign(scene.atlas->instances.size(), {});
    if (scene.atlas != m_atlas)
        m_rinds.assign(scene.atlas->shapes.size(), BoneRind());
}

const std::vector<glm::vec3>& SectionCache::posedPlaces(std::uint32_t instance)
{
    const body::Instance& each = m_atlas->instances[instance];
    const body::Shape& shape = m_atlas->shapeOf(each);
    std::vector<glm::vec3>& posed = m_posed[instance];
    if (!posed.empty())
        return posed;
    const bool left = each.side == core::Side::Left;
    posed = shape.mesh.positions;
    if (left)
        for (glm::vec3& place : posed)
            place.x = -place.x;
    posed = body::posedPlaces(posed, shape.weights, left ? m_otherSide : *m_pose);
    return posed;
}

void SectionCache::cutInstance(const scene::Scene& scene, const AtlasCache& cache,
                               std::uint32_t instance)
{
    const body::Instance& each = scene.atlas->instances[instance];
    const body::Shape& shape = scene.atlas->shapeOf(each);
    const Ball ball = cache.ballOf(instance);
    const glm::vec3 centre(scene.bodyPlacement * glm::vec4(ball.centre, 1));
    if (std::abs(scene.cut->above(centre)) > ball.radius)
        return;
    BoneRind& rind = m_rinds[each.shape];
    if (shape.kind == anatomy::Kind::Bone && rind.thicknessAt(glm::vec3(0)) <= 0)
        rind = BoneRind(shape.mesh);
    SolidToCut solid{instance, shape.kind, &shape.mesh, nullptr, each.side == core::Side::Left,
                     &rind};
    if (cache.pose().posed())
        solid.posed = &posedPlaces(instance);
    m_sections.addStructure(solid, scene.bodyPlacement);
}

void SectionCache::upload()
{
    if (!m_buffer) {
        m_buffer = gl::Buffer("sections");
        m_array = gl::VertexArray("sections");
        glBindBuffer(GL_ARRAY_BUFFER, m_buffer.id());
        for (const GLuint slot : {0U, 1U}) {
            glEnableVertexAttribArray(slot);
            glVertexAttribDivisor(slot, 1);
        }
    }
    glBindBuffer(GL_ARRAY_BUFFER, m_buffer.id());
    glBufferData(GL_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(m_sections.segments.size() * sizeof(SectionSegment)),
                 m_sections.segments.data(), GL_DYNAMIC_DRAW);
}

} // namespace knotmap::render
