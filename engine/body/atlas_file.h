#pragma once

#include "engine/body/atlas.h"
#include "engine/core/result.h"

#include <filesystem>
#include <memory>
#include <string_view>

namespace knotmap::body {

/// Grows with every change of the layout; a file of another version is refused.
inline constexpr std::uint32_t kAtlasVersion = 4;

/// Writes the atlas to `path` (core::writeOutput); a failed bake leaves the last good one alone.
/// Little endian: magic "KNOTMAP\0", version, CRC-32 of the payload, payload size, payload.
/// Positions are rounded to 1/32 mm (see mesh_codec.h).
core::Outcome writeAtlas(const Atlas& atlas, const std::filesystem::path& path);

/// Maps the file, checks magic, version, size and checksum, and reads it. A missing, damaged or
/// older file is an error that says how to bake again; so is one with contents impossible for a
/// body (atlas_validation.h), whatever its checksum.
core::Result<std::shared_ptr<const Atlas>> readAtlas(const std::filesystem::path& path);

/// Reads the payload alone, arbitrary bytes; the error says what about it is impossible.
core::Result<std::shared_ptr<const Atlas>> parseAtlas(std::string_view payload);

} // namespace knotmap::body
