#include "engine/posture/curl_fingers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace knotmap::posture {
namespace {

/// A finger no deeper than this counts as lying on the skin.
constexpr float kOnSkinMm = 3;

/// Additional angles: of a finger, flexion of its metacarpophalangeal and proximal interphalangeal
/// joint; of the thumb, abduction and flexion of its saddle joint.
struct Bend
{
    float baseDeg, middleDeg;
};

/// From closed to open, then straight in the air, then folded into the palm.
constexpr std::array<Bend, 12> kBends = {{{25, 25},
                                          {10, 10},
                                          {-5, -5},
                                          {-20, -20},
                                          {-35, -35},
                                          {-50, -20},
                                          {-50, -50},
                                          {10, -40},
                                          {30, -40},
                                          {10, 60},
                                          {45, 60},
                                          {65, 70}}};

/// From in front of the palm to beside it, then across it.
constexpr std::array<Bend, 8> kThumbBends = {
    {{0, 0}, {-12, 0}, {-25, -5}, {-40, -10}, {-55, -20}, {-55, 10}, {0, 20}, {-25, 40}}};

/// One finger, or the thumb; everything else is fixed.
class Finger
{
public:
    Finger(const body::Skeleton& skeleton, const ArmClearance& clearance, core::Side side,
           std::size_t number)
        : m_skeleton(skeleton), m_clearance(clearance), m_points(clearance.pointsOfFinger(number)),
          m_joints(skeleton.jointsOfFinger(number, side))
    {
        m_wanted = skeleton.carrying(m_joints);
        const auto find = [&](const anatomy::JointKey& joint, const char* motion) {
            return skeleton.find(joint, side, motion);
        };
        const bool thumb = number == 1;
        using Phalanx = anatomy::JointSegment;
        m_base = thumb ? find(anatomy::kThumbBase, "abduction")
                       : find(anatomy::fingerJoint(number, Phalanx::Proximal), "flexion");
        m_middle = thumb ? find(anatomy::kThumbBase, "flexion")
                         : find(anatomy::fingerJoint(number, Phalanx::Middle), "flexion");
        if (thumb)
            m_bends.assign(kThumbBends.begin(), kThumbBends.end());
        else
            m_bends.assign(kBends.begin(), kBends.end());
    }

    /// `moves` are those of the pose.
    float lay(body::Pose& pose, body::BoneTransforms transforms) const
    {
        if (!m_base || !m_middle || m_points.empty())
            return 0;
        const body::Pose held = pose;
        float smallest = 1e30F;
        for (const Bend& bend : m_bends) {
            const body::Pose tried = bent(held, bend, transforms);
            const float depth = m_clearance.depth(transforms, m_points);
            if (depth < smallest) {
                smallest = depth;
                pose = tried;
            }
            if (smallest < kOnSkinMm)
                break;
        }
        return smallest;
    }

    /// Bends the first knuckle until a point of the finger has the given depth in the body.
    void press(body::Pose& pose, body::BoneTransforms transforms, std::uint32_t joint,
               const glm::vec3& point, float sinkMm) const
    {
        constexpr float kStepDeg = 3, kMaxDeg = 30;
        if (!m_base)
            return;
        const body::Pose held = pose;
        float smallest = 1e30F;
        for (float deg = -kMaxDeg; deg <= kMaxDeg; deg += kStepDeg) {
            const body::Pose tried = bent(held, {deg, 0}, transforms);
            const auto depth = m_clearance.signedDepth(transforms, joint, point);
            // Of two solutions the one that bends it less.
            constexpr float kBentCounts = 0.02F;
            const float off =
                depth ? std::abs(*depth - sinkMm) + kBentCounts * std::abs(deg) : smallest;
            if (off < smallest) {
                smallest = off;
                pose = tried;
            }
        }
    }

private:
    /// The pose with the finger bent further; `moves` are updated.
    body::Pose bent(const body::Pose& held, const Bend& bend,
                    body::BoneTransforms& transforms) const
    {
        body::Pose tried = held;
        tried.anglesDeg[*m_base] += bend.baseDeg;
        if (m_middle)
            tried.anglesDeg[*m_middle] += bend.middleDeg;
        m_skeleton.clamp(tried);
        const body::BoneTransforms own = m_skeleton.transforms(tried, m_wanted);
        for (const std::uint32_t joint : m_joints)
            transforms[joint] = own[joint];
        return tried;
    }

    const body::Skeleton& m_skeleton;
    const ArmClearance& m_clearance;
    std::vector<Bend> m_bends;
    std::vector<ArmClearance::Point> m_points;
    std::vector<std::uint32_t> m_joints;
    std::vector<bool> m_wanted;
    std::optional<std::uint32_t> m_base, m_middle; ///< degrees of freedom
};

} // namespace

float curlFingers(const body::Skeleton& skeleton, const ArmClearance& clearance, core::Side side,
                  const HeldGrip& grip, body::Pose& pose)
{
    const body::BoneTransforms transforms = skeleton.transforms(pose);
    float worst = 0;
    for (std::size_t finger = 1; finger < grip.fingerPresses.size(); ++finger)
        if (!grip.fingerPresses[finger])
            worst =
                std::max(worst, Finger(skeleton, clearance, side, finger).lay(pose, transforms));
    for (const HeldGrip::Pad& pad : grip.pads)
        Finger(skeleton, clearance, side, pad.finger)
            .press(pose, transforms, pad.joint, pad.point, grip.sinkMm);
    return worst;
}

} // namespace knotmap::posture
