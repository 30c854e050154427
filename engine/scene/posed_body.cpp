#include "engine/scene/posed_body.h"

#include "engine/body/joint_instances.h"

#include <glm/geometric.hpp>

namespace knotmap::scene {
namespace {

/// Soft tissue shared between bones may protrude slightly beyond where each bone alone would carry
/// it.
constexpr float kBulge = 1.15F;

} // namespace

Ball ballAround(const geometry::Bounds& box)
{
    return {box.centre(), 0.5F * glm::length(box.size())};
}

bool PosedBody::update(const Scene& scene)
{
    if (scene.pose == m_pose && (scene.atlas == m_atlas || !scene.pose))
        return false;
    m_pose = scene.pose;
    // A pose that does not fit the body belongs to another: better none than garbage.
    if (m_pose && m_pose->size() != scene.atlas->joints.size())
        m_pose = nullptr;
    if (!m_pose)
        return true;
    if (scene.atlas != m_atlas) {
        m_atlas = scene.atlas;
        findParts();
    }
    m_otherSide = body::forOtherSide(*m_pose, m_opposite);
    m_skin = body::posedPoints(m_atlas->skin.mesh.positions, m_atlas->skin.weights, *m_pose);
    m_bounds = {};
    for (const glm::vec3& point : m_skin)
        m_bounds.add(point);
    m_balls.clear();
    for (const body::Instance& instance : m_atlas->instances) {
        const bool left = instance.side == core::Side::Left;
        m_balls.push_back(ballOf(instance, left ? m_otherSide : *m_pose));
        if (m_skin.empty()) {
            m_bounds.add(m_balls.back().centre - m_balls.back().radius);
            m_bounds.add(m_balls.back().centre + m_balls.back().radius);
        }
    }
    return true;
}

void PosedBody::findParts()
{
    m_opposite = body::oppositeJoints(m_atlas->joints);
    m_parts.assign(m_atlas->shapes.size(), {});
    for (std::size_t s = 0; s < m_atlas->shapes.size(); ++s) {
        const body::Shape& shape = m_atlas->shapes[s];
        std::vector<geometry::Bounds> boxes(m_atlas->joints.size());
        for (std::size_t i = 0; i < shape.weights.size(); ++i)
            for (std::size_t slot = 0; slot < 4; ++slot)
                if (shape.weights[i].shares[slot] > 0)
                    boxes[shape.weights[i].joints[slot]].add(shape.mesh.positions[i]);
        for (std::uint32_t joint = 0; joint < boxes.size(); ++joint)
            if (!boxes[joint].empty())
                m_parts[s].push_back({joint, ballAround(boxes[joint])});
    }
}

Ball PosedBody::ballOf(const body::Instance& instance, const body::BoneTransforms& transforms) const
{
    const glm::vec3 mirror(instance.side == core::Side::Left ? -1 : 1, 1, 1);
    geometry::Bounds box;
    for (const Part& part : m_parts[instance.shape]) {
        const glm::vec3 centre =
            body::transformPoint(transforms[part.joint], part.ball.centre * mirror);
        box.add(centre - part.ball.radius);
        box.add(centre + part.ball.radius);
    }
    if (box.empty())
        return {};
    Ball ball = ballAround(box);
    ball.radius *= kBulge;
    return ball;
}

} // namespace knotmap::scene
