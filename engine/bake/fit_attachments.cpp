#include "engine/bake/fit_rules.h"
#include "engine/bake/resolve_contacts.h"
#include "engine/core/parallel.h"

#include <algorithm>
#include <array>
#include <limits>

namespace knotmap::bake {
namespace {

constexpr int kSamplesPerEnd = 9;
constexpr float kJoinMm = 6;        // between tendons that fan out of one belly
constexpr float kSiblingEdgeMm = 4; // of the mesh an end is measured against

/// From the belly at one point of an end to the nearest of the bones.
float gapAt(const geometry::Sheet& sheet, float along, float across,
            const std::vector<PlacedSolid>& bones)
{
    const geometry::SheetFrame frame = geometry::evaluate(sheet, along, across);
    float gap = std::numeric_limits<float>::max();
    for (const float side : {-0.5F, 0.0F, 0.5F}) {
        const glm::vec3 point = frame.middle + frame.normal * (side * frame.thickness);
        for (const PlacedSolid& bone : bones)
            gap = std::min(gap, bone.distanceTo(point));
    }
    return gap;
}

EndGap measureEnd(const geometry::Sheet& sheet, bool insertion,
                  const std::vector<PlacedSolid>& bones)
{
    const float along = insertion ? 1.0F : 0.0F;
    std::array<float, kSamplesPerEnd> gaps{};
    for (std::size_t i = 0; i < gaps.size(); ++i)
        gaps[i] = gapAt(sheet, along, (static_cast<float>(i) + 0.5F) / kSamplesPerEnd, bones);
    std::sort(gaps.begin(), gaps.end());
    EndGap end;
    end.insertion = insertion;
    end.gapMm = gaps[kSamplesPerEnd / 2];
    end.nearestMm = gaps.front();
    end.farthestMm = gaps.back();
    end.at = geometry::evaluate(sheet, along, 0.5F).middle;
    return end;
}

bool namesOneOf(const anatomy::Structure& structure, const std::vector<std::string>& bones)
{
    const auto among = [&](const std::vector<std::string>& names) {
        return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return std::find(bones.begin(), bones.end(), name) != bones.end();
        });
    };
    return among(structure.originBones) || among(structure.insertionBones);
}

bool isTendon(const body::Shape& shape)
{
    return !shape.sheets.empty() &&
           std::all_of(shape.sheets.begin(), shape.sheets.end(), [](const geometry::Sheet& sheet) {
               return sheet.fleshBegin >= sheet.fleshEnd;
           });
}

/// What the end of a sheet meets on its way to a distant bone; see SoftEnd.
bool isJoined(const body::Atlas& atlas, const std::vector<Solid>& solids, const EndGap& end)
{
    const anatomy::Structure& structure = atlas.structures[end.shape];
    const body::Shape& shape = atlas.shapes[end.shape];
    const auto own = static_cast<std::size_t>(end.sheet);
    const auto& bones = end.insertion ? structure.insertionBones : structure.originBones;
    std::vector<Solid> siblings;
    for (std::size_t n = 0; n < shape.sheets.size(); ++n)
        if (n != own)
            siblings.emplace_back(buildSheet(shape.sheets[n], kSiblingEdgeMm));
    std::vector<PlacedSolid> others;
    for (const Solid& sibling : siblings)
        others.push_back({&sibling, false});
    for (std::uint32_t i = 0; i < solids.size(); ++i)
        if (atlas.shapes[i].kind == anatomy::Kind::Muscle && i != end.shape &&
            (namesOneOf(atlas.structures[i], bones) || isTendon(atlas.shapes[i]) ||
             std::find(bones.begin(), bones.end(), atlas.structures[i].id) != bones.end()))
            others.push_back({&solids[i], false});
    return !others.empty() && measureEnd(shape.sheets[own], end.insertion, others).gapMm <= kJoinMm;
}

Attachments measureMuscle(const body::Atlas& atlas, const std::vector<Solid>& solids,
                          std::uint32_t index)
{
    Attachments found;
    for (const bool insertion : {false, true}) {
        const auto bones = bonesOfEnd(atlas.structures, solids, index, insertion);
        for (std::size_t n = 0; n < atlas.shapes[index].sheets.size(); ++n) {
            if (bones.empty()) {
                found.soft.push_back({index, static_cast<int>(n), insertion, false});
                continue;
            }
            EndGap end = measureEnd(atlas.shapes[index].sheets[n], insertion, bones);
            end.shape = index;
            end.sheet = static_cast<int>(n);
            if (end.gapMm > kFarthestEndMm && isJoined(atlas, solids, end))
                found.soft.push_back({index, end.sheet, insertion, true});
            else
                found.ends.push_back(end);
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

Attachments measureAttachments(const body::Atlas& atlas, const std::vector<Solid>& solids)
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

} // namespace knotmap::bake
