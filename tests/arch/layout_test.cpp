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

TEST_CASE("sources are plain ASCII and of readable length")
{
    const long mostLines = 500;
    eachSource([&](const fs::path& path) {
        std::ifstream in(path, std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(in)), {});
        INFO(fs::relative(path, kRoot).string());
        const auto isPlain = [](char c) { return static_cast<unsigned char>(c) < 128; };
        CHECK(std::all_of(text.begin(), text.end(), isPlain));
        CHECK(std::count(text.begin(), text.end(), '\n') <= mostLines);
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
