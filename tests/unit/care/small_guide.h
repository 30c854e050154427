#pragma once

#include "engine/care/guide.h"
#include "tests/support/folder.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>

namespace knotmap::testing {

/// A guide of one muscle without a fault, as the files of assets/care.
class SmallGuide
{
public:
    std::map<std::string, std::string> files = {
        {"tools.toml", R"([[tool]]
id = "thumbs"
label = "Thumbs"
phrase = "the thumbs"
shape = "thumb"
diameter_mm = 22
length_mm = 60
contact_mm = 16
firmness = "firm"
why = "Feel the band."

[tool.grip]
contacts = ["thumb-pad"]
tipwards_deg = 45
slack_deg = 30
sink_mm = 3

[tool.hand]
elbow = { flexion = 20 }

[[tool]]
id = "ball"
label = "Ball"
phrase = "the ball"
shape = "ball"
diameter_mm = 65
length_mm = 64
contact_mm = 30
firmness = "hard"
why = "Presses by weight."
)"},
        {"positions.toml", R"([[position]]
id = "sit"
label = "Sit"
supports = ["chair"]
pressure = "From the arm."
steps = ["Set {tool} on the spot."]
tools = ["thumbs", "ball"]
)"},
        {"dose.toml", R"([dose.standard]
hold_s = [30, 90]
rounds = [3, 4]
rest_s = 60
discomfort = [5, 6]
sessions_per_week = [2, 3]
say = "Hold still."
)"},
        {"facts.toml", R"([[fact]]
id = "what"
topic = "what"
text = "A tender knot."
figure = "85 %"
source = "gray"
reported = true
)"},
        {"redflags.toml", R"([[redflag]]
id = "chest-pain"
sign = "Chest pain"
action = "Call for help."
)"},
        {"caution_areas.toml", R"([[area]]
id = "throat"
label = "Throat"
reason = "The artery."
instead = "Stay off."
tools = ["thumbs"]
sources = ["gray"]
[[area.stroke]]
through = ["groin", { near = "thigh", offset_mm = [1, 2, 3] }]
radius_mm = 20
)"},
        {"vessels_and_nerves.toml", R"([[course]]
id = "femoral"
label = "Femoral artery"
reason = "Under the crease."
instead = "Stay beside it."
named_by = ["femoral"]
tools = ["thumbs"]
sources = ["gray", "moore"]
[[course.path]]
through = ["groin", "thigh"]
)"},
        {"advice/one.toml", R"(muscle = "one"

[[advice]]
point = "one-1"
tools = ["thumbs", "ball"]
why = "Flat here."
positions = ["sit"]
dose = "standard"
stretch = "Reach up."
cautions = ["Not on the bone."]
stop = ["Numbness"]
not_for = ["A fracture"]
)"},
        {"segments.toml", R"(source = "de Leva 1996"

[[segment]]
id = "trunk"
joint = "lumbar"
from = "groin"
to = "lumbar"
mass = { male = 90, female = 92 }
centre = { male = 40, female = 42 }

[[segment]]
id = "arm"
joint = "elbow"
from = "elbow"
to = "thumb-pad"
paired = true
mass = { male = 5, female = 4 }
centre = { male = 50, female = 51 }
)"},
    };

    /// Replaces the only occurrence of `part` in a file.
    void change(const std::string& file, const std::string& part, const std::string& with)
    {
        std::string& text = files.at(file);
        const std::size_t at = text.find(part);
        REQUIRE(at != std::string::npos);
        REQUIRE(text.find(part, at + 1) == std::string::npos);
        text.replace(at, part.size(), with);
    }

    care::Guide load(core::Faults& faults) const
    {
        const Folder assets;
        for (const auto& [name, text] : files)
            assets.write("care/" + name, text);
        return care::loadGuide(assets.path(), catalogue(), knowledge(), faults);
    }

    static anatomy::Catalogue catalogue()
    {
        anatomy::Catalogue made;
        for (const char* id : {"groin", "thigh", "thumb-pad"}) {
            made.landmarks.push_back({});
            made.landmarks.back().id = id;
        }
        for (const char* id : {"lumbar", "elbow"}) {
            anatomy::Joint joint;
            joint.id = id;
            joint.midline = joint.id == "lumbar";
            joint.motions = {{"flexion", {1, 0, 0}, -10, 90}};
            made.joints.push_back(joint);
        }
        return made;
    }

    static referral::Knowledge knowledge()
    {
        referral::Knowledge made;
        for (const char* id : {"gray", "moore"}) {
            made.sources.push_back({});
            made.sources.back().id = id;
        }
        referral::Point point;
        point.id = "one-1";
        point.file = "referral/one.toml";
        point.line = 7;
        point.column = 1;
        made.points = {point};
        return made;
    }
};

/// Line and column, counted from 1, of the first occurrence of `part` in a text.
inline std::pair<int, int> lineAndColumnOf(const std::string& text, const std::string& part)
{
    const std::size_t at = text.find(part);
    REQUIRE(at != std::string::npos);
    int line = 1;
    std::size_t start = 0;
    for (std::size_t i = 0; i < at; ++i)
        if (text[i] == '\n') {
            ++line;
            start = i + 1;
        }
    return {line, static_cast<int>(at - start) + 1};
}

/// One change of a file that introduces a fault, and the fault: its message and the text it points
/// at.
struct PlantedFault
{
    const char *file, *part, *with;
    const char *pointsAt, *message;
};

/// Checks that the change causes that fault and no other.
inline care::Guide checkPlanted(const PlantedFault& planted)
{
    INFO(planted.file << ": " << planted.part << " -> " << planted.with);
    SmallGuide small;
    small.change(planted.file, planted.part, planted.with);
    core::Faults faults;
    care::Guide guide = small.load(faults);
    std::string all;
    for (const core::Fault& fault : faults)
        all += fault.text() + "\n";
    INFO(all);
    REQUIRE(faults.size() == 1);
    const auto [line, column] = lineAndColumnOf(small.files.at(planted.file), planted.pointsAt);
    CHECK(faults.front().file == std::string("care/") + planted.file);
    CHECK(faults.front().line == line);
    CHECK(faults.front().column == column);
    CHECK(faults.front().message.find(planted.message) != std::string::npos);
    return guide;
}

} // namespace knotmap::testing
