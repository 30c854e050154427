#pragma once

#include "engine/core/result.h"
#include "engine/image/image.h"
#include "engine/render/frame_stats.h"
#include "engine/render/quality.h"
#include "engine/scene/scene.h"
#include "engine/scene/visible_instance.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace knotmap::render {

/// Where a frame is drawn to.
struct Target
{
    std::uint32_t framebuffer = 0; ///< OpenGL name; 0 is the window's own
    int width = 0;                 ///< pixels; nothing is drawn into an empty target
    int height = 0;
    Quality quality = Quality::Still;
    /// Of a moving frame only: the share of the pixels either way that are drawn, 0.4 to 1; the
    /// frame is stretched to the target. For machines that cannot keep up otherwise.
    float resolution = 1;
};

struct RendererOptions
{
    /// Folder to read the shaders from instead of the embedded ones; they are read again when a
    /// file changes. Empty in a shipped program.
    std::filesystem::path shaderFolder;
};

/// Options with `shaderFolder` from the environment variable KNOTMAP_SHADERS, if that is set.
RendererOptions optionsFromEnvironment();

/// The largest edge of a picture that renderImage draws.
inline constexpr int kLargestImageEdge = 8192;

/// Draws scenes with OpenGL 3.3 core or OpenGL ES 3.0. Keeps on the GPU what it uploaded for a
/// scene's shared parts until a scene with other ones is drawn. Must be made, used and destroyed
/// with the same context current (or one that shares its objects).
class Renderer
{
public:
    /// Needs a current context. The error says which feature or shader the driver refused.
    static core::Result<Renderer> create(const RendererOptions& options = {});

    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;
    ~Renderer();

    /// Draws the scene over the whole target. Leaves the target bound, its viewport set, blending
    /// and depth test off.
    void draw(const scene::Scene& scene, const Target& target);

    /// What lies under (x, y) pixels from the top left of a picture of that size: knots first,
    /// then instances through ghosts and skin, then ghosts, then the skin.
    scene::Pick pick(const scene::Scene& scene, int width, int height, float x, float y);

    /// What of each instance a picture of that shape shows, found on a small one `height` pixels
    /// high. Nothing behind an opaque skin.
    std::vector<scene::VisibleInstance> survey(const scene::Scene& scene, float aspect, int height);

    /// Draws a still picture offscreen, supersampled and in tiles where it is large. An error
    /// when a size is not 1 to kLargestImageEdge or the driver runs out of memory.
    core::Result<image::Image> renderImage(const scene::Scene& scene, int width, int height);

    const FrameStats& lastFrame() const;

    /// Whether the shaders are read from a folder, where they may change.
    bool watchesShaders() const;
    /// Reads changed shaders again, looking at most twice a second; true when any changed.
    bool reloadShaders();
    /// Messages of shaders that were read again and refused, since the last call; the old
    /// program stays in use.
    std::vector<std::string> takeMessages();

private:
    struct State;
    explicit Renderer(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace knotmap::render
