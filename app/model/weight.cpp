#include "app/model/weight.h"

#include "app/model/weight_limits.h"
#include "engine/body/skinning.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace knotmap::app {
namespace {

/// Less is not worth a mark.
constexpr float kLeastPercent = 0.75F;
/// A pad that carries all the weight has this radius; its area goes by its share.
constexpr float kWholePadMm = 190, kWallPadMm = 55, kLeastPadMm = 18;
/// Limbs are held less and more than at rest; what that moves by more per cent is not told.
constexpr std::array<float, 3> kHolds = {1.0F, 0.33F, 3.0F};
constexpr float kMostDoubtPercent = 12;
/// A part of the body that presses on another one.
constexpr float kSelfStiffness = 4;

/// Touches of one name carry together.
struct Sum
{
    glm::vec3 place{0}, normal{0};
    float weight = 0;
    std::array<float, kHolds.size()> percent{}; ///< in each way to hold the limbs
    float most = 0;
    bool wall = false, told = true;
};
using Sums = std::map<std::string, Sum>;

std::vector<Push> pushesOf(const BodyChain& chain, const std::vector<Touch>& touches,
                           const std::vector<SelfTouch>& self)
{
    std::vector<Push> pushes;
    for (const Touch& touch : touches)
        pushes.push_back(touch.push);
    for (const SelfTouch& touch : self)
        pushes.push_back({chain.linkOf[touch.joint], touch.place, touch.normal, kSelfStiffness,
                          true, static_cast<int>(chain.linkOf[touch.other])});
    return pushes;
}

Sums sumUp(const BodyChain& chain, const std::vector<Touch>& touches,
           const std::vector<SelfTouch>& self)
{
    const WeightLimits limits(chain, touches);
    const std::vector<Push> pushes = pushesOf(chain, touches, self);
    Sums sums;
    for (std::size_t way = 0; way < kHolds.size(); ++way) {
        std::vector<Link> links = chain.links;
        for (std::size_t i = 0; i < links.size(); ++i)
            if (chain.parts[i].part != BodyPart::Trunk)
                links[i].stiffness *= kHolds[way];
        const std::vector<float> found = pushesOn(links, pushes);
        for (std::size_t i = 0; i < touches.size(); ++i) {
            const Touch& touch = touches[i];
            if (touch.name.empty())
                continue;
            Sum& sum = sums[touch.name + (touch.wall ? " against the wall" : "")];
            // Where nothing is carried yet the middle of what touches serves.
            const float weight = 1e-6F * touch.push.stiffness + found[i];
            sum.place += weight * touch.push.placeMm;
            sum.weight += weight;
            sum.normal = touch.push.normal;
            sum.wall = touch.wall;
            sum.percent[way] += 100 * found[i] * std::max(0.0F, touch.push.normal.y);
            sum.most = std::max(sum.most, 100 * limits.most(touch));
        }
    }
    bool seatHolds = true;
    for (auto& [name, sum] : sums) {
        const auto [low, high] = std::minmax_element(sum.percent.begin(), sum.percent.end());
        sum.told = !sum.wall && *high - *low <= kMostDoubtPercent && sum.percent[0] <= sum.most;
        if (name == "seat")
            seatHolds = sum.percent[0] >= 100 * limits.leastOfSeat();
    }
    if (!seatHolds)
        for (auto& [name, sum] : sums)
            sum.told = false;
    return sums;
}

std::vector<Contact> contactsOf(const Sums& sums)
{
    std::vector<Contact> contacts;
    float whole = 0;
    for (const auto& [name, sum] : sums)
        whole += sum.wall || sum.percent[0] < kLeastPercent ? 0 : sum.percent[0];
    std::vector<std::pair<float, Contact>> byWeight;
    for (const auto& [name, sum] : sums) {
        if (!sum.wall && sum.percent[0] < kLeastPercent)
            continue;
        Contact contact{name, sum.place / sum.weight, sum.normal, sum.wall, std::nullopt};
        // What was too little to name goes to the others.
        if (sum.told)
            contact.percent = sum.percent[0] * 100 / whole;
        byWeight.emplace_back(sum.wall ? -100.0F : contact.percent.value_or(sum.percent[0] - 100),
                              contact);
    }
    std::stable_sort(byWeight.begin(), byWeight.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [weight, contact] : byWeight)
        contacts.push_back(contact);
    return contacts;
}

/// Whole per cents, that add up to 100 where all are told.
void roundPercents(std::vector<Contact>& contacts)
{
    float left = 100;
    bool all = !contacts.empty();
    for (Contact& contact : contacts)
        if (contact.percent) {
            contact.percent = std::round(*contact.percent);
            left -= *contact.percent;
        } else if (!contact.wall) {
            all = false;
        }
    // The largest takes the rounding: there it is the least of a change.
    if (all && contacts.front().percent)
        *contacts.front().percent += left;
}

/// How high what lies under a place is: the floor, a mat, a seat.
float groundUnder(const SolvedPosition& solved, const glm::vec3& place)
{
    float height = 0;
    for (const SupportFace& face : solved.faces)
        if (face.normal.y > 0 && face.low.y < place.y && liesOver(face, place))
            height = std::max(height, face.low.y);
    return height;
}

/// As many places of the skin as tell its outline.
std::vector<glm::vec3> someSkin(const Library& library, const SolvedPosition& solved)
{
    constexpr std::size_t kStride = 29;
    const body::Skin& skin = library.atlas->skin;
    std::vector<glm::vec3> places;
    for (std::size_t i = 0; i < skin.mesh.positions.size(); i += kStride) {
        const body::RigidMove move = body::blend(skin.weights[i], solved.moves);
        places.emplace_back(solved.placement *
                            glm::vec4(body::movedPlace(move, skin.mesh.positions[i]), 1));
    }
    return places;
}

} // namespace

