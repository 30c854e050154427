#include "app/model/scene_part_cache.h"

#include <algorithm>

namespace knotmap::app {
namespace {

/// Drops what was not used since the last time, and asks anew.
template <typename Parts>
void sweep(Parts& parts)
{
    for (auto each = parts.begin(); each != parts.end();)
        each = each->second.used ? std::next(each) : parts.erase(each);
}

template <typename Parts>
void markUnused(Parts& parts)
{
    for (auto& [name, kept] : parts)
        kept.used = false;
}

std::shared_ptr<const std::vector<float>> unionOf(const Library& library,
                                                  const std::vector<PainRegion>& painRegions)
{
    const body::Atlas& atlas = *library.atlas;
    std::vector<bool> asked;
    for (const body::RegionInstance& instance : atlas.regions)
        asked.push_back(
            std::any_of(painRegions.begin(), painRegions.end(), [&](const PainRegion& painRegion) {
                return instance.id == painRegion.region &&
                       (!painRegion.side || instance.side == core::Side::Midline ||
                        instance.side == *painRegion.side);
            }));
    auto share = std::make_shared<std::vector<float>>();
    share->reserve(atlas.skin.regions.size());
    for (const std::uint16_t index : atlas.skin.regions)
        share->push_back(asked[index] ? 1.0F : 0.0F);
    return share;
}

} // namespace

template <typename Part, typename Make>
std::shared_ptr<const Part> ScenePartCache::part(Parts<Part>& parts, const std::string& name,
                                                 Make make)
{
    const auto found = parts.find(name);
    if (found != parts.end()) {
        found->second.used = true;
        return found->second.part;
    }
    ++m_made;
    return parts.emplace(name, Kept<Part>{make(), true}).first->second.part;
}

void ScenePartCache::begin(const Library& library)
{
    if (m_atlas != library.atlas) {
        const std::size_t made = m_made;
        *this = ScenePartCache();
        m_made = made;
        m_atlas = library.atlas;
    }
    markUnused(m_zones);
    markUnused(m_cautions);
    markUnused(m_tools);
    markUnused(m_regions);
}

void ScenePartCache::end()
{
    sweep(m_zones);
    sweep(m_cautions);
    sweep(m_tools);
    sweep(m_regions);
}

std::shared_ptr<const scene::ZonePaint> ScenePartCache::zone(const Library& library,
                                                             const PlacedPoint& placed)
{
    return part(m_zones, placed.name(), [&] { return paintZone(library, placed); });
}

std::shared_ptr<const scene::CautionPaint> ScenePartCache::cautionsNear(const Library& library,
                                                                        const PlacedPoint& placed)
{
    if (!library.cautions)
        return nullptr;
    return part(m_cautions, placed.name(),
                [&] { return library.cautions->paintNear(*library.skin, placed.onSkin); });
}

std::shared_ptr<const scene::CautionPaint> ScenePartCache::allCautions(const Library& library)
{
    if (!library.cautions)
        return nullptr;
    return part(m_cautions, "", [&] { return library.cautions->paint(); });
}

std::shared_ptr<const scene::ToolModel> ScenePartCache::tool(const Library& library,
                                                             const PlacedPoint& placed)
{
    return part(m_tools, placed.name(), [&]() -> std::shared_ptr<const scene::ToolModel> {
        auto tool = placeTool(library, placed);
        return tool ? std::make_shared<const scene::ToolModel>(std::move(*tool)) : nullptr;
    });
}

std::shared_ptr<const std::vector<float>>
ScenePartCache::regions(const Library& library, const std::vector<PainRegion>& painRegions)
{
    if (painRegions.empty())
        return nullptr;
    std::string names;
    for (const PainRegion& painRegion : painRegions)
        names += painRegion.name() + ' ';
    return part(m_regions, names, [&] { return unionOf(library, painRegions); });
}

const std::vector<body::SkinAttachment>&
ScenePartCache::attachments(const Library& library, const std::vector<PlacedPoint>& points)
{
    if (m_attachments.size() != points.size()) {
        m_attachments.clear();
        m_attachments.reserve(points.size());
        for (const PlacedPoint& placed : points)
            m_attachments.push_back(body::attachToSkin(library, placed.onSkin));
        ++m_made;
    }
    return m_attachments;
}

} // namespace knotmap::app
