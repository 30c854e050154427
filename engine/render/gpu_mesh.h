#pragma once

#include "engine/body/skinning.h"
#include "engine/geometry/detail_levels.h"
#include "engine/geometry/mesh.h"
#include "engine/gl/object.h"

#include <array>
#include <vector>

namespace knotmap::render {

/// Attribute slots, as in shaders/*.vert.
enum AttributeSlot : GLuint
{
    kSlotPosition,
    kSlotNormal,
    kSlotThird,
    kSlotFourth,
    kSlotFifth,
    kSlotJoints,
    kSlotShares,
    kSlotKept,
    kSlotKeptSpill,
    kSlotWay
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
    gl::Buffer weights;  ///< what moves each vertex; only once a pose was shown

    /// The coarsest level that strays at most `errorMm`.
    const MeshLevel& level(float errorMm) const;
    bool empty() const { return levels.empty(); }
};

/// 32 bytes; all that the shaders of matter and skin need of a vertex.
struct PackedVertex
{
    std::array<float, 3> position;
    std::array<std::int16_t, 4> normal; ///< w: hollowness
    std::array<std::int8_t, 4> fibre;   ///< w: tendon
    std::array<float, 2> detail;
};

/// A mesh made ready for upload; needs no context, so that many can be made side by side.
struct PreparedMesh
{
    std::vector<PackedVertex> vertices;
    std::vector<geometry::DetailLevel> levels; ///< finest first
    geometry::Bounds bounds;
};

/// Packs the vertices; `coarser` are the mesh's further levels, finest first. Empty for a mesh
/// without normals.
PreparedMesh prepareMesh(const geometry::Mesh& mesh,
                         const std::vector<geometry::DetailLevel>& coarser, Detail detail);

/// Uploads all levels. `label` is shown by debuggers.
GpuMesh uploadMesh(const PreparedMesh& mesh, Detail detail, const char* label);

/// Uploads what moves each vertex, for skinning.glsl.
void uploadWeights(GpuMesh& mesh, const std::vector<body::JointWeights>& weights);

/// Draws a level with its vertex array bound.
void drawLevel(const MeshLevel& level);

/// How hollow the surface is at each vertex: -1 a sharp ridge, 1 a deep hollow.
std::vector<float> hollowness(const geometry::Mesh& mesh);

/// Describes `components` floats a vertex of the bound GL_ARRAY_BUFFER for the bound array.
void floatAttribute(GLuint slot, GLint components, GLsizei stride, std::size_t offset);

} // namespace knotmap::render
