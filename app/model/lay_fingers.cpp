#include "app/model/lay_fingers.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

/// A finger no deeper than this lies on the skin.
constexpr float kOnSkinMm = 3;

struct Bend
{
    float baseDeg, middleDeg; ///< further flexion of the first knuckle and of the middle joint
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

/// One finger; all else stays still.
class Finger
{
public:
    Finger(const body::Skeleton& skeleton, const ArmClearance& clearance, core::Side side,
           std::size_t number)
        : m_skeleton(skeleton), m_clearance(clearance), m_places(clearance.placesOfFinger(number))
    {
        for (const char* bend :
             {"metacarpophalangeal", "proximal-interphalangeal", "distal-interphalangeal"})
            if (const auto joint = skeleton.findJoint(fmt::format("{}-{}", bend, number), side))
                m_joints.push_back(*joint);
        m_wanted = skeleton.carrying(m_joints);
        const auto flexion = [&](const char* bend) {
            const auto found = skeleton.find(fmt::format("{}-{}", bend, number), side, "flexion");
            return found ? std::optional(*found) : std::nullopt;
        };
        m_base = flexion("metacarpophalangeal");
        m_middle = flexion("proximal-interphalangeal");
    }

    /// `moves` are those of the pose.
    float lay(body::Pose& pose, body::Moves moves) const
    {
        if (!m_base || !m_middle || m_places.empty())
            return 0;
        const body::Pose held = pose;
        float least = 1e30F;
        for (const Bend& bend : kBends) {
            body::Pose tried = held;
            tried.anglesDeg[*m_base] += bend.baseDeg;
            tried.anglesDeg[*m_middle] += bend.middleDeg;
            m_skeleton.clamp(tried);
            const body::Moves own = m_skeleton.moves(tried, m_wanted);
            for (const std::uint32_t joint : m_joints)
                moves[joint] = own[joint];
            const float depth = m_clearance.depth(moves, m_places);
            if (depth < least) {
                least = depth;
                pose = tried;
            }
            if (least < kOnSkinMm)
                break;
        }
        return least;
    }

private:
    const body::Skeleton& m_skeleton;
    const ArmClearance& m_clearance;
    std::vector<ArmClearance::Place> m_places;
    std::vector<std::uint32_t> m_joints;
    std::vector<bool> m_wanted;
    std::optional<std::uint32_t> m_base, m_middle; ///< freedoms
};

} // namespace

float layFingers(const body::Skeleton& skeleton, const ArmClearance& clearance, core::Side side,
                 const HeldGrip& grip, body::Pose& pose)
{
    const body::Moves moves = skeleton.moves(pose);
    float worst = 0;
    for (std::size_t finger = 2; finger < grip.fingerPresses.size(); ++finger)
        if (!grip.fingerPresses[finger])
            worst = std::max(worst, Finger(skeleton, clearance, side, finger).lay(pose, moves));
    return worst;
}

} // namespace knotmap::app
