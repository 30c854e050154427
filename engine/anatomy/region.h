#pragma once

#include <glm/vec3.hpp>
#include <string>
#include <vector>

namespace knotmap::anatomy {

/// A named point close to the skin, for strokes and regions; on the right side or the midline.
struct Landmark
{
    std::string id;
    std::string label;
    glm::vec3 at{0}; ///< mm
    bool midline = false;
    std::string file;
    int line = 0, column = 0;
};

/// A named area of the body surface where pain is felt.
struct Region
{
    std::string id;
    std::string label;
    std::vector<std::string> synonyms;
    std::string group;
    bool midline = false;
    /// Paths through landmarks; every point of the skin belongs to the region of the nearest path.
    std::vector<std::vector<std::string>> sites;
    std::string file;
    int line = 0, column = 0;
};

} // namespace knotmap::anatomy
