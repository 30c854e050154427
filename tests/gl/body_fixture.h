#pragma once

#include "engine/gl/debug.h"
#include "engine/gl/gl.h"
#include "engine/gl/object.h"
#include "engine/gl/offscreen.h"
#include "engine/render/renderer.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <memory>

/// A small body whose pictures can be predicted: a red muscle ball and a bone ball side by side,
/// each once per side, a muscle behind the right one, and a ball of skin around everything.
namespace knotmap::testing {

inline constexpr float kBallMm = 50;
inline constexpr float kSkinMm = 320;
/// Positions of the right-hand shapes; the left ones are their mirror images.
inline constexpr glm::vec3 kMuscleAt{-80, 0, 60};
inline constexpr glm::vec3 kBoneAt{-200, 0, 60};
inline constexpr glm::vec3 kBehindAt{-80, 0, -120};

enum Instances : std::uint32_t
{
    kMuscleRight,
    kMuscleLeft,
    kBoneRight,
    kBoneLeft,
    kBehindRight,
    kBehindLeft
};

inline geometry::Mesh ballMesh(const glm::vec3& centre, float radius, bool fibres)
{
    constexpr std::uint32_t kRings = 40, kSides = 64;
    geometry::Mesh mesh;
    for (std::uint32_t ring = 0; ring <= kRings; ++ring) {
        for (std::uint32_t side = 0; side < kSides; ++side) {
            const float polar = glm::pi<float>() * static_cast<float>(ring) / kRings;
            const float turn = glm::two_pi<float>() * static_cast<float>(side) / kSides;
            const glm::vec3 normal(std::sin(polar) * std::sin(turn), std::cos(polar),
                                   std::sin(polar) * std::cos(turn));
            mesh.positions.push_back(centre + radius * normal);
            mesh.normals.push_back(normal);
            if (fibres) {
                mesh.fibres.emplace_back(0, 1, 0);
                mesh.fibreCoordinates.emplace_back(radius * turn, polar / glm::pi<float>());
                mesh.tendon.push_back(0);
            }
        }
    }
    for (std::uint32_t ring = 0; ring < kRings; ++ring) {
        for (std::uint32_t side = 0; side < kSides; ++side) {
            const std::uint32_t a = ring * kSides + side, b = ring * kSides + (side + 1) % kSides;
            const std::uint32_t c = a + kSides, d = b + kSides;
            mesh.indices.insert(mesh.indices.end(), {a, c, b, b, c, d});
        }
    }
    return mesh;
}

inline std::shared_ptr<const body::Atlas> ballAtlas()
{
    auto atlas = std::make_shared<body::Atlas>();
    const auto add = [&](const char* id, anatomy::Kind kind, const glm::vec3& at) {
        body::Shape shape;
        shape.id = id;
        shape.kind = kind;
        shape.mesh = ballMesh(at, kBallMm, kind == anatomy::Kind::Muscle);
        const auto index = static_cast<std::uint32_t>(atlas->shapes.size());
        atlas->shapes.push_back(std::move(shape));
        atlas->instances.push_back({index, core::Side::Right});
        atlas->instances.push_back({index, core::Side::Left});
    };
    add("muscle", anatomy::Kind::Muscle, kMuscleAt);
    add("bone", anatomy::Kind::Bone, kBoneAt);
    add("behind", anatomy::Kind::Muscle, kBehindAt);
    atlas->skin.mesh = ballMesh({0, 0, 0}, kSkinMm, false);
    return atlas;
}

inline scene::Scene ballScene()
{
    scene::Scene scene;
    scene.atlas = ballAtlas();
    scene.appearances.resize(scene.atlas->instances.size());
    scene.skinOpacity = 0;
    scene.camera.target = {0, 0, 0};
    scene.camera.distanceMm = 1500;
    return scene;
}

/// A zone on the front of the skin ball, with one dot at its centre.
inline std::shared_ptr<const scene::ZonePaint> frontZone(const body::Atlas& atlas, float radiusMm)
{
    auto zone = std::make_shared<scene::ZonePaint>();
    for (const glm::vec3& position : atlas.skin.mesh.positions) {
        const float edge = glm::distance(position, {0, 0, kSkinMm}) - radiusMm;
        zone->edgeDistance.emplace_back(edge, edge - 30);
    }
    zone->dots = {
        {0, radiusMm + 20, std::sqrt(kSkinMm * kSkinMm - (radiusMm + 20) * (radiusMm + 20))}};
    zone->dotNormals = {glm::normalize(zone->dots[0])};
    zone->dotRadiusMm = 6;
    return zone;
}

/// The position of a world point in a picture, pixels from the top left.
inline glm::vec2 pixelOf(const scene::Scene& scene, const glm::vec3& world, int width, int height)
{
    const float aspect = static_cast<float>(width) / static_cast<float>(height);
    const glm::vec4 clip =
        scene.camera.projection(aspect) * scene.camera.view() * glm::vec4(world, 1);
    return {(clip.x / clip.w * 0.5F + 0.5F) * static_cast<float>(width),
            (0.5F - clip.y / clip.w * 0.5F) * static_cast<float>(height)};
}

inline glm::ivec4 colourAt(const image::Image& image, const glm::vec2& pixel)
{
    const std::uint8_t* bytes = image.at(static_cast<int>(pixel.x), static_cast<int>(pixel.y));
    return {bytes[0], bytes[1], bytes[2], bytes[3]};
}

/// Red like muscle or a zone: red far above the other channels.
inline bool isRed(const glm::ivec4& colour)
{
    return colour.r > 60 && colour.r > 2 * colour.g && colour.r > 2 * colour.b;
}

/// Pale like bone and paper.
inline bool isPale(const glm::ivec4& colour)
{
    return colour.r > 150 && colour.g > 140 && colour.b > 110;
}

/// An offscreen context with a renderer; every driver error fails the test.
class GlFixture
{
public:
    explicit GlFixture(gl::Api api = gl::Api::Desktop)
    {
        auto context = gl::OffscreenContext::create(api, true);
        if (!context)
            FAIL(context.error().message);
        m_context = std::make_unique<gl::OffscreenContext>(std::move(*context));
        m_log = std::make_unique<gl::ErrorLog>();
        auto made = render::Renderer::create();
        if (!made)
            FAIL(made.error().message);
        m_renderer = std::make_unique<render::Renderer>(std::move(*made));
    }
    ~GlFixture() { checkNoErrors(); }
    GlFixture(const GlFixture&) = delete;
    GlFixture& operator=(const GlFixture&) = delete;

    render::Renderer& renderer() { return *m_renderer; }
    void dropRenderer() { m_renderer.reset(); }

    image::Image picture(const scene::Scene& scene, int width, int height)
    {
        auto drawn = m_renderer->renderImage(scene, width, height);
        if (!drawn)
            FAIL(drawn.error().message);
        return std::move(*drawn);
    }

    void checkNoErrors()
    {
        for (const std::string& message : m_log->take())
            FAIL_CHECK("OpenGL: " << message);
    }

private:
    std::unique_ptr<gl::OffscreenContext> m_context;
    std::unique_ptr<gl::ErrorLog> m_log;
    std::unique_ptr<render::Renderer> m_renderer;
};

} // namespace knotmap::testing
