#include "app/model/placed_point.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace knotmap::app {
namespace {

/// Samples of the zone that are tested for visibility; more would only cost time.
constexpr std::size_t kSamples = 36;
constexpr float kYawStepDeg = 15;
/// A picture shows at least this much of the body, to give context.
constexpr float kMinFrameMm = 300;
constexpr float kFarMm = 3000;
/// Samples of a structure whose nearest skin gives its direction.
constexpr std::size_t kOutwardSamples = 200;
constexpr float kLiftMm = 3;

struct Sample
{
    glm::vec3 position, normal;
    float weight;
};

std::vector<Sample> zoneSamples(const geometry::Mesh& skin, const scene::ZonePaint& zone)
{
    std::vector<std::size_t> inside;
    for (std::size_t i = 0; i < zone.edgeDistance.size(); ++i)
        if (std::min(zone.edgeDistance[i].x, zone.edgeDistance[i].y) < 0)
            inside.push_back(i);
    std::vector<Sample> samples;
    const std::size_t step = std::max<std::size_t>(1, inside.size() / kSamples);
    for (std::size_t i = 0; i < inside.size(); i += step) {
        const std::size_t vertex = inside[i];
        const float weight = zone.edgeDistance[vertex].x < 0 ? 1.0F : 0.4F;
        samples.push_back({skin.positions[vertex], skin.normals[vertex], weight});
    }
    return samples;
}

/// How visible a sample is from a direction: 0 if turned away or hidden by the body.
float seen(const geometry::Surface& skin, const Sample& sample, const glm::vec3& toEye)
{
    const float facing = glm::dot(sample.normal, toEye);
    if (facing < 0.1F)
        return 0;
    const glm::vec3 from = sample.position + sample.normal * kLiftMm;
    if (skin.cast(from, toEye, kFarMm))
        return 0;
    return sample.weight * std::min(1.0F, 0.35F + facing);
}

} // namespace

scene::Camera bestView(const Library& library, const PlacedPoint& placed,
                       const scene::ZonePaint& zone, float aspect)
{
    const geometry::Surface& skin = *library.skin;
    std::vector<Sample> samples = zoneSamples(skin.mesh(), zone);
    float total = 0;
    for (const Sample& sample : samples)
        total += sample.weight;
    // The trigger point with its tool counts as much as the whole zone.
    samples.push_back({placed.onSkin, placed.skinNormal, std::max(total, 1.0F)});

    scene::Camera best;
    float bestScore = -1;
    for (const float pitch : {5.0F, 22.0F, -12.0F, -50.0F})
        for (float yaw = -180; yaw < 180; yaw += kYawStepDeg) {
            scene::Camera camera;
            camera.yawDeg = yaw;
            camera.pitchDeg = pitch;
            float score = pitch == 5.0F ? 0.02F * total : 0;
            for (const Sample& sample : samples)
                score += seen(skin, sample, camera.toEye());
            if (score > bestScore) {
                bestScore = score;
                best = camera;
            }
        }

    geometry::Bounds bounds;
    for (const Sample& sample : samples)
        bounds.add(sample.position);
    bounds.add(placed.onSkin - placed.pressing * 70.0F);
    const glm::vec3 lacking = glm::max(glm::vec3(kMinFrameMm) - bounds.size(), glm::vec3(0));
    bounds.low -= lacking / 2.0F;
    bounds.high += lacking / 2.0F;
    scene::frame(best, bounds, aspect);
    return best;
}

glm::vec3 outwardOf(const Library& library, std::uint32_t instance)
{
    const body::Instance& shown = library.atlas->instances[instance];
    const geometry::Mesh& mesh = library.atlas->shapeOf(shown).mesh;
    const glm::vec3 mirror(shown.side == core::Side::Left ? -1 : 1, 1, 1);
    const std::size_t step = std::max<std::size_t>(1, mesh.positions.size() / kOutwardSamples);
    glm::vec3 sum(0);
    float weights = 1e-6F;
    for (std::size_t v = 0; v < mesh.positions.size(); v += step)
        if (const auto skin = library.skin->closest(mirror * mesh.positions[v])) {
            // Halved every 7 mm: shallow parts are seen first.
            const float weight = std::exp2(-skin->distance / 7);
            sum += weight * skin->normal;
            weights += weight;
        }
    return sum / weights;
}

} // namespace knotmap::app
