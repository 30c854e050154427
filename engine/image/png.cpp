#include "engine/image/image.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <limits>
#include <memory>
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>
#include <system_error>

namespace knotmap::image {
namespace {

namespace fs = std::filesystem;

core::Error cannotWrite(const fs::path& file, const std::string& why)
{
    return core::Error{"Cannot write the picture " + file.string() + ": " + why +
                       ". Choose a folder that exists and that you may write to."};
}

void writeChunk(void* context, void* data, int size)
{
    static_cast<std::ofstream*>(context)->write(static_cast<const char*>(data), size);
}

/// Removes a file that was not finished.
class Unfinished
{
public:
    explicit Unfinished(fs::path file) : m_file(std::move(file)) {}
    ~Unfinished()
    {
        std::error_code ignored;
        if (!m_file.empty())
            fs::remove(m_file, ignored);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    void keep() { m_file.clear(); }

private:
    fs::path m_file;
};

} // namespace

core::Outcome writePng(const Image& image, const fs::path& file)
{
    const auto area = static_cast<std::size_t>(std::max(image.width, 0)) *
                      static_cast<std::size_t>(std::max(image.height, 0));
    if (area == 0 || image.pixels.size() != 4 * area)
        return cannotWrite(file, "the picture is empty");
    std::error_code error;
    if (fs::is_directory(file, error))
        return cannotWrite(file, "it is a folder");

    fs::path beside = file;
    beside += ".part";
    errno = 0;
    std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
    if (!stream)
        return cannotWrite(file, errno != 0 ? std::strerror(errno) : "it cannot be opened");
    Unfinished unfinished(beside);
    const int done = stbi_write_png_to_func(writeChunk, &stream, image.width, image.height, 4,
                                            image.pixels.data(), 4 * image.width);
    stream.close();
    if (done == 0 || !stream)
        return cannotWrite(file, "the disk may be full");
    fs::rename(beside, file, error);
    if (error)
        return cannotWrite(file, error.message());
    unfinished.keep();
    return {};
}

core::Result<Image> readPng(const fs::path& file)
{
    const auto fail = [&](const std::string& why) {
        return core::Error{"Cannot read the picture " + file.string() + ": " + why + "."};
    };
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return fail("it does not exist or may not be read");
    const std::string bytes((std::istreambuf_iterator<char>(stream)),
                            std::istreambuf_iterator<char>());
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return fail("it is too large");
    Image image;
    int channels = 0;
    const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
        stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()),
                              static_cast<int>(bytes.size()), &image.width, &image.height,
                              &channels, 4),
        stbi_image_free);
    if (!pixels)
        return fail(std::string("it is no sound PNG (") + stbi_failure_reason() + ")");
    const auto size =
        4 * static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    image.pixels.assign(pixels.get(), pixels.get() + size);
    return image;
}

} // namespace knotmap::image
