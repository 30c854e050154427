#pragma once

#include "app/model/placed_point.h"
#include "engine/posture/weight.h"

#include <array>
#include <memory>
#include <optional>
#include <string>

namespace knotmap::app {

/// How far the body is peeled: 0 with all its skin, 1 down to the superficial muscles, 4 down to
/// the bones; between, what lies above fades.
constexpr float peelOf(anatomy::Layer layer)
{
    return static_cast<float>(layer);
}

/// What a picture is to show.
struct SceneRequest
{
    std::optional<std::size_t> point;      ///< index into the placed points
    std::optional<std::uint32_t> instance; ///< a structure to lift out
    std::optional<std::string> region;     ///< id of a region
    std::optional<core::Side> regionSide;  ///< both when not given
    float peel = peelOf(anatomy::Layer::Superficial);
    /// Points whose zones are shown beside that of `point`, each in the hue of its place.
    std::array<std::optional<std::size_t>, scene::kMaxKeptZones> kept;
    bool cautions = false;          ///< all caution areas, not only those near the point
    std::optional<body::Pose> pose; ///< the measured stance when not given
    std::shared_ptr<const posture::SolvedPosition>
        solved;                                         ///< of the point, where it is known already
    bool startPose = false;                             ///< draw the contour of the standing body
    std::shared_ptr<const posture::WeightSplit> weight; ///< of the solved position, to be drawn
    float position = 0; ///< how far the body has come from standing into the point's position, 1
};

/// How opaque the skin is on a body peeled so far.
float skinOpacityOf(float peel);

/// Fades out what lies above; bones are always there.
void applyPeel(scene::Scene& scene, float peel);

/// The layer at which a structure can be seen.
anatomy::Layer layerShowing(const Library& library, std::string_view structure);

/// Builds the scene for a picture, all but the camera. With a point: its muscle lifted out, its
/// zone, tool, arrow and knot. Knots of a shown muscle are emphasised.
scene::Scene composeScene(const Library& library, const std::vector<PlacedPoint>& points,
                          const SceneRequest& request);

/// One value a skin vertex: 1 in the region, on one side or both.
std::shared_ptr<const std::vector<float>>
regionShare(const Library& library, std::string_view region, std::optional<core::Side> side);

} // namespace knotmap::app
