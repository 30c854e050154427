#include "engine/section/plane_frame.h"

#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::section {

glm::vec2 PlaneFrame::to(const glm::vec3& world) const
{
    return {glm::dot(world - origin, right), glm::dot(world - origin, up)};
}

PlaneFrame planeFrameOf(const scene::Cut& cut)
{
    PlaneFrame frame;
    frame.normal = glm::normalize(cut.normal);
    frame.origin = glm::dot(cut.point, frame.normal) * frame.normal;
    const glm::vec3 helper =
        std::abs(frame.normal.y) < 0.9F ? glm::vec3(0, 1, 0) : glm::vec3(0, 0, -1);
    frame.right = glm::normalize(glm::cross(helper, frame.normal));
    frame.up = glm::cross(frame.normal, frame.right);
    return frame;
}

} // namespace knotmap::section
