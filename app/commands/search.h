#pragma once

#include "app/model/library.h"
#include "app/model/texts.h"

#include <string>
#include <string_view>
#include <vector>

namespace knotmap::app {

/// How the list of trigger points is grouped.
enum class Grouping
{
    Muscle, ///< under their muscle
    Pain    ///< under the part of the body where their pain is felt
};

/// One heading of the list and the trigger points beneath it (indices into Knowledge::points).
struct ListGroup
{
    std::string title;
    std::vector<std::size_t> points;
};

/// The words by which each trigger point and each region can be found, in lower case, parallel to
/// Knowledge::points and Catalogue::regions.
struct SearchIndex
{
    std::vector<std::string> points;
    std::vector<std::string> regions;
};

/// Collects the words: muscle (English, Latin), label, id, regions with their everyday synonyms,
/// deep pain and symptoms.
SearchIndex buildSearchIndex(const Library& library);

/// Whether every word of the query is a prefix of a word of the text (ignoring case).
bool matchesQuery(std::string_view text, std::string_view query);

/// The trigger points that match the query, grouped; groups run from head to foot, none is empty.
std::vector<ListGroup> searchKnots(const Library& library, const SearchIndex& index,
                                   std::string_view query, Grouping grouping);

/// The regions (indices into Catalogue::regions) that match the query, in the data's order.
std::vector<std::size_t> searchRegions(const SearchIndex& index, std::string_view query);

/// The label of a region; "temple.opposite" as "Temple (other side)"; an unknown id unchanged.
std::string regionLabel(const anatomy::Catalogue& catalogue, std::string_view id);

/// Labels of several regions: "Temple, jaw and forehead".
std::string regionLabels(const anatomy::Catalogue& catalogue, const std::vector<std::string>& ids);

} // namespace knotmap::app
