#include "engine/posture/on_supports.h"

#include "engine/posture/ankle_on_knee.h"
#include "engine/posture/feet_down.h"
#include "engine/posture/flesh_parts.h"
#include "engine/posture/free_hands.h"
#include "engine/posture/leg_on_bed.h"
#include "engine/posture/press_target.h"
#include "engine/posture/rest_on.h"
#include "engine/posture/tool_placement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

namespace knotmap::posture {
namespace {

using care::Stance;
using core::Side;

/// How far hands on the floor behind support a person sitting back, and a forearm one lying on a
/// roller.
constexpr float kMaxHandsHoldDeg = 32, kMaxRolledDeg = 35;
/// A body that is held does not rotate further.
constexpr float kSteadyDeg = 3;

/// About a level axis of the supporting plane, and about the other.
struct MaxTurns
{
    float deg, otherDeg;
};

class Supporting
{
public:
    Supporting(const body::BodyModel& model, const ToSupport& what, const body::Pose& pose,
               std::optional<Side> pressingHand)
        : m_model(model), m_what(what), m_position(what.position),
          m_posture(*what.position.posture), m_pressingHand(pressingHand)
    {
        setPose(pose);
        turnBody();
        placeTool();
    }

    Supported onAll()
    {
        if (m_position.leans())
            leanOnWall();
        else if (m_position.sits())
            sit();
        else
            lie();
        putFeetDown();
        if (m_position.rests("other-knee"))
            placeAnkle();
        if (m_body.bed)
            placeLeg();
        return m_body;
    }

    Supported onSeat()
    {
        sit();
        return m_body;
    }

private:
    Side affectedSide() const { return m_what.target.side; }
    bool onFloor() const { return liesDown(m_position); }
    void setPose(const body::Pose& pose)
    {
        m_body.pose = pose;
        m_body.transforms = m_model.skeleton->transforms(pose);
    }
    glm::vec3 directionInWorld(const glm::vec3& direction) const
    {
        return glm::vec3(m_body.placement * glm::vec4(direction, 0));
    }
    void turnWorld(const glm::quat& turn, const glm::vec3& about)
    {
        m_body.placement = glm::translate(glm::mat4(1), about) * glm::mat4_cast(turn) *
                           glm::translate(glm::mat4(1), -about) * m_body.placement;
    }
    void shiftWorld(const glm::vec3& shift)
    {
        m_body.placement = glm::translate(glm::mat4(1), shift) * m_body.placement;
    }
    void mindGap(float gapMm) { m_body.gapMm = std::max(m_body.gapMm, gapMm); }

    /// Standing, supine, prone or side-lying, according to the posture.
    void turnBody()
    {
        const glm::vec3 x(1, 0, 0), z(0, 0, 1);
        constexpr float kAsideDeg = 90; // the right side, which is the affected one, down
        glm::quat turn = glm::angleAxis(glm::radians(m_posture.leanDeg), x);
        if (m_posture.stance == Stance::Back)
            turn = glm::angleAxis(glm::radians(-90.0F), x) * turn;
        else if (m_posture.stance == Stance::Front)
            turn = glm::angleAxis(glm::radians(90.0F), x) * turn;
        else if (m_posture.stance == Stance::Side)
            turn = glm::angleAxis(glm::radians(kAsideDeg), z) * turn;
        else if (m_posture.stance == Stance::OtherSide)
            turn = glm::angleAxis(glm::radians(-kAsideDeg), z) * turn;
        m_body.placement = glm::mat4_cast(turn);
    }

    void placeTool()
    {
        const PressTarget& target = m_what.target;
        const body::RigidTransform transform =
            body::skinTransformAt(m_model, m_body.transforms, target.onSkin);
        m_body.contact = body::transformPoint(transform, target.onSkin);
        m_body.pressing = body::transformDirection(transform, target.pressing);
        if (!carries(m_what.tool))
            return;
        const PlacedTool placed = posture::placeTool(m_model, target, m_what.tool);
        const glm::mat4 toBody = body::matrixOf(transform) * placed.placement;
        for (const glm::vec3& point : placed.tool.mesh.positions)
            m_body.tool.push_back(glm::vec3(toBody * glm::vec4(point, 1)));
    }

    /// Rotates the body and what is under it onto a plane and returns the plane's height.
    float rest(FleshPart part, bool withTool, const glm::vec3& normal, const MaxTurns& maxTurns)
    {
        posture::Resting resting;
        resting.body = skinUnder(m_model, m_body.transforms, m_body.placement, part, affectedSide(),
                                 onFloor() ? m_pressingHand : std::nullopt);
        dropUncarried(resting.body);
        if (withTool)
            resting.between = m_body.toolInWorld();
        resting.centre = m_body.inWorld(weighs());
        resting.normal = normal;
        resting.maxDeg = maxTurns.deg;
        resting.maxOtherDeg = maxTurns.otherDeg;
        const posture::Rest rest = posture::restOn(resting);
        turnWorld(rest.turn, resting.centre);
        return rest.height;
    }

