#include "engine/bake/figure_rules.h"

#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::bake {
namespace {

std::size_t maxFigures(const anatomy::Structure& structure, const ShapeTable& table)
{
    if (structure.kind == anatomy::Kind::Muscle)
        return std::max(kMuscleFigures, kSlipFigures * table.sheets.size());
    return structure.group == "head" ? kSkullFigures : kBoneFigures;
}

std::uintmax_t bytesBelow(const std::filesystem::path& folder)
{
    std::uintmax_t bytes = 0;
    std::error_code error;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error))
        if (entry.is_regular_file() && entry.path().extension() == ".toml")
            bytes += entry.file_size();
    return bytes;
}

} // namespace

std::size_t figuresOf(const ShapeTable& table)
{
    std::size_t figures = 0;
    for (const geometry::Sheet& sheet : table.sheets)
        figures += 4 * sheet.points.size();
    for (const geometry::Loft& loft : table.lofts)
        figures += 3 * (loft.points.size() + 2);
    return figures;
}

void checkFigures(const std::filesystem::path& assets, const anatomy::Catalogue& catalogue,
                  const std::vector<ShapeTable>& tables, core::Faults& faults)
{
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const anatomy::Structure& structure = catalogue.structures[i];
        const std::size_t figures = figuresOf(tables[i]);
        if (const std::size_t limit = maxFigures(structure, tables[i]); figures > limit)
            faults.push_back({structure.file, 0, 0,
                              trf("'{}' is written with {} figures; at most {} are allowed",
                                  structure.id, figures, limit)});
    }
    if (const auto bytes = bytesBelow(assets / "anatomy"); bytes > kAnatomyBytes)
        faults.push_back({"anatomy", 0, 0,
                          trf("the tables are {} bytes of text in all; at most {} are allowed",
                              bytes, kAnatomyBytes)});
}

} // namespace knotmap::bake
