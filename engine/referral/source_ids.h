#pragma once

#include <string>
#include <string_view>

namespace knotmap::referral {

/// Whether it has the form of a PubMed id: 1 to 8 digits without leading zeros.
bool isPubMedId(std::string_view id);

/// Whether it has the form of a DOI, without a "doi:" or URL prefix: 10.1186/1471-2474-14.
bool isDoi(std::string_view id);

/// The same DOI in a canonical case: DOIs are case-insensitive.
std::string plainDoi(std::string_view doi);

/// The thirteen digits of an ISBN, given with ten or thirteen of them, with or without hyphens;
/// empty if it is none or its check digit is wrong.
std::string isbnDigits(std::string_view isbn);

} // namespace knotmap::referral