    /// The part in a doorway's passage or beside a bed is not supported.
    void dropUncarried(std::vector<glm::vec3>& points) const
    {
        const auto uncarried = [this](const glm::vec3& point) {
            return (m_body.passage && m_body.passage->holds(point.x)) ||
                   (m_body.bed && !m_body.bed->holds(point.x));
        };
        points.erase(std::remove_if(points.begin(), points.end(), uncarried), points.end());
    }

    void leanOnWall()
    {
        // The wall stands still: the body turns its affected side to it.
        const glm::vec3 pressing = directionInWorld(m_body.pressing);
        const glm::vec2 level(pressing.x, pressing.z);
        if (glm::length(level) > 0.25F) {
            const float yaw = std::atan2(level.x, level.y);
            turnWorld(glm::angleAxis(-yaw, glm::vec3(0, 1, 0)), glm::vec3(0));
        }
        if (m_position.rests("doorway"))
            openPassage();
        m_body.wallZ = rest(FleshPart::All, true, {0, 0, 1}, {10, 22});
        if (m_body.passage)
            openPassage(); // the body has rotated: the tool's current position
        standOnBothFeet();
    }

    /// The passage begins beside the tool, on the side of the head.
    void openPassage()
    {
        constexpr float kToolToJambMm = 42;
        const float contactX = m_body.inWorld(m_body.contact).x;
        const float towards = m_body.inWorld(weighs()).x < contactX ? -1.0F : 1.0F;
        m_body.passage = Edge{contactX + towards * kToolToJambMm, towards};
    }

    float heightOf(const glm::vec3& sole) const
    {
        return m_body
            .inWorld(body::transformPoint(m_body.transforms[soleJoint(m_model, sole)], sole))
            .y;
    }

    /// The floor is moved to the higher foot: the other leg bends.
    void standOnBothFeet()
    {
        std::array<float, 2> low{1e30F, 1e30F};
        for (const glm::vec3& sole : soles(m_model)) {
            float& own = low[sole.x < 0 ? 0 : 1];
            own = std::min(own, heightOf(sole));
        }
        constexpr float kSoftKneesMm = 12;
        shiftWorld({0, -std::max(low[0], low[1]) - kSoftKneesMm, 0});
    }

    void sit()
    {
        const glm::vec3 up(0, 1, 0);
        const bool onTool = carries(m_what.tool) && directionInWorld(m_body.pressing).y > 0.5F &&
                            !toolUnderFoot(m_what);
        const float maxDeg = onTool ? 8 : 0;
        if (m_position.rests("bed"))
            m_body.bed = edgeOfBed();
        const float seatY = rest(FleshPart::Seat, onTool, up, {maxDeg, maxDeg});
        // The floor is at the soles; a chair's height follows.
        float low = 1e30F;
        for (const glm::vec3& sole : soles(m_model))
            if (m_position.rests("feet") || (sole.x < 0) != (affectedSide() == Side::Right))
                low = std::min(low, heightOf(sole));
        shiftWorld({0, -low, 0});
        m_body.seatY = seatY - low;
    }

    /// It extends towards the affected side, from under the other thigh.
    Edge edgeOfBed() const
    {
        constexpr float kPastMiddleMm = 25;
        return {m_body.inWorld(weighs()).x + kPastMiddleMm, -1};
    }

    /// The point that sinks, in the measured stance: the centre of the whole, or of the legs if the
    /// hands support the trunk.
    glm::vec3 weighs() const
    {
        const bool legs = m_position.rests("hands") && m_posture.stance != Stance::Upright;
        return legs ? glm::vec3(0, 400, 60) : glm::vec3(0, 950, 90);
    }

    bool onSide() const
    {
        return m_posture.stance == Stance::Side || m_posture.stance == Stance::OtherSide;
    }

    void lie()
    {
        const bool onHands = m_position.rests("hands");
        const bool upright = m_posture.stance == Stance::Upright;
        const bool roller = m_what.tool.shape == "roller";
        if (onHands && upright)
            turnContactDown(kMaxHandsHoldDeg);
        else if (roller)
            turnContactDown(
                kMaxRolledDeg); // it is level only under a trigger point that faces down
        const FleshPart part = onHands    ? (upright ? FleshPart::Trunk : FleshPart::NotArms)
                               : onSide() ? FleshPart::NotForearms
                               : m_position.rests("feet") ? FleshPart::NotLegsBelowKnee
                                                          : FleshPart::All;
        const float height = rest(part, carries(m_what.tool), {0, 1, 0}, maxTurns(roller));
        shiftWorld({0, -height, 0});
        if (onHands)
            putHandsDown();
        else if (onSide())
            placeLowerArm();
    }

    /// The arm one lies on supports nothing: it is placed on the floor afterwards.
    void placeLowerArm()
    {
        const Side lower =
            m_posture.stance == Stance::Side ? affectedSide() : core::opposite(affectedSide());
        setPose(handOnFloor(m_model, m_body.pose, m_body.placement, lower).pose);
    }

