#include "engine/variants/surface_smoothing.h"

#include "engine/core/parallel.h"

#include <algorithm>

namespace knotmap::variants {
namespace {

constexpr std::size_t kChunk = 512;

template <typename Merge>
void mergeOver(std::vector<float>& values, const Merge& merge)
{
    const std::vector<float> before = values;
    core::parallelFor((values.size() + kChunk - 1) / kChunk, [&](std::size_t chunk) {
        const std::size_t end = std::min(values.size(), (chunk + 1) * kChunk);
        for (std::size_t v = chunk * kChunk; v < end; ++v)
            values[v] = merge(before, static_cast<std::uint32_t>(v));
    });
}

} // namespace

void smoothOver(const geometry::Surface& surface, const SkinCover& cover, int rounds,
                std::vector<float>& values)
{
    for (int round = 0; round < rounds; ++round)
        mergeOver(values, [&](const std::vector<float>& before, std::uint32_t v) {
            float sum = before[v], count = 1;
            for (const auto* n = surface.neighboursBegin(v); n != surface.neighboursEnd(v); ++n) {
                sum += before[*n];
                ++count;
            }
            return sum / count;
        });
    for (const std::uint32_t v : cover.own)
        values[v] = values[cover.mirror[v]] = (values[v] + values[cover.mirror[v]]) / 2;
}

void smoothVectors(const geometry::Surface& surface, int rounds, std::vector<glm::vec3>& vectors)
{
    std::vector<glm::vec3> next(vectors.size());
    for (int round = 0; round < rounds; ++round) {
        core::parallelFor((vectors.size() + kChunk - 1) / kChunk, [&](std::size_t chunk) {
            const std::size_t end = std::min(vectors.size(), (chunk + 1) * kChunk);
            for (std::size_t v = chunk * kChunk; v < end; ++v) {
                const auto vertex = static_cast<std::uint32_t>(v);
                glm::vec3 sum = vectors[v];
                float count = 1;
                for (const auto* n = surface.neighboursBegin(vertex);
                     n != surface.neighboursEnd(vertex); ++n) {
                    sum += vectors[*n];
                    ++count;
                }
                next[v] = sum / count;
            }
        });
        vectors.swap(next);
    }
}

void spreadMinimum(const geometry::Surface& surface, int rounds, std::vector<float>& values)
{
    for (int round = 0; round < rounds; ++round)
        mergeOver(values, [&](const std::vector<float>& before, std::uint32_t v) {
            float smallest = before[v];
            for (const auto* n = surface.neighboursBegin(v); n != surface.neighboursEnd(v); ++n)
                smallest = std::min(smallest, before[*n]);
            return smallest;
        });
}

} // namespace knotmap::variants
