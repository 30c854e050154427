#pragma once

#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::testing {

/// A binary glTF file in its parts: glTF 2.0 specification, section 4.4.
struct Glb
{
    nlohmann::json document;
    std::string binary; ///< the binary chunk with its padding
};

/// A violation: a code of the Khronos glTF Validator (its ISSUES.md) and the JSON pointer of the
/// object; empty for the container.
struct GltfIssue
{
    std::string code, pointer;
    bool operator==(const GltfIssue& other) const
    {
        return code == other.code && pointer == other.pointer;
    }
};
using GltfIssues = std::vector<GltfIssue>;

constexpr std::uint32_t kGlbMagic = 0x46546C67;
constexpr std::uint32_t kGlbJson = 0x4E4F534A, kGlbBinary = 0x004E4942;
constexpr std::size_t kGlbHeader = 12, kGlbChunkHeader = 8;

inline std::uint32_t glbNumberAt(std::string_view bytes, std::size_t at)
{
    std::uint32_t number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof number); // little-endian, like the file
    return number;
}

inline void appendGlbNumber(std::string& bytes, std::uint32_t number)
{
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

/// Assembles a file from the text of its JSON chunk and its binary chunk, padded as required.
inline std::string makeGlb(std::string text, std::string binary)
{
    text.append((4 - text.size() % 4) % 4, ' ');
    binary.append((4 - binary.size() % 4) % 4, '\0');
    std::string file;
    appendGlbNumber(file, kGlbMagic);
    appendGlbNumber(file, 2);
    appendGlbNumber(file, static_cast<std::uint32_t>(kGlbHeader + 2 * kGlbChunkHeader +
                                                     text.size() + binary.size()));
    appendGlbNumber(file, static_cast<std::uint32_t>(text.size()));
    appendGlbNumber(file, kGlbJson);
    file += text;
    appendGlbNumber(file, static_cast<std::uint32_t>(binary.size()));
    appendGlbNumber(file, kGlbBinary);
    return file + binary;
}

/// Reads the container and adds its violations; what could be read is returned.
class GlbReader
{
public:
    GlbReader(std::string_view bytes, GltfIssues& issues) : m_bytes(bytes), m_issues(issues) {}

    Glb read()
    {
        if (readHeader())
            for (std::size_t at = kGlbHeader; at < m_bytes.size();)
                at = readChunk(at);
        if (m_issues.empty() && !m_hasJson)
            issue("GLB_UNEXPECTED_FIRST_CHUNK");
        return std::move(m_glb);
    }

private:
    void issue(const char* code) { m_issues.push_back({code, {}}); }

    bool readHeader()
    {
        const std::size_t before = m_issues.size();
        if (m_bytes.size() < kGlbHeader)
            issue("GLB_UNEXPECTED_END_OF_HEADER");
        else if (glbNumberAt(m_bytes, 0) != kGlbMagic)
            issue("GLB_INVALID_MAGIC");
        else if (glbNumberAt(m_bytes, 4) != 2)
            issue("GLB_INVALID_VERSION");
        else if (glbNumberAt(m_bytes, 8) < kGlbHeader + kGlbChunkHeader)
            issue("GLB_LENGTH_TOO_SMALL");
        else if (glbNumberAt(m_bytes, 8) < m_bytes.size())
            issue("GLB_EXTRA_DATA");
        else if (glbNumberAt(m_bytes, 8) > m_bytes.size())
            issue("GLB_UNEXPECTED_END_OF_CHUNK_DATA");
        return m_issues.size() == before;
    }

    /// Where the next chunk begins.
    std::size_t readChunk(std::size_t at)
    {
        const std::size_t rest = m_bytes.size() - at;
        if (rest < kGlbChunkHeader) {
            issue("GLB_UNEXPECTED_END_OF_CHUNK_HEADER");
            return m_bytes.size();
        }
        const std::size_t length = glbNumberAt(m_bytes, at);
        const std::uint32_t type = glbNumberAt(m_bytes, at + 4);
        if (length % 4 != 0)
            issue("GLB_CHUNK_LENGTH_UNALIGNED");
        if (length > rest - kGlbChunkHeader) {
            issue("GLB_CHUNK_TOO_BIG");
            return m_bytes.size();
        }
        const std::string_view content = m_bytes.substr(at + kGlbChunkHeader, length);
        ++m_chunks;
        if (type == kGlbJson)
            readJson(content);
        else if (type == kGlbBinary)
            readBinary(content);
        else
            issue(m_chunks == 1 ? "GLB_UNEXPECTED_FIRST_CHUNK" : "GLB_UNKNOWN_CHUNK_TYPE");
        return at + kGlbChunkHeader + length;
    }

    void readJson(std::string_view content)
    {
        if (m_hasJson)
            return issue("GLB_DUPLICATE_CHUNK");
        m_hasJson = true;
        if (content.empty())
            return issue("GLB_EMPTY_CHUNK");
        m_glb.document = nlohmann::json::parse(content, nullptr, false);
        if (!m_glb.document.is_object())
            issue("INVALID_JSON");
    }

    void readBinary(std::string_view content)
    {
        if (m_hasBinary)
            return issue("GLB_DUPLICATE_CHUNK");
        m_hasBinary = true;
        if (m_chunks == 1)
            issue("GLB_UNEXPECTED_FIRST_CHUNK");
        else if (m_chunks != 2)
            issue("GLB_UNEXPECTED_BIN_CHUNK");
        m_glb.binary = content;
    }

    std::string_view m_bytes;
    GltfIssues& m_issues;
    Glb m_glb;
    int m_chunks = 0;
    bool m_hasJson = false, m_hasBinary = false;
};

} // namespace knotmap::testing
