#pragma once

#include <filesystem>
#include <string_view>
#include <sys/stat.h>
#include <system_error>

namespace knotmap::core {

/// Writes all bytes to an open descriptor, waiting while it is not ready.
std::error_code writeAll(int descriptor, std::string_view bytes);

/// Writes these bytes to a file that replaces `target`, which is not a link. It is written under a
/// temporary name beside it, flushed to disk and renamed, so that at every moment `target` is
/// wholly the old or wholly the new. Keeps permissions, access control list, owner and group of
/// `existing` where possible (null: a new file).
/// What a killed run left there is recognised by its name (".knotmap-HASH-PID-N.part", HASH being
/// that of the target's name) and by its lock being free; the next write to the target removes it.
std::error_code replaceFile(const std::filesystem::path& target, const struct stat* existing,
                            std::string_view bytes);

} // namespace knotmap::core
