#include "engine/section/body_section.h"

#include "engine/body/joint_instances.h"
#include "engine/geometry/slice.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>

namespace knotmap::section {
namespace {

/// How thick the tendon is that covers a muscle's belly.
constexpr float kTendonMm = 1.6F;
/// A section no thicker than that whose edge is tendon is tendon throughout.
constexpr float kTendonThickMm = 5;

/// A plane as seen from a shape's own frame.
struct LocalPlane
{
    glm::vec3 normal;
    float offset;
};

LocalPlane localPlane(const PlaneFrame& frame, const glm::mat4& placement, float mirror)
{
    // The placement is rigid, so its inverse turns normals as its transpose does.
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

    void add(const glm::vec2& place, float tendon, float length)
    {
        const glm::vec3 row(1, place.x, place.y);
        square += length * glm::outerProduct(row, row);
        right += length * tendon * row;
        weight += length;
        sum += length * tendon;
    }
    /// `reach` keeps a narrow section from being tilted without end.
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

bool same(const scene::Cut& a, const scene::Cut& b)
{
    return a.point == b.point && a.normal == b.normal && a.side == b.side && a.other == b.other;
}

} // namespace

bool BodySection::update(const scene::Scene& scene, const scene::PosedBody& posed)
{
    const auto pose = posed.posed() ? scene.pose : nullptr;
    const scene::Cut& cut = *scene.cut;
    if (scene.atlas == m_atlas && pose == m_pose && scene.bodyPlacement == m_placement &&
        same(cut, m_cut))
        return false;
    if (scene.atlas != m_atlas || pose != m_pose)
        forget(scene);
    if (pose && pose != m_pose)
        m_otherSide = body::forOtherSide(*pose, body::oppositeJoints(scene.atlas->joints));
    m_atlas = scene.atlas;
    m_pose = pose;
    m_placement = scene.bodyPlacement;
    m_cut = cut;
    m_frame = planeFrameOf(cut);
    m_structures.clear();
    m_segments.clear();
    for (std::uint32_t i = 0; i < scene.atlas->instances.size(); ++i)
        cutInstance(scene, posed, i);
    cutSkin(scene, posed);
    addBorder(cut);
    return true;
}

void BodySection::forget(const scene::Scene& scene)
{
    m_posed.assign(scene.atlas->instances.size(), {});
    if (scene.atlas == m_atlas)
        return;
    m_cortices.assign(scene.atlas->shapes.size(), CorticalThickness());
    m_balls.clear();
    for (const body::Shape& shape : scene.atlas->shapes)
        m_balls.push_back(scene::ballAround(boundsOf(shape.mesh)));
}

const std::vector<glm::vec3>& BodySection::posedPlaces(std::uint32_t instance)
{
    const body::Instance& each = m_atlas->instances[instance];
    const body::Shape& shape = m_atlas->shapeOf(each);
    std::vector<glm::vec3>& posed = m_posed[instance];
    if (!posed.empty())
        return posed;
    const bool left = each.side == core::Side::Left;
    posed = shape.mesh.positions;
    if (left)
        for (glm::vec3& place : posed)
            place.x = -place.x;
    posed = body::posedPlaces(posed, shape.weights, left ? m_otherSide : *m_pose);
    return posed;
}

bool BodySection::misses(const scene::Scene& scene, const scene::PosedBody& posed,
                         std::uint32_t instance)
{
    const body::Instance& each = scene.atlas->instances[instance];
    scene::Ball ball = posed.posed() ? posed.ball(instance) : m_balls[each.shape];
    if (!posed.posed() && each.side == core::Side::Left)
        ball.centre.x = -ball.centre.x;
    const glm::vec3 centre(scene.bodyPlacement * glm::vec4(ball.centre, 1));
    return std::abs(scene.cut->above(centre)) > ball.radius;
}

void BodySection::cutInstance(const scene::Scene& scene, const scene::PosedBody& body,
                              std::uint32_t instance)
{
    const body::Instance& each = scene.atlas->instances[instance];
    const body::Shape& shape = scene.atlas->shapeOf(each);
    if (misses(scene, body, instance))
        return;
    const bool left = each.side == core::Side::Left, posed = body.posed();
    const float mirror = left ? -1.0F : 1.0F;
    const LocalPlane plane = localPlane(m_frame, scene.bodyPlacement, posed ? 1.0F : mirror);
    const auto cut = geometry::slice(posed ? posedPlaces(instance) : shape.mesh.positions,
                                     shape.mesh.indices, plane.normal, plane.offset);
    if (cut.empty())
        return;

    Contour section;
    section.instance = instance;
    section.first = m_segments.size();
    const bool muscle = shape.kind == anatomy::Kind::Muscle && !shape.mesh.fibres.empty();
    CorticalThickness& cortex = m_cortices[each.shape];
    if (shape.kind == anatomy::Kind::Bone && cortex.at(glm::vec3(0)) <= 0)
        cortex = CorticalThickness(shape.mesh);
    TendonFit tendon;
    float area = 0, around = 0, walls = 0;
    const glm::vec3 turn(posed ? 1.0F : mirror, 1, 1);
    for (const geometry::SliceSegment& line : cut) {
        const auto inPlane = [&](const geometry::SlicePoint& point) {
            return m_frame.to(glm::vec3(scene.bodyPlacement * glm::vec4(point.position * turn, 1)));
        };
        ContourSegment segment{inPlane(line.start), inPlane(line.end), glm::vec2(0)};
        const float length = glm::distance(segment.start, segment.end);
        const auto widthAt = [&](const geometry::SlicePoint& point) {
            return muscle ? kTendonMm * mixed(shape.mesh.tendon, point)
                          : cortex.at(mixed(shape.mesh.positions, point));
        };
        segment.widths = {widthAt(line.start), widthAt(line.end)};
        if (muscle) {
            tendon.add(segment.start, mixed(shape.mesh.tendon, line.start), length);
            section.fibre += length * mixed(shape.mesh.fibres, line.start);
        }
        around += length;
        walls += length * segment.widths.x;
        area += 0.5F * (segment.start.x * segment.end.y - segment.end.x * segment.start.y);
        section.low = glm::min(section.low, glm::min(segment.start, segment.end));
        section.high = glm::max(section.high, glm::max(segment.start, segment.end));
        m_segments.push_back(segment);
    }
    section.count = m_segments.size() - section.first;
    section.thickness = 2 * std::abs(area) / std::max(around, 1e-3F);
    section.tendon = tendon.solve(0.5F * glm::distance(section.low, section.high));
    if (muscle) // the tendon on a thick belly covers flesh
        section.tendon *=
            1 - glm::smoothstep(kTendonThickMm, 2 * kTendonThickMm, section.thickness);
    else
        section.tendon.x = glm::smoothstep(2.0F, 4.0F, walls / std::max(around, 1e-3F));
    // In a pose the fibres are those of the measured stance: enough for a pattern.
    const glm::vec3 fibre =
        glm::mat3(scene.bodyPlacement) * (section.fibre * glm::vec3(mirror, 1, 1));
    section.fibre = glm::length(fibre) > 1e-4F ? glm::normalize(fibre) : glm::vec3(0);
    m_structures.push_back(section);
}

void BodySection::cutSkin(const scene::Scene& scene, const scene::PosedBody& posed)
{
    constexpr float kSkinMm = 1.8F;
    const body::Skin& skin = scene.atlas->skin;
    const LocalPlane plane = localPlane(m_frame, scene.bodyPlacement, 1);
    m_skin = {};
    m_skin.first = m_segments.size();
    for (const geometry::SliceSegment& line :
         geometry::slice(posed.posed() ? posed.skin() : skin.mesh.positions, skin.mesh.indices,
                         plane.normal, plane.offset)) {
        const auto inPlane = [&](const geometry::SlicePoint& point) {
            return m_frame.to(glm::vec3(scene.bodyPlacement * glm::vec4(point.position, 1)));
        };
        const ContourSegment segment{inPlane(line.start), inPlane(line.end), glm::vec2(kSkinMm)};
        m_skin.low = glm::min(m_skin.low, glm::min(segment.start, segment.end));
        m_skin.high = glm::max(m_skin.high, glm::max(segment.start, segment.end));
        m_segments.push_back(segment);
    }
    m_skin.count = m_segments.size() - m_skin.first;
}

void BodySection::addBorder(const scene::Cut& cut)
{
    m_border = {};
    m_border.first = m_segments.size();
    if (glm::length(cut.side) <= 0)
        return;
    const glm::vec2 corners[] = {
        m_frame.to(cut.point - cut.side - cut.other), m_frame.to(cut.point + cut.side - cut.other),
        m_frame.to(cut.point + cut.side + cut.other), m_frame.to(cut.point - cut.side + cut.other)};
    for (std::size_t i = 0; i < 4; ++i)
        m_segments.push_back({corners[i], corners[(i + 1) % 4], glm::vec2(0)});
    m_border.count = 4;
}

} // namespace knotmap::section
