#include "engine/referral/point.h"
#include "engine/referral/source_ids.h"

#include <catch2/catch.hpp>

using namespace knotmap::referral;

TEST_CASE("a PubMed id is 1 to 8 digits")
{
    CHECK(isPubMedId("1"));
    CHECK(isPubMedId("28098584"));
    for (const char* id :
         {"", "0", "01234", "123456789", "28O98584", "PMID 28098584", "-1", "1.5"}) {
        INFO(id);
        CHECK_FALSE(isPubMedId(id));
    }
}

TEST_CASE("a DOI is a directory, a slash and a name without spaces")
{
    CHECK(isDoi("10.1097/AJP.0000000000000459"));
    CHECK(isDoi("10.1002/(SICI)1097-4598(199607)19:7<803::AID-MUS1>3.0.CO;2-9"));
    for (const char* id :
         {"", "10.1097", "10.1097/", "10.109/x", "10.1234567890/x", "11.1097/x", "doi:10.1097/x",
          "https://doi.org/10.1097/x", "10.1097/a b", "10.1o97/x"}) {
        INFO(id);
        CHECK_FALSE(isDoi(id));
    }
    CHECK(plainDoi("10.1097/AJP.1") == "10.1097/ajp.1");
}

TEST_CASE("an ISBN has ten or thirteen digits, the last of which checks the others")
{
    CHECK(isbnDigits("978-0-7817-5560-3") == "9780781755603");
    CHECK(isbnDigits("0-683-08363-5") == "9780683083637");
    CHECK(isbnDigits("0781755603") == isbnDigits("9780781755603"));
    CHECK(isbnDigits("080442957X") == "9780804429573");
    for (const char* isbn : {"", "978-0-7817-5560-4", "9780781755630", "0-683-08363-6",
                             "X804429570", "97807817556O3", "978078175560", "08044295XX"}) {
        INFO(isbn);
        CHECK(isbnDigits(isbn).empty());
    }
}

TEST_CASE("a citation ends with the known ids")
{
    Source source;
    source.authors = "Doe J";
    source.title = "On knots";
    source.where = "Journal 1:2-3";
    source.year = 2001;
    CHECK(source.citation() == "Doe J (2001). On knots. Journal 1:2-3.");
    source.pmid = "12";
    source.doi = "10.1000/1";
    source.isbn = "0-683-08363-5";
    CHECK(source.citation() ==
          "Doe J (2001). On knots. Journal 1:2-3. PMID 12. doi:10.1000/1. ISBN 0-683-08363-5.");
}
