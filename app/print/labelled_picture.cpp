#include "app/print/labelled_picture.h"

#include "app/print/annotate.h"

#include <algorithm>

namespace knotmap::app {
namespace {

constexpr int kSurveyHeight = 600;
/// Text height for this picture height.
constexpr float kLetterShare = 1.0F / 64, kMinLetterPx = 9;

} // namespace

void printNames(image::Image& picture, const scene::Scene& scene,
                const std::vector<scene::VisibleInstance>& visibleInstances, Labels labels)
{
    if (picture.empty())
        return;
    const glm::vec2 size(picture.width, picture.height);
    const float letter = std::max(kMinLetterPx, std::min(size.x, size.y) * kLetterShare);
    const auto requests =
        labelRequests(scene, visibleInstances, labels, size,
                      [&](const std::string& text) { return printedSize(text, letter); });
    scene::LabelStyle style;
    style.margin = letter;
    style.gap = letter / 2;
    style.maxPerSide = 40;
    printLabels(picture, requests, scene::layOutLabels(requests, size, style), letter);
}

void labelPicture(image::Image& picture, render::Renderer& renderer, const scene::Scene& scene,
                  Labels labels)
{
    if (labels == Labels::Off || picture.empty())
        return;
    const glm::vec2 size(picture.width, picture.height);
    printNames(picture, scene, renderer.survey(scene, size.x / size.y, kSurveyHeight), labels);
}

} // namespace knotmap::app
