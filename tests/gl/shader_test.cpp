#include "engine/gl/offscreen.h"
#include "engine/render/embedded_shaders.h"
#include "engine/render/shader_library.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <set>
#include <thread>

#include "tests/support/folder.h"

using namespace knotmap;
namespace fs = std::filesystem;

namespace {

gl::OffscreenContext openContext(gl::Api api)
{
    auto context = gl::OffscreenContext::create(api, true);
    if (!context)
        FAIL(context.error().message);
    return std::move(*context);
}

const fs::path kShaders = fs::path(KNOTMAP_REPOSITORY) / "shaders";

void append(const fs::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::app) << text;
    // Some file systems store whole seconds: make sure that the change is visible.
    fs::last_write_time(file, fs::file_time_type::clock::now() + std::chrono::seconds(2));
}

} // namespace

TEST_CASE("Every program compiles as GLSL 330 core and as GLSL ES 300, in all its variants")
{
    const auto api = GENERATE(gl::Api::Desktop, gl::Api::Embedded);
    const gl::OffscreenContext context = openContext(api);
    render::ShaderLibrary library({});
    const core::Outcome refused = library.buildAll();
    if (refused)
        FAIL(refused->message);
    for (std::size_t i = 0; i < render::kProgramCount; ++i) {
        const auto id = static_cast<render::ProgramId>(i);
        for (const render::Variant variant : {render::Variant::Plain, render::Variant::Posed}) {
            library.chooseCut(false);
            const GLuint whole = library.get(id, variant).id();
            library.chooseCut(true);
            const GLuint cut = library.get(id, variant).id();
            CHECK(whole != 0);
            CHECK(cut != 0);
            CHECK((cut != whole) == render::knowsCut(id));
        }
    }
    CHECK(library.takeMessages().empty());
}

TEST_CASE("What only a cut needs is built on the first cut")
{
    const gl::OffscreenContext context = openContext(gl::Api::Desktop);
    render::ShaderLibrary library({});
    REQUIRE(!library.buildFirst());
    CHECK(!library.buildForCut());
    CHECK(library.get(render::ProgramId::SectionPick));
}

TEST_CASE("Every shader file belongs to a program")
{
    std::set<std::string> used;
    for (std::size_t i = 0; i < render::kProgramCount; ++i) {
        const render::ProgramRecipe& recipe = render::recipeOf(static_cast<render::ProgramId>(i));
        used.emplace(recipe.vertex);
        used.emplace(recipe.fragment);
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(kShaders))
        if (entry.is_regular_file())
            CHECK(used.count(entry.path().filename().string()) == 1);
}

TEST_CASE("The built-in shaders are the files of the repository")
{
    REQUIRE(!render::embeddedShaders().empty());
    for (const render::EmbeddedShader& shader : render::embeddedShaders()) {
        std::ifstream stream(kShaders / shader.name, std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(stream), {});
        CHECK(shader.text == text);
    }
}

TEST_CASE("A shader broken on disk keeps the old program and is reported")
{
    const gl::OffscreenContext context = openContext(gl::Api::Desktop);
    const testing::Folder folder;
    fs::copy(kShaders, folder.path(), fs::copy_options::recursive);
    render::ShaderLibrary library(folder.path());
    REQUIRE(!library.buildAll());
    const GLuint before = library.get(render::ProgramId::Background).id();
    const GLuint other = library.get(render::ProgramId::Dots).id();

    append(folder.path() / "background.frag", "\nthis is no shader\n");
    CHECK(library.reloadIfChanged());
    CHECK(library.get(render::ProgramId::Background).id() == before);
    CHECK(library.get(render::ProgramId::Dots).id() != other);
    const auto messages = library.takeMessages();
    REQUIRE(messages.size() == 1);
    CHECK(messages[0].find("background") != std::string::npos);
    CHECK(library.takeMessages().empty());
}

TEST_CASE("A missing shader folder is refused by name")
{
    const gl::OffscreenContext context = openContext(gl::Api::Desktop);
    render::ShaderLibrary library("no-such-folder");
    const core::Outcome refused = library.buildAll();
    REQUIRE(refused);
    CHECK(refused->message.find("no-such-folder") != std::string::npos);
}
