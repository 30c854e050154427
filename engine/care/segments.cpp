#include "engine/care/segments.h"

#include "engine/core/by_id.h"
#include "engine/core/nearest.h"
#include "engine/data/document.h"
#include "engine/words/tr.h"

#include <cmath>
#include <fmt/format.h>

namespace knotmap::care {
namespace {

using data::Table;

constexpr const char* kFile = "care/segments.toml";
/// Tolerance for the sum of rounded figures.
constexpr float kOffPercent = 0.5F;

Segment::BySex readBySex(const Table& table, const char* key)
{
    Segment::BySex figures;
    if (const auto both = table.table(key)) {
        figures.male = static_cast<float>(both->number("male", 0, 100));
        figures.female = static_cast<float>(both->number("female", 0, 100));
        both->rejectUnknownKeys();
    }
    return figures;
}

void checkCarrier(const Table& table, const char* key, const std::string& id,
                  const anatomy::Catalogue& catalogue)
{
    if (id.empty() || core::findById(catalogue.joints, id) != nullptr ||
        catalogue.findLandmark(id) != nullptr)
        return;
    if (catalogue.landmarksLeftOut.has(id)) {
        table.invalidate();
        return;
    }
    std::vector<std::string> known = core::idsOf(catalogue.joints);
    for (const anatomy::Landmark& landmark : catalogue.landmarks)
        known.push_back(landmark.id);
    table.fault(key,
                trf("no joint or landmark is called '{}'.{}", id, core::didYouMean(id, known)));
}

Segment readSegment(const Table& table, const anatomy::Catalogue& catalogue)
{
    Segment segment;
    segment.id = table.id("id");
    segment.joint = table.id("joint");
    segment.from = table.id("from");
    segment.to = table.id("to");
    segment.paired = table.flag("paired", false);
    segment.mass = readBySex(table, "mass");
    segment.centre = readBySex(table, "centre");
    table.rejectUnknownKeys();
    if (!segment.joint.empty() && core::findById(catalogue.joints, segment.joint) == nullptr)
        table.fault("joint", trf("no joint is called '{}'.{}", segment.joint,
                                 core::didYouMean(segment.joint, core::idsOf(catalogue.joints))));
    checkCarrier(table, "from", segment.from, catalogue);
    checkCarrier(table, "to", segment.to, catalogue);
    return segment;
}

bool isWhole(const std::vector<Segment>& segments, core::Faults& faults)
{
    const std::size_t before = faults.size();
    Segment::BySex whole;
    for (const Segment& segment : segments) {
        const float count = segment.paired ? 2 : 1;
        whole.male += count * segment.mass.male;
        whole.female += count * segment.mass.female;
    }
    for (const float sum : {whole.male, whole.female})
        if (std::abs(sum - 100) > kOffPercent)
            faults.push_back(
                {kFile, 0, 0,
                 trf("the masses add up to {:.1f} per cent, not 100: a part is missing or wrong",
                     sum)});
    return faults.size() == before;
}

} // namespace

std::vector<Segment> loadSegments(const std::filesystem::path& assets,
                                  const anatomy::Catalogue& catalogue, core::Faults& faults)
{
    std::vector<Segment> segments;
    const auto document = data::Document::read(assets / "care" / "segments.toml", kFile, faults);
    if (!document)
        return segments;
    const Table root = document->root();
    (void)root.text("source");
    const std::size_t before = faults.size();
    for (const Table& table : root.tables("segment"))
        segments.push_back(readSegment(table, catalogue));
    const bool faulty = faults.size() != before;
    root.rejectUnknownKeys();
    // Nothing can be said of the whole from part of a body. The masses are added up only if no
    // segment is faulty, or its mass would be missing.
    if (faulty || !isWhole(segments, faults))
        segments.clear();
    return segments;
}

} // namespace knotmap::care
