// Every folder has its line in docs/architecture.md, and every line its folder.

#include "tests/arch/include_graph.h"

#include <catch2/catch.hpp>

namespace fs = std::filesystem;
using namespace knotmap::testing;

namespace {

/// The folders of code, with a trailing slash.
std::set<std::string> foldersOfCode()
{
    std::set<std::string> folders;
    for (const char* top : {"app", "engine", "tests", "shaders", "assets", "docs", "cmake"})
        folders.insert(std::string(top) + "/");
    for (const char* top : {"app", "engine", "engine/render", "assets", "tests"})
        for (const auto& entry : fs::directory_iterator(repository() / top))
            if (entry.is_directory())
                folders.insert(fs::relative(entry.path(), repository()).generic_string() + "/");
    for (const char* parent : {"app/", "engine/"}) // their parts have lines of their own
        folders.erase(parent);
    return folders;
}

} // namespace

TEST_CASE("every folder has a line in docs/architecture.md, and every line a folder")
{
    std::set<std::string> described;
    for (const auto& [folder, job] : documentedTable("folder")) {
        INFO(folder);
        CHECK(job.size() > 10);
        described.insert(folder);
    }
    for (const std::string& folder : foldersOfCode()) {
        INFO(folder << " has no line");
        CHECK(described.count(folder) == 1);
    }
    for (const std::string& folder : described) {
        INFO(folder << " is not there");
        CHECK(fs::exists(repository() / folder));
    }
}
