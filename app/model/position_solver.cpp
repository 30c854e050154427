#include "app/model/apply_pose.h"
#include "app/model/arm_reach.h"
#include "app/model/feet_down.h"
#include "app/model/flesh_parts.h"
#include "app/model/forearm_on_table.h"
#include "app/model/free_hands.h"
#include "app/model/pressing_hand.h"
#include "app/model/props.h"
#include "app/model/solved_position.h"
#include "engine/body/reach.h"
#include "engine/body/rest_on.h"
#include "engine/body/skinning.h"
#include "engine/care/tool_mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

namespace knotmap::app {
namespace {

using care::Stance;
using core::Side;

/// The tool stands on what carries it, give or take.
constexpr float kMostToolGapMm = 15;

bool carried(const care::Tool& tool)
{
    return tool.shape == "ball" || tool.shape == "roller" || tool.shape == "two-balls";
}

/// Solves one point's position step by step; `m_solved` grows with each.
class Solver
{
public:
    Solver(const Library& library, const PlacedPoint& placed, const care::Position& position,
           const care::Tool& tool)
        : m_library(library), m_skeleton(*library.skeleton), m_placed(placed), m_position(position),
          m_posture(*position.posture), m_tool(tool)
    {}

    SolvedPosition solve()
    {
        takePose();
        layForearmsDown();
        const bool byHand = isPressed(m_library, m_placed) && m_tool.grip;
        if (byHand)
            settle(); // legs and the other arm may bear the spot: they rest before the hand comes
        restHand(core::opposite(namedHand()));
        if (byHand)
            bringHand();
        if (!m_solved.ownHand)
            restHand(namedHand());
        if (!byHand || !m_position.rests("chair")) // who sits stays where the hand found the spot
            settle();
        addProps();
        measure();
        return m_solved;
    }

private:
    bool mirrors() const { return m_placed.side == Side::Left; }
    Side sore() const { return m_placed.side; }
    void setPose(const body::Pose& pose)
    {
        m_solved.pose = pose;
        m_solved.moves = m_skeleton.moves(pose);
    }
    glm::vec3 inWorld(const glm::vec3& place) const
    {
        return glm::vec3(m_solved.placement * glm::vec4(place, 1));
    }
    glm::vec3 directionInWorld(const glm::vec3& direction) const
    {
        return glm::vec3(m_solved.placement * glm::vec4(direction, 0));
    }
    void turnWorld(const glm::quat& turn, const glm::vec3& about)
    {
        m_solved.placement = glm::translate(glm::mat4(1), about) * glm::mat4_cast(turn) *
                             glm::translate(glm::mat4(1), -about) * m_solved.placement;
    }
    void shiftWorld(const glm::vec3& shift)
    {
        m_solved.placement = glm::translate(glm::mat4(1), shift) * m_solved.placement;
    }

    void takePose()
    {
        body::Pose pose = m_skeleton.rest();
        for (const care::PoseAngle& angle : m_posture.angles)
            if (const auto freedom = m_skeleton.find(angle.joint, angle.side, angle.motion))
                pose.anglesDeg[*freedom] = angle.deg;
        m_skeleton.clamp(pose);
        setPose(mirrors() ? m_skeleton.mirrored(pose) : pose);
    }

    bool liesDown() const
    {
        return !m_position.rests("wall") && !m_position.rests("chair") &&
               !m_position.rests("hands");
    }

    /// Brings the body, posed as it is, onto what carries it.
    void settle()
    {
        m_solved.fit.supportGapMm = 0;
        turnBody();
        placeToolPoints();
        if (m_position.rests("wall"))
            leanOnWall();
        else if (m_position.rests("chair"))
            sit();
        else
            lie();
        putFeetDown();
    }

    /// What lies at a height over the floor, in the body's frame.
    FloorPlane levelAt(float heightMm) const
    {
        const glm::mat4 toBody = glm::inverse(m_solved.placement);
        FloorPlane level;
        level.up = glm::vec3(toBody * glm::vec4(0, 1, 0, 0));
        level.heightMm = glm::dot(glm::vec3(toBody * glm::vec4(0, heightMm, 0, 1)), level.up);
        return level;
    }

    /// That is to press.
    Side namedHand() const { return m_posture.ownSideHand ? sore() : core::opposite(sore()); }

    bool elbowsOnTable() const { return m_position.rests("table") && m_posture.ownSideHand; }

    /// At a table: the sore arm lies on it, or both where they carry the head.
    void layForearmsDown()
    {
        if (!m_position.rests("table") || carried(m_tool))
            return;
        turnBody();
        sit();
        for (const Side side : {Side::Right, Side::Left})
            if (side == sore() || elbowsOnTable())
                setPose(elbowsOnTable()
                            ? forearmOnTable(m_library, m_solved.pose, m_solved.placement, side,
                                             kTableMm)
                            : forearmOnTable(m_library, m_solved.pose, m_solved.placement, side,
                                             kTableMm, m_placed));
    }

