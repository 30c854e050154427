#include "app/model/bounds.h"

namespace knotmap::app {

geometry::Bounds bodyBounds(const Library& library)
{
    return geometry::boundsOf(library.atlas->skin.mesh);
}

geometry::Bounds shownBounds(const Library& library, const scene::Scene& scene)
{
    if (!scene.pose)
        return bodyBounds(library);
    geometry::Bounds bounds;
    const body::Skin& skin = library.atlas->skin;
    for (const glm::vec3& position :
         body::posedPoints(skin.mesh.positions, skin.weights, *scene.pose))
        bounds.add(glm::vec3(scene.bodyPlacement * glm::vec4(position, 1)));
    return bounds;
}

geometry::Bounds instanceBounds(const body::Atlas& atlas, std::uint32_t instance)
{
    geometry::Bounds bounds = geometry::boundsOf(atlas.shapeOf(atlas.instances[instance]).mesh);
    if (atlas.instances[instance].side == core::Side::Left) {
        const float low = bounds.low.x;
        bounds.low.x = -bounds.high.x;
        bounds.high.x = -low;
    }
    return bounds;
}

} // namespace knotmap::app
