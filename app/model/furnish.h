#pragma once

#include "app/model/on_supports.h"
#include "app/model/solved_position.h"

namespace knotmap::app {

/// Sets up what carries a body, where the body needs it: floor and mat, wall or doorway, chair or
/// bed, table, cushions. A mat lifts the body; `body.gapMm` grows where a thing of true measure
/// does not come up to the body.
void furnish(const Library& library, const ToSupport& what, Supported& body,
             SolvedPosition& solved);

} // namespace knotmap::app
