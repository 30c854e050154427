#pragma once

#include "engine/geometry/mesh.h"
#include "engine/render/quality.h"
#include "engine/scene/scene.h"

#include <array>
#include <glm/mat4x4.hpp>
#include <glm/vec4.hpp>

namespace knotmap::render {

/// The part of the whole picture that one drawing covers, as fractions from the lower left corner.
struct Tile
{
    glm::vec2 offset{0};
    glm::vec2 scale{1};
};

/// Everything a frame's passes need to know about the camera and the picture.
struct FrameView
{
    glm::mat4 view{1};
    glm::mat4 projection{1}; ///< of the tile
    glm::vec3 eye{0};
    int width = 0; ///< pixels of the tile
    int height = 0;
    Tile tile;
    int targetWidth = 0; ///< pixels of the frame's destination; more than it has if stretched
    int targetHeight = 0;
    float aspect = 1;      ///< of the whole picture
    float wholeHeight = 0; ///< pixels of the whole picture
    float pixelMm = 0;     ///< mm that a pixel covers at a distance of 1 mm
    float unit = 1;        ///< pixels of a line that is one pixel wide in a picture 800 high
    float nearMm = 1;
    float farMm = 2;
    glm::vec4 unprojection{0}; ///< x, y = (xy + zw * position) * distance in the camera's frame
    Quality quality = Quality::Still;
};

/// `wholeWidth` and `wholeHeight`: size of the whole picture in pixels.
FrameView makeFrameView(const scene::Camera& camera, int wholeWidth, int wholeHeight,
                        Quality quality);
/// Part of the same picture, drawn with width x height pixels.
FrameView partOf(const FrameView& whole, const Tile& tile, int width, int height);

/// The uniform block of shaders/include/frame.glsl, std140.
struct FrameBlock
{
    glm::mat4 view, projection, body;
    glm::vec4 eye, key, fill, rim, up, viewport, depths, cut;
};

/// `bounds` of the body in its own frame.
FrameBlock makeFrameBlock(const FrameView& view, const scene::Scene& scene,
                          const geometry::Bounds& bounds);

/// Depth offset of everything inside the body behind the skin, mm.
inline constexpr float kBehindMm = 14;
/// The same for a scene: larger under the opaque skin of a posed body, because in a strongly
/// stretched armpit the skin lies within the ribs here and there.
float behindMm(const scene::Scene& scene);

/// The view frustum in the world.
class Frustum
{
public:
    explicit Frustum(const glm::mat4& viewProjection);
    bool touches(const glm::vec3& centre, float radius) const;

private:
    std::array<glm::vec4, 6> m_planes; ///< unit normals inward
};

} // namespace knotmap::render
