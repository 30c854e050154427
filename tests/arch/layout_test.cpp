// Checks the folders against the layout in docs/architecture.md.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

namespace fs = std::filesystem;

namespace {

const fs::path kRoot = KNOTMAP_REPOSITORY;

bool isSource(const fs::path& path)
{
    static const std::set<std::string> kExtensions = {".h",    ".cpp",  ".py",    ".glsl",
                                                      ".vert", ".frag", ".cmake", ".sh"};
    return kExtensions.count(path.extension().string()) == 1;
}

template <typename Visit>
void eachSource(Visit visit)
{
    for (const std::string folder : {"app", "engine", "shaders", "tests", "cmake", "assets"})
        for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder))
            if (entry.is_regular_file() && isSource(entry.path()))
                visit(entry.path());
}

/// Whether every lead byte is followed by as many continuation bytes as it asks for.
bool isUtf8(const std::string& text)
{
    std::size_t missing = 0;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool continues = (byte & 0xC0U) == 0x80U;
        if (continues != (missing > 0))
            return false;
        if (continues)
            --missing;
        else if (byte >= 0xF8U)
            return false;
        else
            missing = byte >= 0xF0U ? 3 : byte >= 0xE0U ? 2 : byte >= 0xC0U ? 1 : 0;
    }
    return missing == 0;
}

} // namespace

TEST_CASE("the root holds only what belongs there")
{
    const std::set<std::string> allowed = {"app",
                                           "engine",
                                           "assets",
                                           "shaders",
                                           "tests",
                                           "docs",
                                           "cmake",
                                           "build",
                                           "README.md",
                                           "LICENSE",
                                           "run.sh",
                                           "test.sh",
                                           "CMakeLists.txt",
                                           "CMakePresets.json",
                                           ".clang-format",
                                           ".clang-tidy",
                                           ".editorconfig",
                                           ".gitignore",
                                           ".git",
                                           ".ci",
                                           "knotmap.png"};
    for (const auto& entry : fs::directory_iterator(kRoot)) {
        INFO(entry.path().filename().string());
        CHECK(allowed.count(entry.path().filename().string()) == 1);
    }
}

TEST_CASE("every engine module is one target of its own")
{
    for (const auto& entry : fs::directory_iterator(kRoot / "engine")) {
        if (!entry.is_directory())
            continue;
        INFO(entry.path().filename().string());
        std::ifstream list(entry.path() / "CMakeLists.txt");
        const std::string text((std::istreambuf_iterator<char>(list)), {});
        CHECK(text.find("knotmap_module(" + entry.path().filename().string()) != std::string::npos);
    }
}

TEST_CASE("UTF-8 that is cut short or begins in the middle is found")
{
    CHECK(isUtf8("caf\xC3\xA9 \xE2\x80\x94 \xF0\x9F\x99\x82"));
    CHECK_FALSE(isUtf8("caf\xC3"));
    CHECK_FALSE(isUtf8("caf\xE9 noir"));
    CHECK_FALSE(isUtf8("\x80"));
}

TEST_CASE("sources are valid UTF-8 and of readable length")
{
    const long maxLines = 500;
    eachSource([&](const fs::path& path) {
        std::ifstream in(path, std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(in)), {});
        INFO(fs::relative(path, kRoot).string());
        CHECK(isUtf8(text));
        CHECK(std::count(text.begin(), text.end(), '\n') <= maxLines);
    });
}

TEST_CASE("headers are guarded")
{
    eachSource([](const fs::path& path) {
        if (path.extension() != ".h")
            return;
        std::ifstream in(path);
        std::string first;
        std::getline(in, first);
        INFO(fs::relative(path, kRoot).string());
        CHECK(first == "#pragma once");
    });
}
