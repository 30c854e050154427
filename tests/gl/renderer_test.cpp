#include "tests/gl/body_fixture.h"

using namespace knotmap;
using namespace knotmap::testing;

namespace {

constexpr int kWidth = 320, kHeight = 240;

glm::ivec4 seenAt(GlFixture& gl, const scene::Scene& scene, const glm::vec3& world)
{
    return colourAt(gl.picture(scene, kWidth, kHeight), pixelOf(scene, world, kWidth, kHeight));
}

scene::Scene everything()
{
    scene::Scene scene = ballScene();
    scene.appearances[kMuscleLeft].opacity = 0.4F;
    scene.appearances[kMuscleRight].highlight = 1;
    scene.skinOpacity = 0.3F;
    scene.zone = frontZone(*scene.atlas, 60);
    scene.regionHighlight =
        std::make_shared<const std::vector<float>>(scene.atlas->skin.mesh.positions.size(), 0.0F);
    scene::KnotMarker knot;
    knot.position = kMuscleAt;
    knot.onSkin = {-80, 0, 300};
    scene.knots = {knot};
    scene.selectedKnot = 0;
    scene.hoveredInstance = kBoneLeft;
    scene::ToolModel tool;
    tool.mesh = std::make_shared<const geometry::Mesh>(ballMesh({0, 0, 30}, 30, false));
    tool.colours.assign(tool.mesh->positions.size(), glm::vec3(0.6F, 0.75F, 0.06F));
    tool.placement = glm::translate(glm::mat4(1), glm::vec3(-80, 0, 300));
    scene.tool = tool;
    scene.arrow = scene::Arrow{{-80, 0, 380}, {0, 0, -1}, 60};
    scene.support = scene::Support{{0, 0, -330}, {0, 0, 1}, 400};
    return scene;
}

} // namespace

TEST_CASE("A picture of everything raises no error in either API")
{
    const auto api = GENERATE(gl::Api::Desktop, gl::Api::Embedded);
    GlFixture gl(api);
    const image::Image picture = gl.picture(everything(), kWidth, kHeight);
    CHECK(picture.width == kWidth);
    CHECK(picture.height == kHeight);
    gl.checkNoErrors();
}

TEST_CASE("Both APIs draw the same picture")
{
    const scene::Scene scene = everything();
    image::Image desktop, embedded;
    {
        GlFixture gl(gl::Api::Desktop);
        desktop = gl.picture(scene, kWidth, kHeight);
    }
    {
        GlFixture gl(gl::Api::Embedded);
        embedded = gl.picture(scene, kWidth, kHeight);
    }
    const auto difference = image::compare(desktop, embedded);
    REQUIRE(difference);
    CHECK(difference.value().mean < 0.1);
}

TEST_CASE("Muscle is red, bone and paper are pale, on both sides")
{
    GlFixture gl;
    const scene::Scene scene = ballScene();
    const glm::vec3 mirror(-1, 1, 1);
    CHECK(isRed(seenAt(gl, scene, kMuscleAt)));
    CHECK(isRed(seenAt(gl, scene, kMuscleAt * mirror)));
    CHECK(isPale(seenAt(gl, scene, kBoneAt)));
    CHECK(isPale(seenAt(gl, scene, kBoneAt * mirror)));
    CHECK(isPale(seenAt(gl, scene, {0, 280, 0})));
}

TEST_CASE("A moving frame shows the same things as a still one")
{
    GlFixture gl;
    const scene::Scene scene = ballScene();
    gl::Renderbuffer colour("window");
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, kWidth, kHeight);
    gl::Framebuffer window("window");
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour.id());
    for (const auto quality : {render::Quality::Moving, render::Quality::Still}) {
        gl.renderer().draw(scene, {window.id(), kWidth, kHeight, quality});
        const auto at = [&](const glm::vec3& world) {
            const glm::vec2 pixel = pixelOf(scene, world, kWidth, kHeight);
            glm::u8vec4 bytes(0);
            glReadPixels(static_cast<int>(pixel.x), kHeight - 1 - static_cast<int>(pixel.y), 1, 1,
                         GL_RGBA, GL_UNSIGNED_BYTE, &bytes);
            return glm::ivec4(bytes);
        };
        CHECK(isRed(at(kMuscleAt)));
        CHECK(isPale(at(kBoneAt)));
        CHECK(isPale(at({0, 280, 0})));
        CHECK(gl.renderer().lastFrame().drawCalls > 6);
    }
    gl.renderer().draw(scene, {window.id(), 0, 0, render::Quality::Still});
}