    /// Both, or in side lying the lower one.
    void putHandsDown()
    {
        for (const Side side : {Side::Right, Side::Left}) {
            if (onSide() && side != affectedSide())
                continue;
            const HandDown down = handOnFloor(m_model, m_body.pose, m_body.placement, side);
            setPose(down.pose);
            mindGap(down.gapMm);
        }
    }

    /// How far the body may rotate as it comes to rest, about the world's X and Z. In side lying,
    /// arms and legs hold it, not weight alone; the same holds on a roller.
    MaxTurns maxTurns(bool roller) const
    {
        if (roller)
            return onSide() ? MaxTurns{kSteadyDeg, 25} : MaxTurns{25, kSteadyDeg};
        const float maxDeg = onSide() ? 10 : m_position.rests("hands") ? 20 : 25;
        return {maxDeg, maxDeg};
    }

    /// Rotates the body until the trigger point faces down, as far as it holds itself.
    void turnContactDown(float maxDeg)
    {
        const glm::vec3 pressing = directionInWorld(m_body.pressing), up(0, 1, 0);
        const glm::vec3 axis = glm::cross(pressing, up);
        const float sine = glm::length(axis);
        if (sine < 0.01F)
            return;
        const float angle = std::atan2(sine, pressing.y);
        turnWorld(glm::angleAxis(std::min(angle, glm::radians(maxDeg)), axis / sine),
                  m_body.inWorld(glm::vec3(0, 850, 90)));
    }

    /// The soles are placed flat on the floor, or on the tool under one.
    void putFeetDown()
    {
        FeetDown feet;
        feet.both = m_position.rests("feet");
        if (!feet.both && !m_position.rests("other-foot"))
            return;
        feet.affectedSide = affectedSide();
        feet.wall = m_body.wallZ.has_value();
        feet.legsAside = feet.wall || m_position.rests("hands");
        constexpr float kSinksMm = 8, kFlatEnoughMm = 8;
        if (toolUnderFoot(m_what))
            feet.affectedSoleMm = m_what.tool.diameterMm - kSinksMm;
        PutDown put = putDown(m_model, m_body.pose, m_body.placement, feet);
        if (put.gapMm > kFlatEnoughMm && !feet.legsAside) {
            feet.legsAside = true;
            const PutDown aside = putDown(m_model, m_body.pose, m_body.placement, feet);
            if (aside.gapMm < put.gapMm)
                put = aside;
        }
        setPose(put.pose);
        mindGap(put.gapMm);
    }

    void placeLeg()
    {
        const LegPlacement placement =
            legOnBed(m_model, m_body.pose, affectedSide(), m_body.levelAt(*m_body.seatY));
        setPose(placement.pose);
        mindGap(placement.gapMm);
    }

    void placeAnkle()
    {
        const AnklePlacement placement = ankleOnKnee(m_model, m_body.pose, affectedSide());
        setPose(placement.pose);
        mindGap(placement.gapMm);
    }

    const body::BodyModel& m_model;
    const ToSupport& m_what;
    const care::Position& m_position;
    const care::Posture& m_posture;
    std::optional<Side> m_pressingHand;
    Supported m_body;
};

} // namespace

glm::vec3 Supported::inWorld(const glm::vec3& point) const
{
    return glm::vec3(placement * glm::vec4(point, 1));
}

std::vector<glm::vec3> Supported::toolInWorld() const
{
    std::vector<glm::vec3> points;
    for (const glm::vec3& point : tool)
        points.push_back(inWorld(point));
    return points;
}

FloorPlane Supported::levelAt(float heightMm) const
{
    const glm::mat4 toBody = glm::inverse(placement);
    FloorPlane level;
    level.up = glm::vec3(toBody * glm::vec4(0, 1, 0, 0));
    level.heightMm = glm::dot(glm::vec3(toBody * glm::vec4(0, heightMm, 0, 1)), level.up);
    return level;
}

bool carries(const care::Tool& tool)
{
    return tool.shape == "ball" || tool.shape == "roller" || tool.shape == "two-balls";
}

bool toolUnderFoot(const ToSupport& what)
{
    constexpr float kSoleMm = 60;
    return what.target.onSkin.y < kSoleMm && carries(what.tool);
}

bool liesDown(const care::Position& position)
{
    const bool onHands =
        position.rests("hands") && position.posture && position.posture->stance == Stance::Upright;
    return !position.leans() && !position.sits() && !onHands;
}

Supported bringOntoSupports(const body::BodyModel& model, const ToSupport& what,
                            const body::Pose& pose, std::optional<core::Side> pressingHand)
{
    return Supporting(model, what, pose, pressingHand).onAll();
}

Supported seat(const body::BodyModel& model, const ToSupport& what, const body::Pose& pose)
{
    return Supporting(model, what, pose, std::nullopt).onSeat();
}

} // namespace knotmap::posture
