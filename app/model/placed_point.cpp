#include "app/model/placed_point.h"

#include "engine/geometry/sheet.h"
#include "engine/referral/paint.h"
#include "engine/referral/referral_path.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace knotmap::app {
namespace {

constexpr float kDotSpacingMm = 6.2F;
constexpr float kDotRadiusMm = 1.7F;
/// Girths of arm and thigh in a heavy build relative to average (assets/anatomy/builds): a zone
/// covers the same fraction of a limb.
constexpr float kGirthGain = 0.16F;
constexpr std::string_view kOpposite = ".opposite";
/// A trigger point deeper than this is pressed towards rather than perpendicularly.
constexpr float kAimDepthMm = 10;

glm::vec3 toSide(const glm::vec3& position, core::Side side)
{
    return side == core::Side::Left ? position * glm::vec3(-1, 1, 1) : position;
}

/// The position of a waypoint near the skin; `knot` is the trigger point's own position on the
/// skin.
std::optional<glm::vec3> waypointPosition(const Library& library,
                                          const referral::Waypoint& waypoint, core::Side side,
                                          const glm::vec3& knot)
{
    if (waypoint.near == "knot")
        return knot + toSide(waypoint.offsetMm, side);
    std::string_view id = waypoint.near;
    core::Side on = side;
    if (id.size() > kOpposite.size() && id.substr(id.size() - kOpposite.size()) == kOpposite) {
        id.remove_suffix(kOpposite.size());
        on = core::opposite(side);
    }
    const auto landmark = library.atlas->landmark(id, on);
    if (!landmark)
        return std::nullopt;
    return *landmark + toSide(waypoint.offsetMm, side);
}

/// The frame of the trigger point in its muscle, its normal facing the skin (right side).
std::optional<geometry::SheetFrame> frameOf(const Library& library, const referral::Point& point)
{
    const auto shape = library.atlas->findShape(point.muscle);
    if (!shape)
        return std::nullopt;
    const auto& sheets = library.atlas->shapes[*shape].sheets;
    const auto sheet = static_cast<std::size_t>(point.at.sheet);
    if (sheet >= sheets.size())
        return std::nullopt;
    geometry::SheetFrame frame = geometry::evaluate(sheets[sheet], point.at.along, point.at.across);
    const auto nearest = library.skin->closest(frame.middle);
    if (nearest && glm::dot(frame.normal, nearest->position - frame.middle) < 0)
        frame.normal = -frame.normal;
    return frame;
}

void placeOnSkin(const Library& library, PlacedPoint& placed)
{
    auto on = library.skin->closest(placed.knot);
    if (placed.point->press)
        if (const auto asked =
                waypointPosition(library, *placed.point->press, placed.side, on->position))
            on = library.skin->closest(*asked);
    placed.onSkin = on->position;
    placed.skinNormal = on->normal;
    placed.depthMm = glm::distance(placed.onSkin, placed.knot);
    placed.pressing = -on->normal;
    if (placed.point->pressDirection)
        placed.pressing = toSide(*placed.point->pressDirection, placed.side);
    else if (placed.depthMm > kAimDepthMm)
        placed.pressing =
            glm::normalize(placed.pressing + 0.6F * glm::normalize(placed.knot - placed.onSkin));
}

} // namespace

std::string PlacedPoint::name() const
{
    return core::instanceName(point->id, side);
}

core::Outcome needsZone(const PlacedPoint& placed)
{
    if (!placed.point->local)
        return std::nullopt;
    return core::Error{trf("'{}' sends no pain elsewhere as far as is known, so it has no zone",
                           placed.point->id)};
}

std::vector<PlacedPoint> placePoints(const Library& library)
{
    std::vector<PlacedPoint> points;
    for (const referral::Point& point : library.referral.points) {
        const auto frame = frameOf(library, point);
        if (!frame)
            continue;
        const glm::vec3 knot =
            frame->middle + frame->normal * (frame->thickness * (0.5F - point.at.depth));
        for (const core::Side side : {core::Side::Right, core::Side::Left}) {
            PlacedPoint placed;
            placed.point = &point;
            placed.advice = library.care.findAdvice(point.id);
            placed.side = side;
            placed.knot = toSide(knot, side);
            placeOnSkin(library, placed);
            points.push_back(placed);
        }
    }
    return points;
}

std::shared_ptr<const scene::ZonePaint> paintZone(const Library& library, const PlacedPoint& placed)
{
    std::vector<referral::PlacedStroke> strokes;
    const float broader = 1 + kGirthGain * std::max(0.0F, 2 * library.build.mass - 1);
    for (const referral::Stroke& stroke : placed.point->strokes) {
        referral::PlacedStroke drawn{stroke.strength, {}, stroke.radiusMm * broader};
        for (const referral::Waypoint& waypoint : stroke.through)
            if (const auto position =
                    waypointPosition(library, waypoint, placed.side, placed.onSkin))
                drawn.through.push_back(*position);
        strokes.push_back(std::move(drawn));
    }
    const referral::Paint paint = referral::paint(*library.skin, strokes);
    auto zone = std::make_shared<scene::ZonePaint>();
    zone->edgeDistance = paint.edgeDistance;
    zone->dotRadiusMm = kDotRadiusMm;
    for (const referral::Dot& dot :
         referral::stipple(*library.skin, paint, kDotSpacingMm, kDotRadiusMm)) {
        zone->dots.push_back(dot.position);
        zone->dotNormals.push_back(dot.normal);
        const auto& weights = library.atlas->skin.weights;
        zone->dotWeights.push_back(
            body::mixed({weights[dot.corners[0]], weights[dot.corners[1]], weights[dot.corners[2]]},
                        dot.barycentric));
    }
    return zone;
}

std::shared_ptr<const scene::ReferralPath>
pathToZone(const Library& library, const PlacedPoint& placed, const scene::ZonePaint& zone)
{
    referral::SkinPath skinPath =
        referral::pathToZone(*library.skin, placed.onSkin, zone.edgeDistance);
    if (skinPath.coordinates.empty())
        return nullptr;
    auto shown = std::make_shared<scene::ReferralPath>();
    shown->coordinates = std::move(skinPath.coordinates);
    shown->lengthMm = skinPath.lengthMm;
    return shown;
}

} // namespace knotmap::app
