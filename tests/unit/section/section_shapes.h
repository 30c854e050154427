#pragma once

#include "engine/geometry/mesh.h"
#include "engine/section/sections.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <map>
#include <utility>

namespace knotmap::testing {

/// A cube around `centre` with edges of `size` along the axes, anticlockwise from outside.
inline geometry::Mesh cube(const glm::vec3& centre, float size)
{
    geometry::Mesh mesh;
    for (int corner = 0; corner < 8; ++corner)
        mesh.positions.push_back(
            centre +
            size * (glm::vec3(corner & 1, corner >> 1 & 1, corner >> 2 & 1) - glm::vec3(0.5F)));
    mesh.indices = {0, 2, 3, 0, 3, 1, 4, 5, 7, 4, 7, 6, 0, 1, 5, 0, 5, 4,
                    2, 6, 7, 2, 7, 3, 0, 4, 6, 0, 6, 2, 1, 3, 7, 1, 7, 5};
    return mesh;
}

/// A closed cylinder along Y through `middle`, with many vertices along it.
inline geometry::Mesh rod(const glm::vec3& middle, float length, float radius)
{
    constexpr std::uint32_t kRings = 41, kSides = 24;
    geometry::Mesh mesh;
    for (std::uint32_t ring = 0; ring < kRings; ++ring)
        for (std::uint32_t side = 0; side < kSides; ++side) {
            const float angle = 2 * static_cast<float>(M_PI) * static_cast<float>(side) / kSides;
            mesh.positions.push_back(
                middle + glm::vec3(radius * std::sin(angle),
                                   length * (static_cast<float>(ring) / (kRings - 1) - 0.5F),
                                   radius * std::cos(angle)));
        }
    const auto add = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        mesh.indices.insert(mesh.indices.end(), {a, b, c});
    };
    for (std::uint32_t ring = 0; ring + 1 < kRings; ++ring)
        for (std::uint32_t side = 0; side < kSides; ++side) {
            const std::uint32_t a = ring * kSides + side, b = ring * kSides + (side + 1) % kSides;
            add(a, b, b + kSides);
            add(a, b + kSides, a + kSides);
        }
    for (std::uint32_t side = 1; side + 1 < kSides; ++side) {
        add(0, side + 1, side);
        add((kRings - 1) * kSides, (kRings - 1) * kSides + side, (kRings - 1) * kSides + side + 1);
    }
    return mesh;
}

/// The signed area enclosed by contours, mm2: positive if the inside is on the left.
inline float areaOf(const section::Sections& sections, const section::Contour& section)
{
    float area = 0;
    for (std::size_t i = section.first; i < section.first + section.count; ++i) {
        const auto& [start, end, widths] = sections.segments[i];
        area += 0.5F * (start.x * end.y - end.x * start.y);
    }
    return area;
}

inline float lengthOf(const section::Sections& sections, const section::Contour& section)
{
    float length = 0;
    for (std::size_t i = section.first; i < section.first + section.count; ++i)
        length += glm::distance(sections.segments[i].start, sections.segments[i].end);
    return length;
}

/// Whether as many segments end at each point as start there.
inline bool isClosed(const section::Sections& sections, const section::Contour& section)
{
    std::map<std::pair<float, float>, int> balance;
    for (std::size_t i = section.first; i < section.first + section.count; ++i) {
        const auto& [start, end, widths] = sections.segments[i];
        ++balance[{start.x, start.y}];
        --balance[{end.x, end.y}];
    }
    for (const auto& [point, count] : balance)
        if (count != 0)
            return false;
    return section.count > 0;
}

/// A cut across Y at a height, with everything above it removed.
inline scene::Cut cutAt(float height)
{
    scene::Cut cut;
    cut.point = {0, height, 0};
    cut.normal = {0, 1, 0};
    return cut;
}

inline section::Sections sectionsAt(const scene::Cut& cut)
{
    section::Sections sections;
    sections.frame = section::planeFrameOf(cut);
    return sections;
}

/// The section of one mesh as a bone of the right side.
inline section::Sections sectionOf(const geometry::Mesh& mesh, const scene::Cut& cut)
{
    section::Sections sections = sectionsAt(cut);
    section::SolidToCut solid;
    solid.kind = anatomy::Kind::Bone;
    solid.mesh = &mesh;
    sections.addStructure(solid, glm::mat4(1));
    return sections;
}

} // namespace knotmap::testing
