#include "app/commands/search.h"

#include "engine/words/lists.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace knotmap::app {
namespace {

constexpr std::string_view kOpposite = ".opposite";

/// Parts of the body from head to foot, for both muscles and regions.
constexpr std::array<std::string_view, 16> kOrder{
    "head",  "face", "neck",    "shoulder-girdle", "shoulder", "arm",   "forearm", "hand",
    "chest", "back", "abdomen", "pelvis",          "hip",      "thigh", "leg",     "foot"};

std::size_t orderOf(std::string_view group)
{
    return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), group) -
                                    kOrder.begin());
}

char lower(char letter)
{
    return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

/// Letters of other scripts and accents (bytes above 127) belong to words.
bool isWordPart(char letter)
{
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 128 || std::isalnum(byte) != 0;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words(1);
    for (const char letter : text) {
        if (isWordPart(letter))
            words.back() += lower(letter);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

std::string_view withoutOpposite(std::string_view id)
{
    if (id.size() > kOpposite.size() && id.substr(id.size() - kOpposite.size()) == kOpposite)
        id.remove_suffix(kOpposite.size());
    return id;
}

std::string regionWords(const anatomy::Region& region)
{
    std::string words = region.label + " " + region.id;
    for (const std::string& synonym : region.synonyms)
        words += " | " + synonym;
    return words;
}

std::string pointWords(const Library& library, const referral::Point& point)
{
    std::string words = point.label + " | " + point.id + " | " + point.deepPain;
    if (const anatomy::Structure* muscle = library.anatomy.findStructure(point.muscle))
        words += " | " + muscle->english + " | " + muscle->latin + " | " + muscle->group;
    for (const referral::Strength strength :
         {referral::Strength::Essential, referral::Strength::Spillover})
        for (const std::string& id : point.regionsOf(strength))
            if (const anatomy::Region* region = library.anatomy.findRegion(withoutOpposite(id)))
                words += " | " + regionWords(*region);
    if (point.local)
        words += std::string(" | ") + tr(referral::kLocalOnly);
    for (const std::string& symptom : point.symptoms)
        words += " | " + symptom;
    return lowered(words);
}

/// A heading before its trigger points are known.
struct Heading
{
    std::size_t order = 0;
    std::string title;

    bool operator==(const Heading& other) const { return title == other.title; }
    bool operator<(const Heading& other) const
    {
        return order != other.order ? order < other.order : title < other.title;
    }
};

std::vector<Heading> headingsOf(const Library& library, const referral::Point& point,
                                Grouping grouping)
{
    if (grouping == Grouping::Muscle) {
        const anatomy::Structure* muscle = library.anatomy.findStructure(point.muscle);
        if (muscle == nullptr)
            return {{kOrder.size(), point.muscle}};
        return {{orderOf(muscle->group), muscle->english}};
    }
    if (point.local)
        return {{kOrder.size(), tr("Sends no pain elsewhere")}};
    std::vector<Heading> headings;
    for (const std::string& id : point.regionsOf(referral::Strength::Essential)) {
        const anatomy::Region* region = library.anatomy.findRegion(withoutOpposite(id));
        if (region == nullptr)
            continue;
        const Heading heading{orderOf(region->group), spoken(region->group)};
        if (std::find(headings.begin(), headings.end(), heading) == headings.end())
            headings.push_back(heading);
    }
    return headings;
}

} // namespace

SearchIndex buildSearchIndex(const Library& library)
{
    SearchIndex index;
    for (const referral::Point& point : library.referral.points)
        index.points.push_back(pointWords(library, point));
    for (const anatomy::Region& region : library.anatomy.regions)
        index.regions.push_back(lowered(regionWords(region) + " | " + region.group));
    return index;
}

bool matchesQuery(std::string_view text, std::string_view query)
{
    const std::vector<std::string> words = wordsOf(text);
    const auto begins = [&](const std::string& start) {
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return word.compare(0, start.size(), start) == 0;
        });
    };
    const std::vector<std::string> asked = wordsOf(query);
    return std::all_of(asked.begin(), asked.end(), begins);
}

std::vector<ListGroup> searchKnots(const Library& library, const SearchIndex& index,
                                   std::string_view query, Grouping grouping)
{
    struct Entry
    {
        Heading heading;
        std::size_t point;
    };
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < library.referral.points.size(); ++i)
        if (matchesQuery(index.points[i], query))
            for (const Heading& heading : headingsOf(library, library.referral.points[i], grouping))
                entries.push_back({heading, i});
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.heading < b.heading; });
    std::vector<ListGroup> groups;
    for (const Entry& entry : entries) {
        if (groups.empty() || groups.back().title != entry.heading.title)
            groups.push_back({entry.heading.title, {}});
        groups.back().points.push_back(entry.point);
    }
    return groups;
}

std::vector<std::size_t> searchRegions(const SearchIndex& index, std::string_view query)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < index.regions.size(); ++i)
        if (matchesQuery(index.regions[i], query))
            found.push_back(i);
    return found;
}

std::string regionLabel(const anatomy::Catalogue& catalogue, std::string_view id)
{
    const std::string_view bare = withoutOpposite(id);
    const anatomy::Region* region = catalogue.findRegion(bare);
    const std::string label = region == nullptr ? std::string(bare) : region->label;
    return bare.size() == id.size() ? label : trf("{} (other side)", label);
}

std::string regionLabels(const anatomy::Catalogue& catalogue, const std::vector<std::string>& ids)
{
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        std::string label = regionLabel(catalogue, ids[i]);
        if (i > 0 && !label.empty())
            label[0] = lower(label[0]);
        labels.push_back(std::move(label));
    }
    return words::listedWithAnd(labels);
}

} // namespace knotmap::app
