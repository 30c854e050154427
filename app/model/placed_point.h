#pragma once

#include "app/model/library.h"
#include "engine/posture/press_target.h"
#include "engine/scene/scene.h"

#include <string_view>
#include <vector>

namespace knotmap::app {

/// A trigger point on one side of the body, with its positions in the atlas (mm).
struct PlacedPoint : posture::PressTarget
{
    const referral::Point* point = nullptr; ///< owned by the library
    const care::Advice* advice = nullptr;   ///< owned by the library; null if there is none
    glm::vec3 knot{0};                      ///< in the muscle
    glm::vec3 skinNormal{0, 0, 1};          ///< at `onSkin`
    float depthMm = 0;                      ///< depth of the trigger point below the skin

    std::string name() const; ///< "upper-trapezius-1.left"
};

/// Every point on both sides, in the order of the data, right before left.
std::vector<PlacedPoint> placePoints(const Library& library);

/// The zone of a point painted on the skin.
std::shared_ptr<const scene::ZonePaint> paintZone(const Library& library,
                                                  const PlacedPoint& placed);

/// An error for a point that is only locally tender: it has no zone to compare or to show the path
/// to.
core::Outcome needsZone(const PlacedPoint& placed);

/// The path along the skin from where the point is pressed to its zone, for a pulse; null for an
/// empty zone.
std::shared_ptr<const scene::ReferralPath>
pathToZone(const Library& library, const PlacedPoint& placed, const scene::ZonePaint& zone);

/// Whether the advice allows any pressure on the point: not on the throat or the pelvic floor.
bool isPressed(const PlacedPoint& placed);

/// The tool of a point (the first advised, or `toolId`), touching the skin and pressing along
/// `pressing`; none if the point has no advice.
std::optional<scene::ToolModel> placeTool(const Library& library, const PlacedPoint& placed,
                                          std::string_view toolId = {});

/// The direction from which trigger point, zone and tool are all visible, framed.
scene::Camera bestView(const Library& library, const PlacedPoint& placed,
                       const scene::ZonePaint& zone, float aspect);

/// The mean direction of the skin over a structure, the side from which it is best visible: at most
/// unit length, shorter the more of the body's circumference it covers.
glm::vec3 outwardOf(const Library& library, std::uint32_t instance);

} // namespace knotmap::app
