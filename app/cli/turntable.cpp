#include "app/cli/turntable.h"

#include "app/model/turntable.h"

namespace knotmap::app {

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
