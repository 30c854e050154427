// A baked body with a valid checksum and invalid contents: whoever can change a byte can fix the
// checksum.
#include "engine/body/atlas_file.h"
#include "tests/support/folder.h"
#include "tests/support/small_atlas.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <limits>

using namespace knotmap;

namespace {

constexpr std::size_t kHeader = 24;
constexpr float kInfinite = std::numeric_limits<float>::infinity();
constexpr float kNoNumber = std::numeric_limits<float>::quiet_NaN();

/// A small body whose meshes move with a midline joint and a pair of joints.
body::Atlas jointedAtlas()
{
    body::Atlas atlas = testing::smallAtlas();
    atlas.joints = {{"trunk", core::Side::Midline, -1, {0, 0, 0}, {}},
                    {"arm", core::Side::Right, 0, {-9, 0, 0}, anatomy::kShoulder},
                    {"arm", core::Side::Left, 0, {9, 0, 0}, anatomy::kShoulder}};
    body::JointWeights rigid;
    rigid.shares[0] = 255;
    atlas.skin.weights.assign(atlas.skin.mesh.positions.size(), rigid);
    for (body::Shape& shape : atlas.shapes)
        shape.weights.assign(shape.mesh.positions.size(), rigid);
    return atlas;
}

std::string payloadOf(const body::Atlas& atlas)
{
    const testing::Folder folder;
    REQUIRE_FALSE(writeAtlas(atlas, folder.path() / "body.atlas"));
    std::ifstream in(folder.path() / "body.atlas", std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    return bytes.substr(kHeader);
}

/// Checks that the body after `change` is refused for that reason.
template <typename Change>
void refused(const std::string& why, Change change)
{
    body::Atlas atlas = jointedAtlas();
    change(atlas);
    const auto read = body::parseAtlas(payloadOf(atlas));
    INFO(why);
    REQUIRE_FALSE(read);
    INFO(read.error().message);
    CHECK(read.error().message.find(why) != std::string::npos);
}

template <typename Choice>
Choice noChoice()
{
    return static_cast<Choice>(77);
}

template <typename T>
std::string with(std::string payload, std::size_t at, T value)
{
    std::memcpy(payload.data() + at, &value, sizeof value);
    return payload;
}

} // namespace

TEST_CASE("a consistent body is read")
{
    CHECK(body::parseAtlas(payloadOf(jointedAtlas())));
    CHECK(body::parseAtlas(payloadOf(testing::smallAtlas())));
}

TEST_CASE("the file reports what about it is impossible, and the remedy")
{
    const testing::Folder folder;
    body::Atlas atlas = jointedAtlas();
    atlas.shapes[0].sheets[0].rows = 0;
    REQUIRE_FALSE(writeAtlas(atlas, folder.path() / "body.atlas"));
    const auto read = body::readAtlas(folder.path() / "body.atlas");
    REQUIRE_FALSE(read);
    CHECK(read.error().message.find("contradicts itself: a fibre sheet") != std::string::npos);
    CHECK(read.error().message.find("knotmap bake") != std::string::npos);
}

TEST_CASE("invalid fibre sheets are refused")
{
    constexpr int kMax = std::numeric_limits<int>::max(), kMin = std::numeric_limits<int>::min();
    for (const int count : {0, 1, 2, 3, -1, -5, 65, kMax, kMin}) {
        refused("fibre sheet", [&](body::Atlas& a) { a.shapes[0].sheets[0].rows = count; });
        refused("fibre sheet", [&](body::Atlas& a) { a.shapes[0].sheets[0].columns = count; });
        refused("fibre sheet", [&](body::Atlas& a) {
            a.shapes[0].sheets[0].rows = a.shapes[0].sheets[0].columns = count;
        });
    }
    refused("too few or too many points",
            [](body::Atlas& a) { a.shapes[0].sheets[0].points.pop_back(); });
    refused("too few or too many points",
            [](body::Atlas& a) { a.shapes[0].sheets[0].points.clear(); });
    refused("too few or too many points", [](body::Atlas& a) { a.shapes[0].sheets[0].rows = 4; });
    for (const float figure : {kNoNumber, kInfinite, -kInfinite, 1e30F, 3001.0F, -1e30F})
        for (int axis = 0; axis < 4; ++axis)
            refused("outside any possible body",
                    [&](body::Atlas& a) { a.shapes[0].sheets[0].points[3][axis] = figure; });
    for (const float share : {kNoNumber, kInfinite, -0.1F, 1.1F}) {
        refused("tendons", [&](body::Atlas& a) { a.shapes[0].sheets[0].fleshBegin = share; });
        refused("tendons", [&](body::Atlas& a) { a.shapes[0].sheets[0].fleshEnd = share; });
    }
}

TEST_CASE("positions that are no numbers or out of range are refused")
{
    for (const float figure : {kNoNumber, kInfinite, -kInfinite, 3001.0F})
        for (int axis = 0; axis < 3; ++axis) {
            refused("landmark 'nose-tip' lies outside any possible body",
                    [&](body::Atlas& a) { a.landmarks[0].position[axis] = figure; });
            refused("joint 'arm' lies outside any possible body",
                    [&](body::Atlas& a) { a.joints[1].at[axis] = figure; });
        }
    refused("only one side", [](body::Atlas& a) {
        for (glm::vec3& point : a.skin.mesh.positions)
            point.x += 200;
    });
}

TEST_CASE("kinds, layers and sides out of range are refused")
{
    constexpr const char* kWhy = "count, choice or text";
    refused(kWhy, [](body::Atlas& a) { a.shapes[0].kind = noChoice<anatomy::Kind>(); });
    refused(kWhy, [](body::Atlas& a) { a.structures[0].kind = noChoice<anatomy::Kind>(); });
    refused(kWhy, [](body::Atlas& a) { a.shapes[0].kind = static_cast<anatomy::Kind>(-1); });
    refused(kWhy, [](body::Atlas& a) { a.shapes[0].layer = noChoice<anatomy::Layer>(); });
    refused(kWhy, [](body::Atlas& a) { a.structures[0].layer = noChoice<anatomy::Layer>(); });
    refused(kWhy, [](body::Atlas& a) { a.regions[0].side = noChoice<core::Side>(); });
    refused(kWhy, [](body::Atlas& a) { a.joints[0].side = noChoice<core::Side>(); });
    refused(kWhy, [](body::Atlas& a) { a.joints[0].key.part = noChoice<anatomy::BodyPart>(); });
    refused(kWhy, [](body::Atlas& a) { a.joints[0].key.kind = noChoice<anatomy::JointKind>(); });
    refused(kWhy,
            [](body::Atlas& a) { a.joints[0].key.segment = noChoice<anatomy::JointSegment>(); });
    refused("no possible digit", [](body::Atlas& a) { a.joints[0].key.digit = 6; });
    refused("belongs to something else", [](body::Atlas& a) { a.shapes[0].midline = true; });
    refused("in an impossible layer", [](body::Atlas& a) {
        a.shapes[0].layer = a.structures[0].layer = anatomy::Layer::Bone;
    });
}

TEST_CASE("invalid parents of joints, and weights on no joint, are refused")
{
    for (const std::int32_t parent : {-2, -1000000, 1, 2, 3, 70000})
        refused("has no parent before it", [&](body::Atlas& a) { a.joints[1].parent = parent; });
    refused("no mirror image", [](body::Atlas& a) { a.joints.pop_back(); });
    refused("no mirror image", [](body::Atlas& a) { a.joints[2].id = "leg"; });
    refused("no mirror image", [](body::Atlas& a) { a.joints.erase(a.joints.begin() + 1); });
    refused("no mirror image",
            [](body::Atlas& a) { std::swap(a.joints[1].side, a.joints[2].side); });
    refused("joint that does not exist", [](body::Atlas& a) { a.skin.weights[4].joints[3] = 200; });
    refused("do not add up to 1", [](body::Atlas& a) { a.shapes[0].weights[4].shares = {}; });
    refused("number of joint weights", [](body::Atlas& a) { a.shapes[0].weights.clear(); });
    refused("number of joint weights", [](body::Atlas& a) { a.joints.clear(); });
}

TEST_CASE("names that are missing, duplicate or too long are refused")
{
    refused("has no name", [](body::Atlas& a) { a.structures[0].id = a.shapes[0].id = ""; });
    refused("something else", [](body::Atlas& a) { a.shapes[0].id = "other"; });
    refused("structure 'strap' occurs twice", [](body::Atlas& a) {
        a.structures.push_back(a.structures[0]);
        a.shapes.push_back(a.shapes[0]);
    });
    refused("landmark 'nose-tip' occurs twice",
            [](body::Atlas& a) { a.landmarks.push_back(a.landmarks[0]); });
    refused("region 'temple' occurs twice", [](body::Atlas& a) { a.regions[1] = a.regions[0]; });
    refused("joint 'arm' occurs twice", [](body::Atlas& a) {
        a.joints.push_back(a.joints[1]);
        a.joints.push_back(a.joints[2]);
    });
    refused("count, choice or text",
            [](body::Atlas& a) { a.structures[0].latin.assign(5000, 'x'); });
    refused("count, choice or text", [](body::Atlas& a) { a.structures[0].fmaLeft.assign(65, 1); });
    refused("count, choice or text",
            [](body::Atlas& a) { a.structures[0].originBones.assign(65, "rib"); });
}

TEST_CASE("invalid meshes, and unknown regions, are refused")
{
    refused("mesh is empty", [](body::Atlas& a) { a.shapes[0].mesh.indices.clear(); });
    refused("mesh is empty", [](body::Atlas& a) {
        a.shapes[0].mesh = {};
        a.shapes[0].weights.clear();
    });
    refused("unpacked", [](body::Atlas& a) { a.shapes[0].mesh.indices[3] = 1000000; });
    refused("coarser level", [](body::Atlas& a) { a.shapes[0].coarser.push_back({{}, 1}); });
    for (const float error : {kNoNumber, kInfinite, -1.0F, 1e9F})
        refused("coarser level", [&](body::Atlas& a) {
            a.skin.coarser.push_back({{0, 1, 2}, error});
        });
    refused("count, choice or text", [](body::Atlas& a) {
        a.skin.coarser.assign(17, geometry::DetailLevel{{0, 1, 2}, 1});
    });
    refused("region that does not exist", [](body::Atlas& a) { a.skin.regions[5] = 2; });
    refused("number of regions", [](body::Atlas& a) { a.skin.regions.pop_back(); });
    refused("number of shapes", [](body::Atlas& a) { a.structures.pop_back(); });
}

TEST_CASE("every count is checked against the bytes that remain")
{
    const std::string valid = payloadOf(jointedAtlas());
    const auto count = [](std::uint64_t entries) { return entries; };
    for (const std::uint64_t entries :
         {count(1'000'000), count(10'000'000), ~count(0), count(2001), count(1) << 61U, count(0)})
        CHECK_FALSE(body::parseAtlas(with(valid, 0, entries)));
    // A file large enough for that many entries of one byte each.
    CHECK_FALSE(body::parseAtlas(with(std::string(1'000'000, '\0'), 0, count(900'000))));
    CHECK_FALSE(body::parseAtlas(valid + "x"));
    CHECK_FALSE(body::parseAtlas(""));
    for (std::size_t size = 0; size < valid.size(); size += 7)
        CHECK_FALSE(body::parseAtlas(valid.substr(0, size)));
}

TEST_CASE("whichever eight bytes are changed, a body is refused or usable")
{
    const std::string valid = payloadOf(testing::smallAtlas(25));
    std::size_t refusals = 0;
    for (const std::uint64_t value : {~std::uint64_t{0}, std::uint64_t{0x7fffffff80000000},
                                      std::uint64_t{0x7fc000007f800000}, std::uint64_t{2}})
        for (std::size_t at = 0; at + sizeof value <= valid.size(); at += 3)
            if (const auto read = body::parseAtlas(with(valid, at, value)); !read) {
                ++refusals;
            } else {
                for (const body::Shape& shape : (*read)->shapes)
                    for (const geometry::Sheet& sheet : shape.sheets)
                        (void)geometry::evaluate(sheet, 0.5F, 0.5F);
            }
    CHECK(refusals > 100);
}
