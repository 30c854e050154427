#include "engine/bake/skin.h"

#include "engine/bake/skin_cover.h"
#include "engine/body/mesh_codec.h"
#include "engine/core/parallel.h"
#include "engine/geometry/mirror.h"
#include "engine/remesh/flip_edges.h"
#include "engine/remesh/simplify.h"
#include "engine/remesh/uncross.h"
#include "engine/volume/field.h"
#include "engine/volume/isosurface.h"
#include "engine/volume/smooth_sample.h"
#include "engine/volume/sparse_surface.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace knotmap::bake {
namespace {

constexpr float kCellMm = 3;
/// Distances are needed up to the widest span plus the skin thickness above it.
constexpr float kBandMm = 44;
/// Limit on span plus skin thickness.
constexpr float kWidestMm = kBandMm - 5;
/// Minimum distance of the skin from muscle or bone.
constexpr float kThinnestMm = 1.8F;
/// The same for its triangles, which deviate slightly from its form.
constexpr float kMinDepthMm = 1.2F;
/// Blend radius where the skin is lifted to that distance; larger on the vault, where edges of thin
/// muscles would show.
constexpr float kThinBlendMm = 3, kVaultThinBlendMm = 18;
constexpr float kVaultFromMm = 1500, kVaultMm = 1600;
/// Below, the neck is the body's own; from the base of the neck up it turns gradually into the
/// head's.
constexpr float kNeckEndsMm = 1345, kNeckWholeMm = 1425;
/// Blend radii between body and head, in the neck, on the vault and in the face.
constexpr float kNeckBlendMm = 36, kVaultBlendMm = 6, kFaceBlendMm = 2;
constexpr float kNeckMm = 1400, kFaceMm = 1445;
constexpr float kEarZ = 105, kFaceZ = 135;
/// How far the head's form has receded where the neck ends.
constexpr float kFadeMm = 70;
/// The lattice on which the skin is meshed: steps for the body, and for head, hands and feet.
constexpr float kBodyStepMm = 3, kFineStepMm = 1, kFaceStepMm = 0.8F;
/// How far the strokes may displace the skin.
constexpr float kStrayMm = 2;
/// How far its triangles may deviate from the form, on the body, on hands and feet, in the face.
constexpr float kBodyErrorMm = 0.3F, kLimbErrorMm = 0.3F, kFaceErrorMm = 0.14F;

struct Tissue
{
    float over, span;
};

/// The soft tissue at a point: the entries of the table weighted by proximity.
Tissue tissueAt(const std::vector<SoftTissue>& points, const glm::vec3& at)
{
    const glm::vec3 right(-std::abs(at.x), at.y, at.z);
    float weights = 1e-12F, over = 5e-12F, span = 8e-12F;
    for (const SoftTissue& point : points) {
        const glm::vec3 off = (right - point.at) / point.reachMm;
        const float weight = std::exp(-1.1F * glm::dot(off, off));
        weights += weight;
        over += weight * point.overMm;
        span += weight * point.spanMm;
    }
    // Beyond the band no distance is known.
    return {over / weights, std::min(span, kWidestMm * weights - over) / weights};
}

/// Calls `change(value, place, index)` for every node, one layer of the grid per thread.
template <typename Change>
void eachNode(volume::Field& field, Change change)
{
    const volume::Grid grid = field.grid;
    core::parallelFor(static_cast<std::size_t>(grid.size.z), [&](std::size_t layer) {
        const int z = static_cast<int>(layer);
        for (int y = 0; y < grid.size.y; ++y)
            for (int x = 0; x < grid.size.x; ++x) {
                const std::size_t index = grid.index(x, y, z);
                change(field.values[index], grid.node(x, y, z), index);
            }
    });
}

/// Distance to muscles and bones on a grid over the right half and a strip of the left as wide as
/// distances are known.
volume::Field measureBody(const HeadForm& head, std::span<const geometry::Mesh* const> muscles,
                          std::span<const geometry::Mesh* const> bones)
{
    std::vector<const geometry::Mesh*> meshes(muscles.begin(), muscles.end());
    meshes.insert(meshes.end(), bones.begin(), bones.end());
    geometry::Bounds bounds;
    if (!head.empty()) {
        bounds.add(head.foot() - head.widestMm());
        bounds.add(head.foot() + head.widestMm());
    }
    std::vector<geometry::Mesh> images;
    images.reserve(meshes.size());
    const std::size_t right = meshes.size();
    for (std::size_t i = 0; i < right; ++i) {
        const geometry::Bounds box = geometry::boundsOf(*meshes[i]);
        bounds.add(box.low);
        bounds.add({-std::abs(box.high.x), box.high.y, box.high.z});
        if (box.high.x < -2 * kBandMm)
            continue; // its mirror image is out of reach
        images.push_back(mirrored(*meshes[i]));
        meshes.push_back(&images.back());
    }
    bounds.high.x = 0;
    return signedDistance(meshes, volume::Grid::around(bounds, kCellMm, kBandMm + 4 * kCellMm),
                          kBandMm);
}

/// Closing: out by the span, back by the span minus the skin thickness (Serra, Image Analysis and
/// Mathematical Morphology, 1982), with both varying over the body.
volume::Field spanHollows(const volume::Field& body, const std::vector<Tissue>& tissue)
{
    volume::Field closed = body;
    eachNode(closed, [&](float& value, const glm::vec3&, std::size_t index) {
        value -= tissue[index].span + tissue[index].over;
    });
    closed = redistanced(closed);
    eachNode(closed, [&](float& value, const glm::vec3&, std::size_t index) {
        value += tissue[index].span;
    });
    return closed;
}

/// Hollows without a path to the outside are filled.
void fillHollows(volume::Field& field)
{
    const std::vector<bool> outside = outsideNodes(field);
    for (std::size_t i = 0; i < field.values.size(); ++i)
        if (field.values[i] >= 0 && !outside[i])
            field.values[i] = -field.grid.cell;
}

/// The legs are separate: between them, near the median plane, skin keeps to the muscles of its own
/// side.
void partLegs(volume::Field& skin, const volume::Field& body, const std::vector<Tissue>& tissue)
{
    constexpr float kPartedMm = 730, kJoinedMm = 775; // height above the soles
    constexpr float kNearMm = 15, kFarMm = 60;        // from the median plane
    constexpr float kSpanMm = 3, kFarSpanMm = 60, kBlendMm = 4;
    eachNode(skin, [&](float& value, const glm::vec3& point, std::size_t index) {
        if (point.y > kJoinedMm || point.x < -kFarMm)
            return;
        const float joined = std::max(glm::smoothstep(kPartedMm, kJoinedMm, point.y),
                                      glm::smoothstep(kNearMm, kFarMm, std::abs(point.x)));
        const float smallest =
            body.values[index] - tissue[index].over - glm::mix(kSpanMm, kFarSpanMm, joined);
        value = -volume::smoothMinimum(-value, -smallest, kBlendMm);
    });
}

/// The body's skin without the head: muscles and bones, hollows spanned, soft tissue over them.
volume::Field envelope(const volume::Field& body, const std::vector<SoftTissue>& points)
{
    std::vector<Tissue> tissue(body.values.size());
    volume::Field skin = body;
    eachNode(skin, [&](float& value, const glm::vec3& point, std::size_t index) {
        if (std::abs(value) < kBandMm)
            tissue[index] = tissueAt(points, point);
        else
            tissue[index] = {5, 8};
    });
    skin = spanHollows(body, tissue);
    partLegs(skin, body, tissue);
    blur(skin, 1);
    fillHollows(skin);
    return skin;
}

/// The skin as a distance field, from which its mesh is drawn. Symmetric.
class SkinForm
{
public:
    SkinForm(const SkinTables& tables, const volume::Field& body, const volume::Field& envelope)
        : m_head(tables.head), m_body(body), m_envelope(envelope),
          m_strokes(tables.strokes, [this](const glm::vec3& point) { return bare(point); })
    {}

