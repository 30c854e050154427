#include "engine/care/grip.h"

#include "engine/core/by_id.h"
#include "engine/core/nearest.h"
#include "engine/words/tr.h"

#include <fmt/format.h>

namespace knotmap::care {
namespace {

using data::Need;
using data::Table;

constexpr float kMaxSinkMm = 12; // no tool sinks in deeper

void checkContacts(const Table& table, const std::vector<std::string>& contacts,
                   const anatomy::Catalogue& catalogue)
{
    for (const std::string& contact : contacts) {
        if (catalogue.findLandmark(contact) != nullptr)
            continue;
        if (catalogue.landmarksLeftOut.has(contact))
            table.invalidate();
        else
            table.fault("contacts",
                        trf("no landmark is called '{}'.{}", contact,
                            core::didYouMean(contact, core::idsOf(catalogue.landmarks))));
    }
}

} // namespace

std::optional<Grip> readGrip(const Table& tool, const anatomy::Catalogue& catalogue)
{
    const auto table = tool.table("grip", Need::Optional);
    if (!table)
        return std::nullopt;
    Grip grip;
    grip.contacts = table->texts("contacts");
    checkContacts(*table, grip.contacts, catalogue);
    grip.tipwardsDeg = static_cast<float>(table->number("tipwards_deg", 0, 90));
    grip.slackDeg = static_cast<float>(table->number("slack_deg", 0, 90));
    grip.sinkMm = static_cast<float>(table->number("sink_mm", 0, kMaxSinkMm));
    table->rejectUnknownKeys();
    bool valid = table->valid();
    if (const auto hand = tool.table("hand", Need::Optional)) {
        PoseAngles read = readPoseAngles(*hand, catalogue.joints);
        grip.joints = std::move(read.angles);
        valid = valid && read.valid;
    }
    return valid ? std::optional(grip) : std::nullopt;
}

} // namespace knotmap::care
