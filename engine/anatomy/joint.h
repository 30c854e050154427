#pragma once

#include "engine/anatomy/joint_key.h"

#include <glm/vec3.hpp>
#include <optional>
#include <string>
#include <vector>

namespace knotmap::anatomy {

/// A motion of another joint on the same side that this one is coupled to.
struct Following
{
    std::string joint, motion;
    float share = 0; ///< degrees per degree of the motion followed
};

/// One motion of a joint: a rotation about an axis by the right-hand rule.
struct Motion
{
    std::string name;
    glm::vec3 axis{0};             ///< unit vector, of the right side
    float lowDeg = 0, highDeg = 0; ///< limits, relative to the measured stance
    /// Range held without strain; the full range if not given.
    float easyLowDeg = -360, easyHighDeg = 360;
    /// A coupled motion has no angle of its own.
    std::optional<Following> follows = std::nullopt;
};

/// Where a group of bones rotates relative to its parent group. Written for the right side or the
/// midline.
struct Joint
{
    std::string id;
    std::string english;
    std::string latin;
    std::string parent; ///< joint it hangs on; empty for the root
    JointKey key;       ///< by which code finds it; no other joint has the same
    bool midline = false;
    glm::vec3 at{0};                ///< centre of rotation, mm
    std::vector<std::string> bones; ///< each bone is carried by exactly one joint
    std::vector<Motion> motions;    ///< applied in turn, the last one first
    std::string file;
    int line = 0, column = 0;
};

} // namespace knotmap::anatomy
