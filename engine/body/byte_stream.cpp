#include "engine/body/byte_stream.h"

#include "engine/words/tr.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace knotmap::body {
void ByteWriter::text(const std::string& text)
{
    value(static_cast<std::uint64_t>(text.size()));
    m_bytes += text;
}

void ByteReader::text(std::string& text)
{
    text.resize(count({1, kLongestStoredText}));
    take(text.data(), text.size());
}

void ByteReader::flag(bool& flag)
{
    std::uint8_t number = 0;
    value(number);
    flag = number == 1;
    if (number > 1)
        refuse();
}

void ByteReader::refuse()
{
    m_valid = false;
    m_left = 0;
}

void ByteReader::take(void* to, std::size_t size)
{
    if (size > m_left)
        refuse();
    if (size == 0 || !m_valid)
        return;
    std::memcpy(to, m_bytes, size);
    m_bytes += size;
    m_left -= size;
}

std::size_t ByteReader::count(const ListLimits& limits)
{
    std::uint64_t entries = 0;
    value(entries);
    if (m_valid && entries <= limits.maxEntries && entries <= m_left / limits.minBytes)
        return static_cast<std::size_t>(entries);
    refuse();
    return 0;
}

MappedFile::MappedFile(const std::filesystem::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        m_reason = std::generic_category().message(errno);
        return;
    }
    struct stat status = {};
    m_reason = tr("it is not a file, or it is empty");
    if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
        const auto size = static_cast<std::size_t>(status.st_size);
        void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
        if (data != MAP_FAILED) {
            m_data = static_cast<const char*>(data);
            m_size = size;
        } else {
            m_reason = std::generic_category().message(errno);
        }
    }
    ::close(file);
}

MappedFile::~MappedFile()
{
    if (m_data != nullptr)
        ::munmap(const_cast<char*>(m_data), m_size);
}

} // namespace knotmap::body
