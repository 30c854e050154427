#include "engine/anatomy/joint_key.h"

#include <array>
#include <utility>

namespace knotmap::anatomy {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, 14> kBodyParts = {
    "pelvic-girdle",   "abdomen",   "thorax",  "neck", "head",
    "shoulder-girdle", "upper-arm", "forearm", "hand", "finger",
    "thigh",           "leg",       "foot",    "toe"};
constexpr std::array<std::string_view, 9> kJointKinds = {
    "root",   "intervertebral", "pivot", "ellipsoid",  "hinge",
    "saddle", "plane",          "ball",  "soft-tissue"};
/// Those that a file names: the only one of its kind has no segment.
constexpr std::array<std::string_view, 5> kSegments = {"lower", "upper", "proximal", "middle",
                                                       "distal"};

template <typename Value, std::size_t N>
std::optional<Value> valueOf(const std::array<std::string_view, N>& names, std::string_view name,
                             std::size_t first = 0)
{
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == name)
            return static_cast<Value>(first + i);
    return std::nullopt;
}

} // namespace

std::optional<BodyPart> parseBodyPart(std::string_view name)
{
    return valueOf<BodyPart>(kBodyParts, name);
}
std::optional<JointKind> parseJointKind(std::string_view name)
{
    return valueOf<JointKind>(kJointKinds, name);
}
std::optional<JointSegment> parseJointSegment(std::string_view name)
{
    return valueOf<JointSegment>(kSegments, name, 1);
}

std::vector<std::string> bodyPartNames()
{
    return {kBodyParts.begin(), kBodyParts.end()};
}
std::vector<std::string> jointKindNames()
{
    return {kJointKinds.begin(), kJointKinds.end()};
}
std::vector<std::string> jointSegmentNames()
{
    return {kSegments.begin(), kSegments.end()};
}

} // namespace knotmap::anatomy
