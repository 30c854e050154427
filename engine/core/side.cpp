#include "engine/core/side.h"

#include "engine/words/tr.h"

namespace knotmap::core {

std::string_view sideName(Side side)
{
    switch (side) {
    case Side::Right:
        return mark("right");
    case Side::Left:
        return mark("left");
    case Side::Midline:
        break;
    }
    return mark("midline");
}

Side opposite(Side side)
{
    if (side == Side::Right)
        return Side::Left;
    return side == Side::Left ? Side::Right : Side::Midline;
}

SidedId parseSidedId(std::string_view text)
{
    for (const Side side : {Side::Right, Side::Left}) {
        const std::string_view name = sideName(side);
        if (text.size() <= name.size() + 1)
            continue;
        const std::size_t dot = text.size() - name.size() - 1;
        if (text[dot] == '.' && text.substr(dot + 1) == name)
            return {std::string(text.substr(0, dot)), side};
    }
    return {std::string(text), std::nullopt};
}

std::string instanceName(std::string_view id, Side side)
{
    std::string name(id);
    if (side != Side::Midline)
        name.append(".").append(sideName(side));
    return name;
}

} // namespace knotmap::core