WeightSplit splitWeight(const Library& library, const SolvedPosition& solved,
                        const std::string& toolName, const std::vector<SelfTouch>& self)
{
    BodyChain chain = bodyChain(library, solved.moves, solved.placement);
    const std::vector<Touch> touches = touchesOf(library, solved, chain, toolName);
    WeightSplit split;
    split.centre = chain.centreMm();
    split.skin = someSkin(library, solved);
    std::vector<glm::vec2> outline;
    for (const Touch& touch : touches)
        if (!touch.name.empty())
            outline.emplace_back(touch.push.placeMm.x, touch.push.placeMm.z);
    split.beyondMm = beyondOutline(outline, {split.centre.x, split.centre.z});
    split.groundMm = groundUnder(solved, split.centre);
    if (WeightLimits(chain, touches).stands())
        holdLegs(chain);
    split.contacts = contactsOf(sumUp(chain, touches, self));
    roundPercents(split.contacts);
    return split;
}

std::string weightLine(const WeightSplit& split)
{
    std::vector<std::string> carried, untold, leant;
    for (const Contact& contact : split.contacts)
        if (contact.percent)
            carried.push_back(fmt::format("{} {:.0f} %", contact.name, *contact.percent));
        else
            (contact.wall ? leant : untold).push_back(contact.name);
    std::vector<std::string> parts;
    if (!carried.empty())
        parts.push_back(fmt::format("{}", fmt::join(carried, ", ")));
    if (!untold.empty())
        parts.push_back(fmt::format("{} also, how much cannot be told", fmt::join(untold, ", ")));
    if (!leant.empty())
        parts.push_back(fmt::format("{}", fmt::join(leant, ", ")));
    return fmt::format("{}", fmt::join(parts, "; "));
}

scene::WeightMarks weightMarks(const WeightSplit& split)
{
    scene::WeightMarks marks;
    marks.centre = split.centre;
    marks.groundMm = split.groundMm;
    for (const Contact& contact : split.contacts) {
        const float radius =
            contact.percent ? std::max(kLeastPadMm, kWholePadMm * std::sqrt(*contact.percent / 100))
                            : kWallPadMm;
        marks.pads.push_back({contact.place, contact.normal, radius});
    }
    return marks;
}

} // namespace knotmap::app
