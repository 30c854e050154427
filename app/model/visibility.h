#pragma once

#include "engine/body/atlas.h"
#include "engine/core/result.h"
#include "engine/scene/scene.h"

#include <cstdint>
#include <string>
#include <vector>

namespace knotmap::app {

/// An instance's visibility, independent of its layer.
enum class Visibility : std::uint8_t
{
    Shown,
    Ghosted,
    Hidden
};

/// The instances of a name: one of a structure ("biceps-brachii.left"; of `side` if it names none),
/// all of a group ("group:thigh"). The error names the nearest known ones.
core::Result<std::vector<std::uint32_t>> instancesNamed(const body::Atlas& atlas,
                                                        const std::string& name, core::Side side);

/// Hides all muscles except `members`; other bones become ghosts.
std::vector<Visibility> isolated(const body::Atlas& atlas,
                                 const std::vector<std::uint32_t>& members);

/// Hides and fades in a scene, in addition to its peeling; `visibility` has one entry per instance,
/// or none at all.
void applyVisibility(scene::Scene& scene, const std::vector<Visibility>& visibility);

} // namespace knotmap::app
