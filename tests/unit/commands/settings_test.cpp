#include "app/model/settings.h"

#include "tests/support/folder.h"

#include <catch2/catch.hpp>
#include <fstream>

using namespace knotmap;
using namespace knotmap::app;

namespace {

core::Faults faultsOf(const std::filesystem::path& folder, const std::string& text,
                      Settings& settings)
{
    std::ofstream(folder / "settings.toml") << text;
    core::Faults faults;
    settings = readSettings(folder, faults);
    return faults;
}

} // namespace

TEST_CASE("the chosen body is read back as written")
{
    const testing::Folder folder;
    const Settings chosen{{variants::Sex::Female, 1655, 0.75F}};
    CHECK_FALSE(writeSettings(folder.path() / "deep" / "knotmap", chosen));
    core::Faults faults;
    const Settings read = readSettings(folder.path() / "deep" / "knotmap", faults);
    CHECK(faults.empty());
    CHECK(read.build == chosen.build);
}

TEST_CASE("without a file the settings are the defaults")
{
    const testing::Folder folder;
    core::Faults faults;
    CHECK(readSettings(folder.path(), faults).build.asMeasured());
    CHECK(faults.empty());
}

TEST_CASE("bad values of the settings are reported and the others kept")
{
    const testing::Folder folder;
    Settings settings;
    const core::Faults faults = faultsOf(
        folder.path(), "[body]\nsex = \"female\"\nheight = \"9m\"\nbuild = \"fat\"\n", settings);
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].line == 3);
    CHECK(faults[0].message.find("140cm to 210cm") != std::string::npos);
    CHECK(faults[1].message.find("slim, average, heavy") != std::string::npos);
    CHECK(settings.build == variants::Build{variants::Sex::Female, 0, 0.5F});
    CHECK(faultsOf(folder.path(), "[body\n", settings).size() == 1);
    CHECK(settings.build.asMeasured());
    CHECK(faultsOf(folder.path(), "[body]\nsex = 3\nsize = 1\n", settings).size() == 2);
}

TEST_CASE("settings that cannot be written are an error")
{
    const testing::Folder folder;
    std::ofstream(folder.path() / "file") << "x";
    CHECK(writeSettings(folder.path() / "file", {}));
    CHECK(writeSettings({}, {}));
}
