#include "engine/core/nearest.h"

#include "engine/words/lists.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace knotmap::core {
namespace {

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

/// Lower is nearer.
double distance(std::string_view text, std::string_view entry)
{
    const double edits = static_cast<double>(editDistance(text, entry));
    const bool inside = text.size() >= 3 && (entry.find(text) != std::string_view::npos ||
                                             text.find(entry) != std::string_view::npos);
    const double relative = edits / static_cast<double>(std::max(text.size(), entry.size()));
    return inside ? relative * 0.3 : relative;
}

} // namespace

std::vector<std::string> nearest(std::string_view text, const std::vector<std::string>& entries,
                                 std::size_t count)
{
    constexpr double kTooFar = 0.6;
    // Ids are short; comparing a text of kilobytes is not worth it.
    const std::string_view asked = text.substr(0, 100);
    std::vector<std::pair<double, std::string>> ranked;
    for (const std::string& entry : entries)
        if (const double far = distance(asked, entry); far < kTooFar)
            ranked.emplace_back(far, entry);
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> best;
    for (std::size_t i = 0; i < std::min(count, ranked.size()); ++i)
        best.push_back(ranked[i].second);
    return best;
}

std::string didYouMean(std::string_view text, const std::vector<std::string>& entries)
{
    const std::vector<std::string> near = nearest(text, entries);
    if (near.empty())
        return {};
    return trf(" Did you mean {}?", words::listedWithOr(near));
}

Error unknownName(std::string_view what, std::string_view id, const std::vector<std::string>& known)
{
    return {trf("no {} is called '{}'.", tr(what), id.substr(0, 100)) + didYouMean(id, known)};
}

} // namespace knotmap::core
