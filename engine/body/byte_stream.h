#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>
#include <type_traits>
#include <vector>

namespace knotmap::body {

/// Appends values to a byte string. Has the same members as ByteReader, so that one template
/// describes both ways.
class ByteWriter
{
public:
    template <typename T>
    void value(const T& value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    template <typename T>
    void list(const std::vector<T>& list)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        value(static_cast<std::uint64_t>(list.size()));
        m_bytes.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
    }
    template <typename T, typename Pass>
    void each(std::vector<T>& list, Pass pass)
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

/// Reads what a ByteWriter wrote. Past the end, or where a size cannot be true, it yields empty
/// values and `sound` turns false.
class ByteReader
{
public:
    ByteReader(const char* bytes, std::size_t size) : m_bytes(bytes), m_left(size) {}

    template <typename T>
    void value(T& value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        take(&value, sizeof value);
    }
    template <typename T>
    void list(std::vector<T>& list)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        list.resize(count(sizeof(T)));
        take(list.data(), list.size() * sizeof(T));
    }
    template <typename T, typename Pass>
    void each(std::vector<T>& list, Pass pass)
    {
        list.resize(count(1));
        for (T& entry : list)
            pass(entry);
    }
    void text(std::string& text);

    bool sound() const { return m_sound; }

private:
    void take(void* to, std::size_t size);
    std::size_t count(std::size_t entrySize);

    const char* m_bytes;
    std::size_t m_left;
    bool m_sound = true;
};

/// A file mapped into memory for reading; closed when it goes.
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

private:
    const char* m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace knotmap::body
