#include "engine/image/image.h"

#include "engine/words/tr.h"

#include <algorithm>
#include <cstdlib>

namespace knotmap::image {
namespace {

std::size_t pixelCount(int width, int height)
{
    return static_cast<std::size_t>(std::max(width, 0)) *
           static_cast<std::size_t>(std::max(height, 0));
}

int largestDelta(const std::uint8_t* a, const std::uint8_t* b)
{
    int largest = 0;
    for (int channel = 0; channel < 4; ++channel)
        largest = std::max(largest, std::abs(int{a[channel]} - int{b[channel]}));
    return largest;
}

} // namespace

Image filled(int width, int height, std::uint8_t red, std::uint8_t green, std::uint8_t blue,
             std::uint8_t alpha)
{
    Image image{width, height, {}};
    const std::uint8_t colour[4] = {red, green, blue, alpha};
    image.pixels.resize(4 * pixelCount(width, height));
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        image.pixels[i] = colour[i % 4];
    return image;
}

core::Result<Difference> compare(const Image& actual, const Image& expected)
{
    const auto size = [](const Image& image) {
        return std::to_string(image.width) + "x" + std::to_string(image.height);
    };
    if (actual.width != expected.width || actual.height != expected.height)
        return core::Error{
            trf("The pictures differ in size: {} and {}.", size(actual), size(expected))};
    if (actual.empty())
        return core::Error{tr("The pictures to compare are empty.")};
    Difference difference;
    double sum = 0;
    for (std::size_t i = 0; i < actual.pixels.size(); ++i) {
        const int delta = std::abs(int{actual.pixels[i]} - int{expected.pixels[i]});
        difference.maximum = std::max(difference.maximum, delta);
        sum += delta;
    }
    difference.mean = sum / static_cast<double>(actual.pixels.size());
    return difference;
}

Image differencePicture(const Image& actual, const Image& expected)
{
    const int width = std::min(actual.width, expected.width);
    const int height = std::min(actual.height, expected.height);
    Image picture = filled(width, height, 255, 255, 255);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const int delta = largestDelta(actual.at(x, y), expected.at(x, y));
            const int strength = std::min(255, 8 * delta);
            std::uint8_t* pixel = picture.at(x, y);
            pixel[0] = static_cast<std::uint8_t>(255 - strength / 2);
            pixel[1] = pixel[2] = static_cast<std::uint8_t>(255 - strength);
        }
    }
    return picture;
}

} // namespace knotmap::image
