#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::anatomy {

/// The part of the body that a joint moves.
enum class BodyPart : std::uint8_t
{
    PelvicGirdle,
    Abdomen,
    Thorax,
    Neck,
    Head,
    ShoulderGirdle,
    UpperArm,
    Forearm,
    Hand,   ///< carpus and metacarpus
    Finger, ///< its phalanges, the thumb's too
    Thigh,
    Leg, ///< from knee to ankle
    Foot,
    Toe
};

/// How a joint moves, by the shape of its surfaces.
enum class JointKind : std::uint8_t
{
    Root, ///< the joint that hangs on none
    Intervertebral,
    Pivot,
    Ellipsoid,
    Hinge,
    Saddle,
    Plane,
    Ball,
    SoftTissue ///< moves flesh and no bone
};

/// Which of several joints of a part and kind: along the spine, or the phalanx that it moves.
enum class JointSegment : std::uint8_t
{
    Only, ///< the part has no other of that kind
    Lower,
    Upper,
    Proximal,
    Middle,
    Distal
};

/// What tells a joint from all others of its side.
struct JointKey
{
    BodyPart part = BodyPart::PelvicGirdle;
    JointKind kind = JointKind::Root;
    JointSegment segment = JointSegment::Only;
    std::uint8_t digit = 0; ///< 1 the thumb or big toe, to 5; 0 of no digit

    friend constexpr bool operator==(const JointKey& a, const JointKey& b)
    {
        return a.part == b.part && a.kind == b.kind && a.segment == b.segment && a.digit == b.digit;
    }
};

inline constexpr std::uint8_t kDigits = 5;

/// The names of data files: "upper-arm", "hinge", "proximal".
std::optional<BodyPart> parseBodyPart(std::string_view name);
std::optional<JointKind> parseJointKind(std::string_view name);
std::optional<JointSegment> parseJointSegment(std::string_view name);
std::vector<std::string> bodyPartNames();
std::vector<std::string> jointKindNames();
std::vector<std::string> jointSegmentNames();

// The joints that the program reckons with one by one.

inline constexpr JointKey kPelvis{BodyPart::PelvicGirdle, JointKind::Root};
inline constexpr JointKey kUpperLumbarSpine{BodyPart::Abdomen, JointKind::Intervertebral,
                                            JointSegment::Upper};
inline constexpr JointKey kLowerThoracicSpine{BodyPart::Thorax, JointKind::Intervertebral,
                                              JointSegment::Lower};
inline constexpr JointKey kRibCage{BodyPart::Thorax, JointKind::Intervertebral,
                                   JointSegment::Upper};
inline constexpr JointKey kLowerNeck{BodyPart::Neck, JointKind::Intervertebral,
                                     JointSegment::Lower};
inline constexpr JointKey kUpperNeck{BodyPart::Neck, JointKind::Intervertebral,
                                     JointSegment::Upper};
inline constexpr JointKey kHeadOnNeck{BodyPart::Head, JointKind::Ellipsoid};
inline constexpr JointKey kJaw{BodyPart::Head, JointKind::Hinge};
inline constexpr JointKey kClavicle{BodyPart::ShoulderGirdle, JointKind::Saddle};
inline constexpr JointKey kScapula{BodyPart::ShoulderGirdle, JointKind::Plane};
inline constexpr JointKey kShoulder{BodyPart::UpperArm, JointKind::Ball};
/// The flesh about the deltoid, which the turning humerus leaves behind.
inline constexpr JointKey kUpperArmFlesh{BodyPart::UpperArm, JointKind::SoftTissue};
inline constexpr JointKey kElbow{BodyPart::Forearm, JointKind::Hinge};
inline constexpr JointKey kForearmRotation{BodyPart::Forearm, JointKind::Pivot};
inline constexpr JointKey kWrist{BodyPart::Hand, JointKind::Ellipsoid};
inline constexpr JointKey kThumbBase{BodyPart::Hand, JointKind::Saddle, JointSegment::Only, 1};
inline constexpr JointKey kHip{BodyPart::Thigh, JointKind::Ball};
inline constexpr JointKey kKnee{BodyPart::Leg, JointKind::Hinge};
inline constexpr JointKey kAnkle{BodyPart::Foot, JointKind::Hinge};
inline constexpr JointKey kBelowTalus{BodyPart::Foot, JointKind::Plane};

/// The joint that moves a phalanx of a finger, 1 the thumb, which has no middle one.
constexpr JointKey fingerJoint(std::size_t digit, JointSegment phalanx)
{
    return {BodyPart::Finger,
            phalanx == JointSegment::Proximal ? JointKind::Ellipsoid : JointKind::Hinge, phalanx,
            static_cast<std::uint8_t>(digit)};
}

} // namespace knotmap::anatomy
