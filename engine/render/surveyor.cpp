#include "engine/render/surveyor.h"

#include <algorithm>
#include <map>

namespace knotmap::render {
namespace {

/// For each pixel its distance from another id or the edge, in pixels (city-block distance
/// transform in two passes, Rosenfeld and Pfaltz 1966).
std::vector<int> depthsInside(const std::vector<IdPixel>& pixels, int width, int height)
{
    std::vector<int> depth(pixels.size(), 0);
    const auto at = [&](int x, int y) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(x);
    };
    const auto reach = [&](std::size_t from, int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height || pixels[at(x, y)].id != pixels[from].id)
            return 1;
        return depth[at(x, y)] + 1;
    };
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            depth[at(x, y)] = std::min(reach(at(x, y), x - 1, y), reach(at(x, y), x, y - 1));
    for (int y = height; y-- > 0;)
        for (int x = width; x-- > 0;)
            depth[at(x, y)] =
                std::min({depth[at(x, y)], reach(at(x, y), x + 1, y), reach(at(x, y), x, y + 1)});
    return depth;
}

} // namespace

std::vector<scene::VisibleInstance>
Surveyor::survey(RenderContext& context, const scene::Scene& scene, const FrameView& view)
{
    const IdPass pass(context, scene, view);
    m_target.bind(view.width, view.height);
    pass.drawInstances(true);
    const std::vector<IdPixel> pixels = m_target.read();
    const std::vector<int> depths = depthsInside(pixels, view.width, view.height);

    struct Seen
    {
        std::size_t count = 0, deepest = 0;
    };
    std::map<std::uint32_t, Seen> instances;
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        if (pixels[i].id < kFirstInstanceId || pixels[i].id >= kFirstKnotId)
            continue;
        Seen& seen = instances[pixels[i].id - kFirstInstanceId];
        if (seen.count++ == 0 || depths[i] > depths[seen.deepest])
            seen.deepest = i;
    }
    std::vector<scene::VisibleInstance> visibleInstances;
    for (const auto& [instance, seen] : instances)
        visibleInstances.push_back(
            {instance, static_cast<float>(seen.count) / static_cast<float>(pixels.size()),
             positionOf(pixels[seen.deepest], view.width, view.height, view, scene.bodyPlacement)});
    return visibleInstances;
}

} // namespace knotmap::render
