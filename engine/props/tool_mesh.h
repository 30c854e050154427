#pragma once

#include "engine/care/advice.h"
#include "engine/geometry/mesh.h"

#include <vector>

namespace knotmap::props {

/// A tool at its true size. Frame, in mm: the middle of what touches the skin at the origin, +Z
/// away from the skin; a roller's axis and the line between two balls is X.
struct ToolMesh
{
    geometry::Mesh mesh;
    std::vector<glm::vec3> colours; ///< linear RGB, one per vertex
    bool skinLike = false;          ///< a part of a hand or arm
    float sinkMm = 0;               ///< how deep it presses into soft tissue
};

/// Whether the tool is a part of the body's own hand, which `cutHand` takes from the skin.
bool isOwnHand(const care::Tool& tool);

/// Builds a thing (ball, roller, hook, two balls) or a fist or elbow from its measures.
ToolMesh buildTool(const care::Tool& tool);

/// How a hand touches: all in the body's frame, mm.
struct HandContact
{
    glm::vec3 contact{0};         ///< the place on the hand that touches
    glm::vec3 pointing{0, -1, 0}; ///< unit, the way the touching finger points
    glm::vec3 padNormal{0, 0, 1}; ///< unit, outwards from the pad that touches
    float slantRad = 0.8F;        ///< angle between the finger and the skin it presses on
    float cutHeightMm = 0;        ///< Y at which the forearm is cut off level
};

/// Cuts the part of the skin whose vertices are `kept` (the hand and wrist), closes it where it
/// was cut and brings it into the tool's frame, the pad pressing at a slant.
ToolMesh cutHand(const geometry::Mesh& skin, const std::vector<bool>& kept,
                 const HandContact& contact);

} // namespace knotmap::props
