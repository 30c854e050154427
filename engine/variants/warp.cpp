#include "engine/variants/warp.h"

#include "engine/core/parallel.h"
#include "engine/variants/thin_plate.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::variants {
namespace {

constexpr float kStepMm = 14;
/// Margin around the box for soft tissue that protrudes beyond the measured skin.
constexpr float kRoomMm = 100;
/// Length over which a girth fades in and out at both ends of its line.
constexpr float kEndMm = 45;
/// Length beyond the limb's surface over which it fades.
constexpr float kFadeMm = 50;

float smooth(float from, float to, float x)
{
    const float t = std::clamp((x - from) / (to - from), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

/// The displacement of a point by a girth: radially towards or away from its line.
glm::vec3 girthDisplacement(const Girth& girth, const glm::vec3& point)
{
    const glm::vec3 line = girth.to - girth.from;
    const float length = glm::length(line);
    const glm::vec3 along = line / length;
    const float axial = glm::dot(point - girth.from, along);
    const float share = smooth(-kEndMm, kEndMm, axial) * smooth(-kEndMm, kEndMm, length - axial);
    const glm::vec3 off = point - girth.from - axial * along;
    const float squared = glm::dot(off, off);
    if (share <= 0 || squared <= 0)
        return glm::vec3(0);
    const float distance = std::sqrt(squared);
    const float fade = 1 - smooth(girth.outerMm, girth.outerMm + kFadeMm, distance);
    // Grows with the cube of the distance inside the bone and linearly outside it.
    const float spared = squared / (squared + girth.boneMm * girth.boneMm);
    return off * ((girth.scale - 1) * spared * share * fade);
}

glm::vec3 mirror(const glm::vec3& point)
{
    return point * glm::vec3(-1, 1, 1);
}

int nodes(float length)
{
    return static_cast<int>(std::ceil(length / kStepMm)) + 1;
}

} // namespace

Warp::Warp(const geometry::Bounds& box)
    : m_countX(nodes(-box.low.x + kRoomMm)), m_countY(nodes(box.size().y + 2 * kRoomMm)),
      m_countZ(nodes(box.size().z + 2 * kRoomMm)), m_lowY(box.low.y - kRoomMm),
      m_lowZ(box.low.z - kRoomMm),
      m_displacements(static_cast<std::size_t>(m_countX) * static_cast<std::size_t>(m_countY) *
                      static_cast<std::size_t>(m_countZ))
{}

Warp::Warp(const geometry::Bounds& box, const Variant& variant) : Warp(box)
{
    const ThinPlate plate(variant.stations);
    const auto columns = static_cast<std::size_t>(m_countX) * static_cast<std::size_t>(m_countY);
    core::parallelFor(columns, [&](std::size_t index) {
        const auto i = static_cast<int>(index) / m_countY, j = static_cast<int>(index) % m_countY;
        glm::vec3* displacements =
            m_displacements.data() + index * static_cast<std::size_t>(m_countZ);
        for (int k = 0; k < m_countZ; ++k) {
            const glm::vec3 point(-kStepMm * static_cast<float>(i),
                                  m_lowY + kStepMm * static_cast<float>(j),
                                  m_lowZ + kStepMm * static_cast<float>(k));
            displacements[k] = plate.at(point);
            for (const Girth& girth : variant.girths)
                displacements[k] += girthDisplacement(girth, point) +
                                    mirror(girthDisplacement(girth, mirror(point)));
            if (i == 0)
                displacements[k].x = 0; // nothing leaves the median plane
        }
    });
}

void Warp::add(const Warp& other, float amount)
{
    for (std::size_t i = 0; i < m_displacements.size(); ++i)
        m_displacements[i] += amount * other.m_displacements[i];
}

Warp::Axis Warp::axisAt(float coordinate, float low, int count) const
{
    const float scaled =
        std::clamp((coordinate - low) / kStepMm, 1.0F, static_cast<float>(count) - 3);
    Axis axis;
    const float whole = std::floor(scaled), t = scaled - whole;
    axis.first = static_cast<int>(whole) - 1;
    const float t2 = t * t, t3 = t2 * t;
    axis.weight[0] = (-t3 + 2 * t2 - t) / 2;
    axis.weight[1] = (3 * t3 - 5 * t2 + 2) / 2;
    axis.weight[2] = (-3 * t3 + 4 * t2 + t) / 2;
    axis.weight[3] = (t3 - t2) / 2;
    axis.slope[0] = (-3 * t2 + 4 * t - 1) / (2 * kStepMm);
    axis.slope[1] = (9 * t2 - 10 * t) / (2 * kStepMm);
    axis.slope[2] = (-9 * t2 + 8 * t + 1) / (2 * kStepMm);
    axis.slope[3] = (3 * t2 - 2 * t) / (2 * kStepMm);
    return axis;
}

const glm::vec3* Warp::column(int i, int j) const
{
    return m_displacements.data() +
           (static_cast<std::size_t>(i) * static_cast<std::size_t>(m_countY) +
            static_cast<std::size_t>(j)) *
               static_cast<std::size_t>(m_countZ);
}

Warped Warp::at(const glm::vec3& point) const
{
    const bool left = point.x > 0;
    const float right = left ? point.x : -point.x; // distance from the median plane
    // The nodes left of the median plane are mirror images of those right of it.
    const Axis x = axisAt(right, -2 * kStepMm, m_countX + 2);
    const Axis y = axisAt(point.y, m_lowY, m_countY);
    const Axis z = axisAt(point.z, m_lowZ, m_countZ);
    glm::vec3 displacement(0), alongX(0), alongY(0), alongZ(0);
    for (int a = 0; a < 4; ++a) {
        const int i = x.first + a - 2;
        glm::vec3 plane(0), planeY(0), planeZ(0);
        for (int b = 0; b < 4; ++b) {
            const glm::vec3* nodes4 = column(std::abs(i), y.first + b) + z.first;
            const glm::vec3 row = z.weight[0] * nodes4[0] + z.weight[1] * nodes4[1] +
                                  z.weight[2] * nodes4[2] + z.weight[3] * nodes4[3];
            const glm::vec3 rowZ = z.slope[0] * nodes4[0] + z.slope[1] * nodes4[1] +
                                   z.slope[2] * nodes4[2] + z.slope[3] * nodes4[3];
            plane += y.weight[b] * row;
            planeY += y.slope[b] * row;
            planeZ += y.weight[b] * rowZ;
        }
        if (i < 0) {
            plane.x = -plane.x;
            planeY.x = -planeY.x;
            planeZ.x = -planeZ.x;
        }
        displacement += x.weight[a] * plane;
        alongX -= x.slope[a] * plane; // X falls to the right
        alongY += x.weight[a] * planeY;
        alongZ += x.weight[a] * planeZ;
    }
    if (left) {
        displacement.x = -displacement.x;
        alongX = glm::vec3(alongX.x, -alongX.y, -alongX.z);
        alongY.x = -alongY.x;
        alongZ.x = -alongZ.x;
    }
    return {point + displacement,
            glm::mat3(glm::vec3(1, 0, 0) + alongX, glm::vec3(0, 1, 0) + alongY,
                      glm::vec3(0, 0, 1) + alongZ)};
}

} // namespace knotmap::variants
