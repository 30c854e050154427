#include "engine/section/fat_map.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>
#include <utility>

namespace knotmap::section {
namespace {

constexpr float kCellMm = 3.5F;
constexpr float kMarginMm = 8;
constexpr int kMaxCells = 700; // in both directions
constexpr float kUnreached = 1e9F;

// A point is in a hollow if it is at least the first of these from everything modelled and the
// second from the skin, along a path that avoids everything modelled; the hollow then spreads up to
// its walls.
constexpr float kHollowFromTissueMm = 14, kHollowFromSkinMm = 45;
constexpr float kSpreadMm = 26, kSpreadFromSkinMm = 24;
/// The subcutaneous fat does not reach through gaps narrower than twice this, such as between two
/// bones of the skull; elsewhere it is this deep wherever a path exists at all.
constexpr float kGapMm = 5, kMinFatMm = 14;
/// A hollow contains a point this far from everything modelled; a gap between muscles does not.
constexpr float kHollowRadiusMm = 20;

using Grid = std::vector<float>;

/// A raster over the section.
struct Raster
{
    glm::vec2 low{0};
    float cellMm = kCellMm;
    int width = 0, height = 0;

    std::size_t at(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(x);
    }
    std::size_t size() const { return at(0, height); }
};

Raster rasterOver(const Contour& skin)
{
    Raster raster;
    raster.low = skin.low - kMarginMm;
    const glm::vec2 size = skin.high - skin.low + 2 * kMarginMm;
    raster.cellMm = std::max(kCellMm, std::max(size.x, size.y) / kMaxCells);
    raster.width = std::max(2, static_cast<int>(std::ceil(size.x / raster.cellMm)));
    raster.height = std::max(2, static_cast<int>(std::ceil(size.y / raster.cellMm)));
    return raster;
}

/// Marks the cells whose centre a contour encloses, row by row.
void fill(const Raster& raster, const Sections& sections, const Contour& section,
          std::vector<std::uint8_t>& cells)
{
    struct Crossing
    {
        int row;
        float x;
        int turn;
        bool operator<(const Crossing& other) const
        {
            return std::tie(row, x) < std::tie(other.row, other.x);
        }
    };
    std::vector<Crossing> crossings;
    const auto rowOf = [&](float y) { return (y - raster.low.y) / raster.cellMm - 0.5F; };
    for (std::size_t i = section.first; i < section.first + section.count; ++i) {
        const ContourSegment& line = sections.segments[i];
        const bool rises = line.end.y > line.start.y;
        const glm::vec2 from = rises ? line.start : line.end, to = rises ? line.end : line.start;
        const int last = std::min(raster.height - 1, static_cast<int>(std::ceil(rowOf(to.y))) - 1);
        for (int row = std::max(0, static_cast<int>(std::ceil(rowOf(from.y)))); row <= last;
             ++row) {
            const float y = raster.low.y + (static_cast<float>(row) + 0.5F) * raster.cellMm;
            const float share = (y - from.y) / (to.y - from.y);
            crossings.push_back({row, from.x + share * (to.x - from.x), rises ? 1 : -1});
        }
    }
    std::sort(crossings.begin(), crossings.end());
    int turns = 0;
    for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
        turns = i > 0 && crossings[i - 1].row != crossings[i].row ? 0 : turns;
        turns += crossings[i].turn;
        if (turns == 0 || crossings[i + 1].row != crossings[i].row)
            continue;
        const auto column = [&](float x) {
            return std::clamp(
                static_cast<int>(std::ceil((x - raster.low.x) / raster.cellMm - 0.5F)), 0,
                raster.width);
        };
        for (int x = column(crossings[i].x); x < column(crossings[i + 1].x); ++x)
            cells[raster.at(x, crossings[i].row)] = 1;
    }
}

/// The distance of each open cell to the nearest source along paths through open cells, mm.
Grid distancesFrom(const Raster& raster, const std::vector<std::uint8_t>& source,
                   const std::vector<std::uint8_t>& open)
{
    Grid distance(raster.size(), kUnreached);
    using Step = std::pair<float, std::size_t>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> next;
    for (std::size_t i = 0; i < distance.size(); ++i)
        if (source[i] != 0) {
            distance[i] = 0;
            next.push({0, i});
        }
    while (!next.empty()) {
        const auto [far, cell] = next.top();
        next.pop();
        if (far > distance[cell])
            continue;
        const int x = static_cast<int>(cell) % raster.width,
                  y = static_cast<int>(cell) / raster.width;
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) {
                if (x + dx < 0 || y + dy < 0 || x + dx >= raster.width || y + dy >= raster.height)
                    continue;
                const std::size_t there = raster.at(x + dx, y + dy);
                const float step = far + raster.cellMm * (dx != 0 && dy != 0 ? 1.414F : 1.0F);
                if (open[there] == 0 || step >= distance[there])
                    continue;
                distance[there] = step;
                next.push({step, there});
            }
    }
    return distance;
}