TEST_CASE("A zone covers what is under it and never shines through the body")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    scene.zone = frontZone(*scene.atlas, 60);
    scene.skinOpacity = GENERATE(0.0F, 0.3F, 1.0F);
    const glm::vec3 middle(0, 0, kSkinMm);
    const auto front = seenAt(gl, scene, middle);
    CAPTURE(front.r, front.g, front.b);
    CHECK(isRed(front));
    CHECK(front.r > 120);
    CHECK(isRed(seenAt(gl, scene, scene.zone->dots[0])));
    scene.camera.yawDeg = 180;
    CHECK(!isRed(seenAt(gl, scene, {0, 0, -kSkinMm})));
}

TEST_CASE("A ghost shows what is behind it, the more the thinner it is")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    scene.appearances[kBehindRight].opacity = 0;
    std::vector<int> reds;
    for (const float opacity : {1.0F, 0.7F, 0.3F, 0.05F}) {
        scene.appearances[kMuscleRight].opacity = opacity;
        reds.push_back(seenAt(gl, scene, kMuscleAt).g);
    }
    // Paper is white: the green rises as the red ball fades.
    CHECK(reds[0] < reds[1]);
    CHECK(reds[1] < reds[2]);
    CHECK(reds[2] < reds[3]);
    CHECK(reds[3] > 200);
}

TEST_CASE("Ghosts look the same whatever their order")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    for (scene::Appearance& appearance : scene.appearances)
        appearance.opacity = 0.5F;
    const image::Image first = gl.picture(scene, kWidth, kHeight);
    auto turned = std::make_shared<body::Atlas>(*scene.atlas);
    std::reverse(turned->instances.begin(), turned->instances.end());
    scene.atlas = turned;
    const auto difference = image::compare(first, gl.picture(scene, kWidth, kHeight));
    REQUIRE(difference);
    CHECK(difference.value().maximum <= 3);
}

TEST_CASE("A selected structure is outlined through what hides it")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    scene.appearances[kBehindRight].highlight = 0;
    const image::Image without = gl.picture(scene, kWidth, kHeight);
    scene.appearances[kBehindRight].highlight = 1;
    const image::Image with = gl.picture(scene, kWidth, kHeight);
    // From here the ball behind lies wholly within the outline of the one in front.
    const glm::vec2 middle = pixelOf(scene, kBehindAt, kWidth, kHeight);
    const float pixels = kBallMm / (glm::distance(scene.camera.eye(), kBehindAt) * 2 *
                                    std::tan(glm::radians(14.0F)) / kHeight);
    int changed = 0;
    for (int degrees = 0; degrees < 360; degrees += 5) {
        const float angle = glm::radians(static_cast<float>(degrees));
        int largest = 0;
        for (float off = -3; off <= 3; off += 0.5F) {
            const glm::vec2 at =
                middle + (pixels + off) * glm::vec2(std::cos(angle), std::sin(angle));
            const glm::ivec4 delta = glm::abs(colourAt(with, at) - colourAt(without, at));
            largest = std::max(largest, delta.r + delta.g + delta.b);
        }
        changed += largest > 60 ? 1 : 0;
    }
    CHECK(changed == 72);
}

TEST_CASE("A transparent picture has no background and keeps the colours of its contents")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    const auto opaque = seenAt(gl, scene, kBoneAt);
    scene.transparentBackground = true;
    const image::Image picture = gl.picture(scene, kWidth, kHeight);
    CHECK(colourAt(picture, {2, 2}).a == 0);
    const auto bone = colourAt(picture, pixelOf(scene, kBoneAt, kWidth, kHeight));
    CHECK(bone.a == 255);
    CHECK(glm::abs(bone.r - opaque.r) <= 2);
}

