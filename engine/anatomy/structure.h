#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::anatomy {

enum class Kind
{
    Muscle,
    Bone,
    Cartilage
};

/// How deep a structure lies; also the steps of peeling: each shows its own layer and all deeper
/// ones.
enum class Layer
{
    Skin,
    Superficial,
    Intermediate,
    Deep,
    Bone
};

std::string_view kindName(Kind kind);
std::string_view layerName(Layer layer);
std::optional<Layer> parseLayer(std::string_view name);
std::optional<Kind> parseKind(std::string_view name);

/// What is known about a structure apart from its shape. A paired one is written once, for the
/// right side.
struct Structure
{
    std::string id;
    std::string english;
    std::string latin; ///< Terminologia Anatomica 2
    Kind kind = Kind::Muscle;
    Layer layer = Layer::Superficial;
    std::string group;
    std::string partOf; ///< id of the whole muscle this is a named part of; empty if it is one
    bool midline = false;
    bool measured = true; ///< false: drawn from anatomical knowledge
    /// Foundational Model of Anatomy ids; a midline structure has them in `fmaRight`.
    std::vector<int> fmaRight, fmaLeft;

    // Muscles only.
    std::string origin, insertion, action, nerve;
    std::vector<std::string> originBones, insertionBones;
    int attachesLine = 1; ///< where these are written, for messages

    std::string file; ///< which file it was read from, for messages
};

} // namespace knotmap::anatomy
