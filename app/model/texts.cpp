#include "app/model/texts.h"

#include "engine/words/tr.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <set>

namespace knotmap::app {
namespace {

/// Hands every text of a library to `visit(text, of)`, which may change it.
template <typename Visit>
class TextWalk
{
public:
    explicit TextWalk(const Visit& visit) : m_visit(visit) {}

    void over(Library& library)
    {
        for (anatomy::Structure& each : library.anatomy.structures)
            say("structure", each.id, each.english, each.origin, each.insertion, each.action,
                each.nerve);
        for (anatomy::Landmark& each : library.anatomy.landmarks)
            say("landmark", each.id, each.label);
        for (anatomy::Region& each : library.anatomy.regions)
            say("region", each.id, each.label, each.synonyms);
        for (referral::Point& each : library.referral.points)
            say("point", each.id, each.label, each.deepPain, each.symptoms, each.broughtOnBy,
                each.find);
        for (referral::EvidenceGrade& each : library.referral.grades)
            say("grade of evidence", each.id, each.label);
        overCare(library.care);
    }

private:
    void overCare(care::Guide& care)
    {
        for (care::Tool& each : care.tools)
            say("tool", each.id, each.label, each.why, each.phrase);
        for (care::Position& each : care.positions)
            say("position", each.id, each.label, each.pressure, each.steps);
        for (care::Dose& each : care.doses)
            say("dose", each.id, each.say);
        for (care::Advice& each : care.advice)
            say("advice", each.point, each.why, each.stretch, each.cautions, each.stop,
                each.notFor);
        for (care::Fact& each : care.facts)
            say("fact", each.id, each.text, each.figure);
        for (care::RedFlag& each : care.redFlags)
            say("red flag", each.id, each.sign, each.action);
        for (care::CautionArea& each : care.cautionAreas)
            say("caution area", each.id, each.label, each.reason, each.instead);
        for (care::NeurovascularCourse& each : care.courses)
            say("vessel or nerve", each.id, each.label, each.reason, each.instead);
    }

    template <typename... Texts>
    void say(const char* kind, const std::string& id, Texts&... texts)
    {
        const std::string of = fmt::format("{} {}", kind, id);
        (visit(texts, of), ...);
    }
    void visit(std::string& text, const std::string& of)
    {
        if (!text.empty())
            m_visit(text, of);
    }
    void visit(std::vector<std::string>& texts, const std::string& of)
    {
        for (std::string& text : texts)
            visit(text, of);
    }

    const Visit& m_visit;
};

/// "Shoulder girdle".
std::string inEnglish(std::string_view id)
{
    std::string text(id);
    std::replace(text.begin(), text.end(), '-', ' ');
    if (!text.empty())
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

/// The ids that are shown in words.
template <typename Add>
void addSpokenIds(const Library& library, const Add& add)
{
    for (const anatomy::Structure& each : library.anatomy.structures) {
        add(inEnglish(each.group), "group");
        add(inEnglish(each.partOf), "muscle with parts");
        add(inEnglish(anatomy::kindName(each.kind)), "kind");
        add(inEnglish(anatomy::layerName(each.layer)), "layer");
    }
    for (const anatomy::Region& each : library.anatomy.regions)
        add(inEnglish(each.group), "group");
    for (const care::Segment& each : library.care.segments)
        add(each.id, "part of the body");
}

} // namespace

std::vector<DataText> textsOf(const Library& library)
{
    std::vector<DataText> texts;
    std::set<std::string> seen;
    const auto add = [&](const std::string& text, const std::string& of) {
        if (!text.empty() && seen.insert(text).second)
            texts.push_back({text, of});
    };
    Library copy = library;
    TextWalk(add).over(copy);
    addSpokenIds(library, add);
    return texts;
}

void translateTexts(Library& library)
{
    const auto translate = [](std::string& text, const std::string&) { text = tr(text); };
    if (words::isTranslating())
        TextWalk(translate).over(library);
}

std::shared_ptr<const Library> translated(std::shared_ptr<const Library> library)
{
    if (!words::isTranslating())
        return library;
    auto copy = std::make_shared<Library>(*library);
    translateTexts(*copy);
    if (copy->cautions) // which has the texts of the areas
        copy->cautions = std::make_shared<const CautionMap>(*copy->atlas, *copy->skin, copy->care);
    return copy;
}

std::string spoken(std::string_view id)
{
    return tr(inEnglish(id));
}

} // namespace knotmap::app
