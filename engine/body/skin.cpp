#include "engine/body/skin.h"

#include "engine/core/parallel.h"
#include "engine/geometry/field.h"
#include "engine/geometry/isosurface.h"
#include "engine/geometry/simplify.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace knotmap::body {
namespace {

constexpr float kCellMm = 3;
/// Distances are needed up to the widest span and the skin above it.
constexpr float kBandMm = 44;
/// The most that skin and span together may reach out.
constexpr float kWidestMm = kBandMm - 5;
/// Skin is nowhere nearer to muscle or bone than this.
constexpr float kThinnestMm = 1.8F;
/// How widely head and body are rounded into each other: in the neck, and in the face, whose
/// features a wide joint would drown.
constexpr float kNeckBlendMm = 24, kFaceBlendMm = 3;
constexpr float kNeckMm = 1425, kFaceMm = 1460;
/// The head's table ends in the neck; it fades out between these heights, lower in front, where
/// the chin is, than behind.
constexpr float kHeadEndsMm = 1412, kChinWholeMm = 1436, kNapeWholeMm = 1508;
constexpr float kChinZ = 140, kNapeZ = 95;
constexpr std::size_t kTriangles = 150000;

struct Tissue
{
    float over, span;
};

/// The soft tissue at a place: the places of the table weighted by how near they are.
Tissue tissueAt(const std::vector<SoftTissue>& places, const glm::vec3& at) {
    const glm::vec3 right(-std::abs(at.x), at.y, at.z);
    float weights = 1e-12F, over = 5e-12F, span = 8e-12F;
    for (const SoftTissue& place : places) {
        const glm::vec3 off = (right - place.at) / place.reachMm;
        const float weight = std::exp(-1.1F * glm::dot(off, off));
        weights += weight;
        over += weight * place.overMm;
        span += weight * place.spanMm;
    }
    // Beyond the band no distance is known to span to.
    return {over / weights, std::min(span, kWidestMm * weights - over) / weights};
}

/// Calls `change(value, place, index)` for every node, a layer of the grid on each thread.
template <typename Change>
void eachNode(geometry::Field& field, Change change) {
    const geometry::Grid grid = field.grid;
    core::parallelFor(static_cast<std::size_t>(grid.size.z), [&](std::size_t layer) {
        const int z = static_cast<int>(layer);
        for (int y = 0; y < grid.size.y; ++y)
            for (int x = 0; x < grid.size.x; ++x) {
                const std::size_t index = grid.index(x, y, z);
                change(field.values[index], grid.node(x, y, z), index);
            }
    });
}

/// Distance to muscles and bones of both sides on a grid that lies symmetric about X = 0,
/// wide enough for the head.
geometry::Field measureBody(const HeadTable& head, std::span<const geometry::Mesh* const> muscles,
                            std::span<const geometry::Mesh* const> bones) {
    std::vector<const geometry::Mesh*> meshes(muscles.begin(), muscles.end());
    meshes.insert(meshes.end(), bones.begin(), bones.end());
    geometry::Bounds bounds;
    if (!head.radii.empty()) {
        const float widest = *std::max_element(head.radii.begin(), head.radii.end());
        bounds.add(head.centre - widest);
        bounds.add(head.centre + widest);
    }
    std::vector<geometry::Mesh> images;
    images.reserve(meshes.size());
    for (const geometry::Mesh* mesh : meshes)
        images.push_back(mirrored(*mesh));
    const std::size_t right = meshes.size();
    for (std::size_t i = 0; i < right; ++i) {
        const geometry::Bounds box = boundsOf(*meshes[i]);
        const float far = std::max(std::abs(box.low.x), std::abs(box.high.x));
        bounds.add({-far, box.low.y, box.low.z});
        bounds.add({far, box.high.y, box.high.z});
        meshes.push_back(&images[i]);
    }
    geometry::Grid grid = geometry::Grid::around(bounds, kCellMm, kBandMm + 4 * kCellMm);
    grid.size.x |= 1; // a layer of nodes on the median plane, so that no cell crosses it
    grid.origin.x = -kCellMm * static_cast<float>(grid.size.x - 1) / 2;
    return signedDistance(meshes, grid, kBandMm);
}

/// Closing: out by the span, back by the span less the skin's thickness (Serra, Image Analysis
/// and Mathematical Morphology, 1982), with figures that change from place to place.
geometry::Field spanHollows(const geometry::Field& body, const std::vector<Tissue>& tissue) {
    geometry::Field closed = body;
    eachNode(closed, [&](float& value, const glm::vec3&, std::size_t index) {
        value -= tissue[index].span + tissue[index].over;
    });
    closed = redistanced(closed);
    eachNode(closed, [&](float& value, const glm::vec3&, std::size_t index) {
        value += tissue[index].span;
    });
    return closed;
}

/// Signed distance to the head's skin, roughly: the radial distance, which the slant of the skin
/// makes at most a few times too long. Far outside below the head.
float headDistance(const HeadTable& head, const glm::vec3& place) {
    const glm::vec3 from = place - head.centre;
    const float far = glm::length(from);
    if (far < 1)
        return -kBandMm;
    const float whole =
        glm::mix(kNapeWholeMm, kChinWholeMm, glm::smoothstep(kNapeZ, kChinZ, place.z));
    const float fade = glm::clamp((whole - place.y) / (whole - kHeadEndsMm), 0.0F, 1.0F);
    return 0.85F * (far - head.radius(from)) + fade * fade * 40;
}

void joinHead(geometry::Field& skin, const HeadTable& head) {
    eachNode(skin, [&](float& value, const glm::vec3& place, std::size_t) {
        if (place.y < kHeadEndsMm - kNeckBlendMm)
            return;
        const float distance = std::min(headDistance(head, place), kBandMm);
        const float inFace = glm::smoothstep(kNeckMm, kFaceMm, place.y);
        value = geometry::smoothMinimum(value, distance,
                                        glm::mix(kNeckBlendMm, kFaceBlendMm, inFace));
    });
}

/// How wide a hollow is spanned where head and neck meet, which come from two people. It changes by
/// less than a millimetre a millimetre: a steeper closing would leave ridges.
float neckSpan(const glm::vec3& place) {
    constexpr float kSpanMm = 36, kHeightMm = 1420, kReachMm = 52;
    const float off = (place.y - kHeightMm) / kReachMm;
    const float behindChin = 1 - 0.8F * glm::smoothstep(65.0F, 150.0F, place.z);
    return kSpanMm * behindChin * std::exp(-off * off);
}

void closeNeck(geometry::Field& skin) {
    eachNode(skin, [](float& value, const glm::vec3& place, std::size_t) {
        value -= neckSpan(place);
    });
    skin = redistanced(skin);
    eachNode(skin, [](float& value, const glm::vec3& place, std::size_t) {
        value += neckSpan(place);
    });
}

/// The mean of both sides, which differ by rounding.
void makeSymmetric(geometry::Field& field) {
    const glm::ivec3 size = field.grid.size;
    for (int z = 0; z < size.z; ++z)
        for (int y = 0; y < size.y; ++y)
            for (int x = 0; x < size.x / 2; ++x) {
                float& a = field.at(x, y, z);
                float& b = field.at(size.x - 1 - x, y, z);
                a = b = (a + b) / 2;
            }
}

/// Hollows that no way leads to from outside are filled.
void fillHollows(geometry::Field& field) {
    const std::vector<bool> outside = outsideNodes(field);
    for (std::size_t i = 0; i < field.values.size(); ++i)
        if (field.values[i] >= 0 && !outside[i])
            field.values[i] = -field.grid.cell;
}

} // namespace

geometry::Mesh buildSkin(const SkinTables& tables, std::span<const geometry::Mesh* const> muscles,
                         std::span<const geometry::Mesh* const> bones) {
    const geometry::Field body = measureBody(tables.head, muscles, bones);
    std::vector<Tissue> tissue(body.values.size());
    geometry::Field skin = body;
    eachNode(skin, [&](float& value, const glm::vec3& place, std::size_t index) {
        if (std::abs(value) < kBandMm)
            tissue[index] = tissueAt(tables.tissue, place);
        else
            tissue[index] = {5, 8};
    });
    skin = spanHollows(body, tissue);
    blur(skin, 1);
    joinHead(skin, tables.head);
    closeNeck(skin);
    eachNode(skin, [&](float& value, const glm::vec3&, std::size_t index) {
        value = geometry::smoothMinimum(value, body.values[index] - kThinnestMm, 1.5F);
    });
    fillHollows(skin);
    makeSymmetric(skin);
    return geometry::simplifiedSymmetric(geometry::isosurface(skin), kTriangles);
}

} // namespace knotmap::body
