#include "app/commands/command.h"
#include "app/commands/undo.h"

#include "engine/core/nearest.h"
#include "engine/words/tr.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

constexpr int kLargestEdge = 8192;

void add(std::vector<Command>& all, std::vector<Command> some)
{
    for (Command& command : some)
        all.push_back(std::move(command));
}

/// Undo and redo keep their own pictures.
bool walksHistory(const Command& command)
{
    return command.id == "undo" || command.id == "redo";
}

void keepForUndo(AppState& state, const Command& command, PictureState before)
{
    if (walksHistory(command) || !differ(before, pictureOf(state)))
        return;
    std::string& continued = state.history.continued;
    const bool sameDrag = command.continuous && continued == command.id;
    if (!sameDrag)
        remember(state, std::move(before));
    continued = command.continuous ? command.id : std::string();
}

std::optional<int> parseEdge(std::string_view digits)
{
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    if (!whole || value < 1 || value > kLargestEdge)
        return std::nullopt;
    return value;
}

} // namespace

std::string CommandCall::text() const
{
    std::string line = id;
    for (const std::string& argument : arguments) {
        const bool quoted =
            argument.empty() || argument.find_first_of(" \t\"#") != std::string::npos;
        line += quoted ? " \"" + argument + "\"" : " " + argument;
    }
    return line;
}

CommandTable::CommandTable()
{
    add(m_commands, selectionCommands());
    add(m_commands, positionCommands());
    add(m_commands, viewCommands());
    add(m_commands, zoneCommands());
    add(m_commands, cutCommands());
    add(m_commands, visibilityCommands());
    add(m_commands, panelCommands());
    add(m_commands, windowCommands());
    add(m_commands, bodyCommands());
}

const Command* CommandTable::find(std::string_view id) const
{
    for (const Command& command : m_commands)
        if (command.id == id)
            return &command;
    return nullptr;
}

core::Outcome CommandTable::check(const CommandCall& call) const
{
    const Command* command = find(call.id);
    if (command == nullptr) {
        std::vector<std::string> known;
        for (const Command& each : m_commands)
            known.push_back(each.id);
        return unknownName(mark("command"), call.id, known);
    }
    const std::size_t count = call.arguments.size();
    if (count >= command->minArguments && count <= command->maxArguments)
        return std::nullopt;
    return core::Error{trn("'{}' was given {} argument; usage: {}{}{}",
                           "'{}' was given {} arguments; usage: {}{}{}", count, call.id, count,
                           command->id, command->usage.empty() ? "" : " ", command->usage)};
}

core::Outcome CommandTable::run(AppState& state, const CommandCall& call) const
{
    if (auto error = check(call))
        return error;
    const Command& command = *find(call.id);
    PictureState before = pictureOf(state);
    if (auto error = command.run(state, call.arguments))
        return error;
    keepForUndo(state, command, std::move(before));
    if (state.trace.commands) {
        std::printf("%s\n", call.text().c_str());
        std::fflush(stdout);
    }
    return std::nullopt;
}

core::Result<float> parseNumber(const std::string& text, std::string_view what, float lower,
                                float upper)
{
    char* end = nullptr;
    const float value = std::strtof(text.c_str(), &end);
    const bool whole = end != text.c_str() && *end == '\0' && std::isfinite(value);
    if (!whole || value < lower || value > upper)
        return core::Error{trf("'{}' is not a valid {}: use a number from {:g} to {:g}",
                               text.substr(0, 40), what, lower, upper)};
    return value;
}

core::Result<WindowSize> parseSize(const std::string& text)
{
    const std::size_t cross = text.find('x');
    const std::string_view all = text;
    if (cross != std::string::npos) {
        const auto width = parseEdge(all.substr(0, cross));
        const auto height = parseEdge(all.substr(cross + 1));
        if (width && height)
            return WindowSize{*width, *height};
    }
    return core::Error{trf("'{}' is not a size: use WIDTHxHEIGHT, each from 1 to {}",
                           text.substr(0, 40), kLargestEdge)};
}

core::Result<bool> parseSwitch(const std::string& text, bool now)
{
    if (text == "toggle")
        return !now;
    if (text == "on" || text == "off")
        return text == "on";
    return core::Error{
        trf("'{}' is not a switch setting: use on, off or toggle", text.substr(0, 40))};
}

core::Outcome setSwitch(bool& value, const std::string& text)
{
    const auto wanted = parseSwitch(text, value);
    if (!wanted)
        return wanted.error();
    value = *wanted;
    return std::nullopt;
}

} // namespace knotmap::app
