// Every word that a person reads comes from a catalogue: it stands in the code only as an argument
// of tr and its neighbours (engine/words/tr.h). Two rules find what was forgotten:
//
// 1. A literal that reads as words, wherever it stands: two words of lower-case letters in a row,
// or
//    one that begins with a capital letter.
// 2. A literal with any letter that is handed to a function which shows it.

#include "tests/arch/include_graph.h"
#include "tests/arch/literals.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>

using namespace knotmap::testing;

namespace {

const std::set<std::string> kTranslating = {"tr", "trf", "trn", "trc", "trPrint", "mark"};

/// What shows a literal. Ids ("##peel"), formats of numbers and what stands in braces are no words.
const std::regex kShowing(
    R"((ImGui::(Text\w*|BulletText|Button|SmallButton|MenuItem|BeginMenu|Checkbox|Selectable|)"
    R"(RadioButton|SetTooltip|InputText\w*|Combo|CollapsingHeader|TreeNode|Slider\w+|Drag\w+))"
    R"(|widgets::(text\w*|heading|hanging|link|searchField|choice)|item|fmt::print|std::printf)"
    R"(|cairo_(show_text|text_path)|add_subcommand|add_(option|flag)\w*))");

/// Where graphics objects get a name for a debugger, and programming errors a place.
const std::set<std::string> kNaming = {
    "Texture",     "Buffer",      "Framebuffer",   "Renderbuffer", "VertexArray",
    "fillBuffer",  "upload",      "colour",        "ColourPlane",  "makeRenderbuffer",
    "makeTexture", "checkErrors", "static_assert", "texture",      "assert"};

struct Exception
{
    std::string file, text; ///< a pattern of the whole literal
    std::string reason;
};

const std::vector<Exception> kExceptions = {
    {"app/baker.cpp", ".*", "a program of the build"},
    {"app/pseudo.cpp", ".*", "a program of the build"},
    {"app/cli/texts.cpp", ".*", "the lines of a catalogue, read by gettext"},
    {"app/model/texts.cpp", ".*", "comments of a catalogue, for its translators"},
    {"app/cli/bench_window.cpp", "dismiss note.*", "a replay: commands"},
    {"app/cli/bench_peers.cpp", ".*import vtk.*", "a command of the shell"},
    {"app/main.cpp", ".*not enough memory.*", "nothing can be looked up then"},
    {"app/commands/view_commands.cpp", "at %s.*", "the answer to a replay, read by scripts"},
    {"app/commands/shortcuts.cpp", "Esc|Left|Right|Up|Down", "keys, translated by shownKeys"},
    {"app/shell/", "Esc|Enter|Left|Right|Up|Down", "keys, translated by shownKeys"},
    {"engine/render/canvas.cpp", "canvas colour", "the name of a graphics object"},
    {"app/model/settings.cpp", "# What Knotmap remembers.*", "a file that is read again"},
    {"app/panels/knot_list.cpp", "scrolled to .*", "an id of ImGui's storage"},
    {"app/cli/texts.cpp", ".*(msgid|Written by).*", "a file for translators"},
    {"app/model/texts.cpp",
     "grade of evidence|red flag|caution area|vessel or nerve|muscle with parts|part of the body",
     "notes in that file"},
    {"app/shell/fonts.cpp", "Inter", "the name of a font"},
    {"app/print/sheet.cpp", "Inter", "the name of a font"},
    {"app/shell/window.cpp", "Knotmap", "a name"},
    {"app/panels/menu_bar.cpp", "Knotmap", "a name"},
    {"engine/gl/program.cpp", "#version.*", "GLSL"},
    {"engine/render/shader_library.cpp", "Frame", "GLSL"},
    {"engine/modelio/gltf.cpp", "Knotmap.*",
     "the licence in an exported file, which names sources"},
    {"engine/posture/", "inward rotation", "a motion of a joint, as tables write it"},
    {"engine/posture/", "ulnar deviation", "a motion of a joint, as tables write it"},
};

/// "STRUCTURE[.SIDE] or group:NAME" has words; "FILE.png FRAMES [WIDTHxHEIGHT]", "on|off|toggle"
/// and "Ctrl+Z" are notation.
bool isNotation(const std::string& text)
{
    static const std::regex notation(R"([A-Z]{2}|\||\+)");
    std::istringstream words(text);
    for (std::string word; words >> word;)
        if (!std::regex_search(word, notation))
            return false;
    return true;
}

bool readsAsWords(const std::string& text)
{
    static const std::regex words(
        R"([A-Za-z]{2,}[,.:;)']* +\(?'?[A-Za-z{]|[}'] [a-z]{2,}|^[A-Z][a-z]+)");
    static const std::regex spared(R"(^knotmap: |\b(mm|cm)\b)");
    return std::regex_search(std::regex_replace(text, spared, ""), words) && !isNotation(text);
}

/// The letters of a literal that is shown, but for placeholders, escapes, ids and units.
bool hasLetters(const std::string& text)
{
    static const std::regex spared(
        R"(##.*|\{[^}]*\}|\\x[0-9A-F]{2}|\\.|%[.0-9]*[a-z]|\b(mm|cm|knotmap)\b)");
    static const std::regex letters("[A-Za-z]{2}");
    return std::regex_search(std::regex_replace(text, spared, ""), letters);
}

bool isExcepted(const Literal& literal)
{
    if (kNaming.count(literal.function()) == 1)
        return true;
    return std::any_of(kExceptions.begin(), kExceptions.end(), [&](const Exception& each) {
        return literal.file.rfind(each.file, 0) == 0 &&
               std::regex_match(literal.text, std::regex(each.text));
    });
}

/// Names of commands and options, which stand first among what these functions are given.
bool isName(const Literal& literal)
{
    static const std::regex name("[a-z0-9,-]+");
    const bool command = literal.function().rfind("add_", 0) == 0 || literal.function() == "item" ||
                         literal.function() == "link" || literal.function() == "choice";
    return command && std::regex_match(literal.text, name);
}

bool isForgotten(const Literal& literal)
{
    if (kTranslating.count(literal.function()) == 1 || isExcepted(literal))
        return false;
    const bool shown = std::regex_match(literal.callee, kShowing) ||
                       std::regex_match(literal.function(), kShowing);
    return readsAsWords(literal.text) || (shown && hasLetters(literal.text) && !isName(literal));
}

std::vector<Literal> literalsOf(const std::string& source)
{
    return LiteralFinder("app/panels/x.cpp", source).found();
}

bool isForgotten(const std::string& source)
{
    const auto found = literalsOf(source);
    return std::any_of(found.begin(), found.end(),
                       [](const Literal& literal) { return isForgotten(literal); });
}

} // namespace

