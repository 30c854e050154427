#pragma once

#include "engine/geometry/mesh.h"
#include "engine/gl/object.h"

#include <vector>

namespace knotmap::render {

/// Attribute slots, as in shaders/*.vert.
enum AttributeSlot : GLuint
{
    kSlotPosition,
    kSlotNormal,
    kSlotThird,
    kSlotFourth
};

/// What kind of detail goes with each vertex.
enum class Detail
{
    Fibres, ///< muscle: fibre, tendon, fibre coordinates
    Mottle, ///< bone and cartilage: two noises
    None    ///< skin, tools: their further attributes are separate
};

/// A triangle list over a mesh's vertices: the full one or a coarser one.
struct MeshLevel
{
    gl::VertexArray array;
    gl::Buffer indices;
    GLsizei count = 0;
    float errorMm = 0; ///< how far it strays from the full mesh
};

/// A mesh on the GPU with its levels of detail, finest first.
struct GpuMesh
{
    gl::Buffer vertices;
    std::vector<MeshLevel> levels;
    glm::vec3 centre{0}; ///< of its box, mm
    float radius = 0;    ///< of a ball about the centre that holds it
    bool coarsened = false;

    /// The coarsest level that strays at most `errorMm`.
    const MeshLevel& level(float errorMm) const;
    bool empty() const { return levels.empty(); }
};

/// Uploads the full mesh. `label` is shown by debuggers.
GpuMesh uploadMesh(const geometry::Mesh& mesh, Detail detail, const char* label);

/// Adds coarser levels (a third of the triangles and less) of the same mesh.
void addLevels(GpuMesh& gpu, const geometry::Mesh& mesh, Detail detail);

/// Draws a level with its vertex array bound.
void drawLevel(const MeshLevel& level);

/// How hollow the surface is at each vertex: -1 a sharp ridge, 1 a deep hollow.
std::vector<float> hollowness(const geometry::Mesh& mesh);

/// Describes `components` floats a vertex of the bound GL_ARRAY_BUFFER for the bound array.
void floatAttribute(GLuint slot, GLint components, GLsizei stride, std::size_t offset);

} // namespace knotmap::render
