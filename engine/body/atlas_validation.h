#pragma once

#include "engine/body/atlas.h"
#include "engine/body/byte_stream.h"

#include <optional>
#include <string>

/// Limits on a baked body. A checksum protects against damage, not malice: whoever changes a byte
/// can correct it too. So the reader trusts no count, index, choice or figure of the file.
namespace knotmap::body {

/// The size limit of a file, in bytes; the shipped body has 15 million.
inline constexpr std::size_t kLargestAtlas = std::size_t{256} << 20U;

/// Vertices and triangle corners of all meshes and their coarser levels together.
inline constexpr std::size_t kMaxVertices = 2'000'000, kMaxCorners = 24'000'000;

/// Limit on the coordinates of a body, in millimetres.
inline constexpr float kMaxCoordinateMm = 3000;

// Minimum stored size in bytes of an entry of each list (a count or a text takes at least eight),
// and the maximum number of entries.
inline constexpr ListLimits kStructureLimits{122, 2000}, kShapeLimits{25, 2000};
inline constexpr ListLimits kSheetLimits{24, 64}, kSurfaceLimits{62, 2001}, kLevelLimits{16, 16};
inline constexpr ListLimits kNameLimits{8, 64}, kLandmarkLimits{20, 5000};
inline constexpr ListLimits kRegionLimits{12, 2000}, kJointLimits{28, 255};
inline constexpr std::size_t kMaxFmaIds = 64;
inline constexpr int kMinSheetCurves = 4, kMaxSheetCurves = 64;

/// What about the atlas is impossible, in words that complete "the baked body contradicts itself:
/// ..."; nothing if it is consistent.
std::optional<std::string> contradiction(const Atlas& atlas);

/// Whether every position is finite and within kMaxCoordinateMm.
bool pointsFit(const std::vector<glm::vec3>& positions);

} // namespace knotmap::body
