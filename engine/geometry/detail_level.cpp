#include "engine/geometry/detail_level.h"

namespace knotmap::geometry {

const std::vector<std::uint32_t>&
trianglesWithin(const Mesh& mesh, const std::vector<DetailLevel>& coarser, float errorMm)
{
    const std::vector<std::uint32_t>* triangles = &mesh.indices;
    for (const DetailLevel& level : coarser)
        if (level.errorMm <= errorMm)
            triangles = &level.indices;
    return *triangles;
}

} // namespace knotmap::geometry
