// Arbitrary text as a replay: every line that is a command is run on a small body, as the window
// would.
#include "app/commands/replay.h"
#include "app/commands/scene_refresh.h"
#include "tests/unit/commands/small_library.h"

using namespace knotmap;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const app::CommandTable table;
    static const std::shared_ptr<const app::Library> library = testing::smallLibrary();
    constexpr std::size_t kMaxCommands = 40;
    const auto replay =
        app::parseReplay({reinterpret_cast<const char*>(data), size}, "fuzz", table);
    if (!replay)
        return 0;
    app::AppState state = app::makeState(library, {});
    state.animations.enabled = false;
    for (std::size_t i = 0; i < replay->lines.size() && i < kMaxCommands; ++i)
        if (replay->lines[i].call.id != "say" && replay->lines[i].call.id != "trace")
            (void)table.run(state, replay->lines[i].call);
    return 0;
}
