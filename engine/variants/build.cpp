#include "engine/variants/build.h"

#include "engine/words/tr.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

namespace knotmap::variants {
namespace {

constexpr std::size_t kQuoted = 40; ///< of an invalid text, so that a message stays one line

std::string quoted(std::string_view text)
{
    return "'" + std::string(text.substr(0, kQuoted)) + "'";
}

/// A plain decimal number at the start of the text; the remainder is left in `rest`.
bool takeNumber(std::string_view text, double& value, std::string_view& rest)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    rest = text.substr(static_cast<std::size_t>(end - text.data()));
    return error == std::errc() && std::isfinite(value);
}

} // namespace

std::string_view sexName(Sex sex)
{
    return sex == Sex::Female ? "female" : "male";
}

core::Result<Sex> parseSex(std::string_view text)
{
    if (text == "female")
        return Sex::Female;
    if (text == "male")
        return Sex::Male;
    return core::Error{trf("{} is not a body: use female or male", quoted(text))};
}

core::Result<float> parseHeight(std::string_view text)
{
    if (text == "own")
        return 0.0F;
    double value = 0;
    std::string_view unit;
    if (!takeNumber(text, value, unit))
        return core::Error{trf("{} is not a height: write 140cm to 210cm, 1400mm to 2100mm, or own",
                               quoted(text))};
    while (!unit.empty() && unit.front() == ' ')
        unit.remove_prefix(1);
    if (unit == "cm")
        value *= 10;
    else if (unit != "mm")
        return core::Error{
            trf("{} has no unit: write 140cm to 210cm, 1400mm to 2100mm, or own", quoted(text))};
    if (value < static_cast<double>(kShortestMm) || value > static_cast<double>(kTallestMm))
        return core::Error{
            trf("{} is outside the range of the figures: 140cm to 210cm", quoted(text))};
    return static_cast<float>(value);
}

core::Result<float> parseMass(std::string_view text)
{
    if (text == "slim")
        return 0.0F;
    if (text == "average")
        return 0.5F;
    if (text == "heavy")
        return 1.0F;
    double value = 0;
    std::string_view rest;
    if (!takeNumber(text, value, rest) || !rest.empty() || value < 0 || value > 1)
        return core::Error{trf(
            "{} is not a build: use slim, average, heavy or a number from 0 to 1", quoted(text))};
    return static_cast<float>(value);
}

} // namespace knotmap::variants
