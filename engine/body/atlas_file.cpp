#include "engine/body/atlas_file.h"

#include "engine/body/atlas_validation.h"
#include "engine/body/byte_stream.h"
#include "engine/body/mesh_codec.h"
#include "engine/core/output_file.h"
#include "engine/core/parallel.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fmt/format.h>
#include <zlib.h>

namespace knotmap::body {
namespace {

namespace fs = std::filesystem;

constexpr std::array<char, 8> kMagic = {'K', 'N', 'O', 'T', 'M', 'A', 'P', '\0'};

struct Header
{
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t checksum;
    std::uint64_t size;
};

std::uint32_t checksumOf(const char* bytes, std::size_t size)
{
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const unsigned char*>(bytes), size));
}

// Each part of the atlas has one function that both writes and reads it, so that the two cannot
// diverge.

/// A mesh and its coarser levels in stored form.
struct StoredSurface
{
    StoredMesh mesh;
    std::vector<StoredLevel> coarser;
};

template <typename Stream>
void pass(Stream& stream, StoredSurface& surface)
{
    stream.value(surface.mesh.vertexCount);
    stream.value(surface.mesh.indexCount);
    stream.value(surface.mesh.origin);
    stream.value(surface.mesh.hasFibres);
    stream.value(surface.mesh.hasWeights);
    stream.list(surface.mesh.vertices);
    stream.list(surface.mesh.fibres);
    stream.list(surface.mesh.weights);
    stream.list(surface.mesh.indices);
    stream.each(surface.coarser, kLevelLimits, [&](StoredLevel& level) {
        stream.value(level.indexCount);
        stream.value(level.errorMm);
        stream.list(level.indices);
    });
}

template <typename Stream>
void pass(Stream& stream, geometry::Sheet& sheet)
{
    stream.value(sheet.rows);
    stream.value(sheet.columns);
    stream.list(sheet.points);
    stream.value(sheet.fleshBegin);
    stream.value(sheet.fleshEnd);
}

template <typename Stream>
void pass(Stream& stream, anatomy::Structure& structure)
{
    for (std::string* text : {&structure.id, &structure.english, &structure.latin, &structure.group,
                              &structure.partOf, &structure.origin, &structure.insertion,
                              &structure.action, &structure.nerve, &structure.file})
        stream.text(*text);
    stream.choice(structure.kind, anatomy::Kind::Cartilage);
    stream.choice(structure.layer, anatomy::Layer::Bone);
    stream.flag(structure.midline);
    stream.flag(structure.measured);
    stream.list(structure.fmaRight, kMaxFmaIds);
    stream.list(structure.fmaLeft, kMaxFmaIds);
    for (std::vector<std::string>* bones : {&structure.originBones, &structure.insertionBones})
        stream.each(*bones, kNameLimits, [&](std::string& bone) { stream.text(bone); });
}

template <typename Stream>
void pass(Stream& stream, Shape& shape)
{
    stream.text(shape.id);
    stream.choice(shape.kind, anatomy::Kind::Cartilage);
    stream.choice(shape.layer, anatomy::Layer::Bone);
    stream.flag(shape.midline);
    stream.each(shape.sheets, kSheetLimits, [&](geometry::Sheet& sheet) { pass(stream, sheet); });
}

/// `surfaces` are those of the shapes in their order, then the skin's.
template <typename Stream>
void pass(Stream& stream, Atlas& atlas, std::vector<StoredSurface>& surfaces)
{
    stream.each(atlas.structures, kStructureLimits,
                [&](anatomy::Structure& entry) { pass(stream, entry); });
    stream.each(atlas.shapes, kShapeLimits, [&](Shape& shape) { pass(stream, shape); });
    stream.each(surfaces, kSurfaceLimits, [&](StoredSurface& surface) { pass(stream, surface); });
    stream.list(atlas.skin.regions);
    stream.each(atlas.landmarks, kLandmarkLimits, [&](LandmarkPosition& point) {
        stream.text(point.id);
        stream.value(point.position);
    });
    stream.each(atlas.regions, kRegionLimits, [&](RegionInstance& region) {
        stream.text(region.id);
        stream.choice(region.side, core::Side::Midline);
    });
    stream.each(atlas.joints, kJointLimits, [&](JointInstance& joint) {
        stream.text(joint.id);
        stream.choice(joint.side, core::Side::Midline);
        stream.value(joint.parent);
        stream.value(joint.at);
        stream.choice(joint.key.part, anatomy::BodyPart::Toe);
        stream.choice(joint.key.kind, anatomy::JointKind::SoftTissue);
        stream.choice(joint.key.segment, anatomy::JointSegment::Distal);
        stream.value(joint.key.digit);
    });
}

StoredSurface packSurface(const geometry::Mesh& mesh,
                          const std::vector<geometry::DetailLevel>& coarser,
                          const std::vector<JointWeights>& weights)
{
    StoredSurface surface{pack(mesh, weights), {}};
    for (const geometry::DetailLevel& level : coarser)
        surface.coarser.push_back(pack(level, mesh.positions.size()));
    return surface;
}

