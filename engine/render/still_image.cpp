#include "engine/render/still_image.h"

#include "engine/gl/object.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace knotmap::render {
namespace {

constexpr int kSupersampling = 2;
constexpr int kLargestTile = 720; // pixels of the picture
constexpr int kBorder = 64;       // overlap on each side with a neighbour
constexpr int kLinearSteps = 4096;

/// sRGB bytes are averaged in linear light; both conversions use a table.
class LinearTable
{
public:
    LinearTable()
    {
        for (std::size_t i = 0; i < m_toLinear.size(); ++i) {
            const float s = static_cast<float>(i) / 255.0F;
            m_toLinear[i] = s <= 0.04045F ? s / 12.92F : std::pow((s + 0.055F) / 1.055F, 2.4F);
        }
        for (std::size_t i = 0; i < m_toByte.size(); ++i) {
            const float l = static_cast<float>(i) / (kLinearSteps - 1);
            const float s = l <= 0.0031308F ? 12.92F * l : 1.055F * std::pow(l, 1 / 2.4F) - 0.055F;
            m_toByte[i] = static_cast<std::uint8_t>(std::lround(255 * s));
        }
    }
    float linear(std::uint8_t byte) const { return m_toLinear[byte]; }
    std::uint8_t byte(float linear) const
    {
        const float position = std::clamp(linear, 0.0F, 1.0F) * (kLinearSteps - 1);
        return m_toByte[static_cast<std::size_t>(std::lround(position))];
    }

private:
    std::array<float, 256> m_toLinear{};
    std::array<std::uint8_t, kLinearSteps> m_toByte{};
};

/// A part of the picture in its own pixels, rows from the top.
struct Area
{
    int x = 0, y = 0, width = 0, height = 0;
};

/// The even length of the fewest pieces of at most kLargestTile that cover `length`.
int tileLength(int length)
{
    const int pieces = (length + kLargestTile - 1) / kLargestTile;
    return (length + pieces - 1) / pieces;
}

/// The area with its border, clipped to the picture.
Area widened(const Area& area, int width, int height)
{
    const int left = std::max(0, area.x - kBorder), top = std::max(0, area.y - kBorder);
    const int right = std::min(width, area.x + area.width + kBorder);
    const int bottom = std::min(height, area.y + area.height + kBorder);
    return {left, top, right - left, bottom - top};
}

FrameView viewOf(const FrameView& whole, const Area& area, int width, int height)
{
    const glm::vec2 size(width, height);
    Tile tile;
    tile.offset = glm::vec2(area.x, height - area.y - area.height) / size;
    tile.scale = glm::vec2(area.width, area.height) / size;
    return partOf(whole, tile, area.width * kSupersampling, area.height * kSupersampling);
}

/// The mean of a square of pixels, weighted by alpha; `from` points at its first byte.
void averageInto(std::uint8_t* to, const std::uint8_t* from, std::size_t rowBytes,
                 const LinearTable& table)
{
    float red = 0, green = 0, blue = 0, alpha = 0;
    for (std::size_t dy = 0; dy < kSupersampling; ++dy) {
        for (std::size_t dx = 0; dx < kSupersampling; ++dx) {
            const std::uint8_t* pixel = from + dy * rowBytes + 4 * dx;
            const auto weight = static_cast<float>(pixel[3]);
            red += weight * table.linear(pixel[0]);
            green += weight * table.linear(pixel[1]);
            blue += weight * table.linear(pixel[2]);
            alpha += weight;
        }
    }
    const float scale = alpha > 0 ? 1 / alpha : 0;
    to[0] = table.byte(red * scale);
    to[1] = table.byte(green * scale);
    to[2] = table.byte(blue * scale);
    to[3] = static_cast<std::uint8_t>(std::lround(alpha / (kSupersampling * kSupersampling)));
}

/// A framebuffer of plain bytes to draw tiles into and read them back.
class TileTarget
{
public:
    TileTarget(int width, int height) : m_width(width), m_height(height)
    {
        m_colour = gl::Renderbuffer("still image");
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
        m_frame = gl::Framebuffer("still image");
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER,
                                  m_colour.id());
    }
    bool fits(int width, int height) const { return m_width == width && m_height == height; }
    GLuint id() const { return m_frame.id(); }

    /// Rows from the bottom, as in OpenGL.
    const std::vector<std::uint8_t>& read()
    {
        m_pixels.resize(4 * static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height));
        glBindFramebuffer(GL_FRAMEBUFFER, m_frame.id());
        glPixelStorei(GL_PACK_ALIGNMENT, 4);
        glReadPixels(0, 0, m_width, m_height, GL_RGBA, GL_UNSIGNED_BYTE, m_pixels.data());
        return m_pixels;
    }

private:
    int m_width, m_height;
    gl::Renderbuffer m_colour;
    gl::Framebuffer m_frame;
    std::vector<std::uint8_t> m_pixels;
};

/// Averages the drawn tile and puts the wanted area of it into the picture.
void place(image::Image& picture, const Area& area, const Area& drawn,
           const std::vector<std::uint8_t>& pixels, const LinearTable& table)
{
    const auto rowBytes = 4 * static_cast<std::size_t>(drawn.width) * kSupersampling;
    for (int y = 0; y < area.height; ++y) {
        const int fromBottom = drawn.height - 1 - (area.y + y - drawn.y);
        const std::uint8_t* row =
            pixels.data() + static_cast<std::size_t>(fromBottom) * kSupersampling * rowBytes;
        for (int x = 0; x < area.width; ++x) {
            const auto column = static_cast<std::size_t>(area.x + x - drawn.x);
            averageInto(picture.at(area.x + x, area.y + y), row + 4 * column * kSupersampling,
                        rowBytes, table);
        }
    }
}

} // namespace

core::Result<image::Image> drawStillImage(const scene::Camera& camera, int width, int height,
                                          const DrawTile& drawTile)
{
    const LinearTable table;
    image::Image picture = image::filled(width, height, 0, 0, 0, 0);
    FrameView whole = makeFrameView(camera, width, height, Quality::Still);
    whole.pixelMm /= kSupersampling;
    whole.wholeHeight *= kSupersampling;
    whole.unit *= kSupersampling;
    std::unique_ptr<TileTarget> target;
    const int across = tileLength(width), down = tileLength(height);
    for (int y = 0; y < height; y += down) {
        for (int x = 0; x < width; x += across) {
            const Area area{x, y, std::min(across, width - x), std::min(down, height - y)};
            const Area drawn = widened(area, width, height);
            const FrameView view = viewOf(whole, drawn, width, height);
            if (!target || !target->fits(view.width, view.height))
                target = std::make_unique<TileTarget>(view.width, view.height);
            if (core::Outcome failed = drawTile(view, target->id()))
                return *failed;
            place(picture, area, drawn, target->read(), table);
        }
    }
    return picture;
}

} // namespace knotmap::render
