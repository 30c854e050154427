#include "engine/body/byte_stream.h"

#include <algorithm>
#include <cmath>
#include <fcntl.h>
#include <glm/common.hpp>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace knotmap::body {
namespace {

constexpr float kDirectionScale = 32767;
constexpr float kShareScale = 255;

} // namespace

PackedDirection packDirection(const glm::vec3& direction) {
    return PackedDirection(
        glm::round(glm::clamp(direction, glm::vec3(-1), glm::vec3(1)) * kDirectionScale));
}

glm::vec3 unpackDirection(const PackedDirection& packed) {
    return glm::vec3(packed) / kDirectionScale;
}

void ByteWriter::text(const std::string& text) {
    value(static_cast<std::uint64_t>(text.size()));
    m_bytes += text;
}

void ByteWriter::directions(const std::vector<glm::vec3>& directions) {
    std::vector<PackedDirection> packed;
    packed.reserve(directions.size());
    for (const glm::vec3& direction : directions)
        packed.push_back(packDirection(direction));
    list(packed);
}

void ByteWriter::shares(const std::vector<float>& shares) {
    std::vector<std::uint8_t> packed;
    packed.reserve(shares.size());
    for (const float share : shares)
        packed.push_back(
            static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0F, 1.0F) * kShareScale)));
    list(packed);
}

void ByteReader::text(std::string& text) {
    text.resize(count(1));
    take(text.data(), text.size());
}

void ByteReader::directions(std::vector<glm::vec3>& directions) {
    std::vector<PackedDirection> packed;
    list(packed);
    directions.clear();
    directions.reserve(packed.size());
    for (const PackedDirection& direction : packed)
        directions.push_back(unpackDirection(direction));
}

void ByteReader::shares(std::vector<float>& shares) {
    std::vector<std::uint8_t> packed;
    list(packed);
    shares.clear();
    shares.reserve(packed.size());
    for (const std::uint8_t share : packed)
        shares.push_back(static_cast<float>(share) / kShareScale);
}

void ByteReader::take(void* to, std::size_t size) {
    if (size > m_left) {
        m_sound = false;
        m_left = 0;
        return;
    }
    if (size > 0)
        std::memcpy(to, m_bytes, size);
    m_bytes += size;
    m_left -= size;
}

std::size_t ByteReader::count(std::size_t entrySize) {
    std::uint64_t entries = 0;
    value(entries);
    if (m_sound && entries <= m_left / entrySize)
        return static_cast<std::size_t>(entries);
    m_sound = false;
    return 0;
}

MappedFile::MappedFile(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    struct stat status = {};
    if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
        const auto size = static_cast<std::size_t>(status.st_size);
        void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
        if (data != MAP_FAILED) {
            m_data = static_cast<const char*>(data);
            m_size = size;
        }
    }
    ::close(file);
}

MappedFile::~MappedFile() {
    if (m_data != nullptr)
        ::munmap(const_cast<char*>(m_data), m_size);
}

} // namespace knotmap::body
