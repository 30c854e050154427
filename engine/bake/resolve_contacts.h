#pragma once

#include "engine/anatomy/structure.h"
#include "engine/bake/solid.h"
#include "engine/body/atlas.h"

#include <vector>

namespace knotmap::bake {

/// Fits muscles to bones and to each other by moving the control points of their sheets (so that
/// fibres, trigger points and mesh stay consistent) and meshing them again:
///  1. an end that is detached from its bones is drawn to them, the fibres following increasingly
///     towards it;
///  2. a muscle that penetrates bone yields, its belly growing thinner or moving away;
///  3. muscles that penetrate each other yield by half each; a right one also to its own mirror
///     image on the left.
/// Steps 2 and 3 take a few rounds. Deterministic. Bones are never moved, nor is a shape that
/// `fixed` marks (from an earlier bake). `structures` run parallel to `shapes`. On as many threads
/// as there are cores.
void resolveContacts(std::vector<body::Shape>& shapes,
                     const std::vector<anatomy::Structure>& structures,
                     const std::vector<bool>& fixed);

/// The bones and cartilages that the table names for one end of a muscle; for a muscle on the
/// midline their left mirror images too. Attachments other than bones are left out.
std::vector<PlacedSolid> bonesOfEnd(const std::vector<anatomy::Structure>& structures,
                                    const std::vector<Solid>& solids, std::size_t muscle,
                                    bool insertion);

/// Step 1 for one end of one sheet. An end further off than kFarthestDrawMm is left alone: there
/// the table is wrong, or the end attaches to something else.
inline constexpr float kFarthestDrawMm = 30;
void drawEnd(geometry::Sheet& sheet, bool insertion, const std::vector<PlacedSolid>& bones);

/// How a sheet yields to contact.
struct Yielding
{
    float slackMm;    ///< shallower contact is left as it is
    float leftMm;     ///< depth that remains; negative for a gap
    float share;      ///< of the depth beyond that; 0.5 where the other yields by half too
    float stayWeight; ///< how strongly a contact-free point stays, 1 as much as others move
};
/// Muscles lie on bone and originate from it: only visible penetration is corrected.
inline constexpr Yielding kToBone = {1.4F, 0.7F, 1.0F, 0.2F};
/// Muscle bellies press on each other.
inline constexpr Yielding kToMuscle = {1.4F, 0.7F, 0.5F, 0.25F};

/// Steps 2 and 3 for one sheet: one round of moving out of `others`. `as` is the sheet of the
/// table: no thickness falls below half of its value there. Returns how far the sheet penetrated
/// the others before: the mean over its points of the depth beyond the slack, mm.
float yieldTo(geometry::Sheet& sheet, const geometry::Sheet& as,
              const std::vector<PlacedSolid>& others, const Yielding& yielding);

} // namespace knotmap::bake
