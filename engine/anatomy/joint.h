#pragma once

#include "engine/anatomy/joint_key.h"

#include <glm/vec3.hpp>
#include <optional>
#include <string>
#include <vector>

namespace knotmap::anatomy {

/// A motion of another joint that one goes along with, on its own side.
struct Following
{
    std::string joint, motion;
    float share = 0; ///< degrees for each of the motion followed
};

/// One way in which a joint moves: a turn about an axis by the right-hand rule.
struct Motion
{
    std::string name;
    glm::vec3 axis{0};             ///< unit, of the right side
    float lowDeg = 0, highDeg = 0; ///< limits, counted from the measured stance
    /// What is held without strain; where not given, all of it.
    float easyLowDeg = -360, easyHighDeg = 360;
    /// Then it has no angle of its own.
    std::optional<Following> follows = std::nullopt;
};

/// Where a group of bones turns against the group it hangs on. Written for the right side or the
/// midline.
struct Joint
{
    std::string id;
    std::string english;
    std::string latin;
    std::string parent; ///< joint it hangs on; empty for the root
    JointKey key;       ///< by which code finds it; no other joint has the same
    bool midline = false;
    glm::vec3 at{0};                ///< centre of motion, mm
    std::vector<std::string> bones; ///< that it carries; every bone is carried by one joint
    std::vector<Motion> motions;    ///< applied in turn, the last one first
    std::string file;
    int line = 0, column = 0;
};

} // namespace knotmap::anatomy
