#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>
#include <type_traits>
#include <vector>

namespace knotmap::body {

/// Limits of a list: the minimum size of an entry in bytes, and the maximum number of entries,
/// `maxEntries`. Readers refuse a count beyond either before they allocate memory for it.
struct ListLimits
{
    std::size_t minBytes = 1, maxEntries = 0;
};

/// The size limit of a text, in bytes.
inline constexpr std::size_t kLongestStoredText = 4000;

/// Appends values to a byte string. Has the same members as ByteReader, so that one template
/// describes both directions.
class ByteWriter
{
public:
    template <typename T>
    void value(const T& value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void flag(bool flag) { value(flag); }
    template <typename Choice>
    void choice(Choice choice, Choice /*last*/)
    {
        value(choice);
    }
    template <typename T>
    void list(const std::vector<T>& list, std::size_t /*most*/ = 0)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        value(static_cast<std::uint64_t>(list.size()));
        m_bytes.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
    }
    template <typename T, typename Pass>
    void each(std::vector<T>& list, const ListLimits& /*limits*/, Pass pass)
    {
        value(static_cast<std::uint64_t>(list.size()));
        for (T& entry : list)
            pass(entry);
    }
    void text(const std::string& text);

    const std::string& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

/// Reads what a ByteWriter wrote. Past the end, or on an impossible size, it returns empty values
/// and `sound` turns false.
class ByteReader
{
public:
    ByteReader(const char* bytes, std::size_t size) : m_bytes(bytes), m_left(size) {}

    template <typename T>
    void value(T& value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        static_assert(!std::is_same_v<T, bool> && !std::is_enum_v<T>, "use flag or choice");
        take(&value, sizeof value);
    }
    /// One byte, 0 or 1.
    void flag(bool& flag);
    /// An enumeration whose values run from 0 to `last`.
    template <typename Choice>
    void choice(Choice& choice, Choice last)
    {
        std::underlying_type_t<Choice> number = 0;
        value(number);
        if (number >= 0 && number <= static_cast<std::underlying_type_t<Choice>>(last))
            choice = static_cast<Choice>(number);
        else
            refuse();
    }
    /// Numbers, at most `maxEntries` of them.
    template <typename T>
    void list(std::vector<T>& list, std::size_t maxEntries = SIZE_MAX)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        list.resize(count({sizeof(T), maxEntries}));
        take(list.data(), list.size() * sizeof(T));
    }
    template <typename T, typename Pass>
    void each(std::vector<T>& list, const ListLimits& limits, Pass pass)
    {
        list.clear();
        for (std::size_t left = count(limits); left > 0 && m_valid; --left)
            pass(list.emplace_back());
    }
    void text(std::string& text);

    bool valid() const { return m_valid; }
    /// Whether everything was read without a remainder.
    bool atEnd() const { return m_valid && m_left == 0; }

private:
    void take(void* to, std::size_t size);
    void refuse();
    std::size_t count(const ListLimits& limits);

    const char* m_bytes;
    std::size_t m_left;
    bool m_valid = true;
};

/// A file mapped into memory for reading; unmapped on destruction.
class MappedFile
{
public:
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    bool open() const { return m_data != nullptr; }
    const char* data() const { return m_data; }
    std::size_t size() const { return m_size; }
    /// Why opening failed.
    const std::string& reason() const { return m_reason; }

private:
    std::string m_reason;
    const char* m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace knotmap::body
