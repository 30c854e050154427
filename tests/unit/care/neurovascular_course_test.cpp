#include "engine/care/neurovascular_course.h"

#include "engine/data/document.h"
#include "tests/support/folder.h"

#include <catch2/catch.hpp>

using namespace knotmap;

namespace {

struct Read
{
    care::NeurovascularCourse course;
    core::Faults faults;
};

const std::string kSound = R"(id = "femoral"
label = "Femoral artery"
reason = "It lies under the crease."
instead = "Stay beside the pulse."
named_by = ["femoral", "pulse of the groin"]
tools = ["fingertips"]
sources = ["gray", "moore"]
)";
const std::string kPath = R"([[path]]
through = ["groin", { near = "thigh", offset_mm = [1, 2, 3] }]
)";

Read read(const std::string& text)
{
    anatomy::Catalogue catalogue;
    for (const char* id : {"groin", "thigh"}) {
        catalogue.landmarks.push_back({});
        catalogue.landmarks.back().id = id;
    }
    referral::Knowledge knowledge;
    for (const char* id : {"gray", "moore"}) {
        knowledge.sources.push_back({});
        knowledge.sources.back().id = id;
    }
    care::Tool fingertips;
    fingertips.id = "fingertips";
    const testing::Folder folder;
    folder.write("course.toml", text);
    Read result;
    const auto document =
        data::Document::read(folder.path() / "course.toml", "course.toml", result.faults);
    REQUIRE(document);
    result.course =
        care::readNeurovascularCourse(document->root(), {fingertips}, {}, catalogue, knowledge);
    return result;
}

void checkOnly(const std::string& text, const std::string& phrase)
{
    const Read result = read(text);
    INFO(text);
    REQUIRE(result.faults.size() == 1);
    INFO(result.faults.front().text());
    CHECK(result.faults.front().message.find(phrase) != std::string::npos);
}

std::string without(const std::string& text, const std::string& part, const std::string& with)
{
    std::string changed = text;
    changed.replace(changed.find(part), part.size(), with);
    return changed;
}

} // namespace

TEST_CASE("a course is read with its points and offsets")
{
    const Read result = read(kSound + kPath);
    CHECK(result.faults.empty());
    REQUIRE(result.course.paths.size() == 1);
    const auto& path = result.course.paths.front();
    REQUIRE(path.size() == 2);
    CHECK(path[0].near == "groin");
    CHECK(path[1].near == "thigh");
    CHECK(path[1].offsetMm == glm::vec3(1, 2, 3));
    CHECK(result.course.allows("fingertips"));
    CHECK_FALSE(result.course.allows("elbow"));
}

TEST_CASE("a course is recognised by any of its words, in any case")
{
    const care::NeurovascularCourse course = read(kSound + kPath).course;
    CHECK(course.isNamedIn({"Nothing here.", "The Femoral artery beats beside it."}));
    CHECK(course.isNamedIn({"Feel for the pulse of the groin."}));
    CHECK_FALSE(course.isNamedIn({"Feel for the pulse."}));
    CHECK_FALSE(course.isNamedIn({}));
}

TEST_CASE("a deep structure is at risk from hard tools alone")
{
    care::Tool soft, hard;
    soft.firmness = "soft";
    hard.firmness = "hard";
    care::NeurovascularCourse course;
    CHECK(course.isAtRiskFrom(soft));
    course.hardOnly = true;
    CHECK_FALSE(course.isAtRiskFrom(soft));
    CHECK(course.isAtRiskFrom(hard));
}

TEST_CASE("a course without two sources, a name, a path or known points is a fault")
{
    checkOnly(kSound, "has no path");
    checkOnly(without(kSound, "\"gray\", \"moore\"", "\"gray\"") + kPath, "needs two sources");
    checkOnly(without(kSound, "\"femoral\", \"pulse of the groin\"", "") + kPath,
              "at least one phrase");
    checkOnly(without(kSound, "fingertips", "fingertisp") + kPath, "Did you mean fingertips?");
    checkOnly(kSound + "[[path]]\nthrough = [\"groin\"]\n" + kPath, "at least two places");
    checkOnly(kSound + "[[path]]\nthrough = [\"groin\", \"thihg\"]\n" + kPath,
              "Did you mean thigh?");
    checkOnly(kSound + "[[path]]\nthrough = [\"groin\", \"knot\"]\n" + kPath, "name a landmark");
}
