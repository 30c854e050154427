#pragma once

#include "engine/body/atlas.h"
#include "engine/body/pose.h"
#include "engine/props/prop.h"
#include "engine/scene/camera.h"
#include "engine/scene/cut.h"
#include "engine/scene/overlay.h"
#include "engine/scene/zone_paint.h"

#include <array>
#include <glm/mat4x4.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace knotmap::scene {

/// How one instance is drawn.
struct Appearance
{
    float opacity = 1;   ///< 0: not drawn; between: a ghost
    float highlight = 0; ///< 0 to 1: emphasised by colour and outline
};

/// A trigger point that can be seen and picked.
struct KnotMarker
{
    glm::vec3 position{0}; ///< in the muscle, mm
    glm::vec3 onSkin{0};   ///< where to press, mm
    float radiusMm = 4;
    bool emphasised = false; ///< selected, or one of the selected muscle
    bool shown = true;       ///< false: neither drawn nor picked
};

/// Hatched areas of the skin where care is needed.
struct CautionPaint
{
    /// One per skin vertex: distance in mm to the edge of the nearest area, negative inside.
    std::vector<float> edgeDistance;
};

/// The placed tool.
struct ToolModel
{
    std::shared_ptr<const geometry::Mesh>
        mesh;                       ///< its own frame: contact at the origin, +Z away from the skin
    std::vector<glm::vec3> colours; ///< linear RGB, one per vertex of the mesh
    glm::mat4 placement{1};         ///< to the body's frame
    bool presses = true;            ///< false: it lifts the muscle, nothing is pressed
    bool skinLike = false;          ///< a hand rather than an object
};

/// An arrow, for the direction of pressure.
struct Arrow
{
    glm::vec3 tip{0};
    glm::vec3 direction{0, 0, -1}; ///< unit, the direction it points
    float lengthMm = 60;
};

/// A flat support, wall or mat, in the world: where the body is after `bodyPlacement`.
struct Support
{
    glm::vec3 point{0};
    glm::vec3 normal{0, 1, 0}; ///< unit, towards the body
    float halfSizeMm = 600;
};

/// Everything a picture shows, as plain data without GPU handles. Large parts are shared and
/// immutable, so that the renderer can keep its uploads as long as the pointer stays.
struct Scene
{
    std::shared_ptr<const body::Atlas> atlas;
    std::vector<Appearance> appearances; ///< parallel to atlas->instances
    float skinOpacity = 0.3F;            ///< 0: peeled off, 1: opaque
    Camera camera;

    std::vector<KnotMarker> knots;
    std::optional<std::uint32_t> hoveredKnot;
    std::optional<std::uint32_t> selectedKnot;
    std::optional<std::uint32_t> hoveredInstance;

    std::shared_ptr<const ZonePaint> zone;
    /// Zones of other trigger points shown as well, each in the hue of its index here; null for
    /// none.
    std::array<std::shared_ptr<const ZonePaint>, kMaxKeptZones> keptZones;
    std::optional<Pulse> pulse;
    std::shared_ptr<const CautionPaint> caution;
    std::optional<ToolModel> tool;
    std::optional<Arrow> arrow;
    std::optional<Support> support;
    std::vector<props::Prop> props;
    std::vector<props::ShadowFace> shadowFaces; ///< of props, for the shadow on them
    std::optional<StartPose> startPose;
    std::optional<WeightMarks> weight;

    /// Skin region highlight, for `--region`; empty if none is requested. One value per skin
    /// vertex: 0 or 1.
    std::shared_ptr<const std::vector<float>> regionHighlight;

    /// Each joint's move in the pose, parallel to atlas->joints; null: the measured stance.
    /// Muscles, bones and skin follow in the shaders. Everything else in the body's frame (trigger
    /// points, dots, tool and arrow) is given in the pose.
    std::shared_ptr<const body::BoneTransforms> pose;
    glm::mat4 bodyPlacement{1}; ///< moves the whole body with everything on it
    std::optional<Cut> cut;     ///< what it removes is neither drawn nor picked
    /// Further placements of the same body with its pose and everything on it; only the first one
    /// can be picked and named. Props belong to the first alone.
    std::vector<glm::mat4> copies;
    bool transparentBackground = false;
    bool knotsVisible = true;
};

/// Whether the cut removes tool and arrow: they go with the removed half, and would hide the
/// section if they stood across it.
bool cutTakesTool(const Scene& scene);

/// What is under a point of the picture.
struct Pick
{
    enum class What
    {
        Nothing,
        Instance,
        Knot,
        Skin
    };
    What what = What::Nothing;
    std::uint32_t index = 0; ///< of the instance or trigger point
    glm::vec3 position{0};   ///< in the body's frame, mm; valid unless Nothing
};

} // namespace knotmap::scene
