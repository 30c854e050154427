#include "engine/posture/tool_placement.h"

#include "engine/body/skinning.h"
#include "engine/posture/hold_grip.h"
#include "engine/props/tool_mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>

namespace knotmap::posture {
namespace {

/// Height of the cut above the wrist.
constexpr float kForearmMm = 55;
/// Beyond the cut, so that every triangle it crosses is included.
constexpr float kCutMarginMm = 60;
/// A thumb presses with its pad, the fingers resting beside it; fingertips come down steeper.
constexpr float kThumbSlantRad = 0.5F, kFingerSlantRad = 0.85F;
/// Directions around the pressing direction from which a hand or hook may come.
constexpr int kTurns = 16;
constexpr std::size_t kSamples = 60;
/// Weight of coming from where an arm reaches, relative to being half in the body.
constexpr float kNatural = 0.3F;
/// A point of the tool this near to the contact is meant to touch.
constexpr float kContactMm = 18;

/// Rotates the tool's frame so that +Z points away from the skin and +Y as near as possible to
/// `upwards`.
glm::mat4 toolFrame(const glm::vec3& contact, const glm::vec3& away, const glm::vec3& upwards)
{
    glm::vec3 aside = glm::cross(upwards, away);
    if (glm::length(aside) < 0.1F)
        aside = glm::cross(glm::vec3(0, 0, 1), away);
    aside = glm::normalize(aside);
    const glm::vec3 up = glm::cross(away, aside);
    return {glm::vec4(aside, 0), glm::vec4(up, 0), glm::vec4(away, 0), glm::vec4(contact, 1)};
}

bool isOfArmEnd(std::string_view region)
{
    static constexpr std::array<std::string_view, 13> kRegions = {
        "thumb",        "index-finger",   "middle-finger", "ring-finger", "little-finger",
        "palm",         "hand-back",      "wrist-front",   "wrist-back",  "forearm-front",
        "forearm-back", "forearm-radial", "forearm-ulnar"};
    return std::find(kRegions.begin(), kRegions.end(), region) != kRegions.end();
}

/// The vertices of the right hand and of enough of the forearm to be cut off above the wrist.
std::vector<bool> armEnd(const body::Atlas& atlas, float wristMm)
{
    const std::vector<glm::vec3>& positions = atlas.skin.mesh.positions;
    std::vector<bool> kept(positions.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const body::RegionInstance& region = atlas.regions[atlas.skin.regions[i]];
        kept[i] = region.side == core::Side::Right && isOfArmEnd(region.id) &&
                  positions[i].y < wristMm + kForearmMm + kCutMarginMm;
    }
    return kept;
}

/// The right hand held in a pincer grip, with the skin to be lifted between thumb and finger.
std::optional<props::ToolMesh> pinchingHand(const body::BodyModel& model, const care::Grip& grip)
{
    const body::Atlas& atlas = *model.atlas;
    const auto wrist = atlas.landmark("wrist-back-mid", core::Side::Right);
    const auto thumb = atlas.landmark("thumb-pad", core::Side::Right);
    const auto index = atlas.landmark("index-pad", core::Side::Right);
    const auto held = holdGrip(model, grip, core::Side::Right, model.skeleton->rest());
    if (!wrist || !thumb || !index || !held)
        return std::nullopt;
    const body::BoneTransforms transforms = model.skeleton->transforms(held->pose);
    const body::RigidTransform& carrier = transforms[held->goal.joint];
    props::HandContact contact;
    contact.contact = body::transformPoint(carrier, held->goal.point);
    contact.pointing = body::transformDirection(carrier, held->goal.direction);
    contact.padNormal = *thumb - *index;
    contact.slantRad = glm::half_pi<float>();
    contact.cutHeightMm = wrist->y + kForearmMm;
    const body::Skin& skin = atlas.skin;
    return props::cutHand(body::posedMesh(skin.mesh, skin.weights, transforms),
                          armEnd(atlas, wrist->y), contact);
}

/// The right hand of the body itself with part of the forearm, touching with thumb or finger.
std::optional<props::ToolMesh> ownHand(const body::BodyModel& model, const care::Tool& tool)
{
    if (tool.shape == "pincer" && tool.grip && model.skeleton)
        if (auto hand = pinchingHand(model, *tool.grip))
            return hand;
    const body::Atlas& atlas = *model.atlas;
    const bool thumb = tool.shape != "fingertips";
    const auto landmark = [&](const char* id) { return atlas.landmark(id, core::Side::Right); };
    const auto tip = landmark(thumb ? "thumb-tip" : "index-tip");
    const auto middle = landmark(thumb ? "thumb-mid" : "index-mid");
    const auto pad = landmark(thumb ? "thumb-pad" : "index-pad");
    const auto wrist = landmark("wrist-back-mid");
    if (!tip || !middle || !pad || !wrist)
        return std::nullopt;
    const auto onSkin = model.skin->closest(*pad);
    return props::cutHand(atlas.skin.mesh, armEnd(atlas, wrist->y),
                          {onSkin->position, *tip - *middle, onSkin->normal,
                           thumb ? kThumbSlantRad : kFingerSlantRad, wrist->y + kForearmMm});
}

/// The fraction of the tool inside the body, 0 to 1.
float buried(const body::BodyModel& model, const geometry::Mesh& mesh, const glm::mat4& frame)
{
    const std::size_t step = std::max<std::size_t>(1, mesh.positions.size() / kSamples);
    int tried = 0, inside = 0;
    for (std::size_t i = 0; i < mesh.positions.size(); i += step) {
        if (glm::length(mesh.positions[i]) < kContactMm)
            continue;
        ++tried;
        inside += model.skin->contains(glm::vec3(frame * glm::vec4(mesh.positions[i], 1)));
    }
    return tried == 0 ? 0 : static_cast<float>(inside) / static_cast<float>(tried);
}

/// The rotation about the pressing direction at which least of the tool is inside the body, and
/// that comes from in front and above if there are several: from where one's own arm reaches.
glm::mat4 clearFrame(const body::BodyModel& model, const geometry::Mesh& mesh,
                     const glm::vec3& contact, const glm::vec3& away)
{
    const glm::vec3 natural = glm::normalize(glm::vec3(0, 0.5F, 0.8F));
    glm::mat4 best = toolFrame(contact, away, natural);
    float bestScore = 1e9F;
    const glm::vec3 u(best[0]), v(best[1]);
    for (int turn = 0; turn < kTurns; ++turn) {
        const float angle = glm::two_pi<float>() * static_cast<float>(turn) / kTurns;
        const glm::vec3 up = std::cos(angle) * v + std::sin(angle) * u;
        const glm::mat4 frame = toolFrame(contact, away, up);
        const float score =
            buried(model, mesh, frame) + kNatural * (1 - glm::dot(glm::vec3(frame[1]), natural));
        if (score < bestScore) {
            bestScore = score;
            best = frame;
        }
    }
    return best;
}

} // namespace

PlacedTool placeTool(const body::BodyModel& model, const PressTarget& target,
                     const care::Tool& tool)
{
    std::optional<props::ToolMesh> built;
    if (props::isOwnHand(tool))
        built = ownHand(model, tool);
    if (!built)
        built = props::buildTool(tool);
    // The other hand reaches across: a left one for the right side.
    if (built->skinLike && target.side == core::Side::Right)
        built->mesh = mirrored(built->mesh);
    const glm::vec3 contact = target.onSkin + target.pressing * built->sinkMm;
    const bool turns = built->skinLike || tool.shape == "hook";
    const glm::mat4 placement = turns ? clearFrame(model, built->mesh, contact, -target.pressing)
                                      : toolFrame(contact, -target.pressing, glm::vec3(0, 1, 0));
    return {std::move(*built), placement};
}

} // namespace knotmap::posture
