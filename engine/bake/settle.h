#pragma once

#include "engine/anatomy/structure.h"
#include "engine/bake/solid.h"
#include "engine/body/atlas.h"

#include <vector>

namespace knotmap::bake {

/// Makes muscles right together with bones and with each other, by moving the figures of their
/// sheets (so that fibres, points and mesh stay in step) and meshing them anew:
///  1. an end that stands off the bones it is attached to is drawn to them, the fibres following
///     more and more towards it;
///  2. flesh that lies in bone gives way, the belly growing thinner or moving off;
///  3. muscles that lie in each other give way by half each; a right one also to its own image
///     on the left.
/// Steps 2 and 3 take a few rounds. Deterministic. Bones are never moved, nor is a shape that
/// `fixed` marks (of an earlier bake). `structures` run parallel to `shapes`. On as many threads
/// as there are cores.
void settle(std::vector<body::Shape>& shapes, const std::vector<anatomy::Structure>& structures,
            const std::vector<bool>& fixed);

/// The bones and cartilages that the table names for one end of a muscle; for a muscle on the
/// midline their left images too. What is named and is no bone is left out.
std::vector<PlacedSolid> bonesOfEnd(const std::vector<anatomy::Structure>& structures,
                                    const std::vector<Solid>& solids, std::size_t muscle,
                                    bool insertion);

/// Step 1 for one end of one sheet. An end further off than kFarthestDrawMm is left alone: there
/// the table is wrong, or the end hangs on something else.
inline constexpr float kFarthestDrawMm = 30;
void drawEnd(geometry::Sheet& sheet, bool insertion, const std::vector<PlacedSolid>& bones);

/// How a sheet gives way.
struct Yielding
{
    float slackMm;    ///< shallower contact than this is left as it is
    float leftMm;     ///< depth that is left; below 0 a gap
    float share;      ///< of the rest of the way; 0.5 where the other gives way by half too
    float stayWeight; ///< how much a place without contact wants to stay, 1 as much as others to go
};
/// Muscles lie on bone and grow from it: only what would be seen gives way.
inline constexpr Yielding kToBone = {1.4F, 0.7F, 1.0F, 0.2F};
/// Bellies press on each other.
inline constexpr Yielding kToMuscle = {1.4F, 0.7F, 0.5F, 0.25F};

/// Steps 2 and 3 for one sheet: one round of moving out of `others`. `as` is the sheet of the
/// table: no figure of thickness falls below half of its own there. Returns how much of the sheet
/// lay in the others before: the mean over its places of the depth beyond the slack, mm.
float giveWay(geometry::Sheet& sheet, const geometry::Sheet& as,
              const std::vector<PlacedSolid>& others, const Yielding& yielding);

} // namespace knotmap::bake
