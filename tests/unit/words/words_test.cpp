#include "engine/words/language.h"
#include "engine/words/placeholders.h"
#include "engine/words/pseudo.h"
#include "engine/words/tr.h"

#include <catch2/catch.hpp>
#include <map>

using namespace knotmap;
using namespace knotmap::words;

namespace {

using namespace std::string_literals;

Catalogue catalogueOf(const std::vector<Message>& messages)
{
    const auto catalogue = Catalogue::parse(writeMo(messages));
    REQUIRE(catalogue);
    return *catalogue;
}

std::vector<std::size_t> formsOf(const PluralRule& rule, const std::vector<unsigned long>& numbers)
{
    std::vector<std::size_t> forms;
    for (const unsigned long n : numbers)
        forms.push_back(rule.formOf(n));
    return forms;
}

std::vector<std::string> wanted(const std::map<std::string, std::string>& variables,
                                const std::optional<std::string>& asked = {})
{
    return wantedLanguages(asked, [&](const char* name) {
        const auto found = variables.find(name);
        return found == variables.end() ? std::string() : found->second;
    });
}

} // namespace

TEST_CASE("plural rules of several languages")
{
    const std::vector<unsigned long> numbers = {0, 1, 2, 5, 11, 12, 21, 22, 25, 101, 111, 1002};
    CHECK(formsOf({}, {0, 1, 2}) == std::vector<std::size_t>{1, 0, 1});
    const auto russian =
        PluralRule::parse("nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
                          "(n%100<10 || n%100>=20) ? 1 : 2);");
    REQUIRE(russian);
    CHECK(russian->forms() == 3);
    CHECK(formsOf(*russian, numbers) ==
          std::vector<std::size_t>{2, 0, 1, 2, 2, 2, 0, 1, 2, 0, 2, 1});
    const auto japanese = PluralRule::parse(" nplurals=1; plural=0;");
    REQUIRE(japanese);
    CHECK(formsOf(*japanese, {0, 1, 2}) == std::vector<std::size_t>{0, 0, 0});
    const auto french = PluralRule::parse("nplurals=2; plural=n > 1\n");
    CHECK_FALSE(french); // the line ends before its end
    CHECK(formsOf(*PluralRule::parse("nplurals=2; plural=n > 1;"), {0, 1, 2}) ==
          std::vector<std::size_t>{0, 0, 1});
    CHECK(formsOf(*PluralRule::parse("nplurals=9; plural=!(n-1)+2*3-n/2;"), {1, 2, 4}) ==
          std::vector<std::size_t>{7, 5, 4});
}

TEST_CASE("a plural rule that is none is refused, and one that fails yields the first form")
{
    for (const std::string& expression : std::vector<std::string>{
             "", "n n", "(n", "n)", "n ?", "n ? 1", "m", "1 +", "n = 1", std::string(2000, '!')})
        CHECK_FALSE(PluralRule::parse("nplurals=2; plural=" + expression + ";"));
    CHECK_FALSE(PluralRule::parse("nplurals=0; plural=0;"));
    CHECK_FALSE(PluralRule::parse("nplurals=many; plural=0;"));
    CHECK_FALSE(PluralRule::parse("plural=0;"));
    CHECK_FALSE(PluralRule::parse("nplurals=2; plural=" + std::string(200, '(') + "n" +
                                  std::string(200, ')') + ";"));
    CHECK(formsOf(*PluralRule::parse("nplurals=2; plural=n%0+n/0;"), {7}).front() == 0);
    CHECK(formsOf(*PluralRule::parse("nplurals=2; plural=n;"), {1, 2}) ==
          std::vector<std::size_t>{1, 0});
}

TEST_CASE("a .mo file is read in both byte orders, and a damaged one is refused")
{
    const std::string bytes = writeMo({{"Skin", "Haut"}, {"", "Language: de\n"}});
    const auto read = parseMo(bytes);
    REQUIRE(read);
    REQUIRE(read->size() == 2);
    CHECK(read->at(0).key.empty());
    CHECK(read->at(1).text == "Haut");
    std::string swapped = bytes;
    const std::size_t words = (28 + 2 * 2 * 8) / 4;
    for (std::size_t i = 0; i < words; ++i)
        std::reverse(swapped.begin() + static_cast<std::ptrdiff_t>(4 * i),
                     swapped.begin() + static_cast<std::ptrdiff_t>(4 * i + 4));
    REQUIRE(parseMo(swapped));
    CHECK(parseMo(swapped)->at(1).text == "Haut");

    CHECK_FALSE(parseMo(""));
    CHECK_FALSE(parseMo("no catalogue at all, but long enough for a header"));
    for (std::size_t length = 0; length < 28 + 4 * 8; ++length)
        CHECK_FALSE(parseMo(bytes.substr(0, length)));
    for (std::size_t at = 8; at < 28 + 4 * 8; ++at) {
        std::string damaged = bytes;
        damaged[at] = '\xFF';
        (void)parseMo(damaged); // no place outside the bytes is read
    }
}

