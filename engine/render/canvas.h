#pragma once

#include "engine/render/renderer.h"

#include <memory>

namespace knotmap::render {

/// An offscreen surface of a window's size to draw frames on, for measuring. Needs the current
/// context throughout its lifetime.
class Canvas
{
public:
    Canvas(int width, int height);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    Target target(Quality quality) const;
    /// Waits until the GPU has finished.
    void finish() const;

private:
    struct Planes;
    std::unique_ptr<Planes> m_planes;
    int m_width, m_height;
};

} // namespace knotmap::render
