#include "app/model/visibility.h"

#include "engine/core/nearest.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <string_view>

namespace knotmap::app {
namespace {

constexpr std::string_view kGroup = "group:";
/// Muscle must stay recognisable; bones are behind each other and add up.
constexpr float kMuscleGhost = 0.36F, kBoneGhost = 0.16F;

core::Result<std::vector<std::uint32_t>> groupMembers(const body::Atlas& atlas,
                                                      const std::string& group)
{
    std::vector<std::uint32_t> members;
    std::vector<std::string> groups;
    for (std::uint32_t i = 0; i < atlas.instances.size(); ++i) {
        const std::string& own = atlas.structures[atlas.instances[i].shape].group;
        if (own == group)
            members.push_back(i);
        if (std::find(groups.begin(), groups.end(), own) == groups.end())
            groups.push_back(own);
    }
    if (members.empty())
        return core::unknownName(mark("group"), group, groups);
    return members;
}

float ghostOpacity(const body::Atlas& atlas, std::size_t instance)
{
    return atlas.shapeOf(atlas.instances[instance]).kind == anatomy::Kind::Muscle ? kMuscleGhost
                                                                                  : kBoneGhost;
}

} // namespace

core::Result<std::vector<std::uint32_t>> instancesNamed(const body::Atlas& atlas,
                                                        const std::string& name, core::Side side)
{
    if (name.compare(0, kGroup.size(), kGroup) == 0)
        return groupMembers(atlas, name.substr(kGroup.size()));
    const core::SidedId asked = core::parseSidedId(name);
    if (const auto found = atlas.findInstance(asked.id, asked.side.value_or(side)))
        return std::vector<std::uint32_t>{*found};
    std::vector<std::string> ids;
    for (const body::Shape& shape : atlas.shapes)
        ids.push_back(shape.id);
    return core::unknownName(mark("structure"), asked.id, ids);
}

std::vector<Visibility> isolated(const body::Atlas& atlas,
                                 const std::vector<std::uint32_t>& members)
{
    std::vector<Visibility> visibility;
    for (const body::Instance& instance : atlas.instances)
        visibility.push_back(atlas.shapeOf(instance).kind == anatomy::Kind::Muscle
                                 ? Visibility::Hidden
                                 : Visibility::Ghosted);
    for (const std::uint32_t member : members)
        visibility[member] = Visibility::Shown;
    return visibility;
}

void applyVisibility(scene::Scene& scene, const std::vector<Visibility>& visibility)
{
    for (std::size_t i = 0; i < visibility.size(); ++i) {
        scene::Appearance& appearance = scene.appearances[i];
        if (visibility[i] == Visibility::Hidden)
            appearance.opacity = 0;
        else if (visibility[i] == Visibility::Ghosted)
            appearance.opacity = std::min(appearance.opacity, ghostOpacity(*scene.atlas, i));
    }
}

} // namespace knotmap::app
