#include "engine/core/replace_file.h"

#include "engine/core/output_target.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/xattr.h>
#include <vector>
#endif

namespace knotmap::core {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDraftEnd = ".part";

std::error_code lastError()
{
    return {errno, std::generic_category()};
}

/// How the names of a target's drafts begin. A hash, since the target's name may already have the
/// maximum length.
std::string draftStart(const fs::path& target)
{
    std::uint64_t hash = 0xcbf29ce484222325U; // FNV-1a: the same in every run and build
    for (const char c : target.filename().string())
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return fmt::format(".knotmap-{:016x}-", hash);
}

/// Whether a name consists of START, digits, a dash, digits and END.
bool isDraft(std::string_view name, std::string_view start)
{
    if (name.size() <= start.size() + kDraftEnd.size() || name.substr(0, start.size()) != start ||
        name.substr(name.size() - kDraftEnd.size()) != kDraftEnd)
        return false;
    const std::string_view numbers =
        name.substr(start.size(), name.size() - start.size() - kDraftEnd.size());
    const std::size_t dash = numbers.find('-');
    const auto isNumber = [](std::string_view text) {
        return !text.empty() &&
               std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    return dash != std::string_view::npos && isNumber(numbers.substr(0, dash)) &&
           isNumber(numbers.substr(dash + 1));
}

/// Removes a draft whose writer has ended. The lock of a live writer, here or on another machine,
/// cannot be taken.
void removeIfAbandoned(const fs::path& draft)
{
    const int file = open(draft.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return;
    struct stat opened = {};
    if (fstat(file, &opened) == 0 && S_ISREG(opened.st_mode) && flock(file, LOCK_EX | LOCK_NB) == 0)
        unlink(draft.c_str());
    close(file);
}

void removeAbandoned(const fs::path& target)
{
    const std::string start = draftStart(target);
    std::error_code error;
    fs::directory_iterator entry(folderOf(target), error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error))
        if (isDraft(entry->path().filename().string(), start))
            removeIfAbandoned(entry->path());
}

/// A file under a temporary name; removed unless it was moved to its target.
class Draft
{
public:
    Draft() = default;
    ~Draft()
    {
        if (m_file >= 0 && !m_moved)
            unlink(m_path.c_str());
        if (m_file >= 0)
            close(m_file); // last, since this releases the lock
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    int file() const { return m_file; }

    std::error_code open(const fs::path& target, mode_t mode)
    {
        constexpr int kMaxTries = 1000;
        for (int tries = 0; tries < kMaxTries; ++tries) {
            const std::error_code error = openNext(target, mode);
            if (!error || error.value() != EEXIST)
                return error;
        }
        return {EEXIST, std::generic_category()};
    }

    std::error_code moveTo(const fs::path& target)
    {
        if (std::rename(m_path.c_str(), target.c_str()) != 0)
            return lastError();
        m_moved = true;
        return {};
    }

private:
    std::error_code openNext(const fs::path& target, mode_t mode)
    {
        static std::atomic<unsigned> count = 0;
        m_path = folderOf(target) /
                 fmt::format("{}{}-{}{}", draftStart(target), getpid(), count++, kDraftEnd);
        const int file =
            ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
        if (file < 0)
            return lastError();
        // Until it is locked, another run may take the new file for an abandoned one.
        const bool taken = flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        struct stat opened = {};
        if (taken || fstat(file, &opened) != 0 || opened.st_nlink == 0) {
            close(file);
            return {EEXIST, std::generic_category()};
        }
        m_file = file;
        return {};
    }

    fs::path m_path;
    int m_file = -1;
    bool m_moved = false;
};

/// The access control list and the user's extended attributes. Best effort: not every file system
/// has them.
void keepAttributes([[maybe_unused]] int file, [[maybe_unused]] const fs::path& from)
{
#ifdef __linux__
    const auto isKept = [](std::string_view name) {
        return name == "system.posix_acl_access" || name.substr(0, 5) == "user.";
    };
    const ssize_t size = listxattr(from.c_str(), nullptr, 0);
    std::string names(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
    const ssize_t listed = names.empty() ? 0 : listxattr(from.c_str(), names.data(), names.size());
    names.resize(listed > 0 ? static_cast<std::size_t>(listed) : 0);
    for (std::size_t at = 0; at < names.size(); at += std::strlen(names.c_str() + at) + 1) {
        const char* name = names.c_str() + at;
        if (!isKept(name))
            continue;
        const ssize_t length = getxattr(from.c_str(), name, nullptr, 0);
        std::vector<char> value(length > 0 ? static_cast<std::size_t>(length) : 0);
        if (length >= 0 && getxattr(from.c_str(), name, value.data(), value.size()) == length)
            (void)fsetxattr(file, name, value.data(), value.size(), 0);
    }
#endif
}

std::error_code keepPermissions(int file, const fs::path& from, const struct stat& existing)
{
    struct stat own = {};
    if (fstat(file, &own) != 0)
        return lastError();
    mode_t mode = existing.st_mode & 07777;
    const bool groupKept =
        own.st_gid == existing.st_gid || fchown(file, static_cast<uid_t>(-1), existing.st_gid) == 0;
    if (!groupKept) // a group that had no access before gets no more than everybody has
        mode = (mode & ~static_cast<mode_t>(S_IRWXG | S_ISGID)) | ((mode & S_IRWXO) << 3);
    if (own.st_uid != existing.st_uid && fchown(file, existing.st_uid, static_cast<gid_t>(-1)) != 0)
        mode &= ~static_cast<mode_t>(S_ISUID);
    if (fchmod(file, mode) != 0)
        return lastError();
    if (groupKept)
        keepAttributes(file, from);
    return {};
}

std::error_code bringToDisk(int file)
{
    if (fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS)
        return {};
    return lastError();
}

} // namespace

std::error_code writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = write(descriptor, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            pollfd waiting = {descriptor, POLLOUT, 0};
            (void)poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            return lastError();
        }
    }
    return {};
}

std::error_code replaceFile(const fs::path& target, const struct stat* existing,
                            std::string_view bytes)
{
    removeAbandoned(target);
    constexpr mode_t kNew = 0666, kPrivate = 0600; // minus the umask
    Draft draft;
    if (auto error = draft.open(target, existing != nullptr ? kPrivate : kNew))
        return error;
    if (auto error = writeAll(draft.file(), bytes))
        return error;
    if (existing != nullptr)
        if (auto error = keepPermissions(draft.file(), target, *existing))
            return error;
    if (auto error = bringToDisk(draft.file()))
        return error;
    return draft.moveTo(target);
}

} // namespace knotmap::core
