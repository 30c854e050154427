#pragma once

#include "app/model/library.h"
#include "app/model/placed_point.h"
#include "engine/core/by_id.h"

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace knotmap::app {

/// The input and output of every subcommand.
struct Invocation
{
    std::optional<std::filesystem::path> assets; ///< --assets
    std::string body, height, build;             ///< as written; empty where not given
    int exitStatus = 0;
};

// Each adds one subcommand, with its options and its help, to the command line.
void addList(CLI::App& app, Invocation& invocation);
void addShow(CLI::App& app, Invocation& invocation);
void addFind(CLI::App& app, Invocation& invocation);
void addRender(CLI::App& app, Invocation& invocation);
void addCheck(CLI::App& app, Invocation& invocation);
void addExport(CLI::App& app, Invocation& invocation);
void addBench(CLI::App& app, Invocation& invocation);
void addPaths(CLI::App& app, Invocation& invocation);
void addBake(CLI::App& app, Invocation& invocation);
void addTexts(CLI::App& app, Invocation& invocation);

// Shared by several of them.

/// The exit status of wrong usage.
inline constexpr int kUsage = 2;

/// Prints "knotmap: message" on stderr and returns 1, the status of wrong input.
int fail(const core::Error& error);
/// Reports an invalid option; kUsage.
int misused(const core::Error& error);
int fail(const std::string& message);

/// The requested body; an Error names the option whose value is invalid.
core::Result<variants::Build> buildOf(const Invocation& invocation);

/// The library, or nothing after the reason was printed and `exitStatus` set. Faults in the data
/// are counted on stderr; `knotmap check` lists them.
std::shared_ptr<const Library> openLibrary(Invocation& invocation);

/// The text data only; likewise.
std::optional<Library> openTexts(Invocation& invocation);

/// "no WHAT is called 'ID'", with the nearest ids.
std::string unknown(std::string_view what, std::string_view id,
                    const std::vector<std::string>& known);

using core::idsOf;

/// The index of a trigger point given as "ID" (the right one) or "ID.side"; prints a message and
/// returns nothing if unknown.
std::optional<std::size_t> findPlaced(const std::vector<PlacedPoint>& points,
                                      const Library& library, const std::string& name);

} // namespace knotmap::app
