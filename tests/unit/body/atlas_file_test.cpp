#include "engine/body/atlas_file.h"
#include "tests/support/folder.h"
#include "tests/support/small_atlas.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;
using testing::smallAtlas;

namespace {

std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(in)), {});
}

} // namespace

TEST_CASE("an atlas survives writing and reading")
{
    const testing::Folder folder;
    const auto path = folder.path() / "body.atlas";
    const body::Atlas written = smallAtlas();
    REQUIRE_FALSE(writeAtlas(written, path));
    const auto read = body::readAtlas(path);
    REQUIRE(read);
    const body::Atlas& atlas = **read;
    CHECK(atlas.structures.front().fmaRight == std::vector<int>{1, 2});
    for (std::size_t i = 0; i < atlas.shapes.front().mesh.positions.size(); ++i)
        CHECK(glm::distance(atlas.shapes.front().mesh.positions[i],
                            written.shapes.front().mesh.positions[i]) < 0.03F);
    CHECK(isClosedManifold(atlas.shapes.front().mesh));
    CHECK(atlas.shapes.front().mesh.triangleCount() == written.shapes.front().mesh.triangleCount());
    CHECK(glm::distance(atlas.skin.mesh.normals[5], written.skin.mesh.normals[5]) < 1e-3F);
    CHECK(atlas.instances.size() == 2);
    CHECK(atlas.findInstance("strap", core::Side::Left) == 1U);
    CHECK(atlas.landmark("nose-tip", core::Side::Left)->z == 50);
}

TEST_CASE("two bakes of the same body are identical in every byte")
{
    const testing::Folder folder;
    REQUIRE_FALSE(writeAtlas(smallAtlas(), folder.path() / "a"));
    REQUIRE_FALSE(writeAtlas(smallAtlas(), folder.path() / "b"));
    CHECK(bytesOf(folder.path() / "a") == bytesOf(folder.path() / "b"));
}

TEST_CASE("a missing, truncated, foreign, older or damaged file is refused with a remedy")
{
    const testing::Folder folder;
    const auto path = folder.path() / "body.atlas";
    REQUIRE_FALSE(writeAtlas(smallAtlas(), path));
    const std::string whole = bytesOf(path);
    const auto refused = [&](const std::string& bytes, const std::string& why) {
        folder.write("broken.atlas", bytes);
        const auto read = body::readAtlas(folder.path() / "broken.atlas");
        REQUIRE_FALSE(read);
        CHECK(read.error().message.find(why) != std::string::npos);
        CHECK(read.error().message.find("broken.atlas") != std::string::npos);
        CHECK(read.error().message.find("knotmap bake") != std::string::npos);
    };
    refused(whole.substr(0, 10), "truncated");
    refused(whole.substr(0, whole.size() / 2), "truncated");
    refused(whole + "x", "extra data");
    std::string bytes = whole;
    bytes[0] = 'X';
    refused(bytes, "not a baked body");
    bytes = whole;
    bytes[8] = static_cast<char>(bytes[8] + 1);
    refused(bytes, "version");
    bytes = whole;
    bytes[whole.size() / 2] = static_cast<char>(bytes[whole.size() / 2] ^ 1);
    refused(bytes, "checksum");
    CHECK_FALSE(body::readAtlas(folder.path() / "nowhere.atlas"));
    CHECK_FALSE(body::readAtlas(folder.path()));
}

TEST_CASE("an atlas that cannot be written leaves nothing behind")
{
    const testing::Folder folder;
    const auto error = writeAtlas(smallAtlas(), folder.path() / "no" / "such" / "body.atlas");
    REQUIRE(error);
    CHECK(error->message.find("body.atlas") != std::string::npos);
    CHECK(std::filesystem::is_empty(folder.path()));
}