    float distance(const glm::vec3& point) const
    {
        const glm::vec3 right(-std::abs(point.x), point.y, point.z);
        return volume::smoothMinimum(m_strokes.applied(bare(right), right),
                                     m_body.sample(right) - kThinnestMm,
                                     glm::mix(kThinBlendMm, kVaultThinBlendMm,
                                              glm::smoothstep(kVaultFromMm, kVaultMm, right.y)));
    }

    bool mayCross(const glm::vec3& point, float radiusMm) const
    {
        const float far = std::min(bare(point), m_body.sample(point) - kThinnestMm);
        return std::abs(far) < 1.3F * radiusMm + kStrayMm || m_strokes.reaches(point, radiusMm);
    }

private:
    /// Without strokes.
    float bare(const glm::vec3& point) const
    {
        const glm::vec3 right(-std::abs(point.x), point.y, point.z);
        const float body = volume::sampleSmooth(m_envelope, right);
        if (m_head.empty() || right.y < kNeckEndsMm)
            return body;
        const float fading = 1 - glm::smoothstep(kNeckEndsMm, kNeckWholeMm, right.y);
        const float above = glm::smoothstep(kNeckMm, kFaceMm, right.y);
        // In the face the form alone defines the skin; on the vault muscles lift it.
        const float inFace = above * glm::smoothstep(kEarZ, kFaceZ, right.z);
        return volume::smoothMinimum(
            body + 8 * inFace, m_head.distance(right) + kFadeMm * fading,
            glm::mix(glm::mix(kNeckBlendMm, kVaultBlendMm, above), kFaceBlendMm, inFace));
    }

