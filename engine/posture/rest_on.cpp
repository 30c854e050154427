#include "engine/posture/rest_on.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::posture {
namespace {

/// Weight, relative to gravity, of contact with what lies in between.
constexpr float kTouches = 3;

float lowest(const std::vector<glm::vec3>& points, const glm::vec3& centre, const glm::vec3& up)
{
    float low = 1e30F;
    for (const glm::vec3& point : points)
        low = std::min(low, glm::dot(point - centre, up));
    return low;
}

/// The height of the centre when the plane's normal, seen from the body, is `up`, plus how far what
/// is in between hangs above the plane. A maximum of sums, so it has a single minimum.
float standing(const Resting& resting, const glm::vec3& up)
{
    const float between = lowest(resting.between, resting.centre, up);
    const float low = std::min(lowest(resting.body, resting.centre, up), between);
    return -low + (resting.between.empty() ? 0 : kTouches * (between - low));
}

glm::quat turnOf(const Resting& resting, float aDeg, float bDeg)
{
    const glm::vec3 helper =
        std::abs(resting.normal.y) < 0.9F ? glm::vec3(0, 1, 0) : glm::vec3(0, 0, 1);
    const glm::vec3 a = glm::normalize(glm::cross(helper, resting.normal));
    const glm::vec3 b = glm::cross(resting.normal, a);
    return glm::angleAxis(glm::radians(aDeg), a) * glm::angleAxis(glm::radians(bDeg), b);
}

} // namespace

Rest restOn(const Resting& resting)
{
    float a = 0, b = 0;
    const auto heightAt = [&](float aDeg, float bDeg) {
        return standing(resting, glm::conjugate(turnOf(resting, aDeg, bDeg)) * resting.normal);
    };
    float best = heightAt(0, 0);
    // Descends with decreasing steps.
    for (float step = resting.maxDeg / 2; step > 0.05F;) {
        float nextA = a, nextB = b;
        for (int direction = 0; direction < 8; ++direction) {
            const float angle = 0.785398F * static_cast<float>(direction);
            const float tryA =
                std::clamp(a + step * std::cos(angle), -resting.maxDeg, resting.maxDeg);
            const float tryB =
                std::clamp(b + step * std::sin(angle), -resting.maxOtherDeg, resting.maxOtherDeg);
            const float height = heightAt(tryA, tryB);
            if (height < best - 1e-3F) {
                best = height;
                nextA = tryA;
                nextB = tryB;
            }
        }
        if (nextA == a && nextB == b)
            step /= 2;
        a = nextA;
        b = nextB;
    }
    Rest rest;
    rest.turn = turnOf(resting, a, b);
    const glm::vec3 up = glm::conjugate(rest.turn) * resting.normal;
    rest.height = glm::dot(resting.centre, resting.normal) +
                  std::min(lowest(resting.body, resting.centre, up),
                           lowest(resting.between, resting.centre, up));
    return rest;
}

} // namespace knotmap::posture
