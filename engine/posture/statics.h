#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

namespace knotmap::posture {

/// A stiff piece of a body that hangs on another one at a joint.
struct Link
{
    float mass = 0;        ///< of the whole body's
    glm::vec3 centreMm{0}; ///< of its mass, in the world
    int parent = -1;       ///< comes before it; -1 for the root
    glm::vec3 jointMm{0};  ///< where it hangs on its parent; of the root any place
    float stiffness = 0;   ///< of that joint: weights of the body times metres a radian
};

/// A place where something holds a link up: it pushes along its normal and never pulls.
struct Push
{
    std::size_t link = 0;
    glm::vec3 placeMm{0}, normal{0, 1, 0}; ///< unit, towards the link
    float stiffness = 1;                   ///< weights of the body a metre
    bool grips = true; ///< where it pushes it keeps the link from sliding; a ball rolls
    int other = -1;    ///< the link that does the pushing; -1: the ground
};

/// How hard each place pushes, in weights of the body. The body is a chain of stiff links; each is
/// in balance of forces and of moments: its own weight, what the ground pushes, what its joints
/// pass on (Winter DA, Biomechanics and Motor Control of Human Movement, link-segment model; any
/// textbook of statics). Where that leaves a choice, the joints and the ground yield as springs do,
/// which is the state of least energy: so a limp limb that lies on something carries no more than
/// its own weight there, less what its joint takes.
std::vector<float> pushesOn(const std::vector<Link>& links, const std::vector<Push>& pushes);

/// How far a place lies outside the convex outline of some places, mm; 0 within.
float beyondOutline(const std::vector<glm::vec2>& places, const glm::vec2& place);

} // namespace knotmap::posture
