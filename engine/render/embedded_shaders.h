#pragma once

#include <string_view>
#include <vector>

namespace knotmap::render {

/// A shader file as it was in shaders/ when the program was built.
struct EmbeddedShader
{
    std::string_view name; ///< path within the folder, with forward slashes
    std::string_view text;
};

/// All of them, sorted by name. Defined in a generated file.
const std::vector<EmbeddedShader>& embeddedShaders();

} // namespace knotmap::render
