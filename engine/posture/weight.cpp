#include "engine/posture/weight.h"

#include "engine/body/skinning.h"
#include "engine/posture/weight_limits.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace knotmap::posture {
namespace {

using anatomy::BodyPart;

/// What touches, with the wall where it leans on one.
std::string placed(const std::string& name, bool wall)
{
    return wall ? trf("{} against the wall", name) : name;
}

/// Less is not worth a mark.
constexpr float kMinPercent = 0.75F;
/// Limbs are held more and less stiffly than at rest; a load that this changes by more per cent is
/// not reported.
constexpr std::array<float, 3> kHolds = {1.0F, 0.33F, 3.0F};
constexpr float kMaxDoubtPercent = 12;
/// A body part that presses on another one.
constexpr float kSelfStiffness = 4;

/// Contacts of one name bear load together.
struct Sum
{
    glm::vec3 point{0}, normal{0, 1, 0};
    float weight = 0;
    std::array<float, kHolds.size()> percent{}; ///< for each stiffness of the limbs
    float maxPercent = 0;
    bool wall = false, reported = true, underHips = false, tool = false;
    BodyChain::Part part; ///< body part in contact

    float doubt() const
    {
        const auto [low, high] = std::minmax_element(percent.begin(), percent.end());
        return *high - *low;
    }
    bool limb() const
    {
        return !tool && !underHips &&
               (part.group == BodyGroup::Arm || part.group == BodyGroup::Leg);
    }
};
using Sums = std::map<std::string, Sum>;

/// The load on a hand under a head passes on to the mat: it is too thin to be modelled exactly
/// between the two.
bool isPillow(const BodyChain& chain, const SelfTouch& touch)
{
    constexpr float kUpright = 0.5F;
    return chain.parts[chain.linkOf[touch.joint]].group == BodyGroup::Head &&
           touch.normal.y > kUpright;
}

void addSelfTouches(const BodyChain& chain, const std::vector<SelfTouch>& self, bool lies,
                    std::vector<Touch>& touches)
{
    for (const SelfTouch& each : self) {
        Touch touch;
        const std::size_t bearer = chain.linkOf[each.other];
        touch.push = {chain.linkOf[each.joint], each.point, each.normal,
                      kSelfStiffness,           true,       static_cast<int>(bearer)};
        if (lies && isPillow(chain, each)) {
            touch.name =
                chain.parts[bearer].side == core::Side::Left ? tr("left hand") : tr("right hand");
            touch.push.normal = {0, 1, 0};
            touch.push.other = -1;
        }
        touches.push_back(touch);
    }
}

/// Adds the contact forces for one stiffness of the limbs.
void addVariant(const BodyChain& chain, const std::vector<Touch>& touches, std::size_t variant,
                Sums& sums)
{
    std::vector<Link> links = chain.links;
    for (std::size_t i = 0; i < links.size(); ++i)
        if (chain.parts[i].group != BodyGroup::Trunk)
            links[i].stiffness *= kHolds[variant];
    std::vector<Push> pushes;
    for (const Touch& touch : touches)
        pushes.push_back(touch.push);
    const std::vector<float> found = pushesOn(links, pushes);
    for (std::size_t i = 0; i < touches.size(); ++i) {
        const Touch& touch = touches[i];
        if (touch.name.empty())
            continue;
        Sum& sum = sums[placed(touch.name, touch.wall)];
        // Where nothing is carried yet the middle of what touches serves.
        const float weight = 1e-6F * touch.push.stiffness + found[i];
        sum.point += weight * touch.push.pointMm;
        sum.weight += weight;
        sum.normal = touch.push.normal;
        sum.percent[variant] += 100 * found[i] * std::max(0.0F, touch.push.normal.y);
    }
}

/// Omits guesses, and loads beyond the segments that the contact can support.
void leaveOut(const WeightLimits& limits, Sums& sums)
{
    std::map<std::pair<BodyGroup, core::Side>, float> limbs;
    float underHips = 0;
    for (const auto& [name, sum] : sums) {
        if (sum.limb())
            limbs[{sum.part.group, sum.part.side}] += sum.percent[0];
        if (sum.underHips)
            underHips += sum.percent[0];
    }
    bool broken = underHips < 100 * limits.minUnderHips();
    for (auto& [name, sum] : sums) {
        const bool within = sum.percent[0] <= sum.maxPercent &&
                            (!sum.limb() || limbs[{sum.part.group, sum.part.side}] <=
                                                100 * limits.maxOfLimb(sum.part));
        // A tool that is present and bears nothing is misplaced.
        const bool idle = sum.tool && sum.percent[0] < kMinPercent;
        sum.reported = !sum.wall && within && !idle && sum.doubt() <= kMaxDoubtPercent;
        broken = broken || (!sum.wall && (!within || idle));
    }
    // Any excess on one of them is missing under the trunk, and with standing feet under the other
    // one.
    for (auto& [name, sum] : sums)
        if (broken && (!sum.limb() || limits.stands()))
            sum.reported = false;
    // A single omitted figure can be computed from the others: it is as doubtful as the next.
    const auto unreported = std::count_if(sums.begin(), sums.end(), [](const auto& each) {
        return !each.second.wall && !each.second.reported;
    });
    Sum* next = nullptr;
    for (auto& [name, sum] : sums)
        if (sum.reported && sum.percent[0] >= kMinPercent &&
            (next == nullptr || sum.doubt() > next->doubt()))
            next = &sum;
    if (unreported == 1 && next != nullptr)
        next->reported = false;
}

Sums sumUp(const BodyChain& chain, const std::vector<Touch>& touches, const WeightLimits& limits)
{
    Sums sums;
    for (const Touch& touch : touches) {
        if (touch.name.empty())
            continue;
        Sum& sum = sums[placed(touch.name, touch.wall)];
        sum.part = chain.parts[touch.push.link];
        sum.wall = touch.wall;
        sum.tool = sum.tool || touch.tool;
        sum.underHips = sum.underHips || sum.part.bodyPart == BodyPart::PelvicGirdle ||
                        touch.name == tr("seat") ||
                        (touch.tool && sum.part.bodyPart == BodyPart::Thigh);
        sum.maxPercent = std::max(sum.maxPercent, 100 * limits.maxShare(touch));
    }
    for (std::size_t variant = 0; variant < kHolds.size(); ++variant)
        addVariant(chain, touches, variant, sums);
    leaveOut(limits, sums);
    return sums;
}

std::vector<Contact> contactsOf(const Sums& sums, bool stands)
{
    // Of standing feet both are named, and a tool is always named.
    const auto named = [&](const Sum& sum) {
        return sum.wall || sum.percent[0] >= kMinPercent || (!sum.reported && (stands || sum.tool));
    };
    float whole = 0;
    for (const auto& [name, sum] : sums)
        whole += sum.wall || !named(sum) ? 0 : sum.percent[0];
    std::vector<std::pair<float, Contact>> byWeight;
    for (const auto& [name, sum] : sums) {
        if (!named(sum))
            continue;
        Contact contact{name, sum.point / sum.weight, sum.normal, sum.wall, std::nullopt};
        // Loads too small to name go to the others.
        if (sum.reported && whole > 0)
            contact.percent = sum.percent[0] * 100 / whole;
        byWeight.emplace_back(sum.wall ? -200.0F : contact.percent.value_or(sum.percent[0] - 101),
                              contact);
    }
    std::stable_sort(byWeight.begin(), byWeight.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Contact> contacts;
    for (const auto& [weight, contact] : byWeight)
        contacts.push_back(contact);
    return contacts;
}

/// Whole per cents, that add up to 100 if all are reported.
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
    // The largest absorbs the rounding: there it is the smallest relative change.
    if (all && contacts.front().percent)
        *contacts.front().percent += left;
}

/// Height of the surface under a point: the floor, a mat, a seat.
float groundUnder(const SolvedPosition& solved, const glm::vec3& point)
{
    float height = 0;
    for (const props::SupportFace& face : solved.faces)
        if (face.normal.y > 0 && face.low.y < point.y && props::liesOver(face, point))
            height = std::max(height, face.low.y);
    return height;
}

/// Enough points of the skin to outline it.
std::vector<glm::vec3> someSkin(const body::BodyModel& model, const SolvedPosition& solved)
{
    constexpr std::size_t kStride = 29;
    const body::Skin& skin = model.atlas->skin;
    std::vector<glm::vec3> points;
    for (std::size_t i = 0; i < skin.mesh.positions.size(); i += kStride) {
        const body::RigidTransform transform = body::blend(skin.weights[i], solved.transforms);
        points.emplace_back(solved.placement *
                            glm::vec4(body::transformPoint(transform, skin.mesh.positions[i]), 1));
    }
    return points;
}

/// A tool under the body for which no load is found: it is named, and then the largest load is
/// unknown too.
void addIdleTool(const SolvedPosition& solved, const std::vector<Touch>& touches,
                 const std::string& toolName, std::vector<Contact>& contacts)
{
    const bool found =
        std::any_of(touches.begin(), touches.end(), [](const Touch& touch) { return touch.tool; });
    if (!solved.toolAt || found || contacts.empty())
        return;
    contacts.front().percent.reset();
    std::stable_partition(contacts.begin(), contacts.end(),
                          [](const Contact& contact) { return contact.percent.has_value(); });
    const auto wall = std::find_if(contacts.begin(), contacts.end(),
                                   [](const Contact& contact) { return contact.wall; });
    const std::string name = placed(toolName, solved.wall);
    contacts.insert(wall, Contact{name, *solved.toolAt, {0, 1, 0}, solved.wall, std::nullopt});
}

} // namespace

