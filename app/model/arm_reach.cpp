#include "app/model/arm_reach.h"

#include "engine/body/skinning.h"

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>

namespace knotmap::app {
namespace {

/// Places in the arm that must stay out of the body, and how thick it is there.
struct ArmPlace
{
    std::uint32_t joint;
    glm::vec3 place; ///< in the measured stance
    float radiusMm;
    bool floorOnly = false; ///< kept off the floor alone: what presses touches the body
};

/// A piece of the body as rigid as its joint's bones.
struct Obstacle
{
    std::uint32_t joint;
    geometry::Bounds extent; ///< of its skin and an arm about it, in the measured stance
};

/// The arm may press that far into what it lies on.
constexpr float kGivesMm = 8;
/// What a millimetre inside the body counts against one away from the goal.
constexpr float kInsideCounts = 0.5F;
/// Deeper than this is no longer flesh giving way and counts far more.
constexpr float kTooDeepMm = 11, kTooDeepCounts = 4;
/// The floor keeps an arm that much further off: it gives no way.
constexpr float kClearMm = 4;
constexpr float kFingerMm = 14, kSkinMm = 5; // half a finger; what covers a bone
/// No place of an arm that is pushed out lies deeper inside the body.
constexpr float kDeepestMm = 130;
constexpr int kPushes = 3;
/// What lies so far in front of the spine's middle, or so far out, is reached from the front; what
/// a millimetre behind the spine counts.
constexpr float kInFrontMm = -30, kTrunkMm = 120, kBehindCounts = 0.5F;
/// What the place pressed counts against what pushes the arm out, once all but settled.
constexpr float kPlaceCounts = 4;

bool ofArm(std::string_view joint)
{
    static constexpr std::array<std::string_view, 6> kArm = {
        "sternoclavicular", "acromioclavicular", "glenohumeral", "elbow", "radioulnar", "wrist"};
    return std::find(kArm.begin(), kArm.end(), joint) != kArm.end();
}

class Arm
{
public:
    Arm(const Library& library, core::Side side, const ArmSupports& supports)
        : m_library(library), m_skeleton(*library.skeleton), m_side(side), m_floor(supports.floor)
    {
        for (std::uint32_t f = 0; f < m_skeleton.freedoms().size(); ++f) {
            const body::JointInstance& joint = m_skeleton.joints()[m_skeleton.freedoms()[f].joint];
            if (joint.side == side && ofArm(joint.id))
                m_freedoms.push_back(f);
        }
        findPlaces();
        for (const char* id : {"thoracic", "lumbar", "pelvis", "atlantooccipital"})
            addObstacle(id, core::Side::Midline);
        for (const core::Side each : {core::Side::Right, core::Side::Left}) {
            addObstacle("hip", each);
            addObstacle("knee", each);
        }
        findExtents();
        if (supports.underElbow)
            leanOn(*supports.underElbow);
    }

    ArmReach solve(const body::Pose& start, const body::ReachGoal& goal) const
    {
        std::vector<body::ReachGoal> goals = with(goal);
        const std::size_t lasting = goals.size();
        ArmReach best;
        float bestCost = 1e30F;
        body::Pose pose = start;
        for (int push = 0; push <= kPushes; ++push) {
            pose = body::reach(m_skeleton, pose, m_freedoms, goals);
            ArmReach found{pose, 0, 0};
            const body::Moves moves = m_skeleton.moves(pose);
            found.missMm = body::missMm(moves, goal);
            goals.resize(lasting);
            found.penetrationMm = pushOut(moves, goals);
            const float cost = found.missMm + insideCost(found.penetrationMm) + slant(moves, goal) +
                               elbowMiss(moves) + behindCost(moves, goal);
            if (cost < bestCost) {
                bestCost = cost;
                best = found;
            }
            if (goals.size() == lasting)
                break;
        }
        return settled(best, goal);
    }

