#include "engine/variants/measured_skin.h"

#include "engine/core/parallel.h"
#include "engine/geometry/mirror.h"
#include "engine/variants/surface_smoothing.h"
#include "engine/variants/untangle.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::variants {
namespace {

constexpr std::size_t kChunk = 512;
constexpr int kOutwardRounds = 36;
constexpr int kFormRounds = 50;
/// Beyond this distance, opposite skin is no obstacle.
constexpr float kFarthestFacingMm = 160;
/// Kept back where soft tissue is removed, so that smoothing and scaling do not consume the rest.
constexpr float kReserveMm = 0.8F;

glm::vec3 mirrored(const glm::vec3& point)
{
    return point * glm::vec3(-1, 1, 1);
}

/// The part of the skin that a joint moves: that of its nearest ancestor that begins one. -1: hand
/// or foot.
std::vector<int> partOfJoints(const std::vector<body::JointInstance>& joints)
{
    std::vector<int> parts;
    for (const body::JointInstance& joint : joints) {
        int part = joint.parent < 0 ? 0 : parts[static_cast<std::size_t>(joint.parent)];
        if (joint.key == anatomy::kShoulder)
            part = static_cast<int>(SkinPart::Arm);
        else if (joint.key == anatomy::kHip)
            part = static_cast<int>(SkinPart::Leg);
        else if (joint.key == anatomy::kUpperNeck)
            part = static_cast<int>(SkinPart::Head);
        else if (joint.key == anatomy::kWrist || joint.key == anatomy::kBelowTalus)
            part = -1;
        parts.push_back(part);
    }
    return parts;
}

void fillParts(const body::Atlas& atlas, SkinCover& cover)
{
    const std::size_t count = atlas.skin.mesh.positions.size();
    cover.parts.assign(count, {});
    if (atlas.skin.weights.size() != count) {
        for (auto& shares : cover.parts)
            shares[0] = 1; // without joints everything is trunk
        return;
    }
    const std::vector<int> parts = partOfJoints(atlas.joints);
    for (std::size_t v = 0; v < count; ++v)
        for (std::size_t i = 0; i < 4; ++i) {
            const body::JointWeights& weights = atlas.skin.weights[v];
            if (weights.joints[i] >= parts.size() || parts[weights.joints[i]] < 0)
                continue;
            cover.parts[v][static_cast<std::size_t>(parts[weights.joints[i]])] +=
                static_cast<float>(weights.shares[i]) / 255;
        }
    for (const std::uint32_t v : cover.own)
        for (std::size_t part = 0; part < kSkinParts; ++part) {
            float& share = cover.parts[v][part];
            float& other = cover.parts[cover.mirror[v]][part];
            share = other = (share + other) / 2;
        }
}

void fillOutward(const geometry::Surface& surface, SkinCover& cover)
{
    const std::size_t count = surface.mesh().positions.size();
    cover.outward = surface.mesh().normals;
    std::vector<glm::vec3> next(count);
    for (int round = 0; round < kOutwardRounds; ++round) {
        core::parallelFor((count + kChunk - 1) / kChunk, [&](std::size_t chunk) {
            const std::size_t end = std::min(count, (chunk + 1) * kChunk);
            for (std::size_t v = chunk * kChunk; v < end; ++v) {
                const auto vertex = static_cast<std::uint32_t>(v);
                glm::vec3 sum = cover.outward[v];
                for (const std::uint32_t* n = surface.neighboursBegin(vertex);
                     n != surface.neighboursEnd(vertex); ++n)
                    sum += cover.outward[*n];
                const float length = glm::length(sum);
                next[v] = length > 1e-6F ? sum / length : cover.outward[v];
            }
        });
        cover.outward.swap(next);
    }
    for (const std::uint32_t v : cover.own) {
        const std::uint32_t other = cover.mirror[v];
        const glm::vec3 sum = cover.outward[v] + mirrored(cover.outward[other]);
        cover.outward[v] = glm::normalize(sum);
        cover.outward[other] = mirrored(cover.outward[v]);
    }
}

void fillFacing(const geometry::Surface& surface, SkinCover& cover)
{
    constexpr float kOffMm = 1;
    const geometry::Mesh& mesh = surface.mesh();
    cover.facing.assign(mesh.positions.size(), {});
    core::parallelFor((cover.own.size() + kChunk - 1) / kChunk, [&](std::size_t chunk) {
        const std::size_t end = std::min(cover.own.size(), (chunk + 1) * kChunk);
        for (std::size_t i = chunk * kChunk; i < end; ++i) {
            const std::uint32_t v = cover.own[i];
            const glm::vec3& direction = mesh.normals[v];
            const auto hit =
                surface.cast(mesh.positions[v] + kOffMm * direction, direction, kFarthestFacingMm);
            // The far wall of a groove is not opposite skin: it swells along with this one.
            if (!hit || glm::dot(hit->normal, direction) > -0.5F)
                continue;
            const std::uint32_t met = mesh.indices[3 * hit->triangle];
            cover.facing[v] = {true, hit->position, met};
            if (cover.mirror[v] != v)
                cover.facing[cover.mirror[v]] = {true, mirrored(hit->position), cover.mirror[met]};
        }
    });
}

/// The displacement to the form visible through soft tissue, without the grooves and ridges of
/// muscles. The volume that smoothing takes off whole limbs is restored: the loss is smoothed too.
void fillVeil(const geometry::Surface& surface, SkinCover& cover)
{
    std::vector<glm::vec3> form = cover.rest;
    smoothVectors(surface, kFormRounds, form);
    std::vector<glm::vec3> loss(form.size());
    for (std::size_t v = 0; v < form.size(); ++v)
        loss[v] = cover.rest[v] - form[v];
    smoothVectors(surface, kFormRounds, loss);
    cover.toForm.resize(form.size());
    for (const std::uint32_t v : cover.own) {
        const std::uint32_t other = cover.mirror[v];
        const glm::vec3 offset = form[v] + loss[v] - cover.rest[v];
        const glm::vec3 there = form[other] + loss[other] - cover.rest[other];
        cover.toForm[v] = (offset + mirrored(there)) * 0.5F;
        cover.toForm[other] = mirrored(cover.toForm[v]);
    }
}

/// Eyelids, lips and ears, which no soft tissue thickens.
void fillGrowing(const body::Atlas& atlas, const geometry::Surface& surface, SkinCover& cover)
{
    cover.growing.assign(surface.mesh().positions.size(), 1);
    const std::vector<std::uint16_t>& regions = atlas.skin.regions;
    for (std::size_t v = 0; v < regions.size(); ++v) {
        const std::string& id = atlas.regions[regions[v]].id;
        if (id == "eye" || id == "ear" || id == "teeth")
            cover.growing[v] = 0;
    }
    spreadMinimum(surface, 2, cover.growing);
    smoothOver(surface, cover, 8, cover.growing);
}

void fillSpare(const body::Atlas& atlas, const geometry::Surface& surface, SkinCover& cover)
{
    std::vector<glm::vec3> points;
    for (const std::uint32_t v : cover.own) {
        const glm::vec3& point = surface.mesh().positions[v];
        points.emplace_back(-std::abs(point.x), point.y, point.z);
    }
    const std::vector<float> distances = distancesToStructures(atlas, points);
    cover.coverMm.assign(surface.mesh().positions.size(), 0);
    for (std::size_t i = 0; i < cover.own.size(); ++i)
        cover.coverMm[cover.own[i]] = cover.coverMm[cover.mirror[cover.own[i]]] = distances[i];
    cover.spareMm = cover.coverMm;
    for (float& spare : cover.spareMm)
        spare = std::max(0.0F, spare - kThinnestSkinMm - kReserveMm);
    const std::vector<float> limit = cover.spareMm;
    spreadMinimum(surface, 2, cover.spareMm);
    smoothOver(surface, cover, 8, cover.spareMm);
    for (std::size_t v = 0; v < limit.size(); ++v)
        cover.spareMm[v] = std::min(cover.spareMm[v], limit[v]);
}

} // namespace

SkinCover measureCover(const body::Atlas& atlas, const geometry::Surface& surface)
{
    SkinCover cover;
    const geometry::Mesh& mesh = surface.mesh();
    cover.mirror = geometry::mirrorVertices(mesh);
    for (std::uint32_t v = 0; v < mesh.positions.size(); ++v)
        if (cover.mirror[v] == v || mesh.positions[v].x < 0)
            cover.own.push_back(v);
    cover.rest = widenNeedles(surface, cover);
    fillParts(atlas, cover);
    fillOutward(surface, cover);
    fillVeil(surface, cover);
    fillGrowing(atlas, surface, cover);
    fillFacing(surface, cover);
    fillSpare(atlas, surface, cover);
    return cover;
}

} // namespace knotmap::variants
