#include "engine/render/cache/noise.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace knotmap::render {
namespace {

/// A well-mixed hash of three lattice coordinates and a seed (the finaliser of MurmurHash3).
float latticeValue(int x, int y, int z, std::uint32_t seed)
{
    std::uint32_t h = static_cast<std::uint32_t>(x) * 0x8da6b343U ^
                      static_cast<std::uint32_t>(y) * 0xd8163841U ^
                      static_cast<std::uint32_t>(z) * 0xcb1ab31fU ^ seed;
    h ^= h >> 16U;
    h *= 0x85ebca6bU;
    h ^= h >> 13U;
    h *= 0xc2b2ae35U;
    h ^= h >> 16U;
    return static_cast<float>(h >> 8U) / 16777216.0F;
}

float smoothed(float t)
{
    return t * t * (3 - 2 * t);
}

float between(float a, float b, float t)
{
    return a + (b - a) * t;
}

int wrapped(int value, int period)
{
    return ((value % period) + period) % period;
}

/// Tileable noise over a unit square, with the given number of cells across and along.
float tiledNoise(float u, float v, int across, int along, std::uint32_t seed)
{
    const float x = u * static_cast<float>(across), y = v * static_cast<float>(along);
    const int ix = static_cast<int>(std::floor(x)), iy = static_cast<int>(std::floor(y));
    const float fx = smoothed(x - std::floor(x)), fy = smoothed(y - std::floor(y));
    const auto at = [&](int dx, int dy) {
        return latticeValue(wrapped(ix + dx, across), wrapped(iy + dy, along), 0, seed);
    };
    return between(between(at(0, 0), at(1, 0), fx), between(at(0, 1), at(1, 1), fx), fy);
}

/// Bundles that meander slightly from side to side.
float fibreHeight(float u, float v)
{
    const float wander = 0.022F * (tiledNoise(u, v, 3, 3, 91) - 0.5F);
    const float x = u + wander;
    return 0.50F * tiledNoise(x, v, 11, 2, 17) + 0.32F * tiledNoise(x, v, 29, 3, 23) +
           0.18F * tiledNoise(x, v, 67, 5, 31);
}

std::uint8_t toByte(float value)
{
    return static_cast<std::uint8_t>(std::lround(255 * std::clamp(value, 0.0F, 1.0F)));
}

} // namespace

float valueNoise(const glm::vec3& point)
{
    const std::array<int, 3> cell{static_cast<int>(std::floor(point.x)),
                                  static_cast<int>(std::floor(point.y)),
                                  static_cast<int>(std::floor(point.z))};
    const float fx = smoothed(point.x - std::floor(point.x));
    const float fy = smoothed(point.y - std::floor(point.y));
    const float fz = smoothed(point.z - std::floor(point.z));
    const auto at = [&](int dx, int dy, int dz) {
        return latticeValue(cell[0] + dx, cell[1] + dy, cell[2] + dz, 7);
    };
    const auto layer = [&](int dz) {
        return between(between(at(0, 0, dz), at(1, 0, dz), fx),
                       between(at(0, 1, dz), at(1, 1, dz), fx), fy);
    };
    return between(layer(0), layer(1), fz);
}

FibreTexture makeFibreTexture()
{
    FibreTexture texture;
    const auto width = static_cast<float>(texture.width);
    const auto height = static_cast<float>(texture.height);
    texture.pixels.reserve(static_cast<std::size_t>(4 * texture.width * texture.height));
    for (int y = 0; y < texture.height; ++y) {
        for (int x = 0; x < texture.width; ++x) {
            const float u = (static_cast<float>(x) + 0.5F) / width;
            const float v = (static_cast<float>(y) + 0.5F) / height;
            const float level = fibreHeight(u, v);
            const float slope = fibreHeight(u + 1 / width, v) - fibreHeight(u - 1 / width, v);
            const float blotch = tiledNoise(u, v, 4, 4, 41);
            const float line = 1 - std::abs(2 * tiledNoise(u, v, 23, 2, 53) - 1);
            // The sum of three noises clusters around its middle: spread it over the whole range.
            texture.pixels.push_back(toByte(0.5F + 1.7F * (level - 0.5F)));
            texture.pixels.push_back(toByte(0.5F + 2.6F * slope));
            texture.pixels.push_back(toByte(blotch));
            texture.pixels.push_back(toByte(line * line));
        }
    }
    return texture;
}

} // namespace knotmap::render
