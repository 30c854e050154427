// Holds every #include of the repository against the table of docs/architecture.md: who may use
// whom, and which libraries belong to which module.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// What each module may include directly; what those include in turn is allowed too.
const std::map<std::string, std::set<std::string>> kAllowed = {
    {"core", {}},
    {"data", {"core"}},
    {"anatomy", {"data"}},
    {"geometry", {"core"}},
    {"body", {"anatomy", "geometry"}},
    {"referral", {"anatomy", "geometry"}},
    {"care", {"anatomy", "geometry", "referral"}},
    {"study", {"referral", "care"}},
    {"journal", {"core", "care", "study"}},
    {"modelio", {"anatomy", "geometry"}},
    {"image", {"core"}},
    {"scene", {"body", "referral"}},
    {"gl", {"core", "image"}},
    {"render", {"gl", "scene"}},
};

/// Libraries that belong to one place: a pattern of the header, and the folders that may name it.
struct Owned
{
    std::string header;
    std::set<std::string> folders;
};

const std::vector<Owned> kOwned = {
    {R"((epoxy|GL|GLES\d?|EGL)/.*)", {"engine/gl", "engine/render"}},
    {R"(assimp/.*)", {"engine/modelio"}},
    {R"(sqlite3\.h)", {"engine/journal"}},
    {R"((imgui|imgui_internal|imgui_stdlib|imgui_impl_.*|backends/.*)\.h|imgui/.*)",
     {"app/shell", "app/panels"}},
    {R"(GLFW/.*)", {"app/shell"}},
    {R"(toml\+\+/.*)", {"engine/data"}},
    {R"(stb.*)", {"engine/image"}},
    {R"(Eigen/.*)", {"engine/geometry", "engine/body", "app/model"}},
};

struct Include
{
    fs::path file; ///< relative to the repository
    int line = 0;
    std::string header;
};

const fs::path kRoot = KNOTMAP_REPOSITORY;

std::vector<Include> includesBelow(const std::string& folder)
{
    static const std::regex kInclude(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<Include> found;
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp")
            continue;
        std::ifstream in(entry.path());
        std::string text;
        for (int line = 1; std::getline(in, text); ++line)
            if (std::smatch match; std::regex_search(text, match, kInclude))
                found.push_back({fs::relative(entry.path(), kRoot), line, match[1]});
    }
    return found;
}

/// "engine/core/x.h" -> "core"; nothing for other headers.
std::string moduleOf(const std::string& header)
{
    static const std::regex kEngine(R"(engine/(\w+)/.*)");
    std::smatch match;
    return std::regex_match(header, match, kEngine) ? match[1].str() : std::string();
}

std::set<std::string> reachable(const std::string& module)
{
    std::set<std::string> all = {module};
    for (const std::string& direct : kAllowed.at(module))
        for (const std::string& further : reachable(direct))
            all.insert(further);
    return all;
}

std::string place(const Include& include)
{
    return include.file.string() + ":" + std::to_string(include.line) + " includes " +
           include.header;
}

} // namespace

TEST_CASE("engine modules include only what the table allows")
{
    const std::vector<Include> includes = includesBelow("engine");
    REQUIRE(includes.size() > 100);
    for (const Include& include : includes) {
        INFO(place(include));
        const std::string own = moduleOf(include.file.generic_string());
        REQUIRE(kAllowed.count(own) == 1);
        CHECK(include.header.rfind("app/", 0) != 0);
        if (const std::string used = moduleOf(include.header); !used.empty())
            CHECK(reachable(own).count(used) == 1);
    }
}

TEST_CASE("each library is included only where it belongs")
{
    for (const std::string folder : {"engine", "app"}) {
        for (const Include& include : includesBelow(folder)) {
            for (const Owned& owned : kOwned) {
                if (!std::regex_match(include.header, std::regex(owned.header)))
                    continue;
                INFO(place(include));
                CHECK(owned.folders.count(include.file.parent_path().generic_string()) == 1);
            }
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
            INFO(place(include));
            CHECK(include.header.find("../") == std::string::npos);
        }
}

TEST_CASE("engine stays within what the web build's standard library has")
{
    static const std::regex kMissing(
        R"(std::(format|expected|jthread|stop_token)\b|std::ranges::sort)");
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / "engine")) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp")
            continue;
        std::ifstream in(entry.path());
        std::string text;
        for (int line = 1; std::getline(in, text); ++line) {
            INFO(fs::relative(entry.path(), kRoot).string() << ":" << line << ": " << text);
            CHECK_FALSE(std::regex_search(text, kMissing));
        }
    }
}
