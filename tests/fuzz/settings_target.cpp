// Arbitrary text as settings.toml: faults are reported, and what was read survives writing and
// reading again.
#include "app/model/settings.h"
#include "tests/support/folder.h"

#include <cstdlib>

using namespace knotmap;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const testing::Folder folder;
    folder.write("settings.toml", {reinterpret_cast<const char*>(data), size});
    core::Faults faults;
    const app::Settings read = app::readSettings(folder.path(), faults);
    const variants::Build& build = read.build;
    if (!(build.mass >= 0 && build.mass <= 1))
        std::abort();
    if (build.heightMm != 0 && !(build.heightMm >= 1400 && build.heightMm <= 2100))
        std::abort();
    faults.clear();
    if (app::writeSettings(folder.path(), read))
        std::abort();
    if (app::readSettings(folder.path(), faults).build.mass != build.mass || !faults.empty())
        std::abort();
    return 0;
}
