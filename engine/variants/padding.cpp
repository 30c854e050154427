// The soft tissue of a build: how far, and in which direction, each vertex of the measured skin is
// padded.

#include "engine/variants/body_builder.h"
#include "engine/variants/surface_smoothing.h"

#include "engine/core/parallel.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::variants {
namespace {

constexpr std::size_t kChunk = 512;
/// Fraction of the distance between opposite skin surfaces that both together may take up.
constexpr float kRoomShare = 0.84F;
/// Rounds of smoothing that turn the steps between pads into slopes.
constexpr int kPaddingRounds = 16;
constexpr int kRunOutRounds = 8;
/// Soft tissue of this thickness hides half of the grooves between muscles.
constexpr float kVeilMm = 3;
/// A pad's weight falls to a third at its reach: exp(-1.0986).
constexpr float kThird = 1.0986F;
/// Weight that pulls a point without any pad near it to zero.
constexpr float kGround = 1e-4F;
/// How far behind a mound's base the skin belongs to another side of the body.
constexpr float kMoundDeepMm = 75, kMoundShallowMm = 40;

float smooth(float from, float to, float x)
{
    const float t = std::clamp((x - from) / (to - from), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

/// The pads of a part blended at a point of the right side.
float blend(const std::vector<Cushion>& cushions, std::size_t part, const glm::vec3& point)
{
    float sum = 0, weights = kGround;
    for (const Cushion& cushion : cushions) {
        if (!cushion.parts[part])
            continue;
        const glm::vec3 off = (point - cushion.at) / cushion.reachMm;
        const float weight = std::exp(-kThird * glm::dot(off, off));
        sum += weight * cushion.addMm;
        weights += weight;
    }
    return sum / weights;
}

/// Height of a mound over its base, as a fraction of its peak: steep and round below, tapering to
/// the chest above.
float moundHeight(const Mound& mound, const glm::vec3& off)
{
    const glm::vec3 up = glm::normalize(glm::vec3(0, 1, 0) - mound.towards.y * mound.towards);
    const glm::vec3 aside = glm::cross(up, mound.towards);
    const float v = glm::dot(off, up) / (glm::dot(off, up) > 0 ? mound.upMm : mound.downMm);
    const float u = glm::dot(off, aside) / mound.asideMm;
    const float squared = u * u + v * v;
    if (squared >= 1)
        return 0;
    const float rise = squared > 0 ? 0.5F + 0.5F * v / std::sqrt(squared) : 0.5F;
    return std::pow(1 - squared, 1.25F + 0.75F * rise);
}

} // namespace

const std::vector<float>& BodyBuilder::paddingOf(std::size_t variant)
{
    if (m_paddings[variant])
        return *m_paddings[variant];
    const SkinCover& known = cover();
    const std::vector<Cushion>& cushions = m_tables.variants[variant].cushions;
    const std::vector<glm::vec3>& points = m_skin->mesh().positions;
    std::vector<float> padding(points.size(), 0);
    core::parallelFor((known.own.size() + kChunk - 1) / kChunk, [&](std::size_t chunk) {
        const std::size_t end = std::min(known.own.size(), (chunk + 1) * kChunk);
        for (std::size_t i = chunk * kChunk; i < end; ++i) {
            const std::uint32_t v = known.own[i];
            const glm::vec3 right(-std::abs(points[v].x), points[v].y, points[v].z);
            float sum = 0;
            for (std::size_t part = 0; part < kSkinParts; ++part)
                if (known.parts[v][part] > 0)
                    sum += known.parts[v][part] * blend(cushions, part, right);
            padding[v] = padding[known.mirror[v]] = sum;
        }
    });
    m_paddings[variant] = std::move(padding);
    return *m_paddings[variant];
}

void BodyBuilder::limitPadding(std::vector<float>& padding)
{
    const SkinCover& known = cover();
    constexpr float kNoLimit = 70; // more than any padding, small enough to be smoothed with
    std::vector<float> room(padding.size(), kNoLimit);
    core::parallelFor((known.own.size() + kChunk - 1) / kChunk, [&](std::size_t chunk) {
        const std::size_t end = std::min(known.own.size(), (chunk + 1) * kChunk);
        for (std::size_t i = chunk * kChunk; i < end; ++i) {
            const std::uint32_t v = known.own[i];
            if (!known.facing[v].met)
                continue;
            const glm::vec3 here = m_warp->at(m_skin->mesh().positions[v]).point;
            const glm::vec3 there = m_warp->at(known.facing[v].at).point;
            const float own = std::max(padding[v], 0.1F);
            const float share = own / (own + std::max(padding[known.facing[v].vertex], 0.0F));
            room[v] = room[known.mirror[v]] = kRoomShare * share * glm::distance(here, there);
        }
    });
    spreadMinimum(*m_skin, 4, room);
    smoothOver(*m_skin, known, 14, room);
    for (std::size_t v = 0; v < padding.size(); ++v) {
        if (padding[v] > 0) {
            const float filled = padding[v] / std::max(room[v], 0.05F);
            padding[v] /= std::sqrt(std::sqrt(1 + filled * filled * filled * filled));
        } else {
            padding[v] = std::max(padding[v], -known.spareMm[v]);
        }
    }
}

glm::vec3 BodyBuilder::moundDisplacement(const Amounts& amounts, std::uint32_t vertex)
{
    const SkinCover& known = cover();
    const glm::vec3& point = m_skin->mesh().positions[vertex];
    const bool left = point.x > 0;
    const glm::vec3 mirror(left ? -1.0F : 1.0F, 1, 1);
    glm::vec3 displacement(0);
    for (std::size_t i = 0; i < kVariants; ++i)
        for (const Mound& mound : m_tables.variants[i].mounds) {
            if (amounts[i] <= 0)
                break;
            const glm::vec3 off = point * mirror - mound.at;
            const float behind = glm::dot(off, mound.towards);
            const float share = amounts[i] * known.parts[vertex][0] *
                                smooth(-kMoundDeepMm, -kMoundShallowMm, behind);
            if (share > 0)
                displacement += share * mound.standMm * moundHeight(mound, off) * mound.towards;
        }
    return displacement * mirror;
}

std::vector<glm::vec3> BodyBuilder::moundDisplacements(const Amounts& amounts)
{
    std::vector<glm::vec3> displacements(m_skin->mesh().positions.size(), glm::vec3(0));
    bool any = false;
    for (std::size_t i = 0; i < kVariants; ++i)
        any = any || (amounts[i] > 0 && !m_tables.variants[i].mounds.empty());
    if (!any)
        return displacements;
    core::parallelFor((displacements.size() + kChunk - 1) / kChunk, [&](std::size_t chunk) {
        const std::size_t end = std::min(displacements.size(), (chunk + 1) * kChunk);
        for (std::size_t v = chunk * kChunk; v < end; ++v)
            displacements[v] = moundDisplacement(amounts, static_cast<std::uint32_t>(v));
    });
    smoothVectors(*m_skin, kRunOutRounds, displacements);
    return displacements;
}

std::vector<glm::vec3> BodyBuilder::padSkin(const Amounts& amounts)
{
    const SkinCover& known = cover();
    std::vector<float> padding(known.mirror.size(), 0);
    for (std::size_t i = 0; i < kVariants; ++i) {
        if (amounts[i] <= 0)
            continue;
        const std::vector<float>& part = paddingOf(i);
        for (std::size_t v = 0; v < padding.size(); ++v)
            padding[v] += amounts[i] * part[v];
    }
    smoothOver(*m_skin, known, kPaddingRounds, padding);
    for (std::size_t v = 0; v < padding.size(); ++v)
        padding[v] *= known.growing[v];
    limitPadding(padding);
    std::vector<glm::vec3> pads(padding.size());
    core::parallelFor((pads.size() + kChunk - 1) / kChunk, [&](std::size_t chunk) {
        const std::size_t end = std::min(pads.size(), (chunk + 1) * kChunk);
        for (std::size_t v = chunk * kChunk; v < end; ++v)
            pads[v] = padding[v] * known.outward[v];
    });
    // Soft tissue tapers off where it ends, and at a mound's base: steps would fold.
    smoothVectors(*m_skin, kRunOutRounds, pads);
    std::vector<glm::vec3> mounds = moundDisplacements(amounts);
    for (const std::uint32_t v : known.own) {
        if (padding[v] > 0)
            pads[v] += padding[v] / (padding[v] + kVeilMm) * known.toForm[v];
        else if (const float length = glm::length(pads[v]); length > known.spareMm[v])
            // Removed sideways, in a crease, it would expose what lies beside it.
            pads[v] *= known.spareMm[v] / length;
        pads[v] += mounds[v];
        const glm::vec3& normal = m_skin->mesh().normals[v];
        const float inward = -glm::dot(pads[v], normal);
        if (inward > known.spareMm[v])
            pads[v] += (inward - known.spareMm[v]) * normal;
    }
    return pads;
}

} // namespace knotmap::variants
