#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace knotmap::testing {

/// A temporary folder for one test.
class Folder
{
public:
    Folder()
    {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "knotmap-test-XXXXXX").string();
        m_path = mkdtemp(pattern.data());
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

    void write(const std::filesystem::path& name, const std::string& text) const
    {
        std::filesystem::create_directories((m_path / name).parent_path());
        std::ofstream(m_path / name, std::ios::binary) << text;
    }

private:
    std::filesystem::path m_path;
};

} // namespace knotmap::testing
