// Malicious input to the program: it may refuse, with a message and the status of wrong input, but
// must never be killed by a signal.
#include "engine/body/atlas_file.h"
#include "tests/support/program.h"
#include "tests/support/small_atlas.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <filesystem>
#include <zlib.h>

namespace fs = std::filesystem;
using namespace knotmap;

namespace {

const std::string kProgram = std::string("\"") + KNOTMAP_PROGRAM + "\" ";

/// The sanitizers need more memory and stack than these limits allow.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

/// The shipped data, to be corrupted.
struct Pack
{
    Pack()
    {
        fs::copy(fs::path(KNOTMAP_REPOSITORY) / "assets", folder.path(),
                 fs::copy_options::recursive);
    }
    /// Runs the program on it; with `built`, on the baked body too.
    testing::Run run(const std::string& arguments, bool built = false) const
    {
        const std::string atlas = built ? KNOTMAP_ATLAS_FILE : (folder.path() / "no").string();
        folder.write("no", "no body");
        return testing::runProgram("KNOTMAP_ATLAS=\"" + atlas + "\" " + kProgram + "--assets \"" +
                                   folder.path().string() + "\" " + arguments);
    }
    testing::Folder folder;
};

/// Neither killed by a signal nor silent.
void checkReported(const testing::Run& run, const std::string& what)
{
    INFO(what << "\n" << run.error);
    CHECK((run.status == 0 || run.status == 1));
    if (run.status == 1)
        CHECK(run.error.find("knotmap: ") != std::string::npos);
}

} // namespace

TEST_CASE("a header or a key of 100,000 names is a fault, and the rest is read")
{
    const Pack pack;
    std::string dotted;
    for (int i = 0; i < 100'000; ++i)
        dotted += "a.";
    for (const std::string file :
         {"care/facts.toml", "care/tools.toml", "referral/evidence.toml", "anatomy/skin/head.toml"})
        for (const std::string& text : {"[" + dotted + "a]\n", dotted + "a = 1\n"}) {
            INFO(file);
            const fs::path spoilt = pack.folder.path() / file;
            std::ifstream in(spoilt, std::ios::binary);
            const std::string whole((std::istreambuf_iterator<char>(in)), {});
            pack.folder.write(file, text);
            const testing::Run check = pack.run("check");
            CHECK(check.status == 1);
            CHECK(check.out.find(file + ":1:") != std::string::npos);
            CHECK(check.out.find("joined by dots") != std::string::npos);
            checkReported(pack.run("list points"), "list");
            pack.folder.write(file, whole);
        }
}

TEST_CASE("a body that grows by an empty table is built nevertheless, and the fault is reported")
{
    const Pack pack;
    pack.folder.write("anatomy/builds/height.toml", "sources = [\"Nobody\"]\nheight = []\n");
    const testing::Run run = pack.run("show upper-trapezius-1 --body female --height 150cm", true);
    CHECK(run.status == 0);
    CHECK(run.error.find("anatomy/builds/height.toml:2") != std::string::npos);
}

TEST_CASE("a baked body with invalid contents and a valid checksum is refused with a message")
{
    const testing::Folder folder;
    const fs::path file = folder.path() / "body.atlas";
    const auto show = [&](const std::string& limits) {
        return testing::runProgram(limits + "KNOTMAP_ATLAS=\"" + file.string() + "\" " + kProgram +
                                   "show upper-trapezius-1");
    };
    for (const int rows : {0, 3, -1, 1 << 30}) {
        body::Atlas atlas = testing::smallAtlas();
        atlas.shapes[0].sheets[0].rows = rows;
        REQUIRE_FALSE(writeAtlas(atlas, file));
        const testing::Run run = show("");
        CHECK(run.status == 1);
        CHECK(run.error.find("contradicts itself: a fibre sheet") != std::string::npos);
    }
    // Ten million structures of one byte each: refused before memory is allocated for them.
    std::string payload(20'000'000, '\0');
    const std::uint64_t claimed = 10'000'000, size = payload.size();
    std::memcpy(payload.data(), &claimed, sizeof claimed);
    const auto sum = static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const unsigned char*>(payload.data()), payload.size()));
    std::string bytes("KNOTMAP\0", 8);
    bytes.append(reinterpret_cast<const char*>(&body::kAtlasVersion), 4);
    bytes.append(reinterpret_cast<const char*>(&sum), 4);
    bytes.append(reinterpret_cast<const char*>(&size), 8);
    folder.write("body.atlas", bytes + payload);
    const testing::Run run = show(kSanitized ? "" : "ulimit -v 200000; ");
    CHECK(run.status == 1);
    CHECK(run.error.find("contradicts itself: it contains an impossible count") !=
          std::string::npos);
}

TEST_CASE("with little stack or memory there is an answer or a message, and no signal")
{
    if (kSanitized)
        return;
    for (const std::string limit : {"-s 512", "-s 256", "-s 128", "-v 600000", "-v 400000",
                                    "-v 300000", "-v 200000", "-v 150000", "-v 100000"})
        for (const std::string arguments : {"list points", "show upper-trapezius-1", "find temple"})
            checkReported(testing::runProgram("ulimit " + limit +
                                              "; KNOTMAP_ATLAS=\"" KNOTMAP_ATLAS_FILE "\" " +
                                              kProgram + arguments + " >/dev/null"),
                          limit + " " + arguments);
    const auto roomy = testing::runProgram("ulimit -s 512; ulimit -v 600000; " + kProgram +
                                           "show upper-trapezius-1");
    CHECK(roomy.status == 0);
}

TEST_CASE("the deepest permitted brackets and names fit into a small stack")
{
    if (kSanitized)
        return;
    const Pack pack;
    std::string deepest = "a.a.a.a.a.a.a.a = ";
    for (int i = 0; i < 8; ++i)
        deepest += "[{ a.a.a.a.a.a.a.a = ";
    deepest += "1";
    for (int i = 0; i < 8; ++i)
        deepest += " }]";
    pack.folder.write("care/facts.toml", deepest + "\n");
    const testing::Run run = testing::runProgram("ulimit -s 256; " + kProgram + "--assets \"" +
                                                 pack.folder.path().string() + "\" list points");
    CHECK(run.status == 0);
}