    /// The arm turns until its grip lies on the point: the arm the posture names, or the other
    /// where that one does not come there well.
    void bringHand()
    {
        const Side named = namedHand();
        m_pressingHand = named;
        ArmSupports supports;
        if (liesDown())
            supports.floor = levelAt(0);
        if (elbowsOnTable())
            supports.underElbow = levelAt(kTableMm);
        else if (m_position.rests("table") && !carried(m_tool))
            supports.floor = levelAt(kTableMm); // both arms stay above it
        const auto best =
            pressWithHand(m_library, m_solved.pose, m_placed, *m_tool.grip, named, supports);
        if (!best)
            return;
        m_pressingHand = best->hand;
        m_solved.fit.reach = best->comesThere;
        m_solved.fit.offsetMm = best->reach.missMm;
        m_solved.fit.penetrationMm = best->reach.penetrationMm;
        if (!m_solved.fit.reach)
            return;
        m_solved.ownHand = true;
        m_brought = best->goal;
        setPose(best->reach.pose);
    }

    /// The hand of one side lies on the thigh of who sits, if its arm has nothing else to do.
    void restHand(Side side)
    {
        const bool onTable = m_position.rests("table") && (side == sore() || elbowsOnTable());
        if (m_position.rests("chair") && !onTable)
            setPose(handOnThigh(m_library, m_solved.pose, side));
    }

    /// Standing, on the back, the front or a side, as the posture says.
    void turnBody()
    {
        const glm::vec3 x(1, 0, 0), z(0, 0, 1);
        const float aside = mirrors() ? -90.0F : 90.0F;
        glm::quat turn = glm::angleAxis(glm::radians(m_posture.leanDeg), x);
        if (m_posture.stance == Stance::Back)
            turn = glm::angleAxis(glm::radians(-90.0F), x) * turn;
        else if (m_posture.stance == Stance::Front)
            turn = glm::angleAxis(glm::radians(90.0F), x) * turn;
        else if (m_posture.stance == Stance::Side)
            turn = glm::angleAxis(glm::radians(aside), z) * turn;
        else if (m_posture.stance == Stance::OtherSide)
            turn = glm::angleAxis(glm::radians(-aside), z) * turn;
        m_solved.placement = glm::mat4_cast(turn);
        m_toolMove = moveAt(m_library, m_solved.moves, m_placed.onSkin);
        m_contact = body::movedPlace(m_toolMove, m_placed.onSkin);
        m_pressing = body::turned(m_toolMove, m_placed.pressing);
    }

    void placeToolPoints()
    {
        m_toolPoints.clear();
        if (!carried(m_tool))
            return;
        const auto tool = placeTool(m_library, m_placed);
        if (!tool)
            return;
        const glm::mat4 toBody = body::matrixOf(m_toolMove) * tool->placement;
        for (const glm::vec3& place : tool->mesh->positions)
            m_toolPoints.push_back(glm::vec3(toBody * glm::vec4(place, 1)));
    }

    std::vector<glm::vec3> skinPoints(FleshPart part) const
    {
        // The arm that presses holds itself off the floor; it does not carry the body.
        const auto pressing = liesDown() ? m_pressingHand : std::nullopt;
        return skinUnder(m_library, m_solved.moves, m_solved.placement, part, sore(), pressing);
    }

    std::vector<glm::vec3> toolInWorld() const
    {
        std::vector<glm::vec3> places;
        for (const glm::vec3& place : m_toolPoints)
            places.push_back(inWorld(place));
        return places;
    }

    /// Turns the body and what is under it onto a plane and returns the plane's height.
    float rest(FleshPart part, bool withTool, const glm::vec3& normal, float mostDeg)
    {
        body::Resting resting;
        resting.body = skinPoints(part);
        if (withTool)
            resting.between = toolInWorld();
        resting.centre = inWorld(glm::vec3(0, 950, 90)); // of mass, as far as it matters here
        resting.normal = normal;
        resting.mostDeg = mostDeg;
        resting.mostOtherDeg = m_position.rests("wall") ? 2.5F * mostDeg : mostDeg;
        const body::Rest rest = body::restOn(resting);
        turnWorld(rest.turn, resting.centre);
        return rest.height;
    }

