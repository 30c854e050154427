#pragma once

#include "engine/posture/arm_supports.h"
#include "engine/posture/hold_grip.h"

namespace knotmap::posture {

/// What an arm must not penetrate: the rest of the body, piece by piece, and the floor.
class ArmClearance
{
public:
    /// A point in the arm that must stay out, and the thickness there.
    struct Point
    {
        std::uint32_t joint;
        glm::vec3 point; ///< in the measured stance
        float radiusMm;
        bool floorOnly = false; ///< only kept off the floor: the contact touches the body
        bool yields = false;    ///< on a finger that can be moved aside
    };

    /// For the arm of one side that holds a grip.
    ArmClearance(const body::BodyModel& model, core::Side side, std::optional<FloorPlane> floor,
                 const HeldGrip& grip);

    const std::vector<Point>& points() const { return m_points; }
    /// Those that cannot yield.
    std::vector<Point> firmPoints() const;

    /// Adds a goal for each point of the arm inside the body or the floor, to move it out, and
    /// returns the greatest depth, mm.
    float pushOut(const body::BoneTransforms& transforms,
                  std::vector<posture::ReachGoal>& goals) const;
    /// The greatest depth of some points of the arm in the body, mm.
    float depth(const body::BoneTransforms& transforms, const std::vector<Point>& points) const;
    /// The depth of a point of the arm, given in the measured stance, in the body, mm; negative
    /// outside; none if further off than a finger is long.
    std::optional<float> signedDepth(const body::BoneTransforms& transforms, std::uint32_t joint,
                                     const glm::vec3& point) const;
    /// The flexions and the tip of a finger.
    std::vector<Point> pointsOfFinger(std::size_t finger) const;

private:
    /// A piece of the body, as rigid as its joint's bones.
    struct Obstacle
    {
        std::uint32_t joint;
        geometry::Bounds extent; ///< of its skin plus an arm's margin, in the measured stance
    };

    /// The joints between and at the end of a finger's phalanges, of those that the body has.
    std::vector<std::uint32_t> bendsOf(std::size_t finger) const;
    void findArm();
    void findHand(const HeldGrip& grip);
    /// Points beside the contact touch the body.
    void letTouch(const HeldGrip& grip);
    void findObstacles();
    void push(const Point& each, const glm::vec3& point, float depthMm, const glm::vec3& outward,
              std::vector<posture::ReachGoal>& goals) const;
    /// The depth of a point, as `at`, in an obstacle, and the displacement out of it; none if
    /// clear.
    std::optional<std::pair<float, glm::vec3>>
    depthIn(const Obstacle& obstacle, const Point& each, const glm::vec3& at,
            const body::BoneTransforms& transforms) const;

    const body::BodyModel& m_model;
    const body::Skeleton& m_skeleton;
    core::Side m_side;
    std::optional<FloorPlane> m_floor;
    std::vector<Point> m_points;
    std::vector<Obstacle> m_obstacles;
};

} // namespace knotmap::posture
