#pragma once

#include "engine/data/document.h"
#include "engine/geometry/mesh.h"

#include <functional>
#include <glm/vec4.hpp>
#include <span>
#include <string>
#include <vector>

namespace knotmap::bake {

/// A cord along which a form is raised on the skin (a lip, the helix) or carved into it (the line
/// between the lips, a nostril). It runs through its points as a Catmull-Rom spline. Right side.
struct SkinStroke
{
    struct Point
    {
        glm::vec3 at{0};
        float radiusMm = 1;
        float heightMm = 0; ///< of the axis above the skin; only for strokes on it
    };
    std::string name;
    bool carve = false;
    bool onSkin = true; ///< its points are moved onto the skin beneath all strokes
    float blendMm = 1;  ///< blend radius with the skin
    std::vector<Point> points;
    std::vector<Point> edge; ///< same number of points: a web is spanned from the cord to this one
};

/// Reads the [[stroke]]s of a document of assets/anatomy/skin.
std::vector<SkinStroke> readStrokes(const data::Table& root);

/// A signed distance, negative inside; must be safe to call from several threads.
using DistanceFunction = std::function<float(const glm::vec3&)>;

/// The unit gradient of a distance function, by central differences of 0.5 mm.
glm::vec3 uphill(const DistanceFunction& distance, const glm::vec3& position);

/// Strokes fitted to a skin and ready to be applied to it, in order.
class StrokeField
{
public:
    StrokeField(std::span<const SkinStroke> strokes, const DistanceFunction& skin);

    /// `value` (the skin's distance at `position`, right side) with all strokes applied.
    float applied(float value, const glm::vec3& position) const;
    /// Whether a stroke comes within `radiusMm` of a position.
    bool reaches(const glm::vec3& position, float radiusMm) const;

private:
    struct ForearmPlacement
    {
        bool carve = false;
        float blendMm = 1;
        std::vector<std::vector<glm::vec4>> cords; ///< points and radii, densely sampled
        geometry::Bounds bounds;                   ///< of all that the stroke can change
    };
    static ForearmPlacement lay(const SkinStroke& stroke, const DistanceFunction& skin);
    std::vector<ForearmPlacement> m_strokes;
};

} // namespace knotmap::bake
