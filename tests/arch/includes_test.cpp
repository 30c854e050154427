// Checks every #include of the repository against the tables of docs/architecture.md: which module
// may include which, and which library belongs to which folder.

#include "tests/arch/include_graph.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace fs = std::filesystem;
using namespace knotmap::testing;

namespace {

using Table = std::map<std::string, std::set<std::string>>;

Table tableOf(const std::string& heading)
{
    Table table;
    for (const auto& [part, cell] : documentedTable(heading))
        table[part] = wordsOf(cell);
    return table;
}

std::set<std::string> reachable(const Table& table, const std::string& module)
{
    std::set<std::string> all = {module};
    for (const std::string& direct : table.at(module))
        if (table.count(direct) == 1)
            for (const std::string& further : reachable(table, direct))
                all.insert(further);
    return all;
}

/// Every include of a part by another part of the same top folder, as pairs of their names.
void checkParts(const std::string& top, const Table& table)
{
    std::set<std::pair<std::string, std::string>> used;
    for (const Include& include : includesBelow(top)) {
        const std::string own = partOf(include.file.generic_string(), top);
        const std::string other = partOf(include.header, top);
        if (own.empty() || other.empty() || own == other)
            continue;
        INFO(include.text());
        REQUIRE(table.count(own) == 1);
        CHECK(reachable(table, own).count(other) == 1);
        used.insert({own, other});
    }
    // Every entry of the table is in use.
    for (const auto& [part, others] : table)
        for (const std::string& other : others)
            if (table.count(other) == 1) {
                INFO(part << " is allowed to include " << other << ", and never does");
                CHECK(used.count({part, other}) == 1);
            }
}

/// Libraries with a single home: a pattern of the header, and the folders or files (without their
/// extension) that may include it, directly or through a header of the repository.
struct Owned
{
    std::string header;
    std::vector<std::string> locations;
};

const std::vector<Owned> kOwned = {
    {R"((epoxy|GL|GLES\d?|EGL)/.*)", {"engine/gl", "engine/render", "app/shell/gl_surface"}},
    {R"((imgui|imgui_internal|imgui_stdlib|imgui_impl_.*|backends/.*)\.h|imgui/.*)",
     {"app/shell", "app/panels"}},
    {R"(GLFW/.*)", {"app/shell"}},
    {R"(toml\+\+/.*)", {"engine/data"}},
    {R"(spdlog/.*)", {"engine/core/log"}},
    {R"(stb.*)", {"engine/image"}},
    {R"(Eigen/.*)", {"engine/posture", "engine/bake", "engine/variants"}},
    {R"(meshoptimizer\.h)", {"engine/remesh", "engine/body"}},
    {R"(cairo.*)", {"app/print"}},
    {R"(CLI/.*|nlohmann/.*)", {"app/cli", "engine/modelio"}},
};

bool mayUse(const Owned& owned, const std::string& file)
{
    const std::string unit = file.substr(0, file.rfind('.'));
    return std::any_of(owned.locations.begin(), owned.locations.end(),
                       [&](const std::string& allowed) { return isWithin(unit, allowed); });
}

/// The includes of each file of the repository, by its path.
std::map<std::string, std::vector<Include>> includesByFile()
{
    std::map<std::string, std::vector<Include>> all;
    for (const char* top : {"engine", "app"})
        for (Include& include : includesBelow(top))
            all[include.file.generic_string()].push_back(std::move(include));
    return all;
}

/// All includes reachable from a file, its own and those of the headers that it includes.
void follow(const std::map<std::string, std::vector<Include>>& all, const std::string& file,
            std::set<std::string>& seen, std::vector<Include>& found)
{
    if (!seen.insert(file).second || all.count(file) == 0)
        return;
    for (const Include& include : all.at(file)) {
        found.push_back(include);
        follow(all, include.header, seen, found);
    }
}

} // namespace

TEST_CASE("modules of the engine include only what the table allows, and every entry is in use")
{
    const Table table = tableOf("module");
    REQUIRE(table.size() >= 18);
    checkParts("engine", table);
    for (const Include& include : includesBelow("engine")) {
        INFO(include.text());
        CHECK(include.header.rfind("app/", 0) != 0);
    }
}

TEST_CASE("parts of the application include only what the table allows, and every entry is in use")
{
    const Table table = tableOf("part of app");
    REQUIRE(table.size() >= 6);
    checkParts("app", table);
}

TEST_CASE("each library is included only where it belongs, even through other headers")
{
    const auto all = includesByFile();
    REQUIRE(all.size() > 300);
    for (const auto& [file, includes] : all) {
        std::set<std::string> seen;
        std::vector<Include> found;
        follow(all, file, seen, found);
        for (const Include& include : found)
            for (const Owned& owned : kOwned) {
                if (!std::regex_match(include.header, std::regex(owned.header)) ||
                    mayUse(owned, file))
                    continue;
                INFO(file << " leads to " << include.text());
                CHECK(mayUse(owned, file));
            }
    }
}

TEST_CASE("ImGui's OpenGL backend is included in one file only")
{
    std::set<std::string> files;
    for (const Include& include : includesBelow("app"))
        if (include.header.find("imgui_impl_opengl3") != std::string::npos)
            files.insert(include.file.string());
    CHECK(files.size() == 1);
}

TEST_CASE("headers of this repository are included from its root")
{
    for (const std::string folder : {"engine", "app"})
        for (const Include& include : includesBelow(folder)) {
            INFO(include.text());
            CHECK(include.header.find("../") == std::string::npos);
        }
}

TEST_CASE("engine uses only what the web build's standard library has")
{
    static const std::regex kMissing(
        R"(std::(format|expected|jthread|stop_token)\b|std::ranges::sort)");
    for (const auto& entry : fs::recursive_directory_iterator(repository() / "engine")) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp")
            continue;
        std::ifstream in(entry.path());
        std::string text;
        for (int line = 1; std::getline(in, text); ++line) {
            INFO(fs::relative(entry.path(), repository()).string() << ":" << line << ": " << text);
            CHECK_FALSE(std::regex_search(text, kMissing));
        }
    }
}
