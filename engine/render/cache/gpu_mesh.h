#pragma once

#include "engine/body/skinning.h"
#include "engine/geometry/detail_level.h"
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
    kSlotPath,
    kSlotTint ///< colour, and a muscle's number or a bone's fraction of cartilage
};

/// Which detail attributes each vertex has.
enum class Detail
{
    Fibres, ///< muscle: fibre, tendon, fibre coordinates
    Mottle, ///< bone and cartilage: two noises
    None    ///< skin, tools: further attributes are separate
};

/// A triangle list over a mesh's vertices: the full one or a coarser one. A part of a buffer.
struct MeshLevel
{
    GLuint array = 0;              ///< vertex array for drawing; owned by the mesh
    GLenum type = GL_UNSIGNED_INT; ///< of an index
    GLsizei count = 0;
    std::size_t offset = 0; ///< bytes, of the first index
    float errorMm = 0;      ///< how far it deviates from the full mesh
};

/// A mesh on the GPU with its levels of detail, finest first.
struct GpuMesh
{
    gl::VertexArray array;
    gl::Buffer vertices, indices;
    std::vector<MeshLevel> levels;
    glm::vec3 centre{0}; ///< of its box, mm
    float radius = 0;    ///< radius of a ball about the centre that contains it
    gl::Buffer weights;  ///< joint weights; only once a pose was shown

    /// The coarsest level that deviates at most `errorMm`.
    const MeshLevel& level(float errorMm) const;
    bool empty() const { return levels.empty(); }
};

/// 32 bytes; everything that the shaders of tissue and skin need of a vertex.
struct PackedVertex
{
    std::array<float, 3> position;
    std::array<std::int16_t, 4> normal; ///< w: hollowness
    std::array<std::int8_t, 4> fibre;   ///< w: tendon
    std::array<float, 2> detail;
};

/// The coarse levels of a shape with only the vertices that they use.
struct CoarsePart
{
    std::vector<PackedVertex> vertices;
    std::vector<std::uint32_t> sources; ///< of each vertex: its index in the mesh
    std::vector<geometry::DetailLevel> levels;
};

/// A mesh prepared for upload; needs no context, so that many can be prepared in parallel.
struct PreparedMesh
{
    std::vector<PackedVertex> vertices;
    std::vector<std::uint16_t> shortIndices; ///< of all levels, concatenated, if they fit
    std::vector<std::uint32_t> longIndices;  ///< if they do not
    std::vector<MeshLevel> levels;           ///< finest first; not yet with a vertex array
    geometry::Bounds bounds;
};

/// Packs the vertices; `coarser` are the mesh's further levels, finest first. Empty for a mesh
/// without normals.
PreparedMesh prepareMesh(const geometry::Mesh& mesh,
                         const std::vector<geometry::DetailLevel>& coarser, Detail detail);

/// The levels of a prepared mesh that are coarse enough to be drawn together with others'.
CoarsePart coarsePart(const PreparedMesh& prepared, const geometry::Mesh& mesh,
                      const std::vector<geometry::DetailLevel>& coarser);

/// Uploads all levels. `label` is for debuggers.
GpuMesh uploadMesh(const PreparedMesh& mesh, Detail detail, const char* label);

/// Uploads the joint weights of each vertex, for skinning.glsl.
void uploadWeights(GpuMesh& mesh, const std::vector<body::JointWeights>& weights);

/// Draws a level with its vertex array bound.
void drawLevel(const MeshLevel& level);

/// Curvature at each vertex: -1 a sharp ridge, 1 a deep hollow.
std::vector<float> hollowness(const geometry::Mesh& mesh);

/// Describes packed vertices of the bound GL_ARRAY_BUFFER for the bound array.
void describeVertex(Detail detail);
/// Describes joint weights of the bound GL_ARRAY_BUFFER for the bound array: from byte `start`,
/// `stride` bytes apart.
void describeWeights(GLsizei stride = sizeof(body::JointWeights), std::size_t start = 0);

/// Describes `components` floats per vertex of the bound GL_ARRAY_BUFFER for the bound array.
void floatAttribute(GLuint slot, GLint components, GLsizei stride, std::size_t offset);

} // namespace knotmap::render