    /// How well a reach does, the less the better.
    float costOf(const ArmReach& reached, const body::ReachGoal& goal) const
    {
        const body::Moves moves = m_skeleton.moves(reached.pose);
        return 4 * reached.missMm + insideCost(reached.penetrationMm) + slant(moves, goal) +
               elbowMiss(moves) + behindCost(moves, goal);
    }

    /// The start with the shoulder turned by so much.
    body::Pose begun(const body::Pose& start, float flexion, float abduction, float elbow) const
    {
        body::Pose pose = start;
        const auto add = [&](const char* joint, const char* motion, float angle) {
            if (const auto freedom = m_skeleton.find(joint, m_side, motion))
                pose.anglesDeg[*freedom] += angle;
        };
        add("glenohumeral", "flexion", flexion);
        add("glenohumeral", "abduction", abduction);
        add("elbow", "flexion", elbow);
        m_skeleton.clamp(pose);
        return pose;
    }

private:
    static float insideCost(float depthMm)
    {
        return kInsideCounts * depthMm + kTooDeepCounts * std::max(0.0F, depthMm - kTooDeepMm);
    }

    static float slant(const body::Moves& moves, const body::ReachGoal& goal)
    {
        return goal.directionMm *
               (1 - glm::dot(body::turned(moves[goal.joint], goal.direction), goal.wanted));
    }

    /// The place counts for more than the slant: once more for it alone, still clear of the body
    /// where that leaves the place met.
    ArmReach settled(const ArmReach& reached, body::ReachGoal goal) const
    {
        goal.directionMm = 0;
        const ArmReach plain =
            measured(body::reach(m_skeleton, reached.pose, m_freedoms, with(goal)), goal);
        if (plain.penetrationMm < kTooDeepMm)
            return plain;
        goal.weight = kPlaceCounts;
        ArmReach clear = plain;
        for (int push = 0; push < kPushes && clear.penetrationMm >= kTooDeepMm; ++push) {
            std::vector<body::ReachGoal> goals = with(goal);
            pushOut(m_skeleton.moves(clear.pose), goals);
            clear = measured(body::reach(m_skeleton, clear.pose, m_freedoms, goals), goal);
        }
        return costOf(clear, goal) < costOf(plain, goal) ? clear : plain;
    }

    ArmReach measured(const body::Pose& pose, const body::ReachGoal& goal) const
    {
        const body::Moves moves = m_skeleton.moves(pose);
        std::vector<body::ReachGoal> pushes;
        return {pose, body::missMm(moves, goal), pushOut(moves, pushes)};
    }

    /// The elbow's tip is to stand at the height of a plane.
    void leanOn(const FloorPlane& plane)
    {
        m_elbow = landmarkGoal(m_library, "olecranon", "elbow", m_side, plane.heightMm * plane.up,
                               glm::vec3(0));
        if (m_elbow)
            m_elbow->along = plane.up;
    }

    /// The goal and what lasts beside it.
    std::vector<body::ReachGoal> with(const body::ReachGoal& goal) const
    {
        std::vector<body::ReachGoal> goals = {goal};
        if (m_elbow)
            goals.push_back(*m_elbow);
        return goals;
    }

    float elbowMiss(const body::Moves& moves) const
    {
        return m_elbow ? body::missMm(moves, *m_elbow) : 0;
    }

    /// Nobody goes round the own back to a spot in front or on the other arm.
    float behindCost(const body::Moves& moves, const body::ReachGoal& goal) const
    {
        const auto spine = m_skeleton.findJoint("thoracic", core::Side::Midline);
        if (!spine)
            return 0;
        const float outward = m_side == core::Side::Right ? -1.0F : 1.0F;
        // In the trunk's own frame: x out to the arm's side, z in front of the spine.
        const auto fromSpine = [&](const glm::vec3& place) {
            const glm::vec3 rest = body::movedBack(moves[*spine], place);
            return glm::vec3(outward * rest.x, rest.y, rest.z - m_skeleton.joints()[*spine].at.z);
        };
        const glm::vec3 spot = fromSpine(goal.target);
        if (spot.z < kInFrontMm && std::abs(spot.x) < kTrunkMm)
            return 0;
        float furthest = 0;
        for (const ArmPlace& each : m_places) {
            const glm::vec3 place = fromSpine(body::movedPlace(moves[each.joint], each.place));
            if (place.x < kTrunkMm)
                furthest = std::max(furthest, -place.z);
        }
        return kBehindCounts * furthest;
    }

