#pragma once

#include "engine/posture/arm_supports.h"
#include "engine/posture/hold_grip.h"

namespace knotmap::posture {

/// What an arm keeps clear of: the rest of the body, piece by piece, and the floor.
class ArmClearance
{
public:
    /// A place in the arm that must stay out, and how thick it is there.
    struct Place
    {
        std::uint32_t joint;
        glm::vec3 place; ///< in the measured stance
        float radiusMm;
        bool floorOnly = false; ///< kept off the floor alone: what presses touches the body
        bool givesWay = false;  ///< of a finger that can be moved aside
    };

    /// For the arm of one side that holds a grip.
    ArmClearance(const body::BodyModel& model, core::Side side, std::optional<FloorPlane> floor,
                 const HeldGrip& grip);

    const std::vector<Place>& places() const { return m_places; }
    /// Those that cannot give way.
    std::vector<Place> firmPlaces() const;

    /// Adds a goal for each place of the arm that is inside the body or the floor, out of it, and
    /// returns how deep the worst is, mm.
    float pushOut(const body::BoneTransforms& transforms,
                  std::vector<posture::ReachGoal>& goals) const;
    /// How deep the worst of some places of the arm lies in the body, mm.
    float depth(const body::BoneTransforms& transforms, const std::vector<Place>& places) const;
    /// How deep a place of the arm, in the measured stance, lies in the body, mm; below 0 outside;
    /// none further off than a finger is long.
    std::optional<float> signedDepth(const body::BoneTransforms& transforms, std::uint32_t joint,
                                     const glm::vec3& place) const;
    /// The bends and the tip of a finger.
    std::vector<Place> placesOfFinger(std::size_t finger) const;

private:
    /// A piece of the body as rigid as its joint's bones.
    struct Obstacle
    {
        std::uint32_t joint;
        geometry::Bounds extent; ///< of its skin and an arm about it, in the measured stance
    };

    /// The joints between and at the end of a finger's phalanges, of those that the body has.
    std::vector<std::uint32_t> bendsOf(std::size_t finger) const;
    void findArm();
    void findHand(const HeldGrip& grip);
    /// What lies beside the contact touches the body.
    void letTouch(const HeldGrip& grip);
    void findObstacles();
    void push(const Place& each, const glm::vec3& place, float depthMm, const glm::vec3& outward,
              std::vector<posture::ReachGoal>& goals) const;
    /// How deep a place, as `at`, stands in an obstacle, and the way out; none where it is clear.
    std::optional<std::pair<float, glm::vec3>>
    depthIn(const Obstacle& obstacle, const Place& each, const glm::vec3& at,
            const body::BoneTransforms& transforms) const;

    const body::BodyModel& m_model;
    const body::Skeleton& m_skeleton;
    core::Side m_side;
    std::optional<FloorPlane> m_floor;
    std::vector<Place> m_places;
    std::vector<Obstacle> m_obstacles;
};

} // namespace knotmap::posture
