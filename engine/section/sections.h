#pragma once

#include "engine/anatomy/structure.h"
#include "engine/geometry/mesh.h"
#include "engine/section/cortical_thickness.h"
#include "engine/scene/cut.h"

#include <glm/mat4x4.hpp>
#include <vector>

namespace knotmap::section {

/// The cut plane's own frame in the world: a point is origin + x * right + y * up.
struct PlaneFrame
{
    glm::vec3 origin{0}; ///< the point of the plane nearest to the world's origin
    glm::vec3 right{1, 0, 0}, up{0, 1, 0}, normal{0, 0, 1};

    glm::vec2 to(const glm::vec3& world) const;
};

PlaneFrame planeFrameOf(const scene::Cut& cut);

/// The intersection of the plane with one closed surface, as segments with the inside on their
/// left, and what is known of the tissue within it.
struct Contour
{
    std::uint32_t instance = 0;
    std::size_t first = 0, count = 0;   ///< segments
    glm::vec2 low{1e30F}, high{-1e30F}; ///< bounding box, in the plane's frame, mm
    glm::vec3 fibre{0};                 ///< world, unit; zero where there are none
    /// Of a muscle: fraction of tendon, x + y * right + z * up of a point in mm. Of a bone: x, to
    /// what degree it is the hollow shaft of a long one.
    glm::vec3 tendon{0};
    float thickness = 0; ///< mm: a sheet's thickness; half the width of a round shape
};

/// A segment as shaders/section.vert reads it.
struct ContourSegment
{
    glm::vec2 start, end; ///< in the plane's frame, mm
    /// Of the wall at both ends, mm: a bone's cortex, the tendon that covers a belly.
    glm::vec2 widths;
};

/// A structure that may be cut.
struct SolidToCut
{
    std::uint32_t instance = 0;
    anatomy::Kind kind = anatomy::Kind::Muscle;
    const geometry::Mesh* mesh = nullptr; ///< of the right side, in the measured stance
    /// Its vertices in a pose, of the left side if that is meant; null: the measured stance.
    const std::vector<glm::vec3>* posed = nullptr;
    bool left = false;
    const CorticalThickness* cortex = nullptr; ///< of a bone
};

/// What a plane shows of a body: plain data without GPU handles.
struct Sections
{
    PlaneFrame frame;
    std::vector<Contour> structures; ///< of every instance that the plane intersects
    Contour skin;                    ///< no segments if the plane misses it
    Contour border;                  ///< the frame around the plane; no segments without one
    std::vector<ContourSegment> segments;

    /// Adds the section of a structure, if the plane meets it. `placement` maps the body to the
    /// world and is rigid.
    void addStructure(const SolidToCut& solid, const glm::mat4& placement);
    void addSkin(const std::vector<glm::vec3>& positions, const std::vector<std::uint32_t>& indices,
                 const glm::mat4& placement);
    void addBorder(const scene::Cut& cut);
};

} // namespace knotmap::section
