// The format: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html

#include "engine/words/mo_file.h"

#include <algorithm>
#include <cstdint>

namespace knotmap::words {
namespace {

constexpr std::uint32_t kMagic = 0x950412DE;
constexpr std::size_t kHeaderBytes = 28, kEntryBytes = 8;

class Reader
{
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) {}

    /// Whether the file begins as a .mo file does; finds its byte order.
    bool begin()
    {
        if (m_bytes.size() < kHeaderBytes)
            return false;
        if (number(0) == kMagic)
            return true;
        m_bigEndian = true;
        return number(0) == kMagic;
    }
    std::uint32_t number(std::size_t at) const
    {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const auto byte = static_cast<unsigned char>(m_bytes[at + (m_bigEndian ? i : 3 - i)]);
            value = value << 8U | byte;
        }
        return value;
    }
    bool holds(std::size_t from, std::size_t length) const
    {
        return from <= m_bytes.size() && length <= m_bytes.size() - from;
    }
    /// The text that a table's entry points at.
    std::optional<std::string> text(std::size_t entry) const
    {
        const std::size_t length = number(entry), from = number(entry + 4);
        if (!holds(from, length))
            return std::nullopt;
        return std::string(m_bytes.substr(from, length));
    }

private:
    std::string_view m_bytes;
    bool m_bigEndian = false;
};

void appendNumber(std::string& bytes, std::size_t value)
{
    for (int i = 0; i < 4; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFF);
}

} // namespace

std::optional<std::vector<Message>> parseMo(std::string_view bytes)
{
    Reader reader(bytes);
    if (!reader.begin() || reader.number(4) >> 16U > 1) // the revision's major number
        return std::nullopt;
    const std::size_t count = reader.number(8), keys = reader.number(12), texts = reader.number(16);
    if (!reader.holds(keys, count * kEntryBytes) || !reader.holds(texts, count * kEntryBytes))
        return std::nullopt;
    std::vector<Message> messages;
    messages.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto key = reader.text(keys + i * kEntryBytes), text = reader.text(texts + i * kEntryBytes);
        if (!key || !text)
            return std::nullopt;
        messages.push_back({std::move(*key), std::move(*text)});
    }
    return messages;
}

std::string writeMo(std::vector<Message> messages)
{
    std::sort(messages.begin(), messages.end(),
              [](const Message& a, const Message& b) { return a.key < b.key; });
    const std::size_t table = messages.size() * kEntryBytes;
    std::string bytes, texts;
    for (const std::size_t value :
         {std::size_t{kMagic}, std::size_t{0}, messages.size(), kHeaderBytes, kHeaderBytes + table,
          std::size_t{0}, kHeaderBytes + 2 * table})
        appendNumber(bytes, value);
    for (std::string Message::*part : {&Message::key, &Message::text})
        for (const Message& message : messages) {
            appendNumber(bytes, (message.*part).size());
            appendNumber(bytes, kHeaderBytes + 2 * table + texts.size());
            texts += message.*part + '\0';
        }
    return bytes + texts;
}

} // namespace knotmap::words
