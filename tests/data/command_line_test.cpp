// The contract of the command line, tested from outside: keys, exit statuses, messages.

#include "tests/support/program.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

using namespace knotmap;
using nlohmann::json;

namespace {

testing::Run knotmap_(const std::string& arguments)
{
    return testing::runProgram(std::string("\"") + KNOTMAP_PROGRAM + "\" " + arguments);
}

json jsonOf(const std::string& arguments)
{
    const testing::Run run = knotmap_(arguments);
    INFO(arguments << "\n" << run.error);
    REQUIRE(run.status == 0);
    return json::parse(run.out);
}

/// One clear message, the right status, no crash.
void refused(const std::string& arguments, int status, const std::string& phrase)
{
    const testing::Run run = knotmap_(arguments);
    INFO(arguments << "\n" << run.error);
    CHECK(run.status == status);
    CHECK(run.out.empty());
    CHECK(run.error.find(phrase) != std::string::npos);
}

void hasKeys(const json& entry, const std::vector<std::string>& keys)
{
    for (const std::string& key : keys) {
        INFO(key);
        CHECK(entry.contains(key));
    }
}

} // namespace

TEST_CASE("lists carry the keys of the contract")
{
    hasKeys(jsonOf("list points --json").at(0), {"id", "muscle", "label", "essential", "spillover",
                                                 "tools", "positions", "evidence", "sources"});
    hasKeys(jsonOf("list muscles --json").at(0),
            {"id", "english", "latin", "fma", "group", "layer", "parts", "points"});
    hasKeys(jsonOf("list regions --json").at(0), {"id", "label", "synonyms", "group"});
    CHECK(jsonOf("list bones --json").size() > 20);
    CHECK(jsonOf("list tools --json").size() >= 4);
    CHECK(jsonOf("list positions --json").size() >= 4);
}

TEST_CASE("a trigger point is shown with everything in the contract")
{
    const json point = jsonOf("show upper-trapezius-1.left --json");
    hasKeys(point, {"id", "muscle", "label", "essential", "spillover", "tools", "positions",
                    "evidence", "side", "on_skin_mm", "depth_mm", "zones", "tool", "position",
                    "dose", "stop", "cautions", "satellites", "sources"});
    CHECK(point["side"] == "left");
    CHECK(point["on_skin_mm"][0] > 0);
    hasKeys(point["tool"], {"id", "diameter_mm", "contact_mm", "direction", "why"});
    hasKeys(point["dose"], {"hold_s", "rounds", "rest_s", "discomfort", "sessions_per_week"});
    hasKeys(point["zones"].at(0), {"strength", "regions", "area_mm2"});
    CHECK(point["zones"].at(0)["area_mm2"] > 500);
    hasKeys(point["sources"].at(0), {"id", "citation"});
    hasKeys(point["position"], {"id", "steps"});
    CHECK(jsonOf("show upper-trapezius-1 --json")["side"] == "right");
}

TEST_CASE("pain at the temple finds the upper trapezius")
{
    const json found = jsonOf("find temple --top 5 --json");
    REQUIRE(found.size() == 5);
    hasKeys(found.at(0), {"point", "side", "score", "essential", "spillover", "why"});
    bool named = false;
    for (const json& finding : found)
        named = named || finding["point"] == "upper-trapezius-1";
    CHECK(named);
    CHECK(jsonOf("find temple.left --json").at(0)["side"] == "left");
}

TEST_CASE("for unknown ids the nearest ones are suggested")
{
    refused("show uper-trapezius-1", 1, "upper-trapezius-1");
    refused("find tempel", 1, "temple");
    refused("render --point upper-trapezius-9 -o x.png", 1, "upper-trapezius-1");
    refused("render --muscle levator -o x.png", 1, "levator-scapulae");
    refused("render --region tempel -o x.png", 1, "temple");
    refused("render --view bck -o x.png", 1, "back");
    refused("render --layer depp -o x.png", 1, "deep");
}

TEST_CASE("invalid sizes are refused and leave no picture")
{
    const testing::Folder folder;
    const std::string file = (folder.path() / "x.png").string();
    for (const std::string size : {"0x0", "-1x5", "999999x999999", "12", "axb", "12x", "x12",
                                   "1280x720x3", "99999999999999999999x2", "8193x10"})
        refused("render --view front --size=" + size + " -o " + file, 1, "size");
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a picture that cannot be written is reported, and nothing is left behind")
{
    const testing::Folder folder;
    refused("render --view front --size 64x64 -o " + (folder.path() / "no/such/x.png").string(), 1,
            "no/such/x.png");
    refused("export " + (folder.path() / "no/such/x.glb").string(), 1, "no/such/x.glb");
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("broken assets and atlas are reported with a remedy")
{
    const testing::Folder folder;
    refused("--assets " + folder.path().string() + " list points", 1, "no Knotmap assets here");
    folder.write("half.atlas", "KNOTMAP");
    const testing::Run run =
        testing::runProgram("KNOTMAP_ATLAS=\"" + (folder.path() / "half.atlas").string() +
                            "\" \"" KNOTMAP_PROGRAM "\" show upper-trapezius-1");
    CHECK(run.status == 1);
    CHECK(run.error.find("truncated") != std::string::npos);
    CHECK(run.error.find("knotmap bake") != std::string::npos);
}

TEST_CASE("wrong usage is status 2, help is status 0")
{
    refused("render", 2, "--output");
    refused("list", 2, "what");
    refused("list nonsense", 2, "nonsense");
    refused("frobnicate", 2, "frobnicate");
    refused("render --point a --muscle b -o x.png", 2, "exclude");
    CHECK(knotmap_("--help").status == 0);
    CHECK(knotmap_("--version").status == 0);
    CHECK(knotmap_("paths").status == 0);
}

TEST_CASE("a failed bake leaves the last good one alone")
{
    const testing::Folder folder;
    namespace fs = std::filesystem;
    fs::copy(fs::path(KNOTMAP_REPOSITORY) / "assets", folder.path() / "assets",
             fs::copy_options::recursive);
    folder.write("assets/anatomy/muscles/levator-scapulae.toml", "id = \"levator-scapulae\"\n");
    folder.write("body.atlas", "the last good one");
    refused("--assets " + (folder.path() / "assets").string() + " bake -o " +
                (folder.path() / "body.atlas").string(),
            1, "levator-scapulae.toml");
    std::ifstream in(folder.path() / "body.atlas");
    std::string kept;
    std::getline(in, kept);
    CHECK(kept == "the last good one");
}

TEST_CASE("an impossible cut is reported in one line")
{
    const auto cut = [](const std::string& request) {
        return "render --layer bone --size 32x32 -o /dev/null --cut " + request;
    };
    refused(cut("transvers"), 1, "transverse");
    refused(cut("transverse:"), 1, "transverse:MM");
    refused(cut("sagittal:left"), 1, "sagittal:MM");
    refused(cut("transverse:nan"), 1, "transverse:MM");
    refused(cut("transverse:9000"), 1, "misses the body");
    refused(cut("frontal:-900"), 1, "misses the body");
    refused("render --view section -o /dev/null", 1, "add --cut");
}
