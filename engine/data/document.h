#pragma once

#include "engine/data/table.h"

#include <cstdint>

namespace knotmap::data {

/// The size limit of a data file, in bytes.
inline constexpr std::uintmax_t kLargestFile = 1U << 20U;

/// A TOML file in memory.
class Document
{
public:
    /// Reads the file; a file that is missing, too large, or not TOML adds one fault. `shownAs`
    /// is the name used in faults. `faults` must outlive the document and its tables.
    static std::optional<Document> read(const std::filesystem::path& path, std::string shownAs,
                                        core::Faults& faults);
    /// The same from text in memory.
    static std::optional<Document> parse(std::string_view text, std::string shownAs,
                                         core::Faults& faults);
    Table root() const;

private:
    std::shared_ptr<toml::table> m_table;
    std::string m_file;
    core::Faults* m_faults = nullptr;
};

/// The maximum number of files read from one folder.
inline constexpr std::size_t kMaxFiles = 1000;

/// The .toml files of a folder in alphabetical order; a folder that is missing, empty of them or
/// too full adds a fault.
std::vector<std::filesystem::path> listDocuments(const std::filesystem::path& folder,
                                                 const std::string& shownAs, core::Faults& faults);

} // namespace knotmap::data
