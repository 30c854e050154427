#include "engine/referral/point.h"

#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::referral {

std::vector<std::string> Point::regionsOf(Strength strength) const
{
    std::vector<std::string> regions;
    for (const Stroke& stroke : strokes) {
        if (stroke.strength != strength)
            continue;
        for (const std::string& region : stroke.regions)
            if (std::find(regions.begin(), regions.end(), region) == regions.end())
                regions.push_back(region);
    }
    return regions;
}

std::string Source::citation() const
{
    std::string text = fmt::format("{} ({}). {}. {}.", authors, year, title, where);
    if (!pmid.empty())
        text += trf(" PMID {}.", pmid);
    if (!doi.empty())
        text += fmt::format(" doi:{}.", doi);
    if (!isbn.empty())
        text += trf(" ISBN {}.", isbn);
    return text;
}

std::string commonnessLabel(Commonness commonness)
{
    switch (commonness) {
    case Commonness::VeryCommon:
        return tr("very common");
    case Commonness::Common:
        return tr("common");
    case Commonness::Occasional:
        return tr("occasional");
    case Commonness::Rare:
        break;
    }
    return tr("rare");
}

} // namespace knotmap::referral
