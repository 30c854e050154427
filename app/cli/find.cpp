#include "engine/referral/find.h"
#include "app/cli/subcommands.h"
#include "engine/words/tr.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace knotmap::app {
namespace {

using Json = nlohmann::ordered_json;

struct FindOptions
{
    std::vector<std::string> regions;
    std::size_t top = 10;
    bool json = false;
};

Json describe(const referral::Finding& finding)
{
    return {{"point", finding.point->id},     {"side", core::sideName(finding.side)},
            {"score", finding.score},         {"essential", finding.essential},
            {"spillover", finding.spillover}, {"why", finding.why}};
}

void print(const std::vector<referral::Finding>& findings, bool asJson)
{
    if (asJson) {
        Json list = Json::array();
        for (const referral::Finding& finding : findings)
            list.push_back(describe(finding));
        fmt::print("{}\n", list.dump(1));
        return;
    }
    if (findings.empty())
        trPrint("No point in the data sends pain there.\n");
    for (const referral::Finding& finding : findings)
        fmt::print("{:4.0f} %  {:<34}  {}\n", finding.score * 100,
                   core::instanceName(finding.point->id, finding.side), finding.why);
}

/// The queried regions, or nothing after an unknown one was reported.
std::optional<std::vector<referral::PainQuery>> readPain(const FindOptions& options,
                                                         const anatomy::Catalogue& catalogue)
{
    std::vector<referral::PainQuery> pain;
    for (const std::string& name : options.regions) {
        const core::SidedId asked = core::parseSidedId(name);
        if (catalogue.findRegion(asked.id) == nullptr) {
            fail(unknown(mark("region"), asked.id, idsOf(catalogue.regions)));
            return std::nullopt;
        }
        pain.push_back({asked.id, asked.side});
    }
    return pain;
}

} // namespace

void addFind(CLI::App& app, Invocation& invocation)
{
    const auto options = std::make_shared<FindOptions>();
    CLI::App* command =
        app.add_subcommand("find", tr("Find the points that explain a pain, best first"));
    command
        ->add_option("region", options->regions,
                     tr("Where it hurts: region ids, such as temple "
                        "or temple.left"))
        ->required();
    command->add_option("--top", options->top, tr("How many to print"))
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_flag("--json", options->json, tr("Print JSON"));
    command->callback([&invocation, options] {
        const auto library = openTexts(invocation);
        if (!library)
            return;
        const auto pain = readPain(*options, library->anatomy);
        if (!pain) {
            invocation.exitStatus = 1;
            return;
        }
        print(findPoints(library->referral, library->anatomy, *pain, options->top), options->json);
    });
}

} // namespace knotmap::app
