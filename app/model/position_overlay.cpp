#include "app/model/position_overlay.h"

#include "app/model/apply_pose.h"
#include "app/model/bounds.h"
#include "app/model/contact_view.h"
#include "engine/posture/interpolate_position.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>

namespace knotmap::app {
namespace {

/// Radius of the mark for all of the weight; its area is proportional to the load.
constexpr float kWholePadMm = 190, kWallPadMm = 55, kMinPadMm = 18;

/// The marks for the picture.
scene::WeightMarks weightMarks(const posture::WeightSplit& split)
{
    scene::WeightMarks marks;
    marks.centre = split.centre;
    marks.groundMm = split.groundMm;
    for (const posture::Contact& contact : split.contacts) {
        const float radius =
            contact.percent ? std::max(kMinPadMm, kWholePadMm * std::sqrt(*contact.percent / 100))
                            : kWallPadMm;
        marks.pads.push_back({contact.point, contact.normal, radius});
    }
    return marks;
}

/// On the way the eye follows the movement from the one to the other; afterwards the standing body
/// is only a reminder.
constexpr float kHeldStrength = 0.5F;
/// Limit on how much further off the eye may move to see the standing body whole.
constexpr float kFurtherAway = 1.4F;

scene::Camera framed(const Library& library, const scene::Scene& scene,
                     const scene::Camera& direction, float aspect, bool withStart)
{
    geometry::Bounds bounds = shownBounds(library, scene);
    if (withStart && scene.startPose) {
        const geometry::Bounds start = startBounds(library, *scene.startPose);
        bounds.add(start.low);
        bounds.add(start.high);
    }
    scene::Camera camera = direction;
    scene::frame(camera, bounds, aspect);
    return camera;
}

glm::vec3 jointAt(const Library& library, const posture::SolvedPosition& solved,
                  std::uint32_t joint)
{
    const glm::vec3 at = library.skeleton->joints()[joint].at;
    return glm::vec3(solved.placement *
                     glm::vec4(body::transformPoint(solved.transforms[joint], at), 1));
}

/// The body's own hand on the trigger point: it bears what lies on it, or rests there.
std::optional<posture::SelfTouch> handOnPoint(const Library& library, const PlacedPoint& placed,
                                              const posture::SolvedPosition& solved)
{
    const auto onSkin = library.skin->closest(placed.onSkin);
    if (!solved.ownHand || !onSkin)
        return std::nullopt;
    const PlacedPoint posed = posedPoint(library, solved.transforms, placed);
    posture::SelfTouch touch;
    const body::Skin& skin = library.atlas->skin;
    touch.joint = body::strongestJoint(skin.weights[skin.mesh.indices[3 * onSkin->triangle]]);
    touch.point = glm::vec3(solved.placement * glm::vec4(posed.onSkin, 1));
    touch.normal = glm::normalize(glm::vec3(solved.placement * glm::vec4(posed.pressing, 0)));
    float nearest = 1e30F;
    for (const core::Side side : {core::Side::Right, core::Side::Left})
        if (const auto wrist = library.skeleton->findJoint(anatomy::kWrist, side)) {
            const float away = glm::distance(jointAt(library, solved, *wrist), touch.point);
            if (away < nearest) {
                nearest = away;
                touch.other = *wrist;
            }
        }
    return touch;
}

/// The ankle that rests on the other knee.
std::optional<posture::SelfTouch> ankleOnKnee(const Library& library, const PlacedPoint& placed,
                                              const posture::SolvedPosition& solved)
{
    const care::Position* position = library.care.findPosition(placed.advice->positions.front());
    const auto knee = library.skeleton->findJoint(anatomy::kKnee, placed.side);
    const auto ankle = library.skeleton->findJoint(anatomy::kAnkle, placed.side);
    const auto other = library.skeleton->findJoint(anatomy::kHip, core::opposite(placed.side));
    if (position == nullptr || !position->rests("other-knee") || !knee || !ankle || !other)
        return std::nullopt;
    return posture::SelfTouch{*knee, *other, jointAt(library, solved, *ankle), {0, 1, 0}};
}

} // namespace

void addStartPose(scene::Scene& scene, const Library& library,
                  const posture::SolvedPosition& solved, float share)
{
    scene::StartPose start;
    start.placement = glm::translate(glm::mat4(1), posture::standingOffset(library, solved));
    // It appears as the body moves away from it.
    start.strength = glm::smoothstep(0.0F, 0.2F, share) *
                     glm::mix(1.0F, kHeldStrength, glm::smoothstep(0.8F, 1.0F, share));
    if (start.strength > 0)
        scene.startPose = start;
}

void addWeight(scene::Scene& scene, const posture::WeightSplit& split, float share)
{
    constexpr float kFrom = 0.85F;
    if (share <= kFrom || split.contacts.empty())
        return;
    scene.weight = weightMarks(split);
    scene.weight->strength = glm::smoothstep(kFrom, 1.0F, share);
}

posture::WeightSplit weightOf(const Library& library, const PlacedPoint& placed,
                              const posture::SolvedPosition& solved)
{
    const care::Tool* tool = library.care.firstTool(*placed.advice);
    std::vector<posture::SelfTouch> self;
    for (const auto& touch :
         {handOnPoint(library, placed, solved), ankleOnKnee(library, placed, solved)})
        if (touch)
            self.push_back(*touch);
    return posture::splitWeight(library, massesOf(library), solved,
                                tool == nullptr ? "tool" : tool->label, self);
}

geometry::Bounds startBounds(const Library& library, const scene::StartPose& start)
{
    geometry::Bounds bounds = bodyBounds(library);
    const glm::vec3 shift(start.placement[3]);
    bounds.low += shift;
    bounds.high += shift;
    return bounds;
}

scene::Camera viewOfBoth(const Library& library, const PlacedPoint& placed,
                         const scene::Scene& scene, float aspect)
{
    return framed(library, scene, contactView(library, placed, scene), aspect, true);
}

scene::Camera heldView(const Library& library, const PlacedPoint& placed, const scene::Scene& scene,
                       float aspect)
{
    const scene::Camera direction = contactView(library, placed, scene);
    const scene::Camera alone = framed(library, scene, direction, aspect, false);
    const scene::Camera both = framed(library, scene, direction, aspect, true);
    return both.distanceMm < kFurtherAway * alone.distanceMm ? both : alone;
}

} // namespace knotmap::app
