#pragma once

#include "app/model/pain_region.h"
#include "app/model/placed_point.h"
#include "engine/core/fault.h"
#include "engine/referral/find.h"
#include "engine/scene/scene.h"
#include "engine/variants/build.h"

#include <array>
#include <cstdint>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace knotmap::app {

/// What is selected: one of the placed points, one instance of the atlas, or nothing.
struct Selection
{
    enum class What
    {
        Nothing,
        Point,
        Structure
    };
    What what = What::Nothing;
    std::uint32_t index = 0; ///< into Document::points or atlas->instances

    bool operator==(const Selection& other) const
    {
        return what == other.what && (what == What::Nothing || index == other.index);
    }
};

/// Points whose zones stay in sight beside the selected one's, each in the hue of its slot.
using KeptZones = std::array<std::optional<std::uint32_t>, scene::kMaxKeptZones>;

/// A body that a worker builds while the old one is shown.
struct BodyWork
{
    struct Result
    {
        std::shared_ptr<const Library> library;
        std::vector<PlacedPoint> points;
    };
    variants::Build build;
    std::future<core::Result<Result>> result;
    std::optional<variants::Build> next; ///< asked for meanwhile
};

/// What the window is about: the body with its points, and what was picked out of it.
struct Document
{
    std::shared_ptr<const Library> library; ///< never changes; another body brings another library
    std::vector<PlacedPoint> points;
    core::Faults faults;                ///< of the data, found while loading
    std::shared_ptr<BodyWork> bodyWork; ///< null: none under way

    Selection selection;
    core::Side side = core::Side::Right; ///< which side lists and links mean
    KeptZones keptZones;
    std::vector<PainRegion> pain;
    std::vector<referral::Finding> findings; ///< what explains the pain
};

} // namespace knotmap::app