/// The seeds whose connected patch contains a point far from all tissue.
std::vector<std::uint8_t> spaciousOnly(const Raster& raster, const std::vector<std::uint8_t>& seeds,
                                       const Grid& fromTissue)
{
    std::vector<std::uint8_t> centres(raster.size(), 0);
    for (std::size_t i = 0; i < centres.size(); ++i)
        centres[i] = seeds[i] != 0 && fromTissue[i] > kHollowRadiusMm ? 1 : 0;
    const Grid reached = distancesFrom(raster, centres, seeds);
    std::vector<std::uint8_t> kept(raster.size(), 0);
    for (std::size_t i = 0; i < kept.size(); ++i)
        kept[i] = reached[i] < kUnreached ? 1 : 0;
    return kept;
}

/// Extends the hollows up to their walls, so that no seam of fat remains along them.
void growIntoWalls(const Raster& raster, const std::vector<std::uint8_t>& tissue,
                   std::vector<std::uint8_t>& share)
{
    for (int round = 0; round < 2; ++round) {
        const std::vector<std::uint8_t> before = share;
        for (int y = 1; y + 1 < raster.height; ++y)
            for (int x = 1; x + 1 < raster.width; ++x)
                for (const std::size_t beside : {raster.at(x - 1, y), raster.at(x + 1, y),
                                                 raster.at(x, y - 1), raster.at(x, y + 1)})
                    if (tissue[raster.at(x, y)] != 0 && before[beside] == 0)
                        share[raster.at(x, y)] = 0;
    }
}

/// The mean of each cell and its neighbours: edges without steps.
void smooth(const Raster& raster, std::vector<std::uint8_t>& share)
{
    const std::vector<std::uint8_t> before = share;
    for (int y = 1; y + 1 < raster.height; ++y)
        for (int x = 1; x + 1 < raster.width; ++x) {
            int sum = 0;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx)
                    sum += before[raster.at(x + dx, y + dy)];
            share[raster.at(x, y)] = static_cast<std::uint8_t>(sum / 9);
        }
}

} // namespace

FatMap makeFatMap(const Sections& sections)
{
    FatMap map;
    if (sections.skin.count == 0)
        return map;
    const Raster raster = rasterOver(sections.skin);
    std::vector<std::uint8_t> tissue(raster.size(), 0), skin = tissue, gaps = tissue,
                                                        outside = tissue, seeds = tissue;
    const std::vector<std::uint8_t> everywhere(raster.size(), 1);
    for (const Contour& section : sections.structures)
        fill(raster, sections, section, tissue);
    fill(raster, sections, sections.skin, skin);
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        gaps[i] = skin[i] != 0 && tissue[i] == 0 ? 1 : 0;
        outside[i] = skin[i] == 0 ? 1 : 0;
    }
    const Grid fromTissue = distancesFrom(raster, tissue, everywhere);
    std::vector<std::uint8_t> wide = gaps;
    for (std::size_t i = 0; i < wide.size(); ++i)
        wide[i] = gaps[i] != 0 && fromTissue[i] > kGapMm ? 1 : 0;
    const Grid fromSkin = distancesFrom(raster, outside, wide),
               fromSkinDirect = distancesFrom(raster, outside, gaps);
    for (std::size_t i = 0; i < seeds.size(); ++i)
        seeds[i] =
            gaps[i] != 0 && fromTissue[i] > kHollowFromTissueMm && fromSkin[i] > kHollowFromSkinMm
                ? 1
                : 0;
    const Grid fromHollow = distancesFrom(raster, spaciousOnly(raster, seeds, fromTissue), gaps);
    map.low = raster.low;
    map.high = raster.low + raster.cellMm * glm::vec2(static_cast<float>(raster.width),
                                                      static_cast<float>(raster.height));
    map.width = raster.width;
    map.height = raster.height;
    map.share.resize(raster.size());
    for (std::size_t i = 0; i < map.share.size(); ++i) {
        const bool hollow = fromHollow[i] < kSpreadMm && fromSkin[i] > kSpreadFromSkinMm &&
                            fromSkinDirect[i] > kMinFatMm;
        map.share[i] = hollow ? 0 : 255;
    }
    growIntoWalls(raster, tissue, map.share);
    for (int round = 0; round < 2; ++round)
        smooth(raster, map.share);
    return map;
}

} // namespace knotmap::section
