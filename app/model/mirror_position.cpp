#include "app/model/mirror_position.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace knotmap::app {
namespace {

glm::vec3 inMirror(const glm::vec3& place)
{
    return {-place.x, place.y, place.z};
}

scene::Prop inMirror(const scene::Prop& prop)
{
    auto mesh = std::make_shared<geometry::Mesh>(*prop.mesh);
    for (glm::vec3& place : mesh->positions)
        place = inMirror(place);
    for (glm::vec3& normal : mesh->normals)
        normal = inMirror(normal);
    // A mirrored triangle runs the other way round.
    for (std::size_t i = 0; i + 2 < mesh->indices.size(); i += 3)
        std::swap(mesh->indices[i + 1], mesh->indices[i + 2]);
    return {std::move(mesh), prop.colours};
}

/// A box keeps its lower corner below its higher one.
template <typename Box>
Box boxInMirror(Box box)
{
    const float low = box.low.x;
    box.low.x = -box.high.x;
    box.high.x = -low;
    return box;
}

} // namespace

PlacedPoint mirrored(const PlacedPoint& placed)
{
    PlacedPoint image = placed;
    image.side = core::opposite(placed.side);
    for (glm::vec3* place : {&image.knot, &image.onSkin, &image.skinNormal, &image.pressing})
        *place = inMirror(*place);
    return image;
}

SolvedPosition mirrored(const Library& library, const SolvedPosition& solved)
{
    SolvedPosition image = solved;
    image.pose = library.skeleton->mirrored(solved.pose);
    image.moves = library.skeleton->moves(image.pose);
    // Turned and shifted as the mirror shows it.
    glm::mat4 mirror(1);
    mirror[0][0] = -1;
    image.placement = mirror * solved.placement * mirror;
    for (scene::Prop& prop : image.props)
        prop = inMirror(prop);
    for (SupportFace& face : image.faces) {
        face = boxInMirror(face);
        face.normal = inMirror(face.normal);
    }
    for (Solid& solid : image.solids)
        solid = boxInMirror(solid);
    if (image.toolAt)
        image.toolAt = inMirror(*image.toolAt);
    image.bounds = boxInMirror(image.bounds);
    return image;
}

} // namespace knotmap::app
