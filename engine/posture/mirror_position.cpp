#include "engine/posture/mirror_position.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace knotmap::posture {
namespace {

glm::vec3 inMirror(const glm::vec3& point)
{
    return {-point.x, point.y, point.z};
}

props::Prop inMirror(const props::Prop& prop)
{
    auto mesh = std::make_shared<geometry::Mesh>(*prop.mesh);
    for (glm::vec3& point : mesh->positions)
        point = inMirror(point);
    for (glm::vec3& normal : mesh->normals)
        normal = inMirror(normal);
    // Mirroring reverses a triangle's winding.
    for (std::size_t i = 0; i + 2 < mesh->indices.size(); i += 3)
        std::swap(mesh->indices[i + 1], mesh->indices[i + 2]);
    return {std::move(mesh), prop.colours};
}

/// A box keeps its lower corner below its upper one.
template <typename Box>
Box boxInMirror(Box box)
{
    const float low = box.low.x;
    box.low.x = -box.high.x;
    box.high.x = -low;
    return box;
}

} // namespace

SolvedPosition mirrored(const body::BodyModel& model, const SolvedPosition& solved)
{
    SolvedPosition image = solved;
    image.pose = model.skeleton->mirrored(solved.pose);
    image.transforms = model.skeleton->transforms(image.pose);
    // The mirror image of a rotation and translation.
    glm::mat4 mirror(1);
    mirror[0][0] = -1;
    image.placement = mirror * solved.placement * mirror;
    for (props::Prop& prop : image.props)
        prop = inMirror(prop);
    for (props::SupportFace& face : image.faces) {
        face = boxInMirror(face);
        face.normal = inMirror(face.normal);
    }
    for (props::Solid& solid : image.solids)
        solid = boxInMirror(solid);
    if (image.toolAt)
        image.toolAt = inMirror(*image.toolAt);
    image.bounds = boxInMirror(image.bounds);
    return image;
}

} // namespace knotmap::posture
