#pragma once

#include "engine/body/atlas.h"
#include "engine/core/result.h"

#include <filesystem>
#include <memory>
#include <string_view>

namespace knotmap::body {

/// Grows with every change of the layout; a file of another version is refused.
inline constexpr std::uint32_t kAtlasVersion = 4;

/// Writes the atlas to where `path` says (core::writeOutput); a failed bake leaves the last good
/// one alone. Little endian: magic "KNOTMAP\0", version, CRC-32 of the payload, payload size,
/// payload. Places are kept to 1/32 mm (see mesh_codec.h).
core::Outcome writeAtlas(const Atlas& atlas, const std::filesystem::path& path);

/// Maps the file, checks magic, version, size and checksum, and reads it. A missing, damaged or
/// older file is an error that says how to bake again; so is one that holds what no body can have
/// (atlas_validation.h), whatever its checksum says.
core::Result<std::shared_ptr<const Atlas>> readAtlas(const std::filesystem::path& path);

/// Reads the payload alone, any bytes at all; the error says what about it cannot be.
core::Result<std::shared_ptr<const Atlas>> parseAtlas(std::string_view payload);

} // namespace knotmap::body
