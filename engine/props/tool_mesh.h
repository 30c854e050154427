#pragma once

#include "engine/care/advice.h"
#include "engine/geometry/mesh.h"

#include <vector>

namespace knotmap::props {

/// A tool at its true size. Frame, in mm: the centre of the contact with the skin at the origin, +Z
/// away from the skin; a roller's axis and the line between two balls are along X.
struct ToolMesh
{
    geometry::Mesh mesh;
    std::vector<glm::vec3> colours; ///< linear RGB, one per vertex
    bool skinLike = false;          ///< a part of a hand or arm
    float sinkMm = 0;               ///< depth of indentation into soft tissue
};

/// Whether the tool is part of the body's own hand, which `cutHand` takes from the skin.
bool isOwnHand(const care::Tool& tool);

/// Builds an object (ball, roller, hook, two balls) or a fist or elbow from its dimensions.
ToolMesh buildTool(const care::Tool& tool);

/// How a hand makes contact: all in the body's frame, mm.
struct HandContact
{
    glm::vec3 contact{0};         ///< the contact point on the hand
    glm::vec3 pointing{0, -1, 0}; ///< unit, direction of the pressing finger
    glm::vec3 padNormal{0, 0, 1}; ///< unit, outwards from the pressing pad
    float slantRad = 0.8F;        ///< angle between the finger and the skin it presses on
    float cutHeightMm = 0;        ///< Y at which the forearm is cut off level
};

/// Cuts the part of the skin whose vertices are `kept` (the hand and wrist), closes the cut and
/// transforms it to the tool's frame, the pad pressing at a slant.
ToolMesh cutHand(const geometry::Mesh& skin, const std::vector<bool>& kept,
                 const HandContact& contact);

} // namespace knotmap::props
