#include "engine/render/cache/arrow_mesh.h"

#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>

namespace knotmap::render {
namespace {

constexpr int kSides = 32;

/// A point of the profile revolved about Z, and its normal.
struct ProfilePoint
{
    float radius, z, outward, along;
};

/// Tip, cone, its flat back, shaft, flat end; points are doubled at sharp edges.
const std::array<ProfilePoint, 8> kProfile{{{0.0F, 0.0F, 0.94F, -0.33F},
                                            {0.105F, 0.30F, 0.94F, -0.33F},
                                            {0.105F, 0.30F, 0.0F, 1.0F},
                                            {0.042F, 0.30F, 0.0F, 1.0F},
                                            {0.042F, 0.30F, 1.0F, 0.0F},
                                            {0.042F, 1.0F, 1.0F, 0.0F},
                                            {0.042F, 1.0F, 0.0F, 1.0F},
                                            {0.0F, 1.0F, 0.0F, 1.0F}}};

} // namespace

geometry::Mesh makeArrowMesh()
{
    geometry::Mesh mesh;
    for (const ProfilePoint& point : kProfile) {
        for (int side = 0; side < kSides; ++side) {
            const float angle = glm::two_pi<float>() * static_cast<float>(side) / kSides;
            const float c = std::cos(angle), s = std::sin(angle);
            mesh.positions.emplace_back(point.radius * c, point.radius * s, point.z);
            mesh.normals.push_back(
                glm::normalize(glm::vec3(point.outward * c, point.outward * s, point.along)));
        }
    }
    for (std::uint32_t ring = 0; ring + 1 < kProfile.size(); ++ring) {
        for (std::uint32_t side = 0; side < kSides; ++side) {
            const std::uint32_t next = (side + 1) % kSides;
            const std::uint32_t a = ring * kSides + side, b = ring * kSides + next;
            const std::uint32_t c = a + kSides, d = b + kSides;
            mesh.indices.insert(mesh.indices.end(), {a, b, d, a, d, c});
        }
    }
    return mesh;
}

} // namespace knotmap::render
