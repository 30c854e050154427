#pragma once

#include "engine/image/image.h"

#include <cstdint>
#include <memory>

namespace knotmap::app {

/// A picture on the GPU that the renderer draws into and ImGui shows. Needs a current context
/// throughout its lifetime. The only part of the shell that uses OpenGL.
class PictureTexture
{
public:
    PictureTexture();
    ~PictureTexture();
    PictureTexture(const PictureTexture&) = delete;
    PictureTexture& operator=(const PictureTexture&) = delete;

    /// Resizes it; its content is then undefined. Does nothing if the size is unchanged.
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

/// Whether the driver was reset, so that all GPU objects must be created anew.
bool graphicsLost();

/// Waits until the GPU has finished.
void finishDrawing();

/// The window's contents, before the buffers are swapped.
image::Image readWindow(int width, int height);

} // namespace knotmap::app
