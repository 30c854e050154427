#pragma once

#include "engine/render/cache/atlas_cache.h"
#include "engine/render/cache/section_cache.h"
#include "engine/render/frame_stats.h"
#include "engine/render/shader_library.h"

#include <filesystem>
#include <utility>

namespace knotmap::render {

/// What all passes share: programs, the cache of a scene's parts, small textures.
struct RenderContext
{
    ShaderLibrary shaders;
    AtlasCache cache;
    gl::Texture fibres;
    gl::Buffer frameBlock;
    gl::VertexArray nothing; ///< for passes that make their vertices themselves
    gl::Buffer knotBuffer, ringBuffer;
    gl::VertexArray knots, rings;
    SectionCache sections; ///< of the scene's cut; not kept up to date without one
    gl::Texture fat;       ///< of the sections of that revision
    glm::vec4 fatBox{0};
    std::uint64_t fatRevision = 0;
    FrameStats stats;

    explicit RenderContext(std::filesystem::path shaderFolder) : shaders(std::move(shaderFolder)) {}

    /// Makes ready what a scene needs, before anything of it is drawn.
    void prepare(const scene::Scene& scene);
};

/// Makes the program for a body as it is posed current, with the body placed in the world.
const gl::Program& useOnBody(RenderContext& context, ProgramId id, const glm::mat4& placement);
/// For the program in use: puts something that is no part of the body into the world.
void placeLoose(const gl::Program& program, const glm::mat4& toWorld);

/// Binds a texture for the shaders' sampler of that unit.
void bindTexture(TextureUnit unit, GLuint texture);

} // namespace knotmap::render
