#include "engine/core/output_file.h"
#include "engine/image/image.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <memory>
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>
#include <string>

namespace knotmap::image {
namespace {

namespace fs = std::filesystem;

core::Error cannotWrite(const fs::path& file, const std::string& why)
{
    return core::Error{trf("Cannot write the picture {}: {}.", file.string(), why)};
}

void appendChunk(void* context, void* data, int size)
{
    static_cast<std::string*>(context)->append(static_cast<const char*>(data),
                                               static_cast<std::size_t>(size));
}

} // namespace

core::Outcome writePng(const Image& image, const fs::path& file)
{
    const auto area = static_cast<std::size_t>(std::max(image.width, 0)) *
                      static_cast<std::size_t>(std::max(image.height, 0));
    if (area == 0 || image.pixels.size() != 4 * area)
        return cannotWrite(file, tr("the picture is empty"));
    std::string bytes;
    if (stbi_write_png_to_func(appendChunk, &bytes, image.width, image.height, 4,
                               image.pixels.data(), 4 * image.width) == 0)
        return cannotWrite(file, tr("there is not enough memory for it"));
    return core::writeOutput(file, bytes);
}

core::Result<Image> readPng(const fs::path& file)
{
    const auto fail = [&](const std::string& why) {
        return core::Error{trf("Cannot read the picture {}: {}.", file.string(), why)};
    };
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return fail(tr("it does not exist or may not be read"));
    const std::string bytes((std::istreambuf_iterator<char>(stream)),
                            std::istreambuf_iterator<char>());
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return fail(tr("it is too large"));
    Image image;
    int channels = 0;
    const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
        stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()),
                              static_cast<int>(bytes.size()), &image.width, &image.height,
                              &channels, 4),
        stbi_image_free);
    if (!pixels)
        return fail(trf("it is not a valid PNG ({})", stbi_failure_reason()));
    const auto size =
        4 * static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    image.pixels.assign(pixels.get(), pixels.get() + size);
    return image;
}

} // namespace knotmap::image