TEST_CASE("texts are found by the English, its context and its number")
{
    const Catalogue catalogue =
        catalogueOf({{"", "Plural-Forms: nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;\n"},
                     {"Back", "Zurück"},
                     {"body\4Back"s, "Rücken"},
                     {"Untouched", ""},
                     {"{} knot\0{} knots"s, "{} Knoten\0zwei Knoten: {}\0{} Knöten"s}});
    CHECK(catalogue.find("Back") == "Zurück"s);
    CHECK(catalogue.find("Back", "body") == "Rücken"s);
    CHECK(catalogue.find("Back", "else") == nullptr);
    CHECK(catalogue.find("Untouched") == nullptr);

    CHECK(trn("{} knot", "{} knots", 1, 1) == "1 knot");
    CHECK(trn("{} knot", "{} knots", 2, 2) == "2 knots");
    {
        const UseCatalogue use(catalogue);
        CHECK(tr("Back") == "Zurück"s);
        CHECK(tr("Back"s) == "Zurück");
        CHECK(trc("body", "Back") == "Rücken"s);
        CHECK(tr("Front") == "Front"s);
        CHECK(trn("{} knot", "{} knots", 1, 1) == "1 Knoten");
        CHECK(trn("{} knot", "{} knots", 2, 2) == "zwei Knoten: 2");
        CHECK(trn("{} knot", "{} knots", 7, 7) == "7 Knöten");
    }
    CHECK(tr("Back") == "Back"s);
}

TEST_CASE("placeholders are compared whatever their order")
{
    CHECK(placeholdersAgree("{} of {}", "{1} von {0}"));
    CHECK(placeholdersAgree("{} of {:.1f}", "{1:.1f}: {0}"));
    CHECK(placeholdersAgree("{{}} {}", "{} {{"));
    CHECK(placeholdersAgree("a { alone", "anything } at all"));
    for (const char* broken : {"{} von", "{} {} {}", "{0} von {}", "{} von {", "{} von }",
                               "{} von {:d}", "{0} von {2}", "{} von {:{}}", "{} von {x}"}) {
        INFO(broken);
        CHECK_FALSE(placeholdersAgree("{} of {}", broken));
    }
}

TEST_CASE("a translation with broken placeholders leaves the English text, and throws nothing")
{
    const Catalogue catalogue = catalogueOf({{"{} of {}", "{} von {"},
                                             {"{} in all", "insgesamt {1}"},
                                             {"at {:.1f} mm", "bei {:d} mm"},
                                             {"{} knot\0{} knots"s, "{} Knoten\0{} Knoten{}"s},
                                             {"{} cm", "{0} Zentimeter"}});
    const UseCatalogue use(catalogue);
    CHECK(trf("{} of {}", 1, 2) == "1 of 2");
    CHECK(trf("{} in all", 3) == "3 in all");
    CHECK(trf("at {:.1f} mm", 3.0) == "at 3.0 mm");
    CHECK(trn("{} knot", "{} knots", 2, 2) == "2 knots");
    CHECK(trf("{} cm", 4) == "4 Zentimeter");
}

TEST_CASE("a counted message with too few forms stays English")
{
    const Catalogue catalogue =
        catalogueOf({{"", "Plural-Forms: nplurals=3; plural=n%3;\n"}, {"knot\0knots"s, "a\0b"s}});
    const UseCatalogue use(catalogue);
    CHECK(trn("knot", "knots", 2) == "knots");
}

TEST_CASE("the pseudo-language is longer, accented and marked, and spares what means something")
{
    CHECK(pseudo("Skin") == "[Skîñ]");
    CHECK(pseudo("Cut here") == "[Çüt hêrê ~]");
    const std::string longer = pseudo("Where a knot is felt, and how far");
    CHECK(longer.front() == '[');
    CHECK(longer.back() == ']');
    const auto letters = std::count_if(longer.begin(), longer.end(), [](char letter) {
        return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U;
    });
    CHECK(letters >= 33 * 7 / 5);
    CHECK(letters <= 33 * 7 / 5 + 2);
    CHECK(pseudo("{} of {name:.1f} mm") == "[{} öf {name:.1f} mm~]");
    CHECK(pseudo("name another with --assets").find(" --assets ") != std::string::npos);
    CHECK(pseudo("in care/guide.toml: why").find(" care/guide.toml: ") != std::string::npos);
    CHECK(pseudo("  Eye\n") == "  [Éÿê]\n");
    CHECK(pseudo("Open##left").substr(pseudo("Open##left").find("##")) == "##left");
    CHECK(pseudo("##id") == "##id");
    CHECK(pseudo("").empty());
    CHECK(placeholdersAgree("{} of {:.1f} {{x}}", pseudo("{} of {:.1f} {{x}}")));

    const Message counted = pseudoMessage({"{} knot\0{} knots"s, "{} knot\0{} knots"s});
    CHECK(counted.key == "{} knot\0{} knots"s);
    CHECK(counted.text == pseudo("{} knot") + '\0' + pseudo("{} knots"));
    CHECK(pseudoMessage({"", "Language: en\n"}).text == "Language: en\n");
}

TEST_CASE("the language asked for comes first, then the environment's, then English")
{
    using Codes = std::vector<std::string>;
    CHECK(wanted({}) == Codes{"en"});
    CHECK(wanted({{"LANG", "de_AT.UTF-8@euro"}}) == Codes{"de_AT", "de", "en"});
    CHECK(wanted({{"LANG", "de"}, {"LC_ALL", "fr"}}) == Codes{"fr", "en"});
    CHECK(wanted({{"LC_ALL", "C"}, {"LANGUAGE", "fr:de"}}) == Codes{"fr", "de", "en"});
    CHECK(wanted({{"LANGUAGE", "en_GB:de"}}) == Codes{"en"});
    CHECK(wanted({{"LC_MESSAGES", "C.UTF-8"}, {"LANG", "de"}}) == Codes{"en"});
    CHECK(wanted({{"LANGUAGE", "fr"}}, "qps") == Codes{"qps", "en"});
    CHECK(wanted({{"LANG", "../../etc"}}) == Codes{"en"});
}
