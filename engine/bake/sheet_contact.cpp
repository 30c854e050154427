#include "engine/bake/resolve_contacts.h"
#include "engine/bake/sheet_grid.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::bake {
namespace {

/// Limit on the displacement of a point in one round, mm.
constexpr float kFarthestMm = 5;
/// Penetration deeper than this is not looked for, mm.
constexpr float kDeepestMm = 12;
/// Minimum effect of the thickness at the rounded edge for a face to yield by thinning: near the
/// edge the table's thickness hardly moves it.
constexpr float kThinnestEdge = 0.4F;
constexpr float kMinShare = 0.5F; ///< fraction of its thickness that a belly keeps
constexpr double kStiffness = 0.03;

std::optional<Depth> deepestIn(const std::vector<PlacedSolid>& others, const glm::vec3& point)
{
    std::optional<Depth> deepest;
    for (const PlacedSolid& other : others) {
        auto depth = other.depthAt(point, kDeepestMm);
        if (depth && other.ownImage)
            depth = {std::max(0.0F, 3 * point.x), {0, point.y, point.z}, {-1, 0, 0}};
        if (depth && (!deepest || depth->mm > deepest->mm))
            deepest = depth;
    }
    return deepest;
}

glm::vec3 exitShift(const Depth& depth, const Yielding& yielding)
{
    return depth.outward * std::min(kFarthestMm, yielding.share * (depth.mm - yielding.leftMm));
}

/// Where a face is pressed in, the belly grows thinner; the part of the displacement that this
/// cannot take up, and all of it at a rounded edge, moves the middle.
void pressFace(const GridPoint& point, float side, const glm::vec3& shift, PointTarget& target)
{
    const glm::vec3 inward = point.normal * -side;
    const float pressed =
        point.edge > kThinnestEdge ? std::max(0.0F, glm::dot(shift, inward)) : 0.0F;
    target.shift += shift - inward * (pressed / 2);
    target.thickness -= pressed / std::max(point.edge, kThinnestEdge);
    target.weight = 1;
}

/// What a point asks for, and how deep it lies in the others, mm.
struct Contact
{
    PointTarget target;
    float depth = 0;
};

Contact contactOf(const GridPoint& point, const std::vector<PlacedSolid>& others,
                  const Yielding& yielding)
{
    Contact contact;
    contact.target.weight = yielding.stayWeight;
    const auto middle = deepestIn(others, point.middle);
    const bool wholly = middle && middle->mm > yielding.slackMm;
    if (wholly)
        contact.depth = middle->mm;
    for (const float side : {-1.0F, 1.0F}) {
        const auto face = deepestIn(others, point.face(side));
        if (!face || face->mm <= yielding.slackMm)
            continue;
        contact.depth = std::max(contact.depth, face->mm);
        if (!wholly)
            pressFace(point, side, exitShift(*face, yielding), contact.target);
    }
    if (wholly) {
        // Both faces of the belly are inside: it leaves by the exit nearest to its middle.
        contact.target.shift = exitShift({contact.depth, middle->exit, middle->outward}, yielding);
        contact.target.weight = 1;
    }
    return contact;
}

} // namespace

float yieldTo(geometry::Sheet& sheet, const geometry::Sheet& as,
              const std::vector<PlacedSolid>& others, const Yielding& yielding)
{
    if (others.empty())
        return 0;
    const SheetGrid grid(sheet, fromEdgeToEdge(std::max(16, 4 * sheet.rows)),
                         withinEdges(std::max(9, 3 * sheet.columns)));
    std::vector<PointTarget> targets;
    float depths = 0;
    for (const GridPoint& point : grid.pointsOf(sheet)) {
        const Contact contact = contactOf(point, others, yielding);
        targets.push_back(contact.target);
        depths += std::max(0.0F, contact.depth - yielding.slackMm);
    }
    if (depths <= 0)
        return 0;
    const auto figures = grid.figuresFor(targets, kStiffness);
    for (std::size_t i = 0; i < sheet.points.size(); ++i) {
        sheet.points[i] += figures[i];
        sheet.points[i].w = std::max(sheet.points[i].w, kMinShare * as.points[i].w);
    }
    return depths / static_cast<float>(grid.size());
}

} // namespace knotmap::bake
