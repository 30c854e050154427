#pragma once

#include "engine/core/result.h"

#include <filesystem>
#include <initializer_list>
#include <string_view>

namespace knotmap::core {

/// Writes an output where it was asked to go: "-" is standard output, links are followed, FIFOs,
/// character devices and descriptors (/dev/stdout, /dev/fd/63) are written into, and a regular file
/// is replaced as a whole, keeping its permissions (replaceFile). A write-protected file is
/// refused, also to root, as are folders, sockets and disks. After an Error an existing file is
/// unchanged.
Outcome writeOutput(const std::filesystem::path& file, std::string_view bytes);

/// What can be known before the work is done: whether writeOutput would refuse, and whether the
/// name ends in one of `extensions` (such as ".png", in any case). A name without an extension is
/// accepted, and an output that is written into may have any name.
Outcome checkOutput(const std::filesystem::path& file,
                    std::initializer_list<std::string_view> extensions);

/// Whether an output of that name would be written into rather than become a file.
bool isStream(const std::filesystem::path& file);

} // namespace knotmap::core
