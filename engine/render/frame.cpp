#include "engine/render/frame.h"

namespace knotmap::render {

std::vector<DrawList> listBodies(const scene::Scene& scene, const AtlasCache& cache,
                                 const FrameView& view)
{
    const Frustum frustum(view.projection * view.view);
    std::vector<DrawList> lists;
    lists.push_back(makeDrawList(scene, cache, frustum, view, scene.bodyPlacement));
    for (const glm::mat4& placement : scene.copies)
        lists.push_back(makeDrawList(scene, cache, frustum, view, placement));
    return lists;
}

Frame frameOf(const scene::Scene& scene, const FrameView& view, const std::vector<DrawList>& lists)
{
    Frame frame{scene, view, lists.front(), scene.bodyPlacement, {}};
    for (std::size_t i = 0; i < scene.copies.size(); ++i)
        frame.copies.push_back({scene, view, lists[i + 1], scene.copies[i], {}});
    return frame;
}

} // namespace knotmap::render
