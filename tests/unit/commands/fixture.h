#pragma once

#include "app/commands/command.h"
#include "app/commands/position_work.h"
#include "app/commands/scene_refresh.h"
#include "tests/unit/commands/small_library.h"

#include <catch2/catch.hpp>

namespace knotmap::testing {

/// The state and the commands run on it.
struct Fixture
{
    app::CommandTable table;
    app::AppState state = app::makeState(smallLibrary(), {});

    Fixture() { state.animations.enabled = false; }

    /// Waits for the worker where the command started one.
    core::Outcome run(const std::string& id, app::Arguments arguments = {})
    {
        if (auto error = table.run(state, {id, std::move(arguments)}))
            return error;
        const auto taken = app::takePosition(state, true);
        return taken ? std::nullopt : core::Outcome(taken.error());
    }
    void ok(const std::string& id, app::Arguments arguments = {})
    {
        const auto error = run(id, std::move(arguments));
        INFO(id << ": " << (error ? error->message : ""));
        REQUIRE_FALSE(error);
    }
    std::string refusal(const std::string& id, app::Arguments arguments = {})
    {
        const auto error = run(id, std::move(arguments));
        INFO(id);
        REQUIRE(error);
        return error->message;
    }
};

inline bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace knotmap::testing
