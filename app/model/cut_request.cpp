#include "app/model/cut_request.h"

#include "app/model/bounds.h"
#include "app/model/compose.h"
#include "engine/body/joint_instances.h"
#include "engine/core/nearest.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace knotmap::app {
namespace {

/// The skin's vertices this near the plane give the extent of the section.
constexpr float kNearPlaneMm = 12;
constexpr float kMinFrameMm = 60;
/// Radius of the framed area around a point.
constexpr float kAboutMm = 130;

const char* originOf(scene::Plane plane)
{
    switch (plane) {
    case scene::Plane::Transverse:
        return tr("above the floor");
    case scene::Plane::Sagittal:
        return tr("to the left of the median plane");
    default:
        return tr("in front of the measured origin");
    }
}

/// The bounding box of the section, in the world.
geometry::Bounds sectionBounds(const scene::Cut& cut, const scene::Scene& scene)
{
    const body::Skin& skin = scene.atlas->skin;
    std::vector<glm::vec3> posed;
    if (scene.pose)
        posed = body::posedPoints(skin.mesh.positions, skin.weights, *scene.pose);
    geometry::Bounds bounds;
    for (const glm::vec3& position : scene.pose ? posed : skin.mesh.positions) {
        const glm::vec3 world(scene.bodyPlacement * glm::vec4(position, 1));
        if (std::abs(cut.above(world)) < kNearPlaneMm)
            bounds.add(world);
    }
    return bounds;
}

} // namespace

core::Result<scene::Plane> parseCutPlane(const std::string& name)
{
    if (const auto plane = scene::parsePlane(name))
        return *plane;
    return core::Error{trf("no plane is called '{}'.{}", name.substr(0, 100),
                           core::didYouMean(name, {"transverse", "sagittal", "frontal"}))};
}

core::Result<CutRequest> parseCut(const std::string& text)
{
    const std::size_t colon = text.find(':');
    const auto plane = parseCutPlane(text.substr(0, colon));
    if (!plane)
        return plane.error();
    CutRequest request{*plane, std::nullopt};
    if (colon == std::string::npos)
        return request;
    const std::string number = text.substr(colon + 1);
    char* end = nullptr;
    const float value = std::strtof(number.c_str(), &end);
    if (number.empty() || *end != '\0' || !std::isfinite(value))
        return core::Error{
            trf("'{}' is not a valid cut: write {}:MM, with a number of millimetres {}",
                text.substr(0, 40), scene::planeName(*plane), originOf(*plane))};
    request.mm = value;
    return request;
}

glm::vec3 middleOf(const scene::Scene& scene, const geometry::Bounds& bounds,
                   std::optional<std::uint32_t> point, std::optional<std::uint32_t> instance)
{
    const auto inWorld = [&](const glm::vec3& position) {
        return glm::vec3(scene.bodyPlacement * glm::vec4(position, 1));
    };
    if (point)
        return inWorld(scene.knots[*point].position);
    if (!instance)
        return bounds.centre();
    const body::Instance& each = scene.atlas->instances[*instance];
    const body::Shape& shape = scene.atlas->shapeOf(each);
    const glm::vec3 middle = instanceBounds(*scene.atlas, *instance).centre();
    if (!scene.pose || shape.weights.empty())
        return inWorld(middle);
    // In a pose the structure's vertex nearest to its centre represents it.
    const bool left = each.side == core::Side::Left;
    const glm::vec3 mirror(left ? -1 : 1, 1, 1);
    const auto& positions = shape.mesh.positions;
    const auto nearest =
        std::min_element(positions.begin(), positions.end(), [&](auto& a, auto& b) {
            return glm::distance(a * mirror, middle) < glm::distance(b * mirror, middle);
        });
    const body::JointWeights& weights =
        shape.weights[static_cast<std::size_t>(nearest - positions.begin())];
    std::vector<std::uint32_t> opposite;
    for (std::uint32_t joint = 0; left && joint < scene.atlas->joints.size(); ++joint)
        opposite.push_back(body::oppositeJoint(scene.atlas->joints, joint));
    const body::BoneTransforms transforms =
        left ? body::forOtherSide(*scene.pose, opposite) : *scene.pose;
    return inWorld(body::transformPoint(body::blend(weights, transforms), *nearest * mirror));
}

core::Result<scene::Cut> placeCut(const CutRequest& request, const scene::Scene& scene,
                                  const geometry::Bounds& bounds, const glm::vec3& middle)
{
    glm::vec3 through = middle;
    if (request.mm) {
        const glm::vec3 axis = scene::axisOf(request.plane);
        const float low = glm::dot(bounds.low, axis), high = glm::dot(bounds.high, axis);
        if (*request.mm <= low || *request.mm >= high)
            return core::Error{
                trf("a {} cut at {:g} mm misses the body: it reaches from {:.0f} to {:.0f} mm {}",
                    scene::planeName(request.plane), *request.mm, std::ceil(low), std::floor(high),
                    originOf(request.plane))};
        through = *request.mm * axis;
    }
    return scene::makeCut(request.plane, through, bounds, scene.camera.eye());
}

glm::vec3 outwardNormal(const scene::Cut& cut, const geometry::Bounds& bounds)
{
    const scene::Plane plane = scene::planeOf(cut);
    const glm::vec3 axis = scene::axisOf(plane);
    const bool lower = glm::dot(cut.point - bounds.centre(), axis) < 0;
    return plane != scene::Plane::Transverse && lower ? -axis : axis;
}

scene::Camera sectionView(const scene::Cut& cut, const scene::Scene& scene,
                          const geometry::Bounds& bounds, const std::optional<glm::vec3>& about,
                          float aspect)
{
    constexpr float kAslantDeg = 22;
    scene::Camera camera = scene.camera;
    switch (scene::planeOf(cut)) {
    case scene::Plane::Transverse:
        camera.yawDeg = 0;
        camera.pitchDeg = std::copysign(90 - kAslantDeg, cut.normal.y);
        break;
    case scene::Plane::Sagittal:
        camera.yawDeg = std::copysign(90 - kAslantDeg, cut.normal.x);
        camera.pitchDeg = 6;
        break;
    default:
        camera.yawDeg = cut.normal.z > 0 ? -kAslantDeg : 180 - kAslantDeg;
        camera.pitchDeg = 6;
        break;
    }
    geometry::Bounds box = sectionBounds(cut, scene);
    if (box.empty())
        box = bounds;
    if (about) {
        box.low = glm::max(box.low, *about - kAboutMm);
        box.high = glm::min(box.high, *about + kAboutMm);
    }
    const glm::vec3 lacking = glm::max(glm::vec3(kMinFrameMm) - box.size(), glm::vec3(0));
    box.low -= lacking / 2.0F;
    box.high += lacking / 2.0F;
    scene::frame(camera, box, aspect);
    return camera;
}

} // namespace knotmap::app
