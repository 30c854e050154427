#include "app/model/four_sides.h"

#include <array>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/trigonometric.hpp>

namespace knotmap::app {
namespace {

constexpr float kLongLensDeg = 8;
constexpr float kGapMm = 160; // room for a protruding tool
/// Rotation of the body that shows each side to the viewer in front.
constexpr std::array<float, 4> kTurnsDeg{0, 90, 180, -90};

bool sideways(float turnDeg)
{
    return turnDeg == 90 || turnDeg == -90;
}

} // namespace

void showFourSides(scene::Scene& scene, const geometry::Bounds& bounds, float aspect)
{
    const glm::vec3 size = bounds.size(), middle = bounds.centre();
    const glm::mat4 standing = scene.bodyPlacement;
    geometry::Bounds all;
    scene.copies.clear();
    float left = 0;
    for (const float turnDeg : kTurnsDeg) {
        const float width = sideways(turnDeg) ? size.z : size.x;
        const float depth = sideways(turnDeg) ? size.x : size.z;
        const glm::vec3 at(left + width / 2, middle.y, middle.z);
        left += width + kGapMm;
        const glm::mat4 turned =
            glm::translate(glm::mat4(1), at) *
            glm::rotate(glm::mat4(1), glm::radians(turnDeg), glm::vec3(0, 1, 0)) *
            glm::translate(glm::mat4(1), -middle) * standing;
        if (all.empty())
            scene.bodyPlacement = turned;
        else
            scene.copies.push_back(turned);
        const glm::vec3 half(width / 2, size.y / 2, depth / 2);
        all.add(at - half);
        all.add(at + half);
    }
    scene.camera = {};
    scene.camera.fieldOfViewDeg = kLongLensDeg;
    scene::frame(scene.camera, all, aspect);
}

} // namespace knotmap::app