TEST_CASE("literals are found with the function they are handed to")
{
    const auto found =
        literalsOf("#include \"x.h\"\n// \"no\"\nf(1, g(\"a \" /* \"b\" */\n \"c\"), '\"');\n"
                   "h = {R\"(d\")\"}; o->m.add(\"\\\"e\", 1'000);");
    REQUIRE(found.size() == 3);
    CHECK(found[0].text == "a c");
    CHECK(found[0].callee == "g");
    CHECK(found[0].line == 3);
    CHECK(found[1].text == "d\"");
    CHECK(found[1].callee.empty());
    CHECK(found[2].text == "\\\"e");
    CHECK(found[2].callee == "o->m.add");
    CHECK(found[2].function() == "add");
}

TEST_CASE("a word that was forgotten is found, and what is none is not")
{
    for (const char* source :
         {R"(return Error{"no such file"};)", R"(ImGui::Text("standing");)",
          R"(const char* k = "Skin";)", R"(widgets::text(fmt::format("{} of them", n));)",
          R"(fmt::print("knotmap: gone\n");)", R"(app.add_flag("--json", on, "print json");)",
          R"(x = tr("Skin") + " and bone";)", R"(cairo_show_text(pen, "knots");)"}) {
        INFO(source);
        CHECK(isForgotten(source));
    }
    for (const char* source :
         {R"(return Error{tr("no such file")};)", R"(x = trf("{} of them", n);)",
          R"(commands.push("select-point");)", R"(ImGui::Button("##x");)",
          R"(fmt::print("{:>4} {}\n", a, b);)", R"(fmt::print(stderr, "knotmap: {}\n", why);)",
          R"(app.add_subcommand("list", tr("List what there is"));)",
          R"(f("Ctrl+Z", "FILE NAME");)", R"(static_assert(a == 0, "the unit that is left");)"}) {
        INFO(source);
        CHECK_FALSE(isForgotten(source));
    }
}

TEST_CASE("no word that a person reads is hard-coded")
{
    std::size_t seen = 0;
    for (const char* top : {"app", "engine"})
        for (const Literal& literal : literalsBelow(repository(), top)) {
            if (literal.file.rfind("engine/words/", 0) == 0)
                continue;
            ++seen;
            if (isForgotten(literal)) {
                INFO(literal.point()
                     << " belongs into tr(), trf() or mark(); see engine/words/tr.h");
                CHECK(false);
            }
        }
    REQUIRE(seen > 2000);
}

TEST_CASE("every exception is needed")
{
    std::vector<Literal> all = literalsBelow(repository(), "app");
    for (const Literal& literal : literalsBelow(repository(), "engine"))
        all.push_back(literal);
    for (const Exception& each : kExceptions) {
        INFO(each.file << " " << each.text);
        CHECK(!each.reason.empty());
        CHECK(std::any_of(all.begin(), all.end(), [&](const Literal& literal) {
            return literal.file.rfind(each.file, 0) == 0 &&
                   std::regex_match(literal.text, std::regex(each.text));
        }));
    }
}
