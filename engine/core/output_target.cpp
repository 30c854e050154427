#include "engine/core/output_target.h"

#include "engine/words/tr.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace knotmap::core {
namespace {

namespace fs = std::filesystem;

constexpr int kMaxLinks = 40; // the limit of Linux

std::string reasonOf(int error)
{
    return std::error_code(error, std::generic_category()).message();
}

Error refusal(const fs::path& asked, const std::string& why)
{
    return {fmt::format("{}: {}", asked.string(), why)};
}

/// The number of this process's open descriptor that a path names, as /proc/self/fd/1 does.
/// Reopening such a path would truncate or overwrite the file behind it, and fails for a socket.
std::optional<int> ownDescriptor(const fs::path& path)
{
    const std::string name = path.filename().string();
    int number = -1;
    const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (failed != std::errc() || end != name.data() + name.size())
        return std::nullopt;
    std::error_code error;
    const fs::path folder = fs::canonical(folderOf(path), error);
    if (error || folder != fs::path("/proc") / std::to_string(getpid()) / "fd")
        return std::nullopt;
    return number;
}

Result<OutputTarget> descriptorTarget(const fs::path& asked, int descriptor)
{
    const int flags = fcntl(descriptor, F_GETFL);
    if (flags == -1 || (flags & O_ACCMODE) == O_RDONLY)
        return refusal(asked,
                       tr("is closed or open only for reading; open it for writing, as with '> "
                          "FILE' in a shell, or name a file"));
    OutputTarget target;
    target.kind = OutputTarget::Kind::Descriptor;
    target.descriptor = descriptor;
    return target;
}

/// Why a file may not be written to; empty where it may. Root may write to anything, so it is held
/// to the permissions too: whoever removed write permission meant to keep the file.
std::string whyProtected(const fs::path& path, const struct stat& existing)
{
    const bool byNobody = (existing.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0;
    const bool byItsOwner = existing.st_uid == geteuid() && (existing.st_mode & S_IWUSR) == 0;
    const bool permitted = faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
    const int reason = permitted ? EACCES : errno;
    if (permitted && !byNobody && !byItsOwner)
        return {};
    if (reason == EACCES)
        return trf("is write-protected; allow writing with 'chmod u+w {}' or name another file",
                   path.string());
    return trf("is write-protected ({}); name another file", reasonOf(reason));
}

Outcome checkFolder(const fs::path& asked, const fs::path& path)
{
    const fs::path folder = folderOf(path);
    struct stat found = {};
    if (stat(folder.c_str(), &found) != 0)
        return errno == ENOENT
                   ? refusal(asked, trf("the folder {} does not exist; create it or name another",
                                        folder.string()))
                   : refusal(asked, fmt::format("{}: {}", folder.string(), reasonOf(errno)));
    if (faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) != 0)
        return refusal(asked,
                       trf("cannot be written: no new file can be created in the folder {}, "
                           "where the output is first put together ({}); name another folder",
                           folder.string(), reasonOf(errno)));
    return std::nullopt;
}

Result<OutputTarget> existingTarget(const fs::path& asked, OutputTarget target)
{
    const struct stat& existing = *target.existing;
    const auto kind = existing.st_mode & S_IFMT;
    if (kind == S_IFDIR)
        return refusal(asked, tr("is a folder; name a file in it"));
    if (kind == S_IFSOCK)
        return refusal(asked, tr("is a socket, which cannot be written to by name; name a file"));
    if (kind == S_IFBLK)
        return refusal(asked, tr("is a disk, and everything on it would be lost; name a file"));
    if (const std::string why = whyProtected(target.path, existing); !why.empty())
        return refusal(asked, why);
    target.kind = kind == S_IFREG ? OutputTarget::Kind::File : OutputTarget::Kind::Stream;
    if (target.kind == OutputTarget::Kind::File)
        if (auto error = checkFolder(asked, target.path))
            return *error;
    return target;
}

} // namespace

fs::path folderOf(const fs::path& path)
{
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

Result<OutputTarget> findOutputTarget(const fs::path& asked)
{
    if (asked.empty())
        return Error{tr("the output has no name; name a file, or - for standard output")};
    if (asked == "-")
        return descriptorTarget(tr("standard output"), STDOUT_FILENO);
    OutputTarget target;
    target.path = asked;
    for (int links = 0; links <= kMaxLinks; ++links) {
        if (const auto descriptor = ownDescriptor(target.path))
            return descriptorTarget(asked, *descriptor);
        struct stat entry = {};
        if (lstat(target.path.c_str(), &entry) != 0) {
            if (errno != ENOENT)
                return refusal(asked, trf("cannot be written: {}", reasonOf(errno)));
            if (auto error = checkFolder(asked, target.path))
                return *error;
            return target;
        }
        if (!S_ISLNK(entry.st_mode)) {
            target.existing = entry;
            return existingTarget(asked, target);
        }
        // The kernel may refuse to follow: a loop, or a link left in /tmp by another user.
        struct stat end = {};
        if (stat(target.path.c_str(), &end) != 0 && errno != ENOENT)
            return refusal(asked, trf("the link {} cannot be followed: {}", target.path.string(),
                                      reasonOf(errno)));
        std::error_code error;
        const fs::path link = fs::read_symlink(target.path, error);
        if (error)
            return refusal(asked, trf("cannot be written: {}", error.message()));
        target.path = link.is_absolute() ? link : target.path.parent_path() / link;
    }
    return refusal(asked, trf("cannot be written: {}", reasonOf(ELOOP)));
}

} // namespace knotmap::core