    const HeadForm& m_head;
    const volume::Field& m_body;
    const volume::Field& m_envelope;
    StrokeField m_strokes;
};

/// Fine around head, hands and feet; the last layer of nodes is on the median plane.
volume::Lattice latticeFor(const volume::Grid& grid)
{
    const glm::vec3 low = grid.origin + 1.0F, high = grid.node(0, grid.size.y - 1, grid.size.z - 1);
    const volume::FineStretch across[] = {{-100, 0, kFaceStepMm}, {low.x, -215, 1.2F}};
    const volume::FineStretch up[] = {
        {low.y, 30, kFineStepMm}, {655, 800, 1.2F}, {1425, 1600, kFaceStepMm}};
    const volume::FineStretch ahead[] = {{60, 215, kFineStepMm}};
    return {volume::gradedAxis(low.x, 0, kBodyStepMm, across),
            volume::gradedAxis(low.y, high.y - 1, kBodyStepMm, up),
            volume::gradedAxis(low.z, high.z - 1, kBodyStepMm, ahead)};
}

/// The permitted deviation of triangles at a position.
float errorAt(const glm::vec3& point)
{
    if (point.y > 1425)
        return point.z > 120 || (point.y < 1555 && point.z > 50 && point.x < -62) ? kFaceErrorMm
                                                                                  : kLimbErrorMm;
    const bool hand = point.x < -215 && point.y < 810, foot = point.y < 60;
    return hand || foot ? kLimbErrorMm : kBodyErrorMm;
}

} // namespace

geometry::Mesh buildSkin(const SkinTables& tables, std::span<const geometry::Mesh* const> muscles,
                         std::span<const geometry::Mesh* const> bones)
{
    const volume::Field body = measureBody(tables.head, muscles, bones);
    const volume::Field around = envelope(body, tables.tissue);
    const SkinForm form(tables, body, around);
    const auto distance = [&](const glm::vec3& point) { return form.distance(point); };
    geometry::Mesh half = volume::sparseIsosurface(
        latticeFor(body.grid), distance,
        [&](const glm::vec3& point, float radius) { return form.mayCross(point, radius); });
    geometry::Mesh skin = remesh::simplifiedSymmetric(half, errorAt);
    skin.normals.resize(skin.positions.size());
    core::parallelFor(skin.positions.size(), [&](std::size_t i) {
        skin.normals[i] = uphill(distance, skin.positions[i]);
    });
    std::vector<const geometry::Mesh*> structures(muscles.begin(), muscles.end());
    structures.insert(structures.end(), bones.begin(), bones.end());
    const std::vector<std::uint32_t> images = geometry::mirrorVertices(skin);
    // Each may undo a little of the other's work; after the second pass hardly any is left.
    for (int round = 0; round < 2; ++round) {
        remesh::uncross(skin, images, body::kLatticeMm);
        (void)coverStructures(skin, structures, distance, images, kMinDepthMm);
    }
    remesh::uncross(skin, images, body::kLatticeMm);
    remesh::flipEdges(skin, images);
    return skin;
}

} // namespace knotmap::bake
