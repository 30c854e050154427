#include "engine/referral/source_ids.h"

#include <algorithm>

namespace knotmap::referral {
namespace {

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool areDigits(std::string_view text, std::size_t minDigits, std::size_t maxDigits)
{
    return text.size() >= minDigits && text.size() <= maxDigits &&
           std::all_of(text.begin(), text.end(), isDigit);
}

/// Of twelve digits; the thirteenth makes the sum, with alternating weights 1 and 3, a multiple of
/// ten.
char isbnCheckDigit(std::string_view twelve)
{
    int sum = 0;
    for (std::size_t i = 0; i < twelve.size(); ++i)
        sum += (twelve[i] - '0') * (i % 2 == 0 ? 1 : 3);
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

/// ISBN-10: the sum, weighted from 10 down to 1, is a multiple of eleven; X is ten.
bool isOldIsbn(std::string_view ten)
{
    if (!areDigits(ten.substr(0, 9), 9, 9) || !(isDigit(ten[9]) || ten[9] == 'X'))
        return false;
    int sum = ten[9] == 'X' ? 10 : ten[9] - '0';
    for (std::size_t i = 0; i < 9; ++i)
        sum += (ten[i] - '0') * static_cast<int>(10 - i);
    return sum % 11 == 0;
}

} // namespace

bool isPubMedId(std::string_view id)
{
    return areDigits(id, 1, 8) && id.front() != '0';
}

bool isDoi(std::string_view id)
{
    constexpr std::string_view kDirectory = "10.";
    const std::size_t slash = id.find('/');
    if (slash == std::string_view::npos || slash + 1 == id.size() ||
        id.substr(0, kDirectory.size()) != kDirectory)
        return false;
    const bool blank = std::any_of(id.begin(), id.end(), [](char letter) {
        return static_cast<unsigned char>(letter) <= ' ' || letter == '\x7F';
    });
    return !blank && areDigits(id.substr(kDirectory.size(), slash - kDirectory.size()), 4, 9);
}

std::string plainDoi(std::string_view doi)
{
    std::string plain(doi);
    for (char& letter : plain)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return plain;
}

std::string isbnDigits(std::string_view isbn)
{
    std::string digits(isbn);
    digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
    if (digits.size() == 10 && isOldIsbn(digits)) {
        const std::string twelve = "978" + digits.substr(0, 9);
        return twelve + isbnCheckDigit(twelve);
    }
    if (!areDigits(digits, 13, 13) || isbnCheckDigit(digits.substr(0, 12)) != digits.back())
        return {};
    return digits;
}

} // namespace knotmap::referral
