// A maliciously crafted baked body: whoever can change its bytes can give them a matching checksum,
// so only the payload is read. Inputs that begin with an even byte are a payload; all others are
// changes to a small valid one, seven bytes each.
#include "engine/body/atlas_file.h"
#include "engine/geometry/surface.h"
#include "tests/support/folder.h"
#include "tests/support/small_atlas.h"

#include <cstdlib>
#include <cstring>

using namespace knotmap;

namespace {

std::string soundPayload()
{
    constexpr std::size_t kHeader = 24;
    const testing::Folder folder;
    const auto path = folder.path() / "body.atlas";
    if (body::writeAtlas(testing::smallAtlas(25), path))
        std::abort();
    std::ifstream in(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), {});
    if (!body::parseAtlas(std::string_view(bytes).substr(kHeader)))
        std::abort();
    return bytes.substr(kHeader);
}

/// Each change: where (two bytes), the size (a byte, four or eight of them), and four bytes.
std::string changed(std::string payload, const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t kChange = 7;
    for (; size >= kChange; data += kChange, size -= kChange) {
        std::uint32_t value = 0;
        std::memcpy(&value, data + 3, sizeof value);
        const std::uint64_t wide = data[2] & 4U ? value : std::uint64_t{value} << 20U;
        const std::size_t width = std::size_t{1} << (data[2] % 4U);
        const std::size_t at = (data[0] + 256U * data[1]) % (payload.size() - sizeof wide);
        std::memcpy(payload.data() + at, &wide, width);
    }
    return payload;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::string valid = soundPayload();
    if (size == 0)
        return 0;
    const std::string payload = data[0] % 2 == 0
                                    ? std::string(reinterpret_cast<const char*>(data) + 1, size - 1)
                                    : changed(valid, data + 1, size - 1);
    const auto read = body::parseAtlas(payload);
    if (!read)
        return 0;
    // What was read can be used.
    const body::Atlas& atlas = **read;
    for (const body::Shape& shape : atlas.shapes)
        for (const geometry::Sheet& sheet : shape.sheets)
            (void)geometry::evaluate(sheet, 0.3F, 0.7F);
    for (const body::Instance& instance : atlas.instances)
        if (instance.shape >= atlas.shapes.size())
            std::abort();
    const geometry::Surface skin(std::make_shared<const geometry::Mesh>(atlas.skin.mesh));
    (void)skin.closest(glm::vec3(1, 2, 3));
    return 0;
}
