#include "engine/variants/body_builder.h"
#include "engine/variants/measured_skin.h"

#include "engine/body/atlas_validation.h"
#include "engine/core/parallel.h"
#include "engine/variants/untangle.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

namespace knotmap::variants {
namespace {

constexpr std::size_t kChunk = 1024;

/// The transposed adjugate: maps normals as the Jacobian maps directions.
glm::mat3 normalCarrier(const glm::mat3& slope)
{
    return {glm::cross(slope[1], slope[2]), glm::cross(slope[2], slope[0]),
            glm::cross(slope[0], slope[1])};
}

glm::vec3 unit(const glm::vec3& v, const glm::vec3& otherwise)
{
    const float length = glm::length(v);
    return length > 1e-9F ? v / length : otherwise;
}

} // namespace

BodyBuilder::BodyBuilder(std::shared_ptr<const body::Atlas> measured,
                         std::shared_ptr<const geometry::Surface> skin, BuildTables tables)
    : m_measured(std::move(measured)), m_skin(std::move(skin)), m_tables(std::move(tables)),
      m_box(geometry::boundsOf(m_measured->skin.mesh))
{}

BodyBuilder::Amounts BodyBuilder::amountsOf(const Build& build) const
{
    Amounts amounts{};
    const bool female = build.sex == Sex::Female;
    const auto set = [&](VariantId id, float amount) {
        amounts[static_cast<std::size_t>(id)] = amount;
    };
    set(VariantId::Female, female ? 1.0F : 0.0F);
    const float heavy = std::clamp(2 * build.mass - 1, 0.0F, 1.0F);
    const float slim = std::clamp(1 - 2 * build.mass, 0.0F, 1.0F);
    set(female ? VariantId::HeavyFemale : VariantId::HeavyMale, heavy);
    set(female ? VariantId::SlimFemale : VariantId::SlimMale, slim);
    return amounts;
}

const Warp& BodyBuilder::warpOf(std::size_t variant)
{
    if (!m_warps[variant])
        m_warps[variant].emplace(m_box, m_tables.variants[variant]);
    return *m_warps[variant];
}

const SkinCover& BodyBuilder::cover()
{
    if (!m_cover)
        m_cover = measureCover(*m_measured, *m_skin);
    return *m_cover;
}

float BodyBuilder::statureOf(const Build& build) const
{
    if (build.heightMm > 0)
        return build.heightMm;
    const float own = m_tables.variants[static_cast<std::size_t>(VariantId::Female)].statureMm;
    return build.sex == Sex::Female && own > 0 ? own : m_box.size().y;
}

void BodyBuilder::prepare(const Build& build)
{
    const Amounts amounts = amountsOf(build);
    m_warp.emplace(m_box);
    for (std::size_t i = 0; i < kVariants; ++i)
        if (amounts[i] > 0)
            m_warp->add(warpOf(i), amounts[i]);
    m_stretch = Stretch();
    float low = 1e30F, high = -1e30F;
    for (const glm::vec3& position : m_skin->mesh().positions)
        if (position.y < m_box.low.y + 40 || position.y > m_box.high.y - 40) {
            const float y = m_warp->at(position).point.y;
            low = std::min(low, y);
            high = std::max(high, y);
        }
    m_stretch = Stretch(m_tables.growth, low, high - low, statureOf(build));
}

Warped BodyBuilder::spaceAt(const Build& build, const glm::vec3& position)
{
    if (build.asMeasured())
        return {position, glm::mat3(1)};
    prepare(build);
    return m_stretch.after(m_warp->at(position));
}

void BodyBuilder::makeShape(const body::Shape& from, body::Shape& to) const
{
    geometry::Mesh& mesh = to.mesh;
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const Warped warped = m_stretch.after(m_warp->at(mesh.positions[v]));
        mesh.positions[v] = warped.point;
        const glm::vec3 normal = mesh.normals[v];
        mesh.normals[v] = unit(normalCarrier(warped.slope) * normal, normal);
        if (!mesh.fibres.empty())
            mesh.fibres[v] = unit(warped.slope * mesh.fibres[v], mesh.fibres[v]);
    }
    for (std::size_t s = 0; s < from.sheets.size(); ++s) {
        const geometry::Sheet& sheet = from.sheets[s];
        for (int row = 0; row < sheet.rows; ++row)
            for (int column = 0; column < sheet.columns; ++column) {
                const geometry::SheetFrame frame = geometry::evaluate(
                    sheet, static_cast<float>(row) / static_cast<float>(sheet.rows - 1),
                    static_cast<float>(column) / static_cast<float>(sheet.columns - 1));
                const glm::vec4& point = sheet.at(row, column);
                const Warped warped = m_stretch.after(m_warp->at(glm::vec3(point)));
                // The thickness of a slab scales by the volume's factor over the area's.
                const float thicker = glm::determinant(warped.slope) /
                                      glm::length(normalCarrier(warped.slope) * frame.normal);
                to.sheets[s].points[static_cast<std::size_t>(row * sheet.columns + column)] =
                    glm::vec4(warped.point, point.w * thicker);
            }
    }
}

