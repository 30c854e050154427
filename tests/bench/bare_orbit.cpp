// The machine's limit, for `knotmap bench`: draws every node of an exported body except the skin,
// at full detail, with a one-line shader, and prints frames per second while it turns once.
//   knotmap_bare_orbit BODY.glb FRAMES WIDTH HEIGHT

#include "engine/gl/gl.h"
#include "engine/gl/object.h"
#include "engine/gl/offscreen.h"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/type_ptr.hpp>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

using namespace knotmap;
using Json = nlohmann::json;

constexpr const char* kVertexShader = "#version 330 core\n"
                                      "layout(location=0) in vec3 p; layout(location=1) in vec3 n;"
                                      "uniform mat4 m; out float s;"
                                      "void main() { gl_Position = m * vec4(p, 1); s = n.z; }";
constexpr const char* kFragmentShader = "#version 330 core\n"
                                        "in float s; out vec4 c;"
                                        "void main() { c = vec4(abs(s)); }";

/// A binary glTF file as Knotmap writes it: one buffer, one primitive per mesh.
class Glb
{
public:
    explicit Glb(const char* path)
    {
        std::ifstream in(path, std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), {});
        std::uint32_t length = 0;
        if (bytes.size() < 28)
            throw std::runtime_error(std::string(path) + ": no binary glTF file");
        std::memcpy(&length, bytes.data() + 12, sizeof length);
        json = Json::parse(bytes.substr(20, length));
        m_blob = bytes.substr(28 + length);
    }

    const char* data(const Json& accessor) const
    {
        const Json& view = json["bufferViews"][accessor["bufferView"].get<std::size_t>()];
        return m_blob.data() + view.value("byteOffset", 0) + accessor.value("byteOffset", 0);
    }

    Json json;

private:
    std::string m_blob;
};

struct Drawn
{
    gl::VertexArray array;
    gl::Buffer positions, normals, indices;
    GLsizei count = 0;
};

gl::Buffer upload(GLenum target, const char* data, std::size_t bytes)
{
    gl::Buffer buffer("bare");
    glBindBuffer(target, buffer.id());
    glBufferData(target, static_cast<GLsizeiptr>(bytes), data, GL_STATIC_DRAW);
    return buffer;
}

Drawn uploadMesh(const Glb& glb, const Json& mesh)
{
    const Json& primitive = mesh["primitives"][0];
    const auto accessor = [&](std::size_t index) { return glb.json["accessors"][index]; };
    const Json positions = accessor(primitive["attributes"]["POSITION"]);
    const Json normals = accessor(primitive["attributes"]["NORMAL"]);
    const Json indices = accessor(primitive["indices"]);
    const std::size_t vertexBytes = positions["count"].get<std::size_t>() * 3 * sizeof(float);
    Drawn drawn;
    drawn.array = gl::VertexArray("bare");
    glBindVertexArray(drawn.array.id());
    drawn.positions = upload(GL_ARRAY_BUFFER, glb.data(positions), vertexBytes);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, 0, nullptr);
    drawn.normals = upload(GL_ARRAY_BUFFER, glb.data(normals), vertexBytes);
    glEnableVertexAttribArray(1);
    glVertexAttribPointer(1, 3, GL_FLOAT, GL_FALSE, 0, nullptr);
    drawn.count = indices["count"].get<GLsizei>();
    drawn.indices = upload(GL_ELEMENT_ARRAY_BUFFER, glb.data(indices),
                           static_cast<std::size_t>(drawn.count) * sizeof(std::uint32_t));
    return drawn;
}

GLuint compile(GLenum kind, const char* source)
{
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

GLuint link()
{
    const GLuint program = glCreateProgram();
    glAttachShader(program, compile(GL_VERTEX_SHADER, kVertexShader));
    glAttachShader(program, compile(GL_FRAGMENT_SHADER, kFragmentShader));
    glLinkProgram(program);
    GLint linked = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &linked);
    if (linked == 0)
        throw std::runtime_error("the shader of one line does not link");
    return program;
}

void makeTarget(GLsizei width, GLsizei height)
{
    GLuint names[2] = {};
    GLuint frame = 0;
    glGenRenderbuffers(2, names);
    glGenFramebuffers(1, &frame);
    glBindFramebuffer(GL_FRAMEBUFFER, frame);
    glBindRenderbuffer(GL_RENDERBUFFER, names[0]);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, names[0]);
    glBindRenderbuffer(GL_RENDERBUFFER, names[1]);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, width, height);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, names[1]);
    glViewport(0, 0, width, height);
    glEnable(GL_DEPTH_TEST);
}

/// The whole body (metres, soles at 0, 1.7 high) from all sides, filling the picture's height.
glm::mat4 viewAt(float turn, float aspect)
{
    const glm::mat4 lens = glm::perspective(glm::radians(30.0F), aspect, 0.5F, 10.0F);
    const glm::mat4 away = glm::translate(glm::mat4(1), glm::vec3(0, 0, -3.6F));
    return lens * away * glm::rotate(glm::mat4(1), turn, glm::vec3(0, 1, 0)) *
           glm::translate(glm::mat4(1), glm::vec3(0, -0.83F, -0.08F));
}

double orbit(const Glb& glb, int frames, int width, int height)
{
    const GLuint program = link();
    const GLint matrix = glGetUniformLocation(program, "m");
    makeTarget(width, height);
    std::vector<Drawn> meshes;
    for (const Json& mesh : glb.json["meshes"])
        meshes.push_back(uploadMesh(glb, mesh));
    glUseProgram(program);
    const auto draw = [&](float turn) {
        glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
        const glm::mat4 view = viewAt(turn, static_cast<float>(width) / static_cast<float>(height));
        for (const Json& node : glb.json["nodes"]) {
            if (!node.contains("mesh") || node["extras"]["kind"] == "skin")
                continue;
            const bool left = node["extras"]["side"] == "left";
            const glm::mat4 placed = glm::scale(view, glm::vec3(left ? -1.0F : 1.0F, 1.0F, 1.0F));
            glUniformMatrix4fv(matrix, 1, GL_FALSE, glm::value_ptr(placed));
            const Drawn& mesh = meshes[node["mesh"].get<std::size_t>()];
            glBindVertexArray(mesh.array.id());
            glDrawElements(GL_TRIANGLES, mesh.count, GL_UNSIGNED_INT, nullptr);
        }
        glFinish();
    };
    draw(0);
    const auto start = std::chrono::steady_clock::now();
    for (int frame = 0; frame < frames; ++frame)
        draw(glm::radians(360.0F * static_cast<float>(frame) / static_cast<float>(frames)));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    return frames / took.count();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 5) {
        std::fprintf(stderr, "usage: knotmap_bare_orbit BODY.glb FRAMES WIDTH HEIGHT\n");
        return 2;
    }
    try {
        const auto context = gl::OffscreenContext::create();
        if (!context)
            throw std::runtime_error(context.error().message);
        std::printf("%.3f\n", orbit(Glb(argv[1]), std::atoi(argv[2]), std::atoi(argv[3]),
                                    std::atoi(argv[4])));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "knotmap_bare_orbit: %s\n", error.what());
        return 1;
    }
    return 0;
}
