#include "engine/core/output_file.h"

#include "engine/core/output_target.h"
#include "engine/core/replace_file.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <string>
#include <unistd.h>

namespace knotmap::core {
namespace {

namespace fs = std::filesystem;

std::error_code lastError()
{
    return {errno, std::generic_category()};
}

std::error_code writeIntoDescriptor(int descriptor, std::string_view bytes)
{
    // What was printed earlier must come out first.
    if (descriptor == STDOUT_FILENO && std::fflush(stdout) != 0)
        return lastError();
    return writeAll(descriptor, bytes);
}

std::error_code writeIntoStream(const fs::path& path, std::string_view bytes)
{
    const int file = open(path.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC);
    if (file < 0)
        return lastError();
    const std::error_code error = writeAll(file, bytes);
    if (close(file) != 0 && !error)
        return lastError();
    return error;
}

std::error_code write(const OutputTarget& target, std::string_view bytes)
{
    switch (target.kind) {
    case OutputTarget::Kind::Descriptor:
        return writeIntoDescriptor(target.descriptor, bytes);
    case OutputTarget::Kind::Stream:
        return writeIntoStream(target.path, bytes);
    case OutputTarget::Kind::File:
        break;
    }
    return replaceFile(target.path, target.existing ? &*target.existing : nullptr, bytes);
}

/// What to do about it, where the reason alone does not say.
const char* remedy(const std::error_code& error)
{
    switch (error.value()) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return tr("; make room or choose another place");
    case EBUSY:
        return tr("; a file that is a mount point cannot be replaced: name another");
    default:
        return "";
    }
}

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

} // namespace

Outcome writeOutput(const fs::path& file, std::string_view bytes)
{
    const auto target = findOutputTarget(file);
    if (!target)
        return target.error();
    const std::error_code error = write(*target, bytes);
    if (!error)
        return std::nullopt;
    const bool old = target->existing && target->kind == OutputTarget::Kind::File;
    return Error{trf("{}: cannot be written: {}{}{}",
                     file == "-" ? std::string(tr("standard output")) : file.string(),
                     error.message(), remedy(error), old ? tr("; the file is unchanged") : "")};
}

Outcome checkOutput(const fs::path& file, std::initializer_list<std::string_view> extensions)
{
    const auto target = findOutputTarget(file);
    const bool stream = target && target->kind != OutputTarget::Kind::File;
    const std::string extension = file.extension().string();
    const bool plain = extension.size() < 2; // "name" and "name."
    if (!stream && !plain &&
        std::find(extensions.begin(), extensions.end(), lowerCase(extension)) == extensions.end())
        return Error{trf("{}: '{}' is not a kind of file that can be written here; use: {}",
                         file.string(), extension, fmt::join(extensions, ", "))};
    if (!target)
        return target.error();
    return std::nullopt;
}

bool isStream(const fs::path& file)
{
    const auto target = findOutputTarget(file);
    return target && target->kind != OutputTarget::Kind::File;
}

} // namespace knotmap::core