    void findPlaces()
    {
        const auto at = [&](const char* id) -> std::optional<glm::vec3> {
            const auto joint = m_skeleton.findJoint(id, m_side);
            return joint ? std::optional(m_skeleton.joints()[*joint].at) : std::nullopt;
        };
        const auto shoulder = at("glenohumeral"), elbow = at("elbow"), wrist = at("wrist"),
                   knuckle = at("metacarpophalangeal-3");
        if (!shoulder || !elbow || !wrist || !knuckle)
            return;
        const auto between = [&](const char* joint, const glm::vec3& from, const glm::vec3& to,
                                 std::initializer_list<float> shares, float radius) {
            for (const float share : shares)
                m_places.push_back(
                    {*m_skeleton.findJoint(joint, m_side), from + share * (to - from), radius});
        };
        between("glenohumeral", *shoulder, *elbow, {0.5F, 0.75F, 1.0F}, 38);
        between("elbow", *elbow, *wrist, {0.25F, 0.5F, 0.75F}, 32);
        between("wrist", *wrist, *knuckle, {0.0F, 0.5F}, 22);
        if (const auto olecranon = m_library.atlas->landmark("olecranon", m_side))
            m_places.push_back({*m_skeleton.findJoint("elbow", m_side), *olecranon, kSkinMm, true});
        // The edges of the hand and the last joints of its fingers.
        for (const char* id :
             {"metacarpophalangeal-2", "metacarpophalangeal-5", "distal-interphalangeal-2",
              "distal-interphalangeal-3", "distal-interphalangeal-5", "interphalangeal-1"})
            if (const auto joint = m_skeleton.findJoint(id, m_side))
                m_places.push_back({*joint, m_skeleton.joints()[*joint].at, kFingerMm, true});
    }

    void addObstacle(const char* id, core::Side side)
    {
        if (const auto joint = m_skeleton.findJoint(id, side))
            m_obstacles.push_back({*joint, {}});
    }

    /// Where the skin of each obstacle is, in the measured stance: what lies outside is not asked.
    void findExtents()
    {
        constexpr std::size_t kStride = 7; // vertices are a few mm apart
        const body::Skin& skin = m_library.atlas->skin;
        for (std::size_t i = 0; i < skin.weights.size(); i += kStride)
            for (Obstacle& obstacle : m_obstacles)
                if (carriesMuch(skin.weights[i], obstacle.joint))
                    obstacle.extent.add(skin.mesh.positions[i]);
        constexpr float kBeyondMm = 45; // an arm's thickness and the stride
        for (Obstacle& obstacle : m_obstacles) {
            obstacle.extent.low -= glm::vec3(kBeyondMm);
            obstacle.extent.high += glm::vec3(kBeyondMm);
        }
    }

    static bool carriesMuch(const body::JointWeights& weights, std::uint32_t joint)
    {
        for (std::size_t slot = 0; slot < 4; ++slot)
            if (weights.joints[slot] == joint)
                return weights.shares[slot] > 60;
        return false;
    }

    /// Whether the part of the skin about a triangle goes with a joint rather than with an arm.
    bool goesWith(std::uint32_t triangle, std::uint32_t joint) const
    {
        const body::Skin& skin = m_library.atlas->skin;
        return carriesMuch(skin.weights[skin.mesh.indices[3 * triangle]], joint);
    }

