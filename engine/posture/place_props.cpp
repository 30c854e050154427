#include "engine/posture/place_props.h"

#include "engine/body/skinning.h"
#include "engine/posture/flesh_parts.h"
#include "engine/posture/penetration.h"
#include "engine/props/furniture.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>
#include <initializer_list>

namespace knotmap::posture {
namespace {

using anatomy::BodyPart;
using core::Side;

/// Below this, one sits on the floor.
constexpr float kLowestSeatMm = 150;
/// Soft tissue yields by this much where it leans on something.
constexpr float kFleshGivesMm = 5;
/// Limits on the thickness of a cushion.
constexpr float kThinCushionMm = 25, kThickPillowMm = 180, kThickCushionMm = 260;
/// How deep head or knee sinks into it.
constexpr float kSinksMm = 40;
constexpr glm::vec2 kHalfPillowMm{300, 200}, kHalfCushionMm{200, 200};
/// One in this many points of the skin is sampled: denser than a cushion's mesh.
constexpr std::size_t kStride = 4;
/// The part of a limb that lies on the cushion under its knee.
constexpr float kAboutKneeMm = 110;

class Furnishing
{
public:
    Furnishing(const body::BodyModel& model, const ToSupport& what, Supported& body,
               SolvedPosition& solved)
        : m_model(model), m_what(what), m_position(what.position), m_body(body), m_solved(solved)
    {}

    void addAll()
    {
        if (m_position.rests("mat"))
            layMat();
        if (m_body.wallZ)
            addWall();
        if (m_body.bed)
            addBed();
        else if (m_body.seatY && *m_body.seatY > kLowestSeatMm)
            addChair();
        if (m_position.rests("table"))
            addTable();
        if (m_position.rests("pillow"))
            addPillow();
        if (m_position.rests("cushion"))
            addCushion();
        m_solved.faces.push_back(props::floorFace());
    }

private:
    Side affectedSide() const { return m_what.target.side; }

    void add(props::Furniture furniture)
    {
        m_solved.props.push_back(std::move(furniture.prop));
        for (const props::SupportFace& face : furniture.faces)
            m_solved.faces.push_back(face);
        for (const props::Solid& solid : furniture.solids)
            m_solved.solids.push_back(solid);
    }

    glm::vec3 pelvis() const { return m_body.inWorld(glm::vec3(0, 840, 80)); }

    /// The places of the skin that go with some parts of the body first of all, in the world.
    std::vector<glm::vec3> skinOf(std::initializer_list<BodyPart> parts,
                                  std::optional<Side> side = std::nullopt) const
    {
        const body::Skin& skin = m_model.atlas->skin;
        std::vector<glm::vec3> points;
        for (std::size_t i = 0; i < skin.weights.size(); i += kStride) {
            const body::JointInstance& joint =
                m_model.atlas->joints[body::strongestJoint(skin.weights[i])];
            if ((side && joint.side != *side) ||
                std::find(parts.begin(), parts.end(), joint.key.part) == parts.end())
                continue;
            const body::RigidTransform transform = body::blend(skin.weights[i], m_body.transforms);
            points.push_back(
                m_body.inWorld(body::transformPoint(transform, skin.mesh.positions[i])));
        }
        return points;
    }

    /// The whole body lies on it.
    void layMat()
    {
        m_body.placement = glm::translate(glm::mat4(1), {0, props::kMatMm, 0}) * m_body.placement;
        m_body.groundMm = props::kMatMm;
        geometry::Bounds bounds;
        for (const glm::vec3& point :
             skinPoints(m_model, m_body.transforms, m_body.placement, kSkinStride))
            bounds.add(point);
        const glm::vec3 centre = bounds.centre(), size = bounds.size();
        add(props::makeMat({centre.x, centre.z}, size.x > size.z));
    }

    void addWall()
    {
        if (m_body.passage)
            add(props::makeDoorway(m_body.passage->x, m_body.passage->towards, *m_body.wallZ));
        else
            add(props::makeWall(0.5F * (pelvis().x + m_body.inWorld(m_body.contact).x),
                                *m_body.wallZ));
    }

    void addBed()
    {
        constexpr float kBehindMm = 300; // this much of the bed lies behind a person sitting on it
        add(props::makeBed(m_body.bed->x, m_body.bed->towards, pelvis().z - kBehindMm,
                           *m_body.seatY));
    }