    void leanOnWall()
    {
        // The wall stands still: the body turns its sore spot to it.
        const glm::vec3 pressing = directionInWorld(m_pressing);
        const glm::vec2 level(pressing.x, pressing.z);
        if (glm::length(level) > 0.25F) {
            const float yaw = std::atan2(level.x, level.y);
            turnWorld(glm::angleAxis(-yaw, glm::vec3(0, 1, 0)), glm::vec3(0));
        }
        constexpr float kMostDeg = 8;
        m_wallZ = rest(FleshPart::All, true, {0, 0, 1}, kMostDeg);
        m_solved.wall = true;
        standOnBothFeet();
    }

    /// The floor comes under the higher foot: the other leg bends.
    void standOnBothFeet()
    {
        std::array<float, 2> low{1e30F, 1e30F};
        for (const glm::vec3& sole : soles(m_library)) {
            float& own = low[sole.x < 0 ? 0 : 1];
            own = std::min(
                own, inWorld(body::movedPlace(m_solved.moves[soleJoint(m_library, sole)], sole)).y);
        }
        constexpr float kSoftKneesMm = 12;
        shiftWorld({0, -std::max(low[0], low[1]) - kSoftKneesMm, 0});
    }

    void sit()
    {
        const glm::vec3 up(0, 1, 0);
        const bool onTool =
            carried(m_tool) && directionInWorld(m_pressing).y > 0.5F && !toolUnderFoot();
        m_seatY = rest(FleshPart::Seat, onTool, up, onTool ? 8.0F : 0.0F);
        // The floor is where the soles are; a chair's height follows.
        float low = 1e30F;
        for (const glm::vec3& place : soles(m_library))
            if (m_position.rests("feet") || (place.x < 0) != (sore() == Side::Right))
                low = std::min(low, inWorld(body::movedPlace(
                                                m_solved.moves[soleJoint(m_library, place)], place))
                                        .y);
        shiftWorld({0, -low, 0});
        m_seatY -= low;
        m_seated = true;
    }

    void lie()
    {
        // Who lies on a side is held there by arms and legs, not by weight alone.
        const bool onSide =
            m_posture.stance == Stance::Side || m_posture.stance == Stance::OtherSide;
        const float kMostDeg = m_position.rests("hands") ? 20 : onSide ? 10 : 25;
        if (m_position.rests("hands"))
            turnSpotDown();
        const bool feet = m_position.rests("feet");
        const float height = rest(m_position.rests("hands") ? FleshPart::Trunk
                                  : feet                    ? FleshPart::NotLegsBelowKnee
                                                            : FleshPart::All,
                                  carried(m_tool), {0, 1, 0}, kMostDeg);
        shiftWorld({0, -height, 0});
        if (!m_position.rests("hands"))
            return;
        for (const Side side : {Side::Right, Side::Left}) {
            const HandDown down = handOnFloor(m_library, m_solved.pose, m_solved.placement, side);
            setPose(down.pose);
            m_solved.fit.supportGapMm = std::max(m_solved.fit.supportGapMm, down.gapMm);
        }
    }

    /// Who sits on a ball leans until the spot looks down, as far as hands behind can hold.
    void turnSpotDown()
    {
        constexpr float kMostRad = 0.55F;
        const glm::vec3 pressing = directionInWorld(m_pressing), up(0, 1, 0);
        const glm::vec3 axis = glm::cross(pressing, up);
        const float sine = glm::length(axis);
        if (sine < 0.01F)
            return;
        const float angle = std::atan2(sine, pressing.y);
        turnWorld(glm::angleAxis(std::min(angle, kMostRad), axis / sine),
                  inWorld(glm::vec3(0, 850, 90)));
    }

    bool toolUnderFoot() const { return m_placed.onSkin.y < 60 && carried(m_tool); }

    /// The soles come to lie flat on the floor, or on the tool under one.
    void putFeetDown()
    {
        FeetDown feet;
        feet.both = m_position.rests("feet");
        if (!feet.both && !m_position.rests("other-foot"))
            return;
        feet.sore = sore();
        feet.wall = m_solved.wall;
        feet.legsAside = m_solved.wall || m_position.rests("hands");
        if (toolUnderFoot())
            feet.soreSoleMm = m_tool.diameterMm - 8;
        const PutDown put = putDown(m_library, m_solved.pose, m_solved.placement, feet);
        setPose(put.pose);
        m_solved.fit.supportGapMm = std::max(m_solved.fit.supportGapMm, put.gapMm);
    }

