#pragma once

#include "engine/core/result.h"

#include <filesystem>
#include <initializer_list>
#include <string_view>

namespace knotmap::core {

/// Puts an output where it was asked to go: "-" is standard output, links are followed, FIFOs,
/// character devices and descriptors (/dev/stdout, /dev/fd/63) are written into, and a regular file
/// is replaced as a whole with its permissions kept (replaceFile). A file that is write-protected
/// is refused, also to the administrator, as are folders, sockets and disks. After an Error a file
/// that stood there stands there as it was.
Outcome writeOutput(const std::filesystem::path& file, std::string_view bytes);

/// What can be known before the work is done: whether writeOutput would refuse, and whether the
/// name ends in one of `extensions` (as ".png", in any case). A name without an extension will do,
/// and what is written into may be called anything.
Outcome checkOutput(const std::filesystem::path& file,
                    std::initializer_list<std::string_view> extensions);

/// Whether an output of that name would be written into and not become a file.
bool isStream(const std::filesystem::path& file);

} // namespace knotmap::core
