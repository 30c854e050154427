#include "app/model/turntable.h"

#include <fmt/format.h>

namespace knotmap::app {

std::filesystem::path turntableFile(const std::filesystem::path& file, int frame, int frames)
{
    const std::size_t digits = std::to_string(frames).size();
    std::filesystem::path numbered = file;
    numbered.replace_filename(
        fmt::format("{}-{:0{}}{}", file.stem().string(), frame, digits, file.extension().string()));
    return numbered;
}

} // namespace knotmap::app
