#pragma once

#include <string>
#include <string_view>

namespace knotmap::referral {

/// Whether it has the form of a PubMed id: 1 to 8 digits, none before them a 0.
bool isPubMedId(std::string_view id);

/// Whether it has the form of a DOI, without "doi:" or an address before it: 10.1186/1471-2474-14.
bool isDoi(std::string_view id);

/// The same DOI may be written in capitals or not.
std::string plainDoi(std::string_view doi);

/// The thirteen digits of an ISBN, written with ten or thirteen of them and with or without
/// hyphens; empty where it is none or its check digit is wrong.
std::string isbnDigits(std::string_view isbn);

} // namespace knotmap::referral
