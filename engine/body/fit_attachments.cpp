#include "engine/body/fit_rules.h"
#include "engine/body/settle.h"
#include "engine/core/parallel.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

namespace knotmap::body {
namespace {

constexpr int kPlacesAnEnd = 9;

/// From the belly at one place of an end to the nearest of the bones.
float gapAt(const geometry::Sheet& sheet, float along, float across,
            const std::vector<PlacedSolid>& bones)
{
    const geometry::SheetFrame frame = geometry::evaluate(sheet, along, across);
    float gap = std::numeric_limits<float>::max();
    for (const float side : {-0.5F, 0.0F, 0.5F}) {
        const glm::vec3 place = frame.middle + frame.normal * (side * frame.thickness);
        for (const PlacedSolid& bone : bones)
            gap = std::min(gap, bone.distanceTo(place));
    }
    return gap;
}

EndGap measureEnd(const geometry::Sheet& sheet, bool insertion,
                  const std::vector<PlacedSolid>& bones)
{
    const float along = insertion ? 1.0F : 0.0F;
    std::array<float, kPlacesAnEnd> gaps{};
    for (std::size_t i = 0; i < gaps.size(); ++i)
        gaps[i] = gapAt(sheet, along, (static_cast<float>(i) + 0.5F) / kPlacesAnEnd, bones);
    std::sort(gaps.begin(), gaps.end());
    EndGap end;
    end.insertion = insertion;
    end.gapMm = gaps[kPlacesAnEnd / 2];
    end.nearestMm = gaps.front();
    end.farthestMm = gaps.back();
    end.at = geometry::evaluate(sheet, along, 0.5F).middle;
    return end;
}

Attachments measureMuscle(const Atlas& atlas, const std::vector<Solid>& solids, std::uint32_t index)
{
    Attachments found;
    for (const bool insertion : {false, true}) {
        const auto bones = bonesOfEnd(atlas.structures, solids, index, insertion);
        if (bones.empty()) {
            found.soft.push_back({index, insertion});
            continue;
        }
        int number = 0;
        for (const geometry::Sheet& sheet : atlas.shapes[index].sheets) {
            found.ends.push_back(measureEnd(sheet, insertion, bones));
            found.ends.back().shape = index;
            found.ends.back().sheet = number++;
        }
    }
    return found;
}

} // namespace

double Attachments::met() const
{
    const auto count = std::count_if(ends.begin(), ends.end(),
                                     [](const EndGap& end) { return end.gapMm <= kGapMm; });
    return ends.empty() ? 1 : static_cast<double>(count) / static_cast<double>(ends.size());
}

Attachments measureAttachments(const Atlas& atlas, const std::vector<Solid>& solids)
{
    std::vector<Attachments> each(atlas.shapes.size());
    core::parallelFor(each.size(), [&](std::size_t i) {
        if (atlas.shapes[i].kind == anatomy::Kind::Muscle)
            each[i] = measureMuscle(atlas, solids, static_cast<std::uint32_t>(i));
    });
    Attachments all;
    for (const Attachments& one : each) {
        all.ends.insert(all.ends.end(), one.ends.begin(), one.ends.end());
        all.soft.insert(all.soft.end(), one.soft.begin(), one.soft.end());
    }
    std::stable_sort(all.ends.begin(), all.ends.end(),
                     [](const EndGap& a, const EndGap& b) { return a.gapMm > b.gapMm; });
    return all;
}

} // namespace knotmap::body
