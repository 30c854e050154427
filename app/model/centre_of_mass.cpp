#include "app/model/weight.h"

#include "engine/core/by_id.h"

#include <algorithm>
#include <glm/common.hpp>

namespace knotmap::app {
namespace {

using core::Side;

/// Half as thick a slab of the skin is asked for the body's depth.
constexpr float kSlabMm = 15;
/// The arms hang beside the body: they are not its depth.
constexpr float kTrunkHalfMm = 120;

/// A landmark or a joint in the measured stance; on the midline that of one side comes to X = 0.
std::optional<glm::vec3> placeOf(const body::Atlas& atlas, const std::string& id,
                                 std::optional<Side> side)
{
    for (const body::JointInstance& joint : atlas.joints)
        if (joint.id == id && (joint.side == side.value_or(joint.side)))
            return side ? joint.at : joint.at * glm::vec3(0, 1, 1);
    const body::LandmarkPlace* landmark = core::findById(atlas.landmarks, id);
    if (landmark == nullptr)
        return std::nullopt;
    const float x = !side ? 0.0F : *side == Side::Left ? -1.0F : 1.0F;
    return landmark->position * glm::vec3(x, 1, 1);
}

/// The middle between the front and the back of the body at a height.
float middleDepth(const body::Skin& skin, float height)
{
    float front = -1e9F, back = 1e9F;
    for (const glm::vec3& place : skin.mesh.positions)
        if (std::abs(place.y - height) < kSlabMm && std::abs(place.x) < kTrunkHalfMm) {
            front = std::max(front, place.z);
            back = std::min(back, place.z);
        }
    return front > back ? 0.5F * (front + back) : 0;
}

} // namespace

glm::vec3 centreOfMass(const Library& library, const body::Moves& moves, const glm::mat4& placement)
{
    const body::Atlas& atlas = *library.atlas;
    const bool female = library.build.sex == body::Sex::Female;
    glm::vec3 sum(0);
    float whole = 0;
    const auto add = [&](const care::Segment& segment, std::optional<Side> side) {
        const auto from = placeOf(atlas, segment.from, side), to = placeOf(atlas, segment.to, side);
        const auto joint = library.skeleton->findJoint(segment.joint, side.value_or(Side::Midline));
        if (!from || !to || !joint)
            return;
        const float way = 0.01F * (female ? segment.centre.female : segment.centre.male);
        const float mass = female ? segment.mass.female : segment.mass.male;
        glm::vec3 place = glm::mix(*from, *to, way);
        if (!side)
            place.z = middleDepth(atlas.skin, place.y);
        sum += mass * body::movedPlace(moves[*joint], place);
        whole += mass;
    };
    for (const care::Segment& segment : library.care.segments) {
        if (!segment.paired) {
            add(segment, std::nullopt);
            continue;
        }
        add(segment, Side::Right);
        add(segment, Side::Left);
    }
    return whole > 0 ? glm::vec3(placement * glm::vec4(sum / whole, 1)) : glm::vec3(0);
}

} // namespace knotmap::app
