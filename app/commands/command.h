#pragma once

#include "app/commands/state.h"
#include "engine/core/nearest.h"
#include "engine/core/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knotmap::app {

using Arguments = std::vector<std::string>;

/// A named action: the menu, the shortcuts, the panels and replays all run these.
struct Command
{
    std::string id;
    std::string usage;                              ///< its arguments, such as "POINT [stay]"
    std::string label;                              ///< description for users
    std::size_t minArguments = 0, maxArguments = 0; ///< number of arguments it takes
    std::function<core::Outcome(AppState&, const Arguments&)> run;
    /// Run again and again while a slider is dragged: undone as one step.
    bool continuous = false;
};

/// A command with its arguments, waiting to be run.
struct CommandCall
{
    std::string id;
    Arguments arguments;

    /// As written in a replay file.
    std::string text() const;
};

/// Requests by the panels and the input; run between two frames.
class CommandQueue
{
public:
    void push(std::string id, Arguments arguments = {})
    {
        m_calls.push_back({std::move(id), std::move(arguments)});
    }
    bool empty() const { return m_calls.empty(); }
    std::vector<CommandCall> take() { return std::exchange(m_calls, {}); }

private:
    std::vector<CommandCall> m_calls;
};

/// All commands.
class CommandTable
{
public:
    CommandTable();

    const std::vector<Command>& all() const { return m_commands; }
    const Command* find(std::string_view id) const;

    /// Whether the command exists and takes that many arguments.
    core::Outcome check(const CommandCall& call) const;
    /// Checks and runs, and keeps the picture before it for undo; an Error leaves the state as it
    /// was.
    core::Outcome run(AppState& state, const CommandCall& call) const;

private:
    std::vector<Command> m_commands;
};

// Each adds one family of commands.
std::vector<Command> selectionCommands();
std::vector<Command> positionCommands();
std::vector<Command> viewCommands();
std::vector<Command> zoneCommands();
std::vector<Command> cutCommands();
std::vector<Command> visibilityCommands();
std::vector<Command> panelCommands();
std::vector<Command> windowCommands();
std::vector<Command> bodyCommands();

// Shared by several of them.

using core::unknownName;
/// A finite number within limits; the error names the quantity.
core::Result<float> parseNumber(const std::string& text, std::string_view what, float lower,
                                float upper);
/// "1280x800", each 1 to 8192.
core::Result<WindowSize> parseSize(const std::string& text);
/// "on", "off" or "toggle".
core::Result<bool> parseSwitch(const std::string& text, bool now);
/// Sets a switch as the word says; an error, without changes, for any other word.
core::Outcome setSwitch(bool& value, const std::string& text);

} // namespace knotmap::app
