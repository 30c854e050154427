#pragma once

#include "engine/core/result.h"
#include "engine/image/image.h"

#include <filesystem>
#include <string>
#include <vector>

namespace knotmap::testing {

/// How much a picture may differ from its baseline, in steps of 0 to 255. Software OpenGL draws the
/// same picture every time; these limits allow for another driver's rounding, and a broken part of
/// a shader exceeds them (tests/mutants).
struct PictureLimits
{
    double mean = 0.02; ///< over all channels of all pixels
    int maximum = 8;    ///< of any channel of any pixel
};

/// A line of tests/image/cases.txt.
struct PictureCase
{
    std::string name;
    PictureLimits limits;
    std::string arguments; ///< arguments of `knotmap render`
};

/// Reads a line `NAME [mean=X] [max=N] ARGUMENTS`; an error says what is wrong with it.
core::Result<PictureCase> parsePictureCase(const std::string& line);

/// The cases of a file, without blank lines and comments; an error names the line.
core::Result<std::vector<PictureCase>> readPictureCases(const std::filesystem::path& file);

/// The `count` pixels that differ most, the worst first, each a line "(x, y): drawn R G B A, stored
/// R G B A". Both pictures have the same size.
std::string worstPixels(const image::Image& drawn, const image::Image& stored, std::size_t count);

} // namespace knotmap::testing
