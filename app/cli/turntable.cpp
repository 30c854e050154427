#include "app/cli/turntable.h"

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

core::Outcome
writeTurntable(scene::Scene scene, int frames, const std::filesystem::path& file,
               const std::function<core::Result<image::Image>(const scene::Scene&)>& draw)
{
    for (int frame = 1; frame <= frames; ++frame) {
        const auto picture = draw(scene);
        if (!picture)
            return picture.error();
        if (auto error = image::writePng(*picture, turntableFile(file, frame, frames)))
            return error;
        scene::orbit(scene.camera, 360.0F / static_cast<float>(frames), 0);
    }
    return std::nullopt;
}

} // namespace knotmap::app
