#include "engine/volume/smooth_sample.h"

#include <array>

namespace knotmap::volume {
namespace {

/// Weights of four neighbours at `t` between the middle two.
std::array<float, 4> cubicWeights(float t)
{
    const float u = 1 - t;
    return {u * u * u / 6, (4 - 6 * t * t + 3 * t * t * t) / 6, (4 - 6 * u * u + 3 * u * u * u) / 6,
            t * t * t / 6};
}

} // namespace

float sampleSmooth(const Field& field, const glm::vec3& point)
{
    const glm::vec3 last = glm::vec3(field.grid.size) - 2.001F;
    const glm::vec3 at =
        glm::clamp((point - field.grid.origin) / field.grid.cell, glm::vec3(1), last);
    const glm::ivec3 i(at);
    const auto x = cubicWeights(at.x - static_cast<float>(i.x));
    const auto y = cubicWeights(at.y - static_cast<float>(i.y));
    const auto z = cubicWeights(at.z - static_cast<float>(i.z));
    float sum = 0;
    for (int c = 0; c < 4; ++c) {
        float plane = 0;
        for (int b = 0; b < 4; ++b) {
            const float* v = &field.values[field.grid.index(i.x - 1, i.y + b - 1, i.z + c - 1)];
            plane += y[static_cast<std::size_t>(b)] *
                     (x[0] * v[0] + x[1] * v[1] + x[2] * v[2] + x[3] * v[3]);
        }
        sum += z[static_cast<std::size_t>(c)] * plane;
    }
    return sum;
}

} // namespace knotmap::volume
