#pragma once

#include "engine/anatomy/catalogue.h"
#include "engine/care/pose_angles.h"

#include <optional>
#include <string>
#include <vector>

namespace knotmap::care {

/// How the body's own hand or elbow is held to press.
struct Grip
{
    /// Landmarks of the arm that make contact; the contact point is their mean.
    std::vector<std::string> contacts;
    /// How far the direction of pressure is tilted from the skin's normal there towards the
    /// fingertip, and how far it may slant from that.
    float tipwardsDeg = 0, slackDeg = 0;
    float sinkMm = 0;              ///< how deep the contacts sink into what they press
    std::vector<PoseAngle> joints; ///< of the hand or arm, from the measured stance
};

/// Reads [tool.grip] and [tool.hand] of a tool; none if it has no grip or a faulty one.
std::optional<Grip> readGrip(const data::Table& tool, const anatomy::Catalogue& catalogue);

} // namespace knotmap::care
