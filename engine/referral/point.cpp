#include "engine/referral/point.h"

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
        text += fmt::format(" PMID {}.", pmid);
    if (!doi.empty())
        text += fmt::format(" doi:{}.", doi);
    if (!isbn.empty())
        text += fmt::format(" ISBN {}.", isbn);
    return text;
}

std::string commonnessLabel(Commonness commonness)
{
    switch (commonness) {
    case Commonness::VeryCommon:
        return "very common";
    case Commonness::Common:
        return "common";
    case Commonness::Occasional:
        return "occasional";
    case Commonness::Rare:
        break;
    }
    return "rare";
}

} // namespace knotmap::referral
