#pragma once

#include "app/model/placed_point.h"
#include "engine/posture/weight.h"

#include <array>
#include <memory>
#include <optional>
#include <string>

namespace knotmap::app {

/// How far the body is peeled: 0 with all its skin, 1 down to the superficial muscles, 4 down to
/// the bones; in between, the outer layers fade.
constexpr float peelOf(anatomy::Layer layer)
{
    return static_cast<float>(layer);
}

/// The contents of a picture.
struct SceneRequest
{
    std::optional<std::size_t> point;      ///< index into the placed points
    std::optional<std::uint32_t> instance; ///< a structure to highlight
    std::optional<std::string> region;     ///< id of a region
    std::optional<core::Side> regionSide;  ///< both if not given
    float peel = peelOf(anatomy::Layer::Superficial);
    /// Trigger points whose zones are shown in addition to that of `point`, each in the hue of its
    /// index.
    std::array<std::optional<std::size_t>, scene::kMaxKeptZones> kept;
    bool cautions = false;          ///< all caution areas, not only those near the point
    std::optional<body::Pose> pose; ///< the measured stance if not given
    std::shared_ptr<const posture::SolvedPosition> solved; ///< of the point, if known already
    bool startPose = false;                             ///< draw the contour of the standing body
    std::shared_ptr<const posture::WeightSplit> weight; ///< load marks of the solved position
    float position = 0; ///< fraction of the way from standing into the point's position, 1
};

/// Opacity of the skin at this peeling.
float skinOpacityOf(float peel);

/// Fades out the layers above; bones are always there.
void applyPeel(scene::Scene& scene, float peel);

/// The layer at which a structure becomes visible.
anatomy::Layer layerShowing(const Library& library, std::string_view structure);

/// Builds the scene for a picture, except the camera. With a trigger point: its muscle highlighted,
/// its zone, tool, arrow and marker. Trigger points of a shown muscle are emphasised.
scene::Scene composeScene(const Library& library, const std::vector<PlacedPoint>& points,
                          const SceneRequest& request);

/// One value per skin vertex: 1 in the region, on one side or both.
std::shared_ptr<const std::vector<float>>
regionShare(const Library& library, std::string_view region, std::optional<core::Side> side);

} // namespace knotmap::app
