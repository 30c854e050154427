#pragma once

#include "app/model/solved_position.h"

#include <optional>
#include <string>
#include <vector>

namespace knotmap::app {

/// What carries some of the body, in the world.
struct Contact
{
    std::string name; ///< "left foot", "seat", "Tennis ball"
    glm::vec3 place{0};
    glm::vec3 normal{0, 1, 0}; ///< unit, towards the body
    /// Of the body's weight; none for what leans against a wall, whose push depends on how the
    /// feet are braced.
    std::optional<float> percent;
};

/// Where the weight of the body goes.
struct WeightSplit
{
    glm::vec3 centre{0};           ///< of the body's mass, in the world
    float groundMm = 0;            ///< height of what lies below it
    float beyondMm = 0;            ///< of the centre from the ground plan of all that carries or is
                                   ///< leant on; 0 over it
    std::vector<glm::vec3> skin;   ///< some places of the body, for labels to keep clear of
    std::vector<Contact> contacts; ///< those that carry most come first
};

/// The body's centre of mass in the world, by the masses of its segments.
glm::vec3 centreOfMass(const Library& library, const body::Moves& moves,
                       const glm::mat4& placement);

/// Finds what carries the body and estimates by plain statics how much each carries: the vertical
/// forces and their two moments balance the weight, spread as under a stiff body on soft ground.
/// `toolName` names the tool where it carries.
WeightSplit splitWeight(const Library& library, const SolvedPosition& solved,
                        const std::string& toolName);

/// "seat 81 %, left foot 10 %, right foot 9 %; Tennis ball against the wall"
std::string weightLine(const WeightSplit& split);

/// The marks for the picture.
scene::WeightMarks weightMarks(const WeightSplit& split);

} // namespace knotmap::app