glm::vec3 BodyBuilder::skinPoint(const SkinCover& known, std::uint32_t v,
                                 const glm::vec3& pad) const
{
    const glm::vec3& normal = m_skin->mesh().normals[v];
    const Warped warped = m_stretch.after(m_warp->at(known.rest[v] + pad));
    glm::vec3 position = warped.point;
    // When everything shrinks, the tissue over muscle and bone must not.
    const glm::mat3 carrier = normalCarrier(warped.slope);
    const glm::vec3 across = carrier * normal;
    const float area = glm::length(across);
    const float scale = glm::determinant(warped.slope) / std::max(area, 1e-6F);
    const float cover = known.coverMm[v] + glm::dot(pad, normal);
    const float smallest = std::min(kThinnestSkinMm, known.coverMm[v]);
    if (cover < kFarMm && cover * scale < smallest)
        position += (smallest - cover * scale) * unit(across, normal);
    if (known.mirror[v] == v && m_skin->mesh().positions[v].x == 0)
        position.x = 0;
    return position;
}

bool BodyBuilder::makeSkin(body::Atlas& atlas, const Build& build)
{
    const SkinCover& known = cover();
    const std::vector<glm::vec3> pads = padSkin(amountsOf(build));
    geometry::Mesh& mesh = atlas.skin.mesh;
    core::parallelFor((known.own.size() + kChunk - 1) / kChunk, [&](std::size_t chunk) {
        const std::size_t end = std::min(known.own.size(), (chunk + 1) * kChunk);
        for (std::size_t i = chunk * kChunk; i < end; ++i) {
            const std::uint32_t v = known.own[i], other = known.mirror[v];
            mesh.positions[v] = skinPoint(known, v, pads[v]);
            if (other != v)
                mesh.positions[other] = mesh.positions[v] * glm::vec3(-1, 1, 1);
        }
    });
    if (!body::pointsFit(mesh.positions))
        return false;
    // Without soft tissue it is the measured skin, warped without folds.
    untangle(mesh, *m_skin, known,
             [&](std::uint32_t v) { return skinPoint(known, v, glm::vec3(0)); });
    geometry::computeNormals(mesh);
    return true;
}

void BodyBuilder::makeLandmarks(body::Atlas& atlas) const
{
    const geometry::Mesh& mesh = atlas.skin.mesh;
    for (body::LandmarkPosition& landmark : atlas.landmarks) {
        const bool midline = std::abs(landmark.position.x) < 0.5F;
        const auto on = m_skin->closest(landmark.position);
        if (!on)
            continue;
        glm::vec3 position(0);
        for (int corner = 0; corner < 3; ++corner)
            position +=
                on->barycentric[corner] *
                mesh.positions[mesh.indices[3 * on->triangle + static_cast<std::size_t>(corner)]];
        if (midline)
            position.x = landmark.position.x;
        landmark.position = position;
    }
    for (body::JointInstance& joint : atlas.joints)
        joint.at = m_stretch.after(m_warp->at(joint.at)).point;
}

std::shared_ptr<const body::Atlas> BodyBuilder::make(const Build& build)
{
    if (build.asMeasured())
        return m_measured;
    prepare(build);
    auto atlas = std::make_shared<body::Atlas>(*m_measured);
    if (!makeSkin(*atlas, build))
        return nullptr;
    core::parallelFor(atlas->shapes.size(),
                      [&](std::size_t i) { makeShape(m_measured->shapes[i], atlas->shapes[i]); });
    makeLandmarks(*atlas);
    const bool fits =
        std::all_of(atlas->shapes.begin(), atlas->shapes.end(),
                    [](const body::Shape& shape) { return body::pointsFit(shape.mesh.positions); });
    return fits ? atlas : nullptr;
}

} // namespace knotmap::variants
