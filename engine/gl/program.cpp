#include "engine/gl/program.h"

#include "engine/gl/object.h"
#include "engine/words/tr.h"

#include <array>
#include <glm/gtc/type_ptr.hpp>

namespace knotmap::gl {
namespace {

/// A stage that is deleted once the program is linked.
class Stage
{
public:
    Stage(GLenum kind, const std::string& text) : m_id(glCreateShader(kind))
    {
        const char* pointer = text.c_str();
        glShaderSource(m_id, 1, &pointer, nullptr);
        glCompileShader(m_id);
    }
    ~Stage() { glDeleteShader(m_id); }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    GLuint id() const { return m_id; }

    bool compiled() const
    {
        GLint status = GL_FALSE;
        glGetShaderiv(m_id, GL_COMPILE_STATUS, &status);
        return status == GL_TRUE;
    }

    std::string log() const
    {
        GLint length = 0;
        glGetShaderiv(m_id, GL_INFO_LOG_LENGTH, &length);
        std::string text(static_cast<std::size_t>(length > 0 ? length : 1), '\0');
        GLsizei written = 0;
        glGetShaderInfoLog(m_id, static_cast<GLsizei>(text.size()), &written, text.data());
        text.resize(static_cast<std::size_t>(written));
        return text;
    }

private:
    GLuint m_id;
};

std::string linkLog(GLuint program)
{
    std::array<char, 2048> text{};
    GLsizei written = 0;
    glGetProgramInfoLog(program, static_cast<GLsizei>(text.size()), &written, text.data());
    return {text.data(), static_cast<std::size_t>(written)};
}

} // namespace

std::string dialectHeader(bool embedded)
{
    if (embedded)
        return "#version 300 es\nprecision highp float;\nprecision highp int;\n"
               "precision highp sampler2D;\nprecision highp usampler2D;\n";
    return "#version 330 core\n";
}

core::Result<Program> Program::build(const ProgramSource& source)
{
    const std::string header = dialectHeader(isEmbedded());
    const Stage vertex(GL_VERTEX_SHADER, header + source.vertex);
    if (!vertex.compiled())
        return core::Error{
            trf("Shader {} does not compile: {}", source.label + ".vert", vertex.log())};
    const Stage fragment(GL_FRAGMENT_SHADER, header + source.fragment);
    if (!fragment.compiled())
        return core::Error{
            trf("Shader {} does not compile: {}", source.label + ".frag", fragment.log())};

    Program program;
    program.m_id = glCreateProgram();
    glAttachShader(program.m_id, vertex.id());
    glAttachShader(program.m_id, fragment.id());
    glLinkProgram(program.m_id);
    GLint status = GL_FALSE;
    glGetProgramiv(program.m_id, GL_LINK_STATUS, &status);
    if (status != GL_TRUE)
        return core::Error{trf("Shader {} does not link: {}", source.label, linkLog(program.m_id))};
    glDetachShader(program.m_id, vertex.id());
    glDetachShader(program.m_id, fragment.id());
    if (hasDebug())
        labelObject(GL_PROGRAM, program.m_id, source.label.c_str());
    program.collectUniforms();
    return program;
}

Program::~Program()
{
    if (m_id != 0)
        glDeleteProgram(m_id);
}

void Program::collectUniforms()
{
    GLint count = 0;
    glGetProgramiv(m_id, GL_ACTIVE_UNIFORMS, &count);
    for (GLint i = 0; i < count; ++i) {
        std::array<char, 128> name{};
        GLsizei length = 0;
        GLint size = 0;
        GLenum type = 0;
        glGetActiveUniform(m_id, static_cast<GLuint>(i), static_cast<GLsizei>(name.size()), &length,
                           &size, &type, name.data());
        const GLint location = glGetUniformLocation(m_id, name.data());
        if (location >= 0)
            m_uniforms.emplace(std::string(name.data(), static_cast<std::size_t>(length)),
                               location);
    }
}

GLint Program::uniform(const char* name) const
{
    const auto found = m_uniforms.find(name);
    return found == m_uniforms.end() ? -1 : found->second;
}

void Program::set(const char* name, const glm::vec2& value) const
{
    glUniform2fv(uniform(name), 1, glm::value_ptr(value));
}

void Program::set(const char* name, const glm::vec3& value) const
{
    glUniform3fv(uniform(name), 1, glm::value_ptr(value));
}

void Program::set(const char* name, const glm::vec4& value) const
{
    glUniform4fv(uniform(name), 1, glm::value_ptr(value));
}

void Program::set(const char* name, const glm::mat4& value) const
{
    glUniformMatrix4fv(uniform(name), 1, GL_FALSE, glm::value_ptr(value));
}

} // namespace knotmap::gl
