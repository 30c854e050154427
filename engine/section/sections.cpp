#include "engine/section/sections.h"

#include "engine/geometry/slice.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>
#include <utility>

namespace knotmap::section {
namespace {

/// Thickness of the tendon that covers a muscle's belly.
constexpr float kTendonMm = 1.6F;
/// A section no thicker than this whose edge is tendon is tendon throughout.
constexpr float kTendonThickMm = 5;
constexpr float kSkinMm = 1.8F;

/// The plane in a shape's own frame.
struct LocalPlane
{
    glm::vec3 normal;
    float offset;
};

LocalPlane localPlane(const PlaneFrame& frame, const glm::mat4& placement, float mirror)
{
    // The placement is rigid, so its transpose, being its inverse, carries the normal back.
    const glm::vec3 normal = glm::transpose(glm::mat3(placement)) * frame.normal;
    const float offset = glm::dot(frame.origin - glm::vec3(placement[3]), frame.normal);
    return {normal * glm::vec3(mirror, 1, 1), offset};
}

template <typename Value>
Value mixed(const std::vector<Value>& values, const geometry::SlicePoint& point)
{
    return values[point.from] * (1 - point.share) + values[point.to] * point.share;
}

/// Sums of a fit of tendon = x + y * right + z * up, weighted by length.
struct TendonFit
{
    glm::mat3 square{0};
    glm::vec3 right{0};
    float weight = 0, sum = 0;

    void add(const glm::vec2& position, float tendon, float length)
    {
        const glm::vec3 row(1, position.x, position.y);
        square += length * glm::outerProduct(row, row);
        right += length * tendon * row;
        weight += length;
        sum += length * tendon;
    }
    /// `reach` limits the slope in a narrow section.
    glm::vec3 solve(float reach) const
    {
        if (weight <= 0)
            return glm::vec3(0);
        const glm::vec3 mean(sum / weight, 0, 0);
        glm::mat3 held = square;
        held[1][1] += 0.05F * weight * reach * reach;
        held[2][2] += 0.05F * weight * reach * reach;
        if (std::abs(glm::determinant(held)) < 1e-6F)
            return mean;
        const glm::vec3 fit = glm::inverse(held) * right;
        return std::isfinite(fit.x + fit.y + fit.z) ? fit : mean;
    }
};

} // namespace

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

void Sections::addStructure(const SolidToCut& solid, const glm::mat4& placement)
{
    const geometry::Mesh& mesh = *solid.mesh;
    const bool posed = solid.posed != nullptr;
    const float mirror = solid.left ? -1.0F : 1.0F;
    const LocalPlane plane = localPlane(frame, placement, posed ? 1.0F : mirror);
    const auto cut = geometry::slice(posed ? *solid.posed : mesh.positions, mesh.indices,
                                     plane.normal, plane.offset);
    if (cut.empty())
        return;

    Contour section;
    section.instance = solid.instance;
    section.first = segments.size();
    const bool muscle = solid.kind == anatomy::Kind::Muscle && !mesh.fibres.empty();
    const CorticalThickness cortex = solid.cortex != nullptr ? *solid.cortex : CorticalThickness();
    TendonFit tendon;
    float area = 0, around = 0, walls = 0;
    const glm::vec3 turn(posed ? 1.0F : mirror, 1, 1);
    for (const geometry::SliceSegment& line : cut) {
        const auto inPlane = [&](const geometry::SlicePoint& point) {
            return frame.to(glm::vec3(placement * glm::vec4(point.position * turn, 1)));
        };
        ContourSegment segment{inPlane(line.start), inPlane(line.end), glm::vec2(0)};
        const float length = glm::distance(segment.start, segment.end);
        const auto widthAt = [&](const geometry::SlicePoint& point) {
            return muscle ? kTendonMm * mixed(mesh.tendon, point)
                          : cortex.at(mixed(mesh.positions, point));
        };
        segment.widths = {widthAt(line.start), widthAt(line.end)};
        if (muscle) {
            tendon.add(segment.start, mixed(mesh.tendon, line.start), length);
            section.fibre += length * mixed(mesh.fibres, line.start);
        }
        around += length;
        walls += length * segment.widths.x;
        area += 0.5F * (segment.start.x * segment.end.y - segment.end.x * segment.start.y);
        section.low = glm::min(section.low, glm::min(segment.start, segment.end));
        section.high = glm::max(section.high, glm::max(segment.start, segment.end));
        if (solid.left) { // a mirror image has the opposite orientation
            std::swap(segment.start, segment.end);
            std::swap(segment.widths.x, segment.widths.y);
        }
        segments.push_back(segment);
    }
    section.count = segments.size() - section.first;
    section.thickness = 2 * std::abs(area) / std::max(around, 1e-3F);
    section.tendon = tendon.solve(0.5F * glm::distance(section.low, section.high));
    if (muscle) // the tendon on a thick belly covers muscle
        section.tendon *=
            1 - glm::smoothstep(kTendonThickMm, 2 * kTendonThickMm, section.thickness);
    else
        section.tendon.x = glm::smoothstep(2.0F, 4.0F, walls / std::max(around, 1e-3F));
    // In a pose the fibres are those of the measured stance: accurate enough for a pattern.
    const glm::vec3 fibre = glm::mat3(placement) * (section.fibre * glm::vec3(mirror, 1, 1));
    section.fibre = glm::length(fibre) > 1e-4F ? glm::normalize(fibre) : glm::vec3(0);
    structures.push_back(section);
}

void Sections::addSkin(const std::vector<glm::vec3>& positions,
                       const std::vector<std::uint32_t>& indices, const glm::mat4& placement)
{
    const LocalPlane plane = localPlane(frame, placement, 1);
    skin = {};
    skin.first = segments.size();
    for (const geometry::SliceSegment& line :
         geometry::slice(positions, indices, plane.normal, plane.offset)) {
        const auto inPlane = [&](const geometry::SlicePoint& point) {
            return frame.to(glm::vec3(placement * glm::vec4(point.position, 1)));
        };
        const ContourSegment segment{inPlane(line.start), inPlane(line.end), glm::vec2(kSkinMm)};
        skin.low = glm::min(skin.low, glm::min(segment.start, segment.end));
        skin.high = glm::max(skin.high, glm::max(segment.start, segment.end));
        segments.push_back(segment);
    }
    skin.count = segments.size() - skin.first;
}

void Sections::addBorder(const scene::Cut& cut)
{
    border = {};
    border.first = segments.size();
    if (glm::length(cut.side) <= 0)
        return;
    const glm::vec2 corners[] = {
        frame.to(cut.point - cut.side - cut.other), frame.to(cut.point + cut.side - cut.other),
        frame.to(cut.point + cut.side + cut.other), frame.to(cut.point - cut.side + cut.other)};
    for (std::size_t i = 0; i < 4; ++i)
        segments.push_back({corners[i], corners[(i + 1) % 4], glm::vec2(0)});
    border.count = 4;
}

} // namespace knotmap::section
