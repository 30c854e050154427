#include "tests/image/picture_case.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <set>
#include <sstream>

namespace knotmap::testing {
namespace {

bool startsWith(const std::string& text, const std::string& start)
{
    return text.rfind(start, 0) == 0;
}

/// The number after the '=' of a word such as "mean=0.5".
core::Result<double> limitIn(const std::string& word)
{
    const std::string number = word.substr(word.find('=') + 1);
    std::istringstream in(number);
    double value = 0;
    if (!(in >> value) || !in.eof() || !(value >= 0 && value <= 255))
        return core::Error{fmt::format("'{}' is no limit; use a number from 0 to 255", word)};
    return value;
}

int apart(const std::uint8_t* drawn, const std::uint8_t* stored)
{
    int largest = 0;
    for (int channel = 0; channel < 4; ++channel)
        largest = std::max(largest, std::abs(int(drawn[channel]) - int(stored[channel])));
    return largest;
}

} // namespace

core::Result<PictureCase> parsePictureCase(const std::string& line)
{
    std::istringstream words(line);
    PictureCase one;
    words >> one.name;
    std::string word;
    while (words >> word && (startsWith(word, "mean=") || startsWith(word, "max="))) {
        const auto limit = limitIn(word);
        if (!limit)
            return limit.error();
        if (startsWith(word, "mean="))
            one.limits.mean = *limit;
        else
            one.limits.maximum = static_cast<int>(*limit);
    }
    if (!startsWith(word, "--"))
        return core::Error{fmt::format("'{}' has no arguments for knotmap render", one.name)};
    std::string rest;
    std::getline(words, rest);
    one.arguments = word + rest;
    return one;
}

core::Result<std::vector<PictureCase>> readPictureCases(const std::filesystem::path& file)
{
    std::ifstream in(file);
    std::vector<PictureCase> cases;
    std::set<std::string> names;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty() || line.front() == '#')
            continue;
        auto one = parsePictureCase(line);
        if (!one)
            return core::Error{
                fmt::format("{}:{}: {}", file.string(), number, one.error().message)};
        if (!names.insert(one->name).second)
            return core::Error{
                fmt::format("{}:{}: '{}' is there twice", file.string(), number, one->name)};
        cases.push_back(std::move(*one));
    }
    if (cases.empty())
        return core::Error{fmt::format("{} holds no picture cases", file.string())};
    return cases;
}

std::string worstPixels(const image::Image& drawn, const image::Image& stored, std::size_t count)
{
    struct Pixel
    {
        int apart, x, y;
    };
    std::vector<Pixel> pixels;
    for (int y = 0; y < drawn.height; ++y)
        for (int x = 0; x < drawn.width; ++x)
            if (const int by = apart(drawn.at(x, y), stored.at(x, y)))
                pixels.push_back({by, x, y});
    std::stable_sort(pixels.begin(), pixels.end(),
                     [](const Pixel& a, const Pixel& b) { return a.apart > b.apart; });
    pixels.resize(std::min(pixels.size(), count));
    const auto colour = [](const std::uint8_t* rgba) {
        return fmt::format("{} {} {} {}", rgba[0], rgba[1], rgba[2], rgba[3]);
    };
    std::string lines;
    for (const Pixel& pixel : pixels)
        lines +=
            fmt::format("({}, {}): drawn {}, stored {}\n", pixel.x, pixel.y,
                        colour(drawn.at(pixel.x, pixel.y)), colour(stored.at(pixel.x, pixel.y)));
    return lines;
}

} // namespace knotmap::testing
