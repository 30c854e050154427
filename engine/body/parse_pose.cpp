#include "engine/body/parse_pose.h"

#include "engine/core/side.h"
#include "engine/words/tr.h"

#include <charconv>
#include <fmt/format.h>

namespace knotmap::body {
namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// "knee.right flexion 40"
core::Outcome setAngle(const Skeleton& skeleton, Pose& pose, std::string_view text)
{
    const std::size_t afterJoint = text.find(' '), beforeAngle = text.rfind(' ');
    float angle = 0;
    bool number = false;
    if (afterJoint != std::string_view::npos && beforeAngle > afterJoint) {
        const std::string_view digits = text.substr(beforeAngle + 1);
        int whole = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), whole);
        number = error == std::errc() && end == digits.data() + digits.size();
        angle = static_cast<float>(whole);
    }
    if (!number)
        return core::Error{trf("'{}' is not a joint angle; write joint, motion and whole "
                               "degrees, as in 'knee.right flexion 40'",
                               text.substr(0, 60))};
    const core::SidedId joint = core::parseSidedId(text.substr(0, afterJoint));
    const std::string_view motion = trimmed(text.substr(afterJoint, beforeAngle - afterJoint));
    for (const core::Side side : {core::Side::Right, core::Side::Left}) {
        if (joint.side && *joint.side != side)
            continue;
        if (core::Outcome refused = skeleton.set(pose, joint.id, side, motion, angle))
            return refused;
    }
    return {};
}

} // namespace

core::Result<Pose> parsePose(const Skeleton& skeleton, std::string_view text)
{
    Pose pose = skeleton.rest();
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        const std::string_view part = trimmed(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
        if (core::Outcome refused = setAngle(skeleton, pose, part))
            return *refused;
    }
    return pose;
}

} // namespace knotmap::body