    /// Its backrest touches the back of a person who leans on it, and stands just clear otherwise.
    void addChair()
    {
        constexpr float kClearMm = 12;
        const float seatY = *m_body.seatY, centreX = pelvis().x;
        const bool leansBack = m_position.rests("chair-back");
        const float lowest = leansBack ? seatY + props::kChairBackLowMm : seatY;
        float backZ = 1e30F;
        for (const glm::vec3& point :
             skinOf({BodyPart::PelvicGirdle, BodyPart::Thigh, BodyPart::Abdomen, BodyPart::Thorax}))
            if (point.y > lowest && point.y < seatY + props::kChairBackHighMm &&
                std::abs(point.x - centreX) < props::kChairBackMm / 2)
                backZ = std::min(backZ, point.z);
        add(props::makeChair(centreX, seatY, leansBack ? backZ + kFleshGivesMm : backZ - kClearMm));
    }

    void addTable()
    {
        const bool both = m_what.position.posture->ownSideHand;
        const std::vector<glm::vec3> arm =
            skinUnder(m_model, m_body.transforms, m_body.placement,
                      both ? FleshPart::Forearms : FleshPart::AffectedForearm, affectedSide());
        float top = 1e30F, near = 1e30F;
        for (const glm::vec3& point : arm) {
            top = std::min(top, point.y);
            near = std::min(near, point.z);
        }
        for (const glm::vec3& point : m_body.toolInWorld())
            top = std::min(top, point.y);
        // No arm is placed on a table higher than tables are.
        const float height = std::clamp(top, props::kLowTableMm, props::kHighTableMm);
        mindGap(std::abs(top - height));
        add(props::makeTable(pelvis().x, near - 20, height));
    }

    void addPillow()
    {
        const std::vector<glm::vec3> head = skinOf({BodyPart::Head});
        const glm::vec3 spine = m_body.inWorld(glm::vec3(0, 1300, 80)) - pelvis();
        const bool alongX = std::abs(spine.x) > std::abs(spine.z);
        addUnder(head, alongX ? glm::vec2(kHalfPillowMm.y, kHalfPillowMm.x) : kHalfPillowMm,
                 kThickPillowMm);
    }

    void addCushion()
    {
        const auto knee = m_model.skeleton->findJoint(anatomy::kKnee, affectedSide());
        if (!knee)
            return;
        const glm::vec3 at = m_body.inWorld(
            transformPoint(m_body.transforms[*knee], m_model.skeleton->joints()[*knee].at));
        std::vector<glm::vec3> about = skinOf({BodyPart::Thigh, BodyPart::Leg}, affectedSide());
        about.erase(std::remove_if(about.begin(), about.end(),
                                   [&](const glm::vec3& point) {
                                       return glm::distance(point, at) > kAboutKneeMm;
                                   }),
                    about.end());
        addUnder(about, kHalfCushionMm, kThickCushionMm);
    }

    /// A cushion under the lowest of some points.
    void addUnder(const std::vector<glm::vec3>& points, const glm::vec2& halfXZ, float thickestMm)
    {
        if (points.empty())
            return;
        const glm::vec3 lowest =
            *std::min_element(points.begin(), points.end(),
                              [](const glm::vec3& a, const glm::vec3& b) { return a.y < b.y; });
        const float over = lowest.y - m_body.groundMm;
        if (over < kThinCushionMm)
            return;
        geometry::Bounds bounds;
        for (const glm::vec3& point : points)
            bounds.add(point);
        const glm::vec3 centre = bounds.centre();
        props::CushionPlacement placement;
        placement.centreXZ = {centre.x, centre.z};
        placement.halfXZ = halfXZ;
        placement.groundMm = m_body.groundMm;
        placement.thickMm = std::min(over + kSinksMm, thickestMm);
        mindGap(std::max(0.0F, over - placement.thickMm));
        add(props::makeCushion(placement,
                               skinPoints(m_model, m_body.transforms, m_body.placement, kStride)));
    }

    void mindGap(float gapMm) { m_body.gapMm = std::max(m_body.gapMm, gapMm); }

    const body::BodyModel& m_model;
    const ToSupport& m_what;
    const care::Position& m_position;
    Supported& m_body;
    SolvedPosition& m_solved;
};

} // namespace

void placeProps(const body::BodyModel& model, const ToSupport& what, Supported& body,
                SolvedPosition& solved)
{
    Furnishing(model, what, body, solved).addAll();
}

} // namespace knotmap::posture
