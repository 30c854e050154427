#pragma once

#include "engine/core/result.h"
#include "engine/gl/gl.h"

#include <glm/mat4x4.hpp>
#include <string>
#include <unordered_map>
#include <utility>

namespace knotmap::gl {

/// The source of one program's two stages, complete but for the first lines, which depend on the
/// API.
struct ProgramSource
{
    std::string label;    ///< for messages and debuggers
    std::string vertex;   ///< GLSL without #version
    std::string fragment; ///< GLSL without #version
};

/// The lines that must precede a shader: version and precision, of GLSL 330 core or ES 300.
std::string dialectHeader(bool embedded);

/// A linked program. Move-only; deleted with its owner.
class Program
{
public:
    Program() = default;

    /// Compiles and links for the current context's API. The error names the program, the stage and
    /// the driver's message.
    static core::Result<Program> build(const ProgramSource& source);

    Program(Program&& other) noexcept
        : m_id(std::exchange(other.m_id, 0)), m_uniforms(std::move(other.m_uniforms))
    {}
    Program& operator=(Program&& other) noexcept
    {
        std::swap(m_id, other.m_id);
        std::swap(m_uniforms, other.m_uniforms);
        return *this;
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program();

    GLuint id() const { return m_id; }
    explicit operator bool() const { return m_id != 0; }

    void use() const { glUseProgram(m_id); }

    /// The location of a uniform; -1 (ignored by OpenGL) when the program does not use it.
    GLint uniform(const char* name) const;

    // Setters for the program in use.
    void set(const char* name, int value) const { glUniform1i(uniform(name), value); }
    void set(const char* name, float value) const { glUniform1f(uniform(name), value); }
    void set(const char* name, const glm::vec2& value) const;
    void set(const char* name, const glm::vec3& value) const;
    void set(const char* name, const glm::vec4& value) const;
    void set(const char* name, const glm::mat4& value) const;
    void setId(const char* name, GLuint value) const { glUniform1ui(uniform(name), value); }

private:
    void collectUniforms();

    GLuint m_id = 0;
    std::unordered_map<std::string, GLint> m_uniforms;
};

} // namespace knotmap::gl
