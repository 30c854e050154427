#pragma once

#include "engine/image/image.h"

#include <cstdint>
#include <memory>

namespace knotmap::app {

/// A picture on the GPU that the renderer draws into and ImGui shows. Needs a current context all
/// its life. The only part of the shell that speaks OpenGL.
class PictureTexture
{
public:
    PictureTexture();
    ~PictureTexture();
    PictureTexture(const PictureTexture&) = delete;
    PictureTexture& operator=(const PictureTexture&) = delete;

    /// Makes it that large; its content is then undefined. Does nothing when it already is.
    void resize(int width, int height);
    int width() const;
    int height() const;
    std::uint32_t framebuffer() const; ///< OpenGL name
    std::uint32_t texture() const;     ///< OpenGL name

private:
    struct Names;
    std::unique_ptr<Names> m_names;
};

/// Fills the window with a colour (sRGB, 0 to 1) before ImGui draws on it.
void clearWindow(int width, int height, float red, float green, float blue);

/// Whether the driver was reset, and all that is drawn with has to be made anew.
bool graphicsLost();

/// Waits until the graphics have done all that was asked of them.
void finishDrawing();

/// What the window shows, before it is swapped to the front.
image::Image readWindow(int width, int height);

} // namespace knotmap::app
