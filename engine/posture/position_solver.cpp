#include "engine/posture/position_solver.h"

#include "engine/body/skinning.h"
#include "engine/posture/flesh_parts.h"
#include "engine/posture/forearm_on_table.h"
#include "engine/posture/free_hands.h"
#include "engine/posture/mirror_position.h"
#include "engine/posture/on_supports.h"
#include "engine/posture/penetration.h"
#include "engine/posture/place_props.h"
#include "engine/posture/press_target.h"
#include "engine/posture/pressing_hand.h"
#include "engine/posture/reach.h"
#include "engine/posture/solved_position.h"
#include "engine/props/furniture.h"

#include <algorithm>
#include <cmath>

namespace knotmap::posture {
namespace {

using core::Side;

/// Tolerance for the tool touching its support.
constexpr float kMaxToolGapMm = 15;
/// One in this many points of the skin is tested for penetration.
constexpr std::size_t kMeasureStride = 5;

/// Solves the position for one trigger point on the right step by step; `m_body` and `m_solved`
/// grow with each.
class Solver
{
public:
    Solver(const body::BodyModel& model, const PressTarget& target, const care::Position& position,
           const care::Tool& tool)
        : m_model(model), m_skeleton(*model.skeleton), m_target(target), m_position(position),
          m_posture(*position.posture), m_tool(tool), m_what{target, position, tool}
    {}

    SolvedPosition solve()
    {
        takePose();
        placeForearms();
        const bool byHand = m_tool.grip.has_value();
        if (byHand || m_position.sits() || liesDown(m_position))
            restOnSupports(); // before the hand comes: its target may be on legs or arm
        restHand(core::opposite(namedHand()));
        if (byHand)
            bringHand();
        if (!m_solved.ownHand)
            restHand(namedHand());
        if (!m_position.sits()) // a seated person stays where the hand found its target
            restOnSupports();
        placeProps(m_model, m_what, m_body, m_solved);
        if (!m_body.tool.empty())
            m_solved.toolAt = m_body.inWorld(m_body.contact);
        m_solved.toolReachMm = m_tool.diameterMm + kMaxToolGapMm;
        m_solved.toolContactMm = m_tool.contactMm;
        measure();
        m_solved.pose = m_body.pose;
        m_solved.transforms = m_body.transforms;
        m_solved.placement = m_body.placement;
        m_solved.wall = m_body.wallZ.has_value();
        return m_solved;
    }

private:
    Side affectedSide() const { return m_target.side; }
    void setPose(const body::Pose& pose)
    {
        m_body.pose = pose;
        m_body.transforms = m_skeleton.transforms(pose);
    }

    void takePose()
    {
        body::Pose pose = m_skeleton.rest();
        for (const care::PoseAngle& angle : m_posture.angles)
            if (const auto dof = m_skeleton.find(angle.joint, angle.side, angle.motion))
                pose.anglesDeg[*dof] = angle.deg;
        m_skeleton.clamp(pose);
        setPose(pose);
    }

    /// Brings the posed body onto its supports.
    void restOnSupports()
    {
        m_body = bringOntoSupports(m_model, m_what, m_body.pose, m_pressingHand);
    }

    /// That is to press.
    Side namedHand() const
    {
        return m_posture.ownSideHand ? affectedSide() : core::opposite(affectedSide());
    }

    bool elbowsOnTable() const { return m_position.rests("table") && m_posture.ownSideHand; }

    /// At a table: the affected arm rests on it, or both if they support the head.
    void placeForearms()
    {
        if (!m_position.rests("table") || carries(m_tool))
            return;
        m_body = seat(m_model, m_what, m_body.pose);
        for (const Side side : {Side::Right, Side::Left})
            if (side == affectedSide() || elbowsOnTable())
                setPose(elbowsOnTable() ? forearmOnTable(m_model, m_body.pose, m_body.placement,
                                                         side, props::kTableMm)
                                        : forearmOnTable(m_model, m_body.pose, m_body.placement,
                                                         side, props::kTableMm, m_target));
    }

    /// The arm moves until its grip is on the trigger point: the arm that the posture names, or the
    /// other if that one does not reach well.
    void bringHand()
    {
        const Side named = namedHand();
        m_pressingHand = named;
        ArmSupports supports;
        if (liesDown(m_position))
            supports.floor = m_body.levelAt(0);
        if (elbowsOnTable())
            supports.elbowIn = m_body.levelAt(props::kTableMm);
        else if (m_position.rests("table") && !carries(m_tool))
            supports.floor = m_body.levelAt(props::kTableMm); // both arms stay above it
        const auto best =
            pressWithHand(m_model, m_body.pose, m_target, *m_tool.grip, named, supports);
        if (!best)
            return;
        m_pressingHand = best->hand;
        m_solved.fit.reach = best->comesThere;
        m_solved.fit.offsetMm = best->reach.missMm;
        if (!m_solved.fit.reach)
            return;
        m_solved.ownHand = true;
        m_brought = best->goal;
        setPose(best->reach.pose);
    }

