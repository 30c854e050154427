#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

namespace knotmap::posture {

/// A rigid link of a body, attached to another one at a joint.
struct Link
{
    float mass = 0;        ///< of the whole body's
    glm::vec3 centreMm{0}; ///< centre of mass, in the world
    int parent = -1;       ///< comes before it; -1 for the root
    glm::vec3 jointMm{0};  ///< where it is attached to its parent; arbitrary for the root
    float stiffness = 0;   ///< of that joint: body weights times metres per radian
};

/// A contact that holds a link up: it pushes along its normal and never pulls.
struct Push
{
    std::size_t link = 0;
    glm::vec3 pointMm{0}, normal{0, 1, 0}; ///< unit, towards the link
    float stiffness = 1;                   ///< body weights per metre
    bool grips = true; ///< where it pushes it keeps the link from sliding; a ball rolls
    int other = -1;    ///< the link that pushes; -1: the ground
};

/// The reaction at each contact, in body weights. The body is a chain of rigid links; each is in
/// equilibrium of forces and moments: its own weight, the ground reactions and the joint reactions
/// (Winter DA, Biomechanics and Motor Control of Human Movement, link-segment model; any textbook
/// of statics). Where that is indeterminate, the joints and the ground yield like springs, which is
/// the state of least energy: so a limp limb that lies on something bears no more than its own
/// weight there, less what its joint takes.
std::vector<float> pushesOn(const std::vector<Link>& links, const std::vector<Push>& pushes);

/// The distance of a point outside the convex hull of some points, mm; 0 inside.
float beyondOutline(const std::vector<glm::vec2>& points, const glm::vec2& point);

} // namespace knotmap::posture
