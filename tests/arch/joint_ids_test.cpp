// A joint's id is data: code finds the elbow by part and kind (engine/anatomy/joint_key.h), so that
// a joint may be renamed in assets/anatomy/joints.toml alone.

#include "tests/arch/include_graph.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

namespace fs = std::filesystem;
using namespace knotmap::testing;

namespace {

/// A string literal of the code, without its quotes.
struct Literal
{
    std::string file; ///< relative to the repository
    int line = 0;
    std::string text;
};

/// A word of another vocabulary that happens to be a joint's id as well.
struct Namesake
{
    std::string file, word, vocabulary;

    friend bool operator<(const Namesake& a, const Namesake& b)
    {
        return std::pair(a.file, a.word) < std::pair(b.file, b.word);
    }
};

const std::set<Namesake> kNamesakes = {
    {"app/commands/search.cpp", "hip", "groups of regions"},
    {"app/commands/search.cpp", "pelvis", "groups of regions"},
    {"app/panels/practice_card.cpp", "elbow", "shapes of tools"},
    {"engine/care/guide.cpp", "elbow", "shapes of tools"},
    {"engine/props/tool_mesh.cpp", "elbow", "shapes of tools"},
};

std::set<std::string> jointIds()
{
    static const std::regex kId(R"re(^id = "([a-z0-9-]+)"$)re");
    std::ifstream in(repository() / "assets" / "anatomy" / "joints.toml");
    std::set<std::string> ids;
    for (std::string line; std::getline(in, line);)
        if (std::smatch match; std::regex_match(line, match, kId))
            ids.insert(match[1]);
    return ids;
}

/// A line of code without its comment: "//" within a literal is none.
std::string withoutComment(const std::string& line)
{
    bool quoted = false;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        if (line[i] == '"' && (i == 0 || (line[i - 1] != '\\' && line[i - 1] != '\'')))
            quoted = !quoted;
        if (!quoted && line[i] == '/' && line[i + 1] == '/')
            return line.substr(0, i);
    }
    return line;
}

std::vector<Literal> literalsIn(const std::string& text, const std::string& file)
{
    static const std::regex kLiteral(R"re("((?:[^"\\]|\\.)*)")re");
    std::vector<Literal> found;
    std::istringstream in(text);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        const std::string code = withoutComment(line);
        for (auto at = std::sregex_iterator(code.begin(), code.end(), kLiteral);
             at != std::sregex_iterator(); ++at)
            found.push_back({file, number, (*at)[1]});
    }
    return found;
}

std::vector<Literal> literalsBelow(const std::string& folder)
{
    std::vector<Literal> all;
    for (const auto& entry : fs::recursive_directory_iterator(repository() / folder)) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp")
            continue;
        std::ifstream in(entry.path());
        const std::string text((std::istreambuf_iterator<char>(in)), {});
        for (Literal& each :
             literalsIn(text, fs::relative(entry.path(), repository()).generic_string()))
            all.push_back(std::move(each));
    }
    return all;
}

/// Whether a literal is a joint's id, or a part of one that is no everyday word: "phalangeal-" of
/// which an id is put together or by which it is searched.
bool namesJoint(const std::string& literal, const std::set<std::string>& ids)
{
    constexpr std::size_t kTelling = 9;
    static const std::regex kPlaceholder(R"(\{[^}]*\})");
    std::istringstream pieces(std::regex_replace(literal, kPlaceholder, "\n"));
    for (std::string piece; std::getline(pieces, piece);)
        for (const std::string& id : ids)
            if (piece == id || (piece.size() >= kTelling && id.find(piece) != std::string::npos))
                return true;
    return false;
}

} // namespace

TEST_CASE("no line of code names a joint")
{
    const std::set<std::string> ids = jointIds();
    REQUIRE(ids.size() > 40);
    std::set<Namesake> used;
    for (const char* folder : {"engine", "app"})
        for (const Literal& literal : literalsBelow(folder)) {
            if (!namesJoint(literal.text, ids))
                continue;
            const Namesake namesake{literal.file, literal.text, ""};
            used.insert(namesake);
            INFO(literal.file << ":" << literal.line << " says \"" << literal.text
                              << "\"; find the joint by part and kind");
            CHECK(kNamesakes.count(namesake) == 1);
        }
    for (const Namesake& each : kNamesakes) {
        INFO(each.file << " no longer says \"" << each.word << "\" of " << each.vocabulary);
        CHECK(used.count(each) == 1);
    }
}

TEST_CASE("joints are found in literals, in whole or in part, and not in comments")
{
    const std::set<std::string> ids = {"elbow", "metacarpophalangeal-2", "proximal-joint-2"};
    const auto caught = [&](const std::string& code) {
        const std::vector<Literal> literals = literalsIn(code, "a.cpp");
        return std::any_of(literals.begin(), literals.end(),
                           [&](const Literal& each) { return namesJoint(each.text, ids); });
    };
    CHECK(caught("find(\"elbow\", side);"));
    CHECK(caught("say(\"a // b\", \"elbow\");"));
    CHECK(caught("id.find(\"phalangeal-\")"));
    CHECK(caught("fmt::format(\"metacarpophalangeal-{}\", 2)"));
    CHECK_FALSE(caught("parse(\"proximal\");"));
    CHECK_FALSE(caught("say(\"Rest your elbow\");"));
    CHECK_FALSE(caught("int i = 0; // the \"elbow\""));
    CHECK_FALSE(caught("/// \"elbow\""));
}
