#pragma once

#include <filesystem>
#include <string_view>
#include <sys/stat.h>
#include <system_error>

namespace knotmap::core {

/// Writes all bytes to an open descriptor, waiting where it is not ready.
std::error_code writeAll(int descriptor, std::string_view bytes);

/// Puts a file of these bytes in the place of `target`, which is no link. It is written under a
/// name of its own beside it, brought to the disk and renamed, so that at every moment `target` is
/// wholly the old or wholly the new. Keeps permissions, access list, owner and group of `existing`
/// where that is possible (null: a new file).
///
/// What a killed run left there is recognised by its name (".knotmap-HASH-PID-N.part", HASH being
/// that of the target's name) and by that nobody holds its lock; the next write to the target
/// removes it.
std::error_code replaceFile(const std::filesystem::path& target, const struct stat* existing,
                            std::string_view bytes);

} // namespace knotmap::core
