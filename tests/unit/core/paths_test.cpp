#include "engine/core/paths.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>

using namespace knotmap;

namespace {

/// Sets environment variables, or unsets them where no value is given; restored at the end.
class Environment
{
public:
    explicit Environment(const std::map<std::string, std::optional<std::string>>& wanted)
    {
        for (const auto& [name, value] : wanted) {
            const char* before = std::getenv(name.c_str());
            m_before[name] = before == nullptr ? std::nullopt : std::optional<std::string>(before);
            set(name, value);
        }
    }
    ~Environment()
    {
        for (const auto& [name, value] : m_before)
            set(name, value);
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    static void set(const std::string& name, const std::optional<std::string>& value)
    {
        if (value)
            setenv(name.c_str(), value->c_str(), 1);
        else
            unsetenv(name.c_str());
    }
    std::map<std::string, std::optional<std::string>> m_before;
};

using Value = std::optional<std::string>;

core::Paths pathsWith(const Value& home, const Value& config)
{
    const Environment environment({{"HOME", home}, {"XDG_CONFIG_HOME", config}});
    const auto paths = core::findPaths(std::nullopt);
    REQUIRE(paths);
    return *paths;
}

} // namespace

TEST_CASE("settings are in the folder that the environment gives as an absolute path")
{
    CHECK(pathsWith("/home/me", "/conf").settings == "/conf/knotmap");
    CHECK(pathsWith("/home/me", std::nullopt).settings == "/home/me/.config/knotmap");
    CHECK(pathsWith("/home/me", "").settings == "/home/me/.config/knotmap");
    CHECK(pathsWith("/home/me", "conf").settings == "/home/me/.config/knotmap");
    CHECK(pathsWith(std::nullopt, "/conf").settings == "/conf/knotmap");
}

TEST_CASE("without such a folder there are no settings, and the reason is given")
{
    for (const Value& none : {Value(), Value(""), Value("."), Value("./conf")}) {
        const core::Paths paths = pathsWith(none, none);
        CHECK(paths.settings.empty());
        const core::Candidate& reported = paths.candidates.back();
        CHECK(reported.what == "settings");
        CHECK(reported.path.empty());
        CHECK_FALSE(reported.found);
        CHECK(reported.reason == core::kNoSettingsFolder);
    }
}
