#pragma once

#include "engine/render/cache/atlas_cache.h"
#include "engine/render/cache/section_cache.h"
#include "engine/render/frame_stats.h"
#include "engine/render/shader_library.h"

#include <filesystem>
#include <utility>

namespace knotmap::render {

/// What all passes share: programs, the scene cache, small textures.
struct RenderContext
{
    ShaderLibrary shaders;
    AtlasCache cache;
    gl::Texture fibres;
    gl::Buffer frameBlock;
    gl::VertexArray nothing; ///< for passes that generate their vertices
    gl::Buffer knotBuffer, ringBuffer;
    gl::VertexArray knots, rings;
    SectionCache sections; ///< of the scene's cut; not kept up to date without one
    gl::Texture fat;       ///< of the sections of that revision
    glm::vec4 fatBox{0};
    std::uint64_t fatRevision = 0;
    FrameStats stats;

    explicit RenderContext(std::filesystem::path shaderFolder) : shaders(std::move(shaderFolder)) {}

    /// Prepares what a scene needs, before any of it is drawn.
    void prepare(const scene::Scene& scene);
};

/// Makes the program for a body in its current pose current, with the body placed in the world.
const gl::Program& useOnBody(RenderContext& context, ProgramId id, const glm::mat4& placement);
/// For the program in use: places something in the world that is not part of the body.
void placeLoose(const gl::Program& program, const glm::mat4& toWorld);

/// Binds a texture for the shaders' sampler of that unit.
void bindTexture(TextureUnit unit, GLuint texture);

} // namespace knotmap::render
