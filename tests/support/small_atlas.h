#pragma once

#include "engine/body/atlas.h"
#include "tests/support/shapes.h"

namespace knotmap::testing {

/// A baked body of one muscle in a ball of skin, with meshes of that resolution.
inline body::Atlas smallAtlas(float edgeMm = 4)
{
    body::Atlas atlas;
    anatomy::Structure structure;
    structure.id = "strap";
    structure.english = "Strap";
    structure.fmaRight = {1, 2};
    atlas.structures.push_back(structure);
    body::Shape shape;
    shape.id = "strap";
    shape.sheets = {strap()};
    shape.mesh = buildSheet(shape.sheets.front(), edgeMm);
    atlas.shapes.push_back(shape);
    atlas.skin.mesh = ball(glm::vec3(0), 50, edgeMm * 3 / 4);
    atlas.skin.regions.assign(atlas.skin.mesh.positions.size(), 1);
    atlas.regions = {{"temple", core::Side::Right}, {"temple", core::Side::Left}};
    atlas.landmarks = {{"nose-tip", {0, 0, 50}}};
    return atlas;
}

} // namespace knotmap::testing
