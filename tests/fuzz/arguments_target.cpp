// Arbitrary words, one per line, as arguments. They are read and checked as by the program; the
// commands are not executed.
#include "app/cli/global_options.h"
#include "app/cli/render_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <utility>

using namespace knotmap;

namespace {

std::vector<std::string> wordsOf(std::string_view text)
{
    constexpr std::size_t kMaxWords = 64;
    std::vector<std::string> words;
    while (!text.empty() && words.size() < kMaxWords) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        // An argument ends at its first zero byte.
        const std::string word(text.substr(0, end));
        words.emplace_back(word.c_str());
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// What CLI11 calls when a command has been read.
struct Callbacks : CLI::App
{
    static std::function<void()>& of(CLI::App& command)
    {
        return command.*(&Callbacks::final_callback_);
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::vector<std::string> words = wordsOf({reinterpret_cast<const char*>(data), size});
    CLI::App app{"Knotmap"};
    app::Invocation invocation;
    app::RenderOptions options;
    app::declareGlobals(app, invocation);
    for (const auto add :
         {app::addList, app::addShow, app::addFind, app::addCheck, app::addPaths, app::addBake})
        add(app, invocation);
    app::declareOptions(*app.add_subcommand("render", "Draw a picture"), options);
    // The options of a command are captured by its callback: that is kept, and not called.
    std::vector<std::function<void()>> kept;
    for (CLI::App* command : app.get_subcommands({}))
        kept.push_back(std::exchange(Callbacks::of(*command), nullptr));
    std::reverse(words.begin(), words.end()); // in the order CLI11 takes them
    try {
        app.parse(words);
    } catch (const CLI::ParseError&) {
        return 0;
    }
    (void)app::buildOf(invocation);
    (void)app::checkOptions(options);
    (void)app::pictureSize(options);
    return 0;
}