TEST_CASE("Tiles leave no seam")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    // 900 pixels are two tiles in each direction; the seam, at 450, runs through the middle of a
    // ball.
    scene.camera.target.x = 80;
    const image::Image picture = gl.picture(scene, 900, 900);
    const auto stepInto = [&](int x) {
        long sum = 0;
        for (int y = 0; y < 900; ++y) {
            const glm::ivec4 delta =
                glm::abs(colourAt(picture, {x, y}) - colourAt(picture, {x - 1, y}));
            sum += delta.r + delta.g + delta.b;
        }
        return sum;
    };
    // Fibres make some columns differ more than others: the seam must not exceed them.
    long beside = 0;
    for (int off = 1; off <= 8; ++off)
        beside = std::max({beside, stepInto(450 - off), stepInto(450 + off)});
    CHECK(stepInto(450) <= beside);
}

TEST_CASE("Impossible sizes are refused with a message that states the limits")
{
    GlFixture gl;
    const scene::Scene scene = ballScene();
    for (const auto& [width, height] : {std::pair{0, 0}, {-1, 5}, {999999, 999999}, {8193, 10}}) {
        const auto refused = gl.renderer().renderImage(scene, width, height);
        REQUIRE(!refused);
        CHECK(refused.error().message.find("8192") != std::string::npos);
    }
    scene::Scene nothing;
    CHECK(!gl.renderer().renderImage(nothing, 10, 10));
    CHECK(gl.picture(scene, 1, 1).width == 1);
}

TEST_CASE("What is outside the picture is not drawn")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    (void)gl.picture(scene, kWidth, kHeight);
    CHECK(gl.renderer().lastFrame().culledInstances == 0);
    scene.camera.target = kBoneAt;
    scene.camera.distanceMm = 200;
    (void)gl.picture(scene, kWidth, kHeight);
    CHECK(gl.renderer().lastFrame().culledInstances >= 3);
}

TEST_CASE("Paint of another body is left out rather than drawn wrongly")
{
    GlFixture gl;
    scene::Scene scene = ballScene();
    auto zone = std::make_shared<scene::ZonePaint>();
    zone->edgeDistance = {{-5, -5}};
    scene.zone = zone;
    CHECK(!isRed(seenAt(gl, scene, {0, 0, kSkinMm})));
}

TEST_CASE("A renderer leaves no OpenGL object behind")
{
    GlFixture gl;
    scene::Scene scene = everything();
    (void)gl.picture(scene, kWidth, kHeight);
    (void)gl.renderer().pick(scene, kWidth, kHeight, 10, 10);
    scene.cut = scene::makeCut(scene::Plane::Transverse, {0, 0, 0},
                               geometry::boundsOf(scene.atlas->skin.mesh), {0, 900, 900});
    (void)gl.picture(scene, kWidth, kHeight);
    (void)gl.renderer().pick(scene, kWidth, kHeight, 10, 10);
    gl::Framebuffer window("window");
    const gl::Texture colour("window");
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, 32, 32, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour.id(), 0);
    for (int i = 0; i < 3; ++i)
        gl.renderer().draw(scene, {window.id(), 32, 32, render::Quality::Moving});
    scene.atlas = ballAtlas();
    scene.zone = nullptr;
    gl.renderer().draw(scene, {window.id(), 32, 32, render::Quality::Still});
    gl.dropRenderer();
    for (GLuint id = 1; id < 2000; ++id) {
        CAPTURE(id);
        REQUIRE((id == colour.id() || glIsTexture(id) == GL_FALSE));
        REQUIRE((id == window.id() || glIsFramebuffer(id) == GL_FALSE));
        REQUIRE(glIsBuffer(id) == GL_FALSE);
        REQUIRE(glIsVertexArray(id) == GL_FALSE);
        REQUIRE(glIsRenderbuffer(id) == GL_FALSE);
        REQUIRE(glIsProgram(id) == GL_FALSE);
        REQUIRE(glIsShader(id) == GL_FALSE);
    }
}
