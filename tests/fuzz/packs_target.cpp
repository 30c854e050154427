// Arbitrary text in place of one file of a small pack of data; the first byte selects which.
// Everything that `knotmap list` and `knotmap check` read without a baked body is read.
#include "app/model/check.h"
#include "tests/support/folder.h"

#include <array>

using namespace knotmap;
namespace fs = std::filesystem;

namespace {

constexpr std::array<const char*, 25> kFiles = {"anatomy/muscles/strap.toml",
                                                "anatomy/bones/rod.toml",
                                                "anatomy/landmarks/trunk.toml",
                                                "anatomy/regions.toml",
                                                "anatomy/joints.toml",
                                                "anatomy/skin/soft-tissue.toml",
                                                "anatomy/skin/head.toml",
                                                "anatomy/skin/face.toml",
                                                "anatomy/builds/female.toml",
                                                "anatomy/builds/height.toml",
                                                "referral/sources.toml",
                                                "referral/evidence.toml",
                                                "referral/points/strap.toml",
                                                "care/tools.toml",
                                                "care/positions.toml",
                                                "care/dose.toml",
                                                "care/facts.toml",
                                                "care/redflags.toml",
                                                "care/caution_areas.toml",
                                                "care/segments.toml",
                                                "care/advice/strap.toml",
                                                "anatomy/skin/hand.toml",
                                                "anatomy/builds/heavy-male.toml",
                                                "anatomy/skin/foot.toml",
                                                "anatomy/skin/trunk.toml"};

std::string contentOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(in)), {});
}

/// The complete pack, and what to restore in it.
struct Pack
{
    Pack()
    {
        fs::copy(fs::path(KNOTMAP_REPOSITORY) / "tests" / "fuzz" / "pack", folder.path(),
                 fs::copy_options::recursive);
        for (std::size_t i = 0; i < kFiles.size(); ++i)
            contents[i] = contentOf(folder.path() / kFiles[i]);
    }
    testing::Folder folder;
    std::array<std::string, kFiles.size()> contents;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Pack pack;
    if (size == 0)
        return 0;
    const std::size_t which = (data[0] - std::size_t{'A'}) % kFiles.size();
    pack.folder.write(kFiles[which], {reinterpret_cast<const char*>(data) + 1, size - 1});
    (void)app::checkData(pack.folder.path(), nullptr);
    pack.folder.write(kFiles[which], pack.contents[which]);
    return 0;
}
