#pragma once

#include "app/model/library.h"
#include "engine/scene/labels.h"
#include "engine/scene/scene.h"
#include "engine/scene/visible_instance.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace knotmap::app {

/// The names beside the picture.
enum class Labels
{
    Off,
    English,
    Latin
};

std::string_view labelsName(Labels labels);
std::optional<Labels> parseLabels(std::string_view name);

/// Width and height of a text in pixels.
using MeasureText = std::function<glm::vec2(const std::string&)>;

/// The names of the visible structures, where the scene's camera sees them now, in a picture of
/// that many pixels. A pair is named once, on the side with more room; highlighted structures come
/// first.
std::vector<scene::LabelRequest>
labelRequests(const scene::Scene& scene,
              const std::vector<scene::VisibleInstance>& visibleInstances, Labels labels,
              glm::vec2 picture, const MeasureText& measure);

} // namespace knotmap::app
