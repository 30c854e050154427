#pragma once

#include "app/model/pain_region.h"
#include "app/model/placed_point.h"
#include "app/model/scene_part_cache.h"
#include "app/model/visibility.h"
#include "engine/posture/weight.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace knotmap::app {

/// How far the body is peeled: 0 with all its skin, 1 down to the superficial muscles, 4 down to
/// the bones; in between, the outer layers fade.
constexpr float peelOf(anatomy::Layer layer)
{
    return static_cast<float>(layer);
}

/// Which knots a picture shows.
enum class KnotSet
{
    Emphasised, ///< the selected one and those of the selected structure: a picture is of few
                ///< things
    Related ///< of a selected knot those of its muscle and its satellites; with none selected all
};

/// What a picture is to show.
struct SceneRequest
{
    std::optional<std::size_t> point;      ///< index into the placed points
    std::optional<std::uint32_t> instance; ///< a structure to lift out
    std::vector<PainRegion> regions;       ///< to be highlighted
    float peel = peelOf(anatomy::Layer::Superficial);
    std::optional<float> skinOpacity;   ///< otherwise that of the peeling depth
    std::vector<Visibility> visibility; ///< one per instance; empty: all shown
    KnotSet knots = KnotSet::Emphasised;
    bool showKnots = true;
    bool showTool = true; ///< with its arrow
    std::optional<scene::Cut> cut;
    /// Points whose zones are shown beside that of `point`, each in the hue of its slot.
    std::array<std::optional<std::size_t>, scene::kMaxKeptZones> kept;
    bool cautions = false;          ///< all caution areas, not only those near the point
    std::optional<body::Pose> pose; ///< the measured stance when not given
    /// Of the point, where it is known already; otherwise it is solved for the picture.
    std::shared_ptr<const posture::SolvedPosition> solved;
    bool startPose = false;                             ///< draw the contour of the standing body
    std::shared_ptr<const posture::WeightSplit> weight; ///< load marks of the solved position
    float position = 0; ///< fraction of the way from standing into the point's position, 1
};

/// The layer at which a structure can be seen.
anatomy::Layer layerShowing(const Library& library, std::string_view structure);

/// Builds the scene for a picture, all but the camera. With a point: its muscle lifted out, its
/// zone, tool, arrow and knot. Parts that `parts` has are used again.
scene::Scene composeScene(const Library& library, const std::vector<PlacedPoint>& points,
                          const SceneRequest& request, ScenePartCache& parts);
scene::Scene composeScene(const Library& library, const std::vector<PlacedPoint>& points,
                          const SceneRequest& request);

/// Sets again what of a scene is cheap to change: how opaque and highlighted everything is, the cut
/// and whether knots are marked.
void applyAppearance(scene::Scene& scene, const Library& library,
                     const std::vector<PlacedPoint>& points, const SceneRequest& request);

} // namespace knotmap::app
