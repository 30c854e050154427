// `knotmap export F.glb` as read by another program: a contract.

#include "tests/support/gltf_rules.h"
#include "tests/support/program.h"

#include <catch2/catch.hpp>
#include <map>

using namespace knotmap;
using nlohmann::json;

namespace {

testing::Run knotmap_(const std::string& arguments)
{
    return testing::runProgram(std::string("\"") + KNOTMAP_PROGRAM + "\" " + arguments);
}

/// The shipped body, exported once.
const std::string& exported()
{
    static const std::string kFile = [] {
        const testing::Folder folder;
        const std::filesystem::path path = folder.path() / "body.glb";
        const testing::Run run = knotmap_("export \"" + path.string() + "\"");
        INFO(run.error);
        REQUIRE(run.status == 0);
        std::ifstream in(path, std::ios::binary);
        return std::string((std::istreambuf_iterator<char>(in)), {});
    }();
    return kFile;
}

const json& document()
{
    static const json kDocument = [] {
        testing::GltfIssues issues;
        json read = testing::GlbReader(exported(), issues).read().document;
        REQUIRE(issues.empty());
        return read;
    }();
    return kDocument;
}

json listed(const std::string& what)
{
    const testing::Run run = knotmap_("list " + what + " --json");
    INFO(run.error);
    REQUIRE(run.status == 0);
    return json::parse(run.out);
}

/// The nodes by the id of their structure.
std::map<std::string, std::vector<json>> nodesById()
{
    std::map<std::string, std::vector<json>> nodes;
    for (const json& node : document()["nodes"])
        nodes[node["extras"]["id"]].push_back(node);
    return nodes;
}

const json& positionsOf(const json& node)
{
    const json& mesh = document()["meshes"][node["mesh"].get<std::size_t>()];
    return document()["accessors"]
                     [mesh["primitives"][0]["attributes"]["POSITION"].get<std::size_t>()];
}

} // namespace

TEST_CASE("the exported body breaks none of the rules of glTF")
{
    const testing::GltfRules rules(exported());
    for (const testing::GltfIssue& issue : rules.issues())
        FAIL_CHECK(issue.code << " at " << issue.pointer);
}

TEST_CASE("every muscle, bone and cartilage is exported, and so is the skin")
{
    auto nodes = nodesById();
    REQUIRE(nodes["skin"].size() == 1);
    nodes.erase("skin");
    const json bones = listed("bones");
    std::size_t muscles = 0;
    for (const auto& [id, instances] : nodes)
        muscles += instances.front()["extras"]["kind"] == "muscle" ? 1U : 0U;
    for (const json& bone : bones) {
        INFO(bone["id"]);
        REQUIRE(nodes.count(bone["id"]) == 1);
        CHECK(nodes[bone["id"]].front()["extras"]["kind"] == bone["kind"]);
    }
    CHECK(nodes.size() - muscles == bones.size());
    const json listedMuscles = listed("muscles");
    CHECK(muscles == listedMuscles.size());
    for (const json& muscle : listedMuscles) {
        INFO(muscle["id"]);
        REQUIRE(nodes.count(muscle["id"]) == 1);
        const json& extras = nodes[muscle["id"]].front()["extras"];
        CHECK(extras["kind"] == "muscle");
        CHECK(extras["layer"] == muscle["layer"]);
    }
}

TEST_CASE("each exported node is named by its id and carries the extras of the contract")
{
    std::set<std::string> names;
    for (const json& node : document()["nodes"]) {
        const json& extras = node["extras"];
        INFO(node);
        REQUIRE(extras.size() == 5);
        const std::string id = extras["id"], side = extras["side"];
        CHECK((side == "right" || side == "left" || side == "midline"));
        CHECK(node["name"] == (side == "midline" ? id : id + "." + side));
        CHECK(names.insert(node["name"]).second);
        const std::string kind = extras["kind"], layer = extras["layer"];
        CHECK((kind == "muscle" || kind == "bone" || kind == "cartilage" || kind == "skin"));
        CHECK((layer == "skin" || layer == "superficial" || layer == "intermediate" ||
               layer == "deep" || layer == "bone"));
        CHECK(extras["fma"].is_array());
        for (const json& number : extras["fma"])
            CHECK(number.is_number_integer());
    }
    CHECK(document()["scenes"][0]["nodes"].size() == document()["nodes"].size());
}

TEST_CASE("paired structures are exported on both sides, the left one as the mirror image")
{
    std::size_t pairs = 0;
    for (const auto& [id, nodes] : nodesById()) {
        INFO(id);
        if (nodes.size() == 1) {
            CHECK(nodes[0]["extras"]["side"] == "midline");
            CHECK_FALSE(nodes[0].contains("scale"));
            continue;
        }
        REQUIRE(nodes.size() == 2);
        ++pairs;
        const bool leftFirst = nodes[0]["extras"]["side"] == "left";
        const json &left = nodes[leftFirst ? 0 : 1], &right = nodes[leftFirst ? 1 : 0];
        CHECK(right["extras"]["side"] == "right");
        CHECK(left["extras"]["side"] == "left");
        CHECK(left["mesh"] == right["mesh"]);
        CHECK(left["scale"] == json::parse("[-1, 1, 1]"));
        CHECK_FALSE(right.contains("scale"));
    }
    CHECK(pairs > 300);
}

TEST_CASE("the exported body is in metres, soles at zero, the right half at negative X")
{
    const auto nodes = nodesById();
    const json& skin = positionsOf(nodes.at("skin").front());
    CHECK(skin["min"][1].get<double>() == Approx(0).margin(0.02));
    CHECK(skin["max"][1].get<double>() > 1.4);
    CHECK(skin["max"][1].get<double>() < 2.0);
    CHECK(skin["max"][0].get<double>() == Approx(-skin["min"][0].get<double>()).margin(0.01));
    // The toes and the front are at positive Z, the right femur at negative X.
    const json& femur = positionsOf(nodes.at("femur").front());
    CHECK(femur["max"][0].get<double>() < 0);
    const double length = femur["max"][1].get<double>() - femur["min"][1].get<double>();
    CHECK(length > 0.35);
    CHECK(length < 0.55);
    const json& patella = positionsOf(nodes.at("patella").front());
    CHECK(patella["min"][2].get<double>() > femur["min"][2].get<double>());
}

TEST_CASE("an export to standard output is the same file")
{
    const testing::Run run = knotmap_("export -");
    REQUIRE(run.status == 0);
    CHECK(run.out == exported());
}