bool unpackSurface(const StoredSurface& surface, geometry::Mesh& mesh,
                   std::vector<geometry::DetailLevel>& coarser, std::vector<JointWeights>& weights)
{
    if (!unpack(surface.mesh, mesh, weights))
        return false;
    coarser.resize(surface.coarser.size());
    for (std::size_t i = 0; i < coarser.size(); ++i)
        if (!unpack(surface.coarser[i], mesh.positions.size(), coarser[i]))
            return false;
    return true;
}

std::vector<StoredSurface> packSurfaces(const Atlas& atlas)
{
    std::vector<StoredSurface> surfaces(atlas.shapes.size() + 1);
    core::parallelFor(atlas.shapes.size(), [&](std::size_t i) {
        const Shape& shape = atlas.shapes[i];
        surfaces[i] = packSurface(shape.mesh, shape.coarser, shape.weights);
    });
    surfaces.back() = packSurface(atlas.skin.mesh, atlas.skin.coarser, atlas.skin.weights);
    return surfaces;
}

/// Whether all meshes together are within the limits of a body.
bool withinBudget(const std::vector<StoredSurface>& surfaces)
{
    std::size_t vertices = 0, corners = 0;
    for (const StoredSurface& surface : surfaces) {
        vertices += surface.mesh.vertexCount;
        corners += surface.mesh.indexCount;
        for (const StoredLevel& level : surface.coarser)
            corners += level.indexCount;
    }
    return vertices <= kMaxVertices && corners <= kMaxCorners;
}

bool unpackSurfaces(const std::vector<StoredSurface>& surfaces, Atlas& atlas)
{
    if (surfaces.size() != atlas.shapes.size() + 1 || !withinBudget(surfaces))
        return false;
    std::vector<char> valid(surfaces.size());
    // The skin, the largest, goes first, in parallel with the others.
    core::parallelFor(surfaces.size(), [&](std::size_t i) {
        if (i == 0) {
            Skin& skin = atlas.skin;
            valid[i] = unpackSurface(surfaces.back(), skin.mesh, skin.coarser, skin.weights);
        } else {
            Shape& shape = atlas.shapes[i - 1];
            valid[i] = unpackSurface(surfaces[i - 1], shape.mesh, shape.coarser, shape.weights);
        }
    });
    return std::all_of(valid.begin(), valid.end(), [](char each) { return each != 0; });
}

core::Error broken(const fs::path& path, std::string_view what)
{
    return {trf("{}: {}; build again, or make a new one with 'knotmap bake -o {}'", path.string(),
                what, path.string())};
}

} // namespace

core::Outcome writeAtlas(const Atlas& atlas, const fs::path& path)
{
    ByteWriter writer;
    Atlas copy = atlas; // `pass` also reads, so it takes no const
    std::vector<StoredSurface> surfaces = packSurfaces(atlas);
    pass(writer, copy, surfaces);
    const std::string& payload = writer.bytes();
    const Header header{kMagic, kAtlasVersion, checksumOf(payload.data(), payload.size()),
                        payload.size()};
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    bytes += payload;
    return core::writeOutput(path, bytes);
}

core::Result<std::shared_ptr<const Atlas>> readAtlas(const fs::path& path)
{
    const MappedFile file(path);
    if (!file.open())
        return broken(path, trf("the baked body is missing or cannot be read: {}", file.reason()));
    Header header{};
    if (file.size() < sizeof header)
        return broken(path, tr("the baked body is truncated"));
    std::memcpy(&header, file.data(), sizeof header);
    if (header.magic != kMagic)
        return broken(path, tr("this is not a baked body"));
    if (header.version != kAtlasVersion)
        return broken(path, trf("the baked body has version {}, this program reads {}",
                                header.version, kAtlasVersion));
    const char* payload = file.data() + sizeof header;
    if (header.size != file.size() - sizeof header)
        return broken(path, tr("the baked body is truncated or has extra data"));
    if (header.size > kLargestAtlas)
        return broken(path, tr("the baked body is larger than allowed"));
    if (checksumOf(payload, header.size) != header.checksum)
        return broken(path, tr("the baked body is damaged: its checksum does not match"));
    auto atlas = parseAtlas({payload, header.size});
    if (!atlas)
        return broken(path, trf("the baked body contradicts itself: {}", atlas.error().message));
    return atlas;
}

core::Result<std::shared_ptr<const Atlas>> parseAtlas(std::string_view payload)
{
    auto atlas = std::make_shared<Atlas>();
    ByteReader reader(payload.data(), payload.size());
    std::vector<StoredSurface> surfaces;
    pass(reader, *atlas, surfaces);
    if (!reader.atEnd())
        return core::Error{tr("it contains an impossible count, choice or text")};
    if (!unpackSurfaces(surfaces, *atlas))
        return core::Error{tr("a mesh cannot be unpacked")};
    if (auto found = contradiction(*atlas))
        return core::Error{std::move(*found)};
    addInstances(*atlas);
    return std::shared_ptr<const Atlas>(std::move(atlas));
}

} // namespace knotmap::body
