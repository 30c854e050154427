#include "engine/anatomy/structure.h"

#include <array>
#include <utility>

namespace knotmap::anatomy {
namespace {

constexpr std::array<std::pair<Layer, std::string_view>, 5> kLayers = {{
    {Layer::Skin, "skin"},
    {Layer::Superficial, "superficial"},
    {Layer::Intermediate, "intermediate"},
    {Layer::Deep, "deep"},
    {Layer::Bone, "bone"},
}};

constexpr std::array<std::pair<Kind, std::string_view>, 3> kKinds = {{
    {Kind::Muscle, "muscle"},
    {Kind::Bone, "bone"},
    {Kind::Cartilage, "cartilage"},
}};

template <typename Table, typename Value>
std::string_view nameOf(const Table& table, Value value)
{
    for (const auto& [entry, name] : table)
        if (entry == value)
            return name;
    return {};
}

template <typename Value, std::size_t N>
std::optional<Value> valueOf(const std::array<std::pair<Value, std::string_view>, N>& table,
                             std::string_view name)
{
    for (const auto& [value, entry] : table)
        if (entry == name)
            return value;
    return std::nullopt;
}

} // namespace

std::string_view kindName(Kind kind)
{
    return nameOf(kKinds, kind);
}
std::string_view layerName(Layer layer)
{
    return nameOf(kLayers, layer);
}
std::optional<Layer> parseLayer(std::string_view name)
{
    return valueOf(kLayers, name);
}
std::optional<Kind> parseKind(std::string_view name)
{
    return valueOf(kKinds, name);
}

} // namespace knotmap::anatomy
