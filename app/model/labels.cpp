#include "app/model/labels.h"

#include "engine/words/tr.h"

#include <array>
#include <glm/vec4.hpp>
#include <map>
#include <utility>

namespace knotmap::app {
namespace {

constexpr std::array<std::pair<Labels, std::string_view>, 3> kNames{
    {{Labels::Off, "off"}, {Labels::English, "english"}, {Labels::Latin, "latin"}}};

/// A structure that covers less than this fraction of the picture is not named.
constexpr float kMinShare = 0.0004F;
/// Of a pair the side that is this much more visible is named wherever it is.
constexpr float kClearlyBetter = 1.5F;
/// Added to the weight of highlighted structures.
constexpr float kLifted = 10;

struct Candidate
{
    const scene::VisibleInstance* visible;
    glm::vec2 pixel;
};

/// Pixels from the top left; none if behind the eye.
std::optional<glm::vec2> seenAt(const scene::Scene& scene, const glm::vec3& position,
                                glm::vec2 picture)
{
    const glm::vec4 clip = scene.camera.projection(picture.x / picture.y) * scene.camera.view() *
                           scene.bodyPlacement * glm::vec4(position, 1);
    if (clip.w <= 0)
        return std::nullopt;
    return glm::vec2((clip.x / clip.w + 1) / 2 * picture.x, (1 - clip.y / clip.w) / 2 * picture.y);
}

bool stillSeen(const scene::Scene& scene, const scene::VisibleInstance& visible)
{
    return visible.share >= kMinShare && visible.instance < scene.appearances.size() &&
           scene.appearances[visible.instance].opacity > 0.5F;
}

} // namespace

std::string_view labelsName(Labels labels)
{
    for (const auto& [each, name] : kNames)
        if (each == labels)
            return name;
    return {};
}

std::optional<Labels> parseLabels(std::string_view name)
{
    for (const auto& [each, own] : kNames)
        if (own == name)
            return each;
    return std::nullopt;
}

std::vector<scene::LabelRequest>
labelRequests(const scene::Scene& scene,
              const std::vector<scene::VisibleInstance>& visibleInstances, Labels labels,
              glm::vec2 picture, const MeasureText& measure)
{
    if (labels == Labels::Off)
        return {};
    const body::Atlas& atlas = *scene.atlas;
    std::map<std::uint32_t, std::vector<Candidate>> byShape;
    for (const scene::VisibleInstance& visible : visibleInstances)
        if (stillSeen(scene, visible))
            if (const auto pixel = seenAt(scene, visible.position, picture))
                byShape[atlas.instances[visible.instance].shape].push_back({&visible, *pixel});
    std::vector<scene::LabelRequest> requests;
    int balance = 0; // names on the left minus those on the right
    for (const auto& [shape, candidates] : byShape) {
        const Candidate* best = &candidates.front();
        for (const Candidate& candidate : candidates) {
            const bool fuller = (candidate.pixel.x < picture.x / 2) != (balance > 0);
            const float needed = fuller ? 1 / kClearlyBetter : kClearlyBetter;
            if (candidate.visible->share > best->visible->share * needed)
                best = &candidate;
        }
        balance += best->pixel.x < picture.x / 2 ? 1 : -1;
        scene::LabelRequest request;
        const anatomy::Structure& structure = atlas.structures[shape];
        request.text = labels == Labels::Latin ? structure.latin : tr(structure.english);
        request.anchor = best->pixel;
        request.size = measure(request.text);
        request.weight =
            best->visible->share + kLifted * scene.appearances[best->visible->instance].highlight;
        requests.push_back(std::move(request));
    }
    return requests;
}

} // namespace knotmap::app
