#include "engine/bake/resolve_contacts.h"
#include "engine/bake/sheet_grid.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace knotmap::bake {
namespace {

constexpr int kRounds = 5;
constexpr int kSamples = 17;
/// A detached end is drawn this near, mm; flat attachments are thicker than their sheet.
constexpr float kTouchMm = 2;
/// This share of an end is drawn to bone; the points with larger gaps hang free between bones or on
/// fascia, and only follow.
constexpr float kHeldShare = 0.55F;
constexpr float kFreeWeight = 0.1F;
/// An end whose median gap is at most this lies on its bone, mm.
constexpr float kMetMm = 2.5F;
constexpr double kStiffness = 0.15;
/// An end moved by d moves the fibres along kFollow * d + kFollowMm of their length.
constexpr float kFollow = 2.5F;
constexpr float kFollowMm = 5;

/// From a point of an end to its bone.
struct BoneGap
{
    glm::vec3 shift{0}; ///< until it is kTouchMm away
    float gap = 0;
};

BoneGap gapToBone(const GridPoint& point, const std::vector<PlacedSolid>& bones)
{
    BoneGap best;
    best.gap = 2 * kFarthestDrawMm;
    for (const PlacedSolid& bone : bones) {
        const geometry::Bounds bounds = bone.bounds();
        for (const float side : {0.0F, -1.0F, 1.0F}) {
            const glm::vec3 from = point.face(side);
            if (distance(bounds, from) >= best.gap)
                continue;
            const auto nearest = bone.closestWithin(from, best.gap);
            if (!nearest)
                continue;
            if (glm::dot(from - nearest->position, nearest->normal) <= 0)
                return {};
            best.gap = nearest->distance;
            best.shift = best.gap > kTouchMm
                             ? (nearest->position - from) * ((best.gap - kTouchMm) / best.gap)
                             : glm::vec3(0);
        }
    }
    return best;
}

/// The value below which this share of all values lies.
float quantile(std::vector<float> values, float share)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<float>(values.size()))];
}

/// Moves the sheet's end curve by `shifts` (one per column) and the rest of the fibres with it.
void follow(geometry::Sheet& sheet, bool insertion, const std::vector<glm::vec3>& shifts)
{
    float furthest = 0;
    for (const glm::vec3& shift : shifts)
        furthest = std::max(furthest, glm::length(shift));
    const auto rowFromEnd = [&](int n) { return insertion ? sheet.rows - 1 - n : n; };
    for (int column = 0; column < sheet.columns; ++column) {
        std::vector<float> distance(1, 0.0F); // from the end, by row
        for (int n = 1; n < sheet.rows; ++n)
            distance.push_back(distance.back() +
                               glm::distance(glm::vec3(sheet.at(rowFromEnd(n), column)),
                                             glm::vec3(sheet.at(rowFromEnd(n - 1), column))));
        const float reach =
            std::min(0.7F * distance.back(), std::max(kFollow * furthest + kFollowMm, distance[1]));
        for (int n = 0; n < sheet.rows; ++n) {
            const float x = std::min(1.0F, distance[static_cast<std::size_t>(n)] / reach);
            const float share = (1 - x) * (1 - x) * (1 + 2 * x);
            sheet.points[static_cast<std::size_t>(rowFromEnd(n) * sheet.columns + column)] +=
                glm::vec4(share * shifts[static_cast<std::size_t>(column)], 0);
        }
    }
}

} // namespace

void drawEnd(geometry::Sheet& sheet, bool insertion, const std::vector<PlacedSolid>& bones)
{
    const SheetGrid grid(sheet, {insertion ? 1.0F : 0.0F}, withinEdges(kSamples));
    for (int round = 0; round < kRounds; ++round) {
        std::vector<BoneGap> boneGaps;
        std::vector<float> gaps;
        for (const GridPoint& point : grid.pointsOf(sheet)) {
            boneGaps.push_back(gapToBone(point, bones));
            gaps.push_back(boneGaps.back().gap);
        }
        const float median = quantile(gaps, 0.5F);
        const float held = std::max(kMetMm, quantile(gaps, kHeldShare));
        if (median > kFarthestDrawMm || median <= kMetMm)
            return;
        std::vector<PointTarget> targets;
        for (const BoneGap& gap : boneGaps)
            targets.push_back(gap.gap <= held ? PointTarget{gap.shift, 0, 1}
                                              : PointTarget{glm::vec3(0), 0, kFreeWeight});
        // Only the end's own row has weight at the end, so the other changes come out as zero.
        const auto figures = grid.figuresFor(targets, kStiffness);
        const auto first =
            static_cast<std::size_t>((insertion ? sheet.rows - 1 : 0) * sheet.columns);
        std::vector<glm::vec3> shifts;
        for (int column = 0; column < sheet.columns; ++column)
            shifts.emplace_back(figures[first + static_cast<std::size_t>(column)]);
        follow(sheet, insertion, shifts);
    }
}

} // namespace knotmap::bake
