#pragma once

#include <glm/vec2.hpp>
#include <vector>

namespace knotmap::app {

/// A place that carries: where on the ground plan (mm), and how readily it takes load (any unit).
struct Footing
{
    glm::vec2 place{0};
    float stiffness = 1;
};

/// What each footing carries of a weight whose centre lies over `centre`; adds up to 1 unless there
/// is none. The footings push and never pull, their forces and both their moments are those of the
/// weight, and among all such answers it is the one of least norm, each force counted by its
/// footing's stiffness: that of a stiff body on soft ground. With `momentAcross` false the body
/// leans on something that takes the moment along Y of the plan. Where the centre lies beyond all
/// footings, those nearest to it carry. An estimate: muscles, friction and soft flesh shift it.
std::vector<float> sharesOf(const std::vector<Footing>& footings, const glm::vec2& centre,
                            bool momentAcross = true);

/// How far a place lies outside the convex outline of some places, mm; 0 within.
float beyondOutline(const std::vector<glm::vec2>& places, const glm::vec2& place);

} // namespace knotmap::app
