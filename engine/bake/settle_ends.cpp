#include "engine/bake/settle.h"
#include "engine/bake/settle_grid.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace knotmap::bake {
namespace {

constexpr int kRounds = 5;
constexpr int kPlaces = 17;
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
struct Way
{
    glm::vec3 shift{0}; ///< until it is kTouchMm away
    float gap = 0;
};

Way wayToBone(const GridPlace& place, const std::vector<PlacedSolid>& bones)
{
    Way best;
    best.gap = 2 * kFarthestDrawMm;
    for (const PlacedSolid& bone : bones) {
        const geometry::Bounds bounds = bone.bounds();
        for (const float side : {0.0F, -1.0F, 1.0F}) {
            const glm::vec3 from = place.face(side);
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

/// Moves the sheet's end curve by `moves` (one per column) and the rest of the fibres with it.
void follow(geometry::Sheet& sheet, bool insertion, const std::vector<glm::vec3>& moves)
{
    float most = 0;
    for (const glm::vec3& move : moves)
        most = std::max(most, glm::length(move));
    const auto rowFromEnd = [&](int n) { return insertion ? sheet.rows - 1 - n : n; };
    for (int column = 0; column < sheet.columns; ++column) {
        std::vector<float> way(1, 0.0F); // from the end, by row
        for (int n = 1; n < sheet.rows; ++n)
            way.push_back(way.back() +
                          glm::distance(glm::vec3(sheet.at(rowFromEnd(n), column)),
                                        glm::vec3(sheet.at(rowFromEnd(n - 1), column))));
        const float reach =
            std::min(0.7F * way.back(), std::max(kFollow * most + kFollowMm, way[1]));
        for (int n = 0; n < sheet.rows; ++n) {
            const float x = std::min(1.0F, way[static_cast<std::size_t>(n)] / reach);
            const float share = (1 - x) * (1 - x) * (1 + 2 * x);
            sheet.points[static_cast<std::size_t>(rowFromEnd(n) * sheet.columns + column)] +=
                glm::vec4(share * moves[static_cast<std::size_t>(column)], 0);
        }
    }
}

} // namespace

void drawEnd(geometry::Sheet& sheet, bool insertion, const std::vector<PlacedSolid>& bones)
{
    const SheetGrid grid(sheet, {insertion ? 1.0F : 0.0F}, withinEdges(kPlaces));
    for (int round = 0; round < kRounds; ++round) {
        std::vector<Way> ways;
        std::vector<float> gaps;
        for (const GridPlace& place : grid.placesOf(sheet)) {
            ways.push_back(wayToBone(place, bones));
            gaps.push_back(ways.back().gap);
        }
        const float median = quantile(gaps, 0.5F);
        const float held = std::max(kMetMm, quantile(gaps, kHeldShare));
        if (median > kFarthestDrawMm || median <= kMetMm)
            return;
        std::vector<Wish> wishes;
        for (const Way& way : ways)
            wishes.push_back(way.gap <= held ? Wish{way.shift, 0, 1}
                                             : Wish{glm::vec3(0), 0, kFreeWeight});
        // Only the end's own row has weight at the end, so the other changes come out as zero.
        const auto figures = grid.figuresFor(wishes, kStiffness);
        const auto first =
            static_cast<std::size_t>((insertion ? sheet.rows - 1 : 0) * sheet.columns);
        std::vector<glm::vec3> moves;
        for (int column = 0; column < sheet.columns; ++column)
            moves.emplace_back(figures[first + static_cast<std::size_t>(column)]);
        follow(sheet, insertion, moves);
    }
}

} // namespace knotmap::bake
