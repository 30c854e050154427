#include "app/model/turntable.h"

#include "engine/core/output_file.h"
#include "engine/words/tr.h"

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

core::Outcome checkTurntable(const std::filesystem::path& file, int frames)
{
    if (file.empty() || core::isStream(file))
        return core::Error{trf("'{}': a turntable is many pictures, each in its own file; "
                               "give a name such as turn.png",
                               file.string())};
    for (int frame = 1; frame <= frames; ++frame)
        if (auto error = core::checkOutput(turntableFile(file, frame, frames), {".png"}))
            return error;
    return std::nullopt;
}

} // namespace knotmap::app
