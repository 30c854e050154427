#include "engine/care/words.h"

#include "engine/words/tr.h"

#include <fmt/format.h>

namespace knotmap::care {

std::string roundsInWords(const Dose& dose)
{
    const int maxRounds = dose.rounds[1];
    return trn("at most {} round on one point in a day", "at most {} rounds on one point in a day",
               static_cast<std::size_t>(maxRounds), maxRounds);
}

std::string factInWords(const Fact& fact)
{
    std::string words = fact.text;
    if (!fact.figure.empty() && words.find(fact.figure) == std::string::npos) {
        if (!words.empty() && words.back() == '.')
            words.pop_back();
        words += ": " + fact.figure;
    }
    return fact.reported ? words + " \xE2\x80\xA0" : words;
}

} // namespace knotmap::care
