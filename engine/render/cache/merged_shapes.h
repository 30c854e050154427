#pragma once

#include "engine/body/atlas.h"
#include "engine/render/cache/gpu_mesh.h"

#include <cstdint>
#include <glm/vec4.hpp>
#include <list>
#include <vector>

namespace knotmap::render {

/// A coarse level of one shape among the merged ones.
struct MergedLevel
{
    std::uint32_t number = 0; ///< of this level
    std::size_t first = 0;    ///< position of its first index
    std::size_t count = 0;
    float errorMm = 0;
};

/// The coarse levels of all shapes in one vertex buffer: any selection of them is drawn with a
/// single call, since a call costs as much as hundreds of triangles. What differs between shapes,
/// the colour, is stored per vertex.
class MergedShapes
{
public:
    /// Adds the next shape, even an empty one: shapes are numbered in the order of these calls.
    void add(const CoarsePart& part, const glm::vec4& tint);
    /// Uploads what was added.
    void upload();
    /// Uploads the joint weights, once a pose is shown.
    void uploadWeights(const body::Atlas& atlas);

    /// The coarsest level that deviates at most `errorMm`; null if none is that fine.
    const MergedLevel* level(std::uint32_t shape, float errorMm) const;

    /// Draws levels of this object with one call. Their combined index list is cached for a while.
    void draw(const std::vector<const MergedLevel*>& levels);

private:
    struct Choice
    {
        std::vector<std::uint32_t> numbers; ///< of the levels, in drawing order
        gl::Buffer indices;
        GLsizei count = 0;
    };
    Choice& choiceOf(const std::vector<const MergedLevel*>& levels);

    struct Part
    {
        std::vector<MergedLevel> levels; ///< finest first
        std::vector<std::uint32_t> sources;
    };
    std::vector<Part> m_parts;
    std::vector<PackedVertex> m_vertices; ///< until they are uploaded
    std::vector<std::array<std::uint16_t, 4>> m_tints;
    std::vector<std::uint32_t> m_indices; ///< of all levels, into the shared vertex buffer
    std::uint32_t m_vertexCount = 0, m_levelCount = 0;
    gl::VertexArray m_array;
    gl::Buffer m_vertexBuffer, m_tintBuffer, m_weightBuffer;
    std::list<Choice> m_choices; ///< most recently used first
};

} // namespace knotmap::render
