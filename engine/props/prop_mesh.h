#pragma once

#include "engine/geometry/mesh.h"
#include "engine/props/prop.h"
#include "engine/props/supports.h"

#include <vector>

namespace knotmap::props {

/// Builds the mesh of a prop from boxes.
class PropMesh
{
public:
    /// A box with sharp edges.
    void addBox(const Solid& box, const glm::vec3& colour);
    /// A box with rounded edges and corners, as on upholstery.
    void addRoundedBox(const Solid& box, float radiusMm, const glm::vec3& colour);

    Prop finish() &&;

private:
    /// One face of a box, given by its four corners.
    struct Face
    {
        int axis = 0;
        float sign = 1;
    };
    void addRoundedFace(const Solid& box, const Face& face, float radiusMm,
                        const glm::vec3& colour);
    void colourNew(const glm::vec3& colour);

    geometry::Mesh m_mesh;
    std::vector<glm::vec3> m_colours;
};

} // namespace knotmap::props
