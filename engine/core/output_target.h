#pragma once

#include "engine/core/result.h"

#include <filesystem>
#include <optional>
#include <sys/stat.h>

namespace knotmap::core {

/// What exists, or will exist, where an output was asked to go, symbolic links followed.
struct OutputTarget
{
    enum class Kind
    {
        File,       ///< a regular file, or none yet: replaced as a whole
        Stream,     ///< a FIFO or a character device: opened and written into
        Descriptor, ///< already open, as standard output is: written into
    };
    Kind kind = Kind::File;
    std::filesystem::path path; ///< File, Stream
    int descriptor = -1;        ///< Descriptor
    std::optional<struct stat> existing;
};

/// Resolves `asked`; "-" is standard output. An Error for what cannot take an output (a folder, a
/// socket, a disk, a write-protected file) or cannot be reached. Changes nothing.
Result<OutputTarget> findOutputTarget(const std::filesystem::path& asked);

/// The folder that contains a path, "." where it names none.
std::filesystem::path folderOf(const std::filesystem::path& path);

} // namespace knotmap::core