    /// Adds a goal for each place of the arm that is inside the body or the floor, out of it, and
    /// returns how deep the worst is. The body is taken piece by piece, each as rigid as its bones.
    float pushOut(const body::Moves& moves, std::vector<body::ReachGoal>& goals) const
    {
        float worst = 0;
        const auto push = [&](const ArmPlace& each, const glm::vec3& place, float depth,
                              const glm::vec3& outward) {
            if (depth <= 0)
                return;
            worst = std::max(worst, depth);
            body::ReachGoal goal;
            goal.joint = each.joint;
            goal.place = each.place;
            goal.target = place + (depth + 2) * outward;
            goal.along = outward;
            goal.weight = 0.6F;
            goals.push_back(goal);
        };
        for (const ArmPlace& each : m_places) {
            const glm::vec3 place = body::movedPlace(moves[each.joint], each.place);
            const float depthMm = each.radiusMm - kGivesMm;
            if (m_floor)
                push(each, place,
                     each.radiusMm + kClearMm - (glm::dot(place, m_floor->up) - m_floor->heightMm),
                     m_floor->up);
            if (each.floorOnly)
                continue;
            for (const auto& [joint, extent] : m_obstacles) {
                const glm::vec3 rest = body::movedBack(moves[joint], place);
                if (glm::clamp(rest, extent.low, extent.high) != rest)
                    continue;
                const auto on = m_library.skin->closestWithin(rest, kDeepestMm);
                if (!on || !goesWith(on->triangle, joint))
                    continue;
                const float height = glm::dot(rest - on->position, on->normal);
                push(each, place, depthMm + (height < 0 ? on->distance : -on->distance),
                     body::turned(moves[joint], on->normal));
            }
        }
        return worst;
    }

    const Library& m_library;
    const body::Skeleton& m_skeleton;
    core::Side m_side;
    std::optional<FloorPlane> m_floor;
    std::optional<body::ReachGoal> m_elbow; ///< where it leans on something
    std::vector<std::uint32_t> m_freedoms;
    std::vector<Obstacle> m_obstacles;
    std::vector<ArmPlace> m_places;
};

} // namespace

body::Pose armsExchanged(const body::Skeleton& skeleton, const body::Pose& pose)
{
    const body::Pose image = skeleton.mirrored(pose);
    body::Pose exchanged = pose;
    for (std::uint32_t f = 0; f < skeleton.freedoms().size(); ++f)
        if (ofArm(skeleton.joints()[skeleton.freedoms()[f].joint].id))
            exchanged.anglesDeg[f] = image.anglesDeg[f];
    return exchanged;
}

std::optional<body::ReachGoal> landmarkGoal(const Library& library, const char* landmark,
                                            const char* joint, core::Side side,
                                            const glm::vec3& target, const glm::vec3& wanted)
{
    const auto place = library.atlas->landmark(landmark, side);
    const auto found = library.skeleton->findJoint(joint, side);
    const auto onSkin = place ? library.skin->closest(*place) : std::nullopt;
    if (!found || !onSkin)
        return std::nullopt;
    body::ReachGoal goal;
    goal.joint = *found;
    goal.place = onSkin->position;
    goal.target = target;
    goal.direction = onSkin->normal;
    goal.wanted = wanted;
    return goal;
}

ArmReach reachWithArm(const Library& library, const body::Pose& start, core::Side side,
                      const body::ReachGoal& goal, const ArmSupports& supports)
{
    struct Beginning
    {
        float flexion, abduction, elbow;
    };
    constexpr float kGoodEnough = 14;
    static constexpr std::array<Beginning, 7> kBeginnings = {{{0, 0, 0},
                                                              {40, 20, 20},
                                                              {10, 60, 30},
                                                              {80, 40, 20},
                                                              {-40, 20, 40},
                                                              {10, -35, -30},
                                                              {-30, -25, 0}}};
    const Arm arm(library, side, supports);
    ArmReach best;
    float bestCost = 1e30F;
    for (const Beginning& each : kBeginnings) {
        const ArmReach reached =
            arm.solve(arm.begun(start, each.flexion, each.abduction, each.elbow), goal);
        const float cost = arm.costOf(reached, goal);
        if (cost < bestCost) {
            bestCost = cost;
            best = reached;
        }
        if (bestCost < kGoodEnough)
            break;
    }
    return best;
}

} // namespace knotmap::app