WeightSplit splitWeight(const body::BodyModel& model, const BodyMasses& masses,
                        const SolvedPosition& solved, const std::string& toolName,
                        const std::vector<SelfTouch>& self)
{
    WeightSplit split;
    split.skin = someSkin(model, solved);
    if (masses.segments.empty())
        return split; // no masses, no estimate
    BodyChain chain = bodyChain(model, masses, solved.transforms, solved.placement);
    std::vector<Touch> touches = touchesOf(model, solved, chain, toolName);
    split.centre = chain.centreMm();
    std::vector<glm::vec2> outline;
    for (const Touch& touch : touches)
        if (!touch.name.empty())
            outline.insert(outline.end(), touch.groundPlan.begin(), touch.groundPlan.end());
    split.beyondMm = beyondOutline(outline, {split.centre.x, split.centre.z});
    split.groundMm = groundUnder(solved, split.centre);
    const WeightLimits limits(chain, touches);
    if (limits.stands())
        holdLegs(chain);
    addSelfTouches(chain, self, limits.lies(), touches);
    split.contacts = contactsOf(sumUp(chain, touches, limits), limits.stands());
    addIdleTool(solved, touches, toolName, split.contacts);
    roundPercents(split.contacts);
    return split;
}

std::string weightLine(const WeightSplit& split)
{
    std::vector<std::string> carried, unreported, leant;
    for (const Contact& contact : split.contacts)
        if (contact.percent)
            carried.push_back(fmt::format("{} {:.0f} %", contact.name, *contact.percent));
        else
            (contact.wall ? leant : unreported).push_back(contact.name);
    std::vector<std::string> parts;
    if (!carried.empty())
        parts.push_back(fmt::format("{}", fmt::join(carried, ", ")));
    if (!unreported.empty())
        parts.push_back(trf("{} (share not known)", fmt::join(unreported, ", ")));
    if (!leant.empty())
        parts.push_back(fmt::format("{}", fmt::join(leant, ", ")));
    return fmt::format("{}", fmt::join(parts, "; "));
}

} // namespace knotmap::posture
