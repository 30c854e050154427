#pragma once

#include "engine/body/atlas.h"
#include "engine/body/byte_stream.h"

#include <optional>
#include <string>

/// What a baked body can hold. A checksum keeps damage out, not ill will: whoever changes a byte
/// can mend it too. So the reader believes no count, index, choice or figure of the file.
namespace knotmap::body {

/// The largest file that is read, in bytes; the shipped body has 15 million.
inline constexpr std::size_t kLargestAtlas = std::size_t{256} << 20U;

/// Vertices and corners of triangles of all meshes and their coarser levels together.
inline constexpr std::size_t kMaxVertices = 2'000'000, kMaxCorners = 24'000'000;

/// No place of a body lies further than this from nought, in millimetres.
inline constexpr float kFarthestPlaceMm = 3000;

// How few bytes an entry of each list is stored in (a count or a text takes eight at least), and
// how many entries there are at most.
inline constexpr ListLimits kStructureLimits{122, 2000}, kShapeLimits{25, 2000};
inline constexpr ListLimits kSheetLimits{24, 64}, kSurfaceLimits{62, 2001}, kLevelLimits{16, 16};
inline constexpr ListLimits kNameLimits{8, 64}, kLandmarkLimits{20, 5000};
inline constexpr ListLimits kRegionLimits{12, 2000}, kJointLimits{28, 255};
inline constexpr std::size_t kMaxFmaIds = 64;
inline constexpr int kFewestSheetCurves = 4, kMaxSheetCurves = 64;

/// What about the atlas cannot be true, in words that end "the baked body contradicts itself: ...";
/// nothing where all of it holds together.
std::optional<std::string> contradiction(const Atlas& atlas);

/// Whether every place is a number and lies within kFarthestPlaceMm.
bool placesFit(const std::vector<glm::vec3>& places);

} // namespace knotmap::body
