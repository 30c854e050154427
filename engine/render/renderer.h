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
    std::uint32_t framebuffer = 0; ///< OpenGL name; 0: the window's own
    int width = 0;                 ///< pixels; nothing is drawn into an empty target
    int height = 0;
    Quality quality = Quality::Still;
    /// For moving frames only: the fraction of the pixels that is drawn in each direction, 0.4 to
    /// 1; the frame is stretched to the target. For machines that are too slow otherwise.
    float resolution = 1;
};

struct RendererOptions
{
    /// Folder to read the shaders from instead of the embedded ones; they are reloaded when a file
    /// changes. Empty in a shipped program.
    std::filesystem::path shaderFolder;
};

/// Options with `shaderFolder` from the environment variable KNOTMAP_SHADERS, if that is set.
RendererOptions optionsFromEnvironment();

/// The largest edge of a picture that renderImage draws.
inline constexpr int kLargestImageEdge = 8192;

/// Draws scenes with OpenGL 3.3 core or OpenGL ES 3.0. Keeps its GPU copies of a scene's shared
/// data until a scene with other data is drawn. Must be created, used and destroyed with the same
/// context current (or one that shares its objects).
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

    /// What is under (x, y) pixels from the top left of a picture of that size: trigger points
    /// first, then instances through ghosts and skin, then ghosts, then the skin.
    scene::Pick pick(const scene::Scene& scene, int width, int height, float x, float y);

    /// How much of each instance is visible in a picture of that aspect ratio, measured in a small
    /// one `height` pixels high. Nothing behind an opaque skin.
    std::vector<scene::VisibleInstance> survey(const scene::Scene& scene, float aspect, int height);

    /// Draws a still picture offscreen, supersampled and in tiles where it is large. An error
    /// if a size is not within 1 to kLargestImageEdge or the driver runs out of memory.
    core::Result<image::Image> renderImage(const scene::Scene& scene, int width, int height);

    const FrameStats& lastFrame() const;

    /// Whether the shaders are read from a folder, where they may change.
    bool watchesShaders() const;
    /// Reloads changed shaders, checking at most twice a second; true if any changed.
    bool reloadShaders();
    /// Messages of shaders that were refused on reloading since the last call; the old program
    /// stays in use.
    std::vector<std::string> takeMessages();

private:
    struct State;
    explicit Renderer(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace knotmap::render