    /// The hand of one side rests where the posture says, or on the thigh of a seated person, if
    /// its arm is otherwise unused.
    void restHand(Side side)
    {
        if (const auto placement = restingHand(side)) {
            ArmSupports supports;
            if (liesDown(m_position))
                supports.floor = m_body.levelAt(0);
            setPose(handOn(m_model, m_body.pose, *placement, supports));
            return;
        }
        const bool onTable =
            m_position.rests("table") && (side == affectedSide() || elbowsOnTable());
        if (m_position.sits() && !onTable)
            setPose(handOnThigh(m_model, m_body.pose, side, m_body.contact));
    }

    /// Where the posture places the hand of one side.
    std::optional<care::HandOn> restingHand(Side side) const
    {
        for (const care::HandOn& each : m_posture.hands)
            if (each.hand == side)
                return each;
        return std::nullopt;
    }

    void measure()
    {
        PositionFit& fit = m_solved.fit;
        fit.jointMarginDeg = m_skeleton.marginDeg(m_body.pose);
        fit.supportGapMm = m_body.gapMm;
        if (m_solved.ownHand)
            measureHand();
        measureTool();
        const std::vector<glm::vec3> skin =
            skinPoints(m_model, m_body.transforms, m_body.placement, kMeasureStride);
        for (const glm::vec3& point : skin)
            m_solved.bounds.add(point);
        fit.penetrationMm = std::max(fit.penetrationMm, deepestIn(m_solved.solids, skin));
        for (const props::Prop& prop : m_solved.props)
            if (!m_body.wallZ)
                for (const glm::vec3& point : prop.mesh->positions)
                    m_solved.bounds.add(point);
    }

    /// The tool's depth in the skin, and its height above its support.
    void measureTool()
    {
        PositionFit& fit = m_solved.fit;
        float low = 1e30F;
        for (const glm::vec3& point : m_body.tool) {
            fit.sinkMm = std::max(fit.sinkMm, glm::dot(point - m_body.contact, m_body.pressing));
            const glm::vec3 inWorld = m_body.inWorld(point);
            low = std::min(low, m_body.wallZ ? inWorld.z - *m_body.wallZ
                                             : inWorld.y - m_body.seatY.value_or(m_body.groundMm));
        }
        if (!m_body.tool.empty() && !toolUnderFoot(m_what) && !m_position.rests("table"))
            fit.gapMm = std::max(0.0F, low);
    }

    /// The final position of the hand.
    void measureHand()
    {
        m_solved.fit.sinkMm = m_tool.grip->sinkMm;
        const PressTarget pressed = posed(m_model, m_body.transforms, m_target);
        m_brought.target = pressed.onSkin + m_tool.grip->sinkMm * pressed.pressing;
        m_solved.fit.offsetMm = posture::missMm(m_body.transforms, m_brought);
    }

    const body::BodyModel& m_model;
    const body::Skeleton& m_skeleton;
    const PressTarget& m_target;
    const care::Position& m_position;
    const care::Posture& m_posture;
    const care::Tool& m_tool;
    ToSupport m_what;
    Supported m_body;
    SolvedPosition m_solved;
    std::optional<Side> m_pressingHand; ///< of the body's own pressing hand
    posture::ReachGoal m_brought;       ///< the part of that hand on the trigger point
};

} // namespace

bool canBeShown(const SolvedPosition& solved)
{
    constexpr float kFarOffMm = 80;
    return solved.fit.reach && solved.fit.gapMm < kFarOffMm;
}

SolvedPosition solvePosition(const body::BodyModel& model, const PressTarget& target,
                             const care::Position& position, const care::Tool* tool)
{
    // Where nothing is pressed there is no tool: one of zero size touches nothing.
    const care::Tool none;
    if (tool == nullptr)
        tool = &none;
    // Positions are written for the right side, and the body is its own mirror image.
    if (target.side == Side::Left)
        return mirrored(model, Solver(model, mirrored(target), position, *tool).solve());
    return Solver(model, target, position, *tool).solve();
}

} // namespace knotmap::posture
