#include "app/model/weight.h"

#include "app/model/statics.h"
#include "engine/body/skinning.h"
#include "engine/geometry/detail_levels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <map>

namespace knotmap::app {
namespace {

using core::Side;
using Kind = SupportFace::Kind;

/// Skin nearer to a support than this lies on it: flesh that carries spreads.
constexpr float kTouchMm = 14;
/// Skin deeper in a support than this is beside it, not on it.
constexpr float kSunkMm = 20;
/// Far finer than how close skin has to be to touch.
constexpr float kSkinErrorMm = 2.5F;
/// A ball stands deeper in the flesh than what lies flat.
constexpr float kToolStiffness = 8;
/// Arms and legs give way at their joints before the trunk on its seat does.
constexpr float kLimbStiffness = 0.2F;
/// Less is not worth a mark.
constexpr float kLeastPercent = 0.75F;
/// A pad that carries all the weight has this radius; its area goes by its share.
constexpr float kWholePadMm = 190, kWallPadMm = 55, kLeastPadMm = 18;

/// A piece of skin that touches a support.
struct Touch
{
    std::string name;
    glm::vec3 place{0}, normal{0, 1, 0};
    float stiffness = 0; ///< its area in mm2 by how close it is
    bool wall = false;
};

const char* trunkName(const glm::vec3& bodyNormal)
{
    if (bodyNormal.z < -0.5F)
        return "back";
    return bodyNormal.z > 0.5F ? "front of the trunk" : "side of the trunk";
}

/// What lies on a table is arm or head; the trunk is only near its edge. Legs beside a wall bear
/// nothing there, and a chair's back bears no weight.
bool mayCarry(const body::JointInstance& joint, Kind kind)
{
    if (kind == Kind::ChairBack)
        return false;
    const std::string& id = joint.id;
    const bool toe = id.rfind("metatarso", 0) == 0;
    const bool hand = id == "wrist" || (!toe && id.find("phalangeal-") != std::string::npos);
    const bool arm = hand || id == "elbow" || id == "radioulnar";
    if (kind == Kind::Wall)
        return hand;
    return kind != Kind::Table || arm || id == "atlantooccipital" || id == "temporomandibular";
}

/// Of trunk, seat and head, against those of limbs.
float stiffnessOf(const body::JointInstance& joint)
{
    return joint.side == Side::Midline || joint.id == "hip" ? 1.0F : kLimbStiffness;
}

/// What people call the part that a joint carries.
std::string partName(const body::JointInstance& joint, Kind kind, const glm::vec3& bodyNormal)
{
    const std::string& id = joint.id;
    const auto sided = [&](const char* part) {
        return fmt::format("{} {}", core::sideName(joint.side), part);
    };
    if (id == "pelvis" || id == "hip")
        return kind == Kind::Seat ? "seat" : id == "hip" ? sided("thigh") : "buttocks";
    if (id == "knee" || id == "patellofemoral")
        return sided("lower leg");
    if (id == "ankle" || id == "subtalar" || id.rfind("metatarso", 0) == 0 ||
        id == "interphalangeal-of-hallux")
        return sided("foot");
    if (id == "glenohumeral" || id == "brachium")
        return sided("upper arm");
    if (id == "elbow" || id == "radioulnar")
        return sided("forearm");
    if (kind == Kind::Table && id == "wrist")
        return sided("forearm");
    if (id == "wrist" || id.find("phalangeal") != std::string::npos ||
        id.rfind("carpometacarpal", 0) == 0)
        return sided("hand");
    if (id == "cervical" || id == "atlantoaxial" || id == "atlantooccipital" ||
        id == "temporomandibular")
        return "head";
    return trunkName(bodyNormal);
}

/// How near a place comes to a face, mm from 0 (just off it) up; none where it is not over it.
std::optional<float> closeness(const SupportFace& face, const glm::vec3& place)
{
    const float height = glm::dot(place - face.low, face.normal);
    if (height > kTouchMm || height < -kSunkMm || !liesOver(face, place))
        return std::nullopt;
    return std::min(kTouchMm - height, 2 * kTouchMm);
}

/// Where the skin touches what the body rests on.
std::vector<Touch> touchesOf(const Library& library, const SolvedPosition& solved)
{
    const body::Skin& skin = library.atlas->skin;
    const auto& indices = geometry::trianglesWithin(skin.mesh, skin.coarser, kSkinErrorMm);
    std::vector<Touch> touches;
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        std::array<glm::vec3, 3> corner;
        for (std::size_t k = 0; k < 3; ++k) {
            const body::RigidMove move = body::blend(skin.weights[indices[i + k]], solved.moves);
            corner[k] = glm::vec3(
                solved.placement *
                glm::vec4(body::movedPlace(move, skin.mesh.positions[indices[i + k]]), 1));
        }
        const glm::vec3 middle = (corner[0] + corner[1] + corner[2]) / 3.0F;
        const float area =
            0.5F * glm::length(glm::cross(corner[1] - corner[0], corner[2] - corner[0]));
        for (const SupportFace& face : solved.faces) {
            const auto near = closeness(face, middle);
            if (!near)
                continue;
            const std::uint32_t vertex = indices[i];
            const body::JointInstance& joint =
                library.atlas->joints[body::strongestJoint(skin.weights[vertex])];
            if (!mayCarry(joint, face.kind))
                continue;
            touches.push_back({partName(joint, face.kind, skin.mesh.normals[vertex]),
                               middle - glm::dot(middle - face.low, face.normal) * face.normal,
                               face.normal, stiffnessOf(joint) * area * *near,
                               face.kind == Kind::Wall});
            break;
        }
    }
    return touches;
}

/// The tool where the body lies or leans on it.
std::optional<Touch> toolTouch(const SolvedPosition& solved, const std::string& name)
{
    if (!solved.toolAt)
        return std::nullopt;
    Touch touch{name, *solved.toolAt, {0, 1, 0}, 0, false};
    float least = 1e9F;
    for (const SupportFace& face : solved.faces) {
        const float height = glm::dot(*solved.toolAt - face.low, face.normal);
        if (height < -1 || height > least || height > solved.toolReachMm ||
            !liesOver(face, *solved.toolAt))
            continue;
        least = height;
        touch.normal = face.normal;
        touch.place = *solved.toolAt - height * face.normal;
        touch.wall = face.kind == Kind::Wall;
    }
    if (least > 1e8F)
        return std::nullopt;
    constexpr float kPi = 3.1416F;
    touch.stiffness =
        kToolStiffness * kPi * solved.toolContactMm * solved.toolContactMm / 4 * 2 * kTouchMm;
    return touch;
}

/// Touches of one name carry together.
std::vector<Contact> gather(const std::vector<Touch>& touches, const std::vector<float>& shares)
{
    struct Sum
    {
        glm::vec3 place{0}, normal{0};
        float weight = 0, percent = 0;
        bool wall = false;
    };
    std::map<std::string, Sum> sums;
    for (std::size_t i = 0; i < touches.size(); ++i) {
        const Touch& touch = touches[i];
        Sum& sum = sums[touch.name + (touch.wall ? " against the wall" : "")];
        // Where nothing is carried yet the middle of what touches serves.
        const float weight = 1e-6F * touch.stiffness + 1e6F * shares[i];
        sum.place += weight * touch.place;
        sum.weight += weight;
        sum.normal = touch.normal;
        sum.percent += 100 * shares[i];
        sum.wall = touch.wall;
    }
    std::vector<Contact> contacts;
    for (const auto& [name, sum] : sums) {
        Contact contact{name, sum.place / sum.weight, sum.normal, std::nullopt};
        if (!sum.wall)
            contact.percent = sum.percent;
        if (sum.wall || sum.percent >= kLeastPercent)
            contacts.push_back(contact);
    }
    std::stable_sort(contacts.begin(), contacts.end(), [](const Contact& a, const Contact& b) {
        return a.percent.value_or(-1) > b.percent.value_or(-1);
    });
    return contacts;
}

/// What was too little to name goes to the others; whole per cents that add up to 100.
void roundPercents(std::vector<Contact>& contacts)
{
    float whole = 0;
    for (const Contact& contact : contacts)
        whole += contact.percent.value_or(0);
    if (whole <= 0)
        return;
    float left = 100;
    for (Contact& contact : contacts)
        if (contact.percent) {
            contact.percent = std::round(*contact.percent * 100 / whole);
            left -= *contact.percent;
        }
    // The largest takes the rounding: there it is the least of a change.
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
                        const std::string& toolName)
{
    std::vector<Touch> touches = touchesOf(library, solved);
    if (auto tool = toolTouch(solved, toolName))
        touches.push_back(*tool);
    WeightSplit split;
    split.centre = centreOfMass(library, solved.moves, solved.placement);
    split.skin = someSkin(library, solved);
    std::vector<Footing> footings;
    std::vector<glm::vec2> outline;
    bool leans = false;
    for (const Touch& touch : touches) {
        outline.emplace_back(touch.place.x, touch.place.z);
        leans = leans || touch.wall;
        if (!touch.wall)
            footings.push_back({{touch.place.x, touch.place.z}, touch.stiffness});
    }
    split.beyondMm = beyondOutline(outline, {split.centre.x, split.centre.z});
    split.groundMm = groundUnder(solved, split.centre);
    const auto carried = sharesOf(footings, {split.centre.x, split.centre.z}, !leans);
    std::vector<float> shares;
    std::size_t next = 0;
    for (const Touch& touch : touches)
        shares.push_back(touch.wall ? 0.0F : carried[next++]);
    split.contacts = gather(touches, shares);
    roundPercents(split.contacts);
    return split;
}

std::string weightLine(const WeightSplit& split)
{
    std::vector<std::string> carried, leant;
    for (const Contact& contact : split.contacts)
        if (contact.percent)
            carried.push_back(fmt::format("{} {:.0f} %", contact.name, *contact.percent));
        else
            leant.push_back(contact.name);
    const std::string line = fmt::format("{}", fmt::join(carried, ", "));
    return leant.empty() ? line : fmt::format("{}; {}", line, fmt::join(leant, ", "));
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
