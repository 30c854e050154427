#include "engine/gl/debug.h"
#include "engine/gl/object.h"
#include "engine/gl/offscreen.h"
#include "engine/gl/program.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <utility>

using namespace knotmap;

namespace {

gl::OffscreenContext openContext(gl::Api api = gl::Api::Desktop)
{
    auto context = gl::OffscreenContext::create(api, true);
    if (!context)
        FAIL(context.error().message);
    return std::move(*context);
}

} // namespace

TEST_CASE("An offscreen context has the requested API")
{
    {
        const gl::OffscreenContext context = openContext();
        CHECK(!gl::isEmbedded());
        CHECK(epoxy_gl_version() >= 33);
        CHECK(context.description().find("OpenGL") != std::string::npos);
    }
    const gl::OffscreenContext context = openContext(gl::Api::Embedded);
    CHECK(gl::isEmbedded());
    CHECK(epoxy_gl_version() >= 30);
}

TEST_CASE("An object lives as long as its owner and moves with it")
{
    const gl::OffscreenContext context = openContext();
    GLuint id = 0;
    {
        gl::Buffer first("first");
        id = first.id();
        CHECK(glIsBuffer(id) == GL_TRUE);
        gl::Buffer second = std::move(first);
        CHECK(second.id() == id);
        CHECK(first.id() == 0);
        CHECK(!first);
        gl::Buffer third;
        third = std::move(second);
        CHECK(third.id() == id);
    }
    CHECK(glIsBuffer(id) == GL_FALSE);
}

TEST_CASE("Every kind of object is made, labelled and deleted")
{
    const gl::OffscreenContext context = openContext();
    std::array<GLuint, 4> ids{};
    {
        const gl::Texture texture("my texture");
        const gl::VertexArray array("my array");
        const gl::Renderbuffer renderbuffer("my renderbuffer");
        const gl::Framebuffer framebuffer("my framebuffer");
        ids = {texture.id(), array.id(), renderbuffer.id(), framebuffer.id()};
        CHECK(glIsTexture(ids[0]) == GL_TRUE);
        CHECK(glIsVertexArray(ids[1]) == GL_TRUE);
        CHECK(glIsRenderbuffer(ids[2]) == GL_TRUE);
        CHECK(glIsFramebuffer(ids[3]) == GL_TRUE);
        if (gl::hasDebug()) {
            std::array<char, 32> label{};
            glGetObjectLabel(GL_TEXTURE, ids[0], static_cast<GLsizei>(label.size()), nullptr,
                             label.data());
            CHECK(std::string(label.data()) == "my texture");
        }
    }
    CHECK(glIsTexture(ids[0]) == GL_FALSE);
    CHECK(glIsVertexArray(ids[1]) == GL_FALSE);
    CHECK(glIsRenderbuffer(ids[2]) == GL_FALSE);
    CHECK(glIsFramebuffer(ids[3]) == GL_FALSE);
}

TEST_CASE("The error log names what the driver refused, once")
{
    const gl::OffscreenContext context = openContext();
    gl::ErrorLog log;
    CHECK(log.take().empty());
    glEnable(GL_TEXTURE_2D + 12345);
    CHECK(log.take().size() == 1);
    CHECK(log.take().empty());

    glEnable(GL_TEXTURE_2D + 12345);
    const core::Outcome error = gl::checkErrors("Here");
    REQUIRE(error);
    CHECK(error->message == "Here: invalid enum");
    CHECK(!gl::checkErrors("Here"));
    CHECK(log.take().size() == 1);
}

TEST_CASE("A program that does not compile or link reports which and why")
{
    const gl::OffscreenContext context = openContext();
    const std::string vertex = "void main() { gl_Position = vec4(0.0); }\n";
    const std::string fragment = "out vec4 o; void main() { o = vec4(1.0); }\n";

    const auto good = gl::Program::build({"good", vertex, fragment});
    REQUIRE(good);
    CHECK(glIsProgram((*good).id()) == GL_TRUE);
    CHECK((*good).uniform("uNowhere") == -1);

    const auto broken = gl::Program::build({"broken", vertex, "void main() { nonsense }\n"});
    REQUIRE(!broken);
    CHECK(broken.error().message.find("broken.frag") != std::string::npos);

    const std::string sends = "out vec4 vPlace; void main() { vPlace = vec4(0.0); "
                              "gl_Position = vPlace; }\n";
    const std::string takes = "in vec3 vPlace; out vec4 o; void main() { o = vPlace.xyzz; }\n";
    const auto unlinked = gl::Program::build({"unlinked", sends, takes});
    REQUIRE(!unlinked);
    CHECK(unlinked.error().message.find("unlinked") != std::string::npos);
    CHECK(glGetError() == GL_NO_ERROR);
}
