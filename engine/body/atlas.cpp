#include "engine/body/atlas.h"

namespace knotmap::body {

std::optional<std::uint32_t> Atlas::findInstance(std::string_view id, core::Side side) const
{
    for (std::size_t i = 0; i < instances.size(); ++i) {
        const Instance& instance = instances[i];
        const bool sideFits = instance.side == side || instance.side == core::Side::Midline;
        if (sideFits && shapeOf(instance).id == id)
            return static_cast<std::uint32_t>(i);
    }
    return std::nullopt;
}

std::optional<std::uint32_t> Atlas::findShape(std::string_view id) const
{
    for (std::size_t i = 0; i < shapes.size(); ++i)
        if (shapes[i].id == id)
            return static_cast<std::uint32_t>(i);
    return std::nullopt;
}

std::optional<glm::vec3> Atlas::landmark(std::string_view id, core::Side side) const
{
    for (const LandmarkPosition& point : landmarks) {
        if (point.id != id)
            continue;
        const float mirror = side == core::Side::Left ? -1.0F : 1.0F;
        return point.position * glm::vec3(mirror, 1, 1);
    }
    return std::nullopt;
}

void addInstances(Atlas& atlas)
{
    atlas.instances.clear();
    for (std::size_t i = 0; i < atlas.shapes.size(); ++i) {
        const auto shape = static_cast<std::uint32_t>(i);
        if (atlas.shapes[i].midline) {
            atlas.instances.push_back({shape, core::Side::Midline});
            continue;
        }
        atlas.instances.push_back({shape, core::Side::Right});
        atlas.instances.push_back({shape, core::Side::Left});
    }
}

} // namespace knotmap::body
