#pragma once

#include "engine/anatomy/joint_key.h"
#include "engine/anatomy/structure.h"
#include "engine/body/skinning.h"
#include "engine/core/side.h"
#include "engine/geometry/detail_level.h"
#include "engine/geometry/mesh.h"
#include "engine/geometry/sheet.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::body {

/// The baked shape of one structure: the right one of a pair, or the whole on the midline.
struct Shape
{
    std::string id;
    anatomy::Kind kind = anatomy::Kind::Muscle;
    anatomy::Layer layer = anatomy::Layer::Superficial;
    bool midline = false;
    geometry::Mesh mesh;
    std::vector<geometry::DetailLevel> coarser; ///< of the mesh, finest first
    std::vector<JointWeights> weights;          ///< one per vertex
    std::vector<geometry::Sheet> sheets;        ///< of a muscle; empty for bones
};

/// One structure on one side. A left instance is the mirror image of its shape.
struct Instance
{
    std::uint32_t shape = 0;
    core::Side side = core::Side::Right;
};

/// The closed skin of both sides and the region each of its vertices lies in.
struct Skin
{
    geometry::Mesh mesh;
    std::vector<geometry::DetailLevel> coarser; ///< of the mesh, finest first
    std::vector<JointWeights> weights;          ///< one per vertex
    /// Index into Atlas::regions, one per vertex.
    std::vector<std::uint16_t> regions;
};

/// A named point of the skin, after projection onto it; the right side's or the midline's.
struct LandmarkPosition
{
    std::string id;
    glm::vec3 position{0}; ///< mm
};

/// An area of the skin on one side.
struct RegionInstance
{
    std::string id;
    core::Side side = core::Side::Right;
};

/// A joint on one side, in the measured stance.
struct JointInstance
{
    std::string id;
    core::Side side = core::Side::Right;
    std::int32_t parent = -1; ///< index into Atlas::joints; -1 for the root
    glm::vec3 at{0};          ///< mm
    anatomy::JointKey key;    ///< by which code finds it
};

/// Everything baked from the tables: what the program shows.
struct Atlas
{
    std::vector<anatomy::Structure> structures; ///< names and attachments, parallel to `shapes`
    std::vector<Shape> shapes;
    std::vector<Instance> instances; ///< both sides, in a fixed order
    Skin skin;
    std::vector<LandmarkPosition> landmarks;
    std::vector<RegionInstance> regions;
    std::vector<JointInstance> joints; ///< both sides, a parent before its children

    const Shape& shapeOf(const Instance& instance) const { return shapes[instance.shape]; }
    /// The instance of a structure on a side; a midline structure's for any side.
    std::optional<std::uint32_t> findInstance(std::string_view id, core::Side side) const;
    std::optional<std::uint32_t> findShape(std::string_view id) const;
    /// The position of a landmark on a side (mirrored for the left).
    std::optional<glm::vec3> landmark(std::string_view id, core::Side side) const;
};

/// Fills `instances` from `shapes`: right and left of each paired structure, one of each midline
/// structure.
void addInstances(Atlas& atlas);

} // namespace knotmap::body