    void addProps()
    {
        const glm::vec3 pelvis = inWorld(glm::vec3(0, 840, 80));
        const glm::vec3 contact = inWorld(m_contact);
        m_solved.faces.push_back(floorFace());
        if (m_solved.wall)
            add(makeWall(0.5F * (pelvis.x + contact.x), m_wallZ));
        if (m_seated && m_seatY > 150)
            add(makeStool(pelvis.x, pelvis.z + 30, m_seatY));
        if (!m_toolPoints.empty())
            m_solved.toolAt = contact;
        m_solved.toolReachMm = m_tool.diameterMm + kMostToolGapMm;
        m_solved.toolContactMm = m_tool.contactMm;
        if (!m_position.rests("table"))
            return;
        const std::vector<glm::vec3> arm =
            skinPoints(elbowsOnTable() ? FleshPart::Forearms : FleshPart::SoreForearm);
        float top = 1e30F, near = 1e30F;
        for (const glm::vec3& place : arm) {
            top = std::min(top, place.y);
            near = std::min(near, place.z);
        }
        for (const glm::vec3& place : toolInWorld())
            top = std::min(top, place.y);
        // No arm is brought to the table further than tables are high.
        const float height = std::clamp(top, kLowTableMm, kHighTableMm);
        m_solved.fit.supportGapMm = std::max(m_solved.fit.supportGapMm, std::abs(top - height));
        add(makeTable(pelvis.x, near - 20, height));
    }

    void add(Furniture furniture)
    {
        m_solved.props.push_back(std::move(furniture.prop));
        m_solved.faces.push_back(furniture.face);
    }

    void measure()
    {
        PositionFit& fit = m_solved.fit;
        fit.jointMarginDeg = m_skeleton.marginDeg(m_solved.pose);
        if (m_solved.ownHand)
            measureHand();
        for (const glm::vec3& place : m_toolPoints)
            fit.sinkMm = std::max(fit.sinkMm, glm::dot(place - m_contact, m_pressing));
        float lowTool = 1e30F;
        for (const glm::vec3& place : toolInWorld())
            lowTool = std::min(lowTool, m_solved.wall ? place.z - m_wallZ
                                        : m_seated    ? place.y - m_seatY
                                                      : place.y);
        if (lowTool < 1e29F && !toolUnderFoot() && !m_position.rests("table"))
            fit.gapMm = std::max(0.0F, lowTool);
        const body::Skin& skin = m_library.atlas->skin;
        for (std::size_t i = 0; i < skin.weights.size(); i += kSkinStride) {
            const glm::vec3 place = inWorld(body::movedPlace(
                body::blend(skin.weights[i], m_solved.moves), skin.mesh.positions[i]));
            m_solved.bounds.add(place);
            fit.penetrationMm = std::max(fit.penetrationMm, -place.y);
            if (m_solved.wall)
                fit.penetrationMm = std::max(fit.penetrationMm, m_wallZ - place.z);
        }
        for (const scene::Prop& prop : m_solved.props)
            if (!m_solved.wall)
                for (const glm::vec3& place : prop.mesh->positions)
                    m_solved.bounds.add(place);
    }

    /// Where the hand is once all is done.
    void measureHand()
    {
        m_solved.fit.sinkMm = m_tool.grip->sinkMm;
        const PlacedPoint spot = posedPoint(m_library, m_solved.moves, m_placed);
        m_brought.target = spot.onSkin + m_tool.grip->sinkMm * spot.pressing;
        m_solved.fit.offsetMm = body::missMm(m_solved.moves, m_brought);
    }

    const Library& m_library;
    const body::Skeleton& m_skeleton;
    const PlacedPoint& m_placed;
    const care::Position& m_position;
    const care::Posture& m_posture;
    const care::Tool& m_tool;
    SolvedPosition m_solved;
    body::RigidMove m_toolMove;
    glm::vec3 m_contact{0}, m_pressing{0, 0, -1}; ///< in the body's frame, posed
    std::vector<glm::vec3> m_toolPoints;          ///< in the body's frame, posed
    float m_wallZ = 0, m_seatY = 0;
    bool m_seated = false;
    std::optional<Side> m_pressingHand; ///< of the own hand that presses
    body::ReachGoal m_brought;          ///< what of that hand lies on the spot
};

} // namespace

bool canBeShown(const SolvedPosition& solved)
{
    constexpr float kFarOffMm = 80;
    return solved.fit.reach && solved.fit.gapMm < kFarOffMm;
}

bool hasPosition(const Library& library, const PlacedPoint& placed)
{
    if (placed.advice == nullptr || !library.skeleton || library.skeleton->joints().empty())
        return false;
    const care::Position* position = library.care.findPosition(placed.advice->positions.front());
    return position != nullptr && position->posture &&
           library.care.findTool(placed.advice->tools.front()) != nullptr;
}

std::optional<SolvedPosition> solvePosition(const Library& library, const PlacedPoint& placed)
{
    if (!hasPosition(library, placed))
        return std::nullopt;
    const care::Position* position = library.care.findPosition(placed.advice->positions.front());
    const care::Tool* tool = library.care.findTool(placed.advice->tools.front());
    return Solver(library, placed, *position, *tool).solve();
}

} // namespace knotmap::app
