#pragma once

#include "engine/core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace knotmap::image {

/// A picture: sRGB, 8 bits per channel, straight (not premultiplied) alpha, rows from top to
/// bottom.
struct Image
{
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels; ///< RGBA, width * height * 4 bytes

    bool empty() const { return width <= 0 || height <= 0; }
    /// The four bytes of a pixel; x to the right, y down.
    const std::uint8_t* at(int x, int y) const { return pixels.data() + offset(x, y); }
    std::uint8_t* at(int x, int y) { return pixels.data() + offset(x, y); }

private:
    std::size_t offset(int x, int y) const
    {
        return 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                    static_cast<std::size_t>(x));
    }
};

/// A picture of one colour.
Image filled(int width, int height, std::uint8_t red, std::uint8_t green, std::uint8_t blue,
             std::uint8_t alpha = 255);

/// Writes a PNG to `file` (core::writeOutput). An error names the path and the reason.
core::Outcome writePng(const Image& image, const std::filesystem::path& file);

/// Reads a PNG of any kind as RGBA. An error names the path and the reason.
core::Result<Image> readPng(const std::filesystem::path& file);

/// How much two pictures differ, in steps of 0 to 255 per channel.
struct Difference
{
    int maximum = 0; ///< of any channel of any pixel
    double mean = 0; ///< over all channels of all pixels
};

/// Compares two pictures; an error when their sizes differ or one is empty.
core::Result<Difference> compare(const Image& actual, const Image& expected);

/// White where both agree, towards dark red where they do not; differences are amplified eightfold.
/// Covers the area both have in common.
Image differencePicture(const Image& actual, const Image& expected);

} // namespace knotmap::image
