#pragma once

#include "app/model/pain_region.h"
#include "app/model/placed_point.h"
#include "engine/body/body_model.h"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace knotmap::app {

/// The parts of a scene that take long to make, each kept with what it was made from for as long as
/// scenes ask for it. Parts are shared and immutable, so the renderer keeps what it uploaded too.
class ScenePartCache
{
public:
    /// Begins a scene of that body: what belongs to another one is dropped.
    void begin(const Library& library);
    /// Ends it: what it did not ask for is dropped.
    void end();

    std::shared_ptr<const scene::ZonePaint> zone(const Library& library, const PlacedPoint& placed);
    /// The caution areas that pressing on the point comes near; null: none.
    std::shared_ptr<const scene::CautionPaint> cautionsNear(const Library& library,
                                                            const PlacedPoint& placed);
    std::shared_ptr<const scene::CautionPaint> allCautions(const Library& library);
    /// Its first advised tool in the measured stance; null: none.
    std::shared_ptr<const scene::ToolModel> tool(const Library& library, const PlacedPoint& placed);
    /// One value per skin vertex: 1 in any of the regions; null: none is asked for.
    std::shared_ptr<const std::vector<float>> regions(const Library& library,
                                                      const std::vector<PainRegion>& painRegions);
    /// Where each point is attached to the skin, parallel to `points`, which are the library's.
    const std::vector<body::SkinAttachment>& attachments(const Library& library,
                                                         const std::vector<PlacedPoint>& points);

    /// How many parts have been made so far.
    std::size_t made() const { return m_made; }

private:
    template <typename Part>
    struct Kept
    {
        std::shared_ptr<const Part> part;
        bool used = true;
    };
    template <typename Part>
    using Parts = std::map<std::string, Kept<Part>>;

    /// The part of that name; made when there is none.
    template <typename Part, typename Make>
    std::shared_ptr<const Part> part(Parts<Part>& parts, const std::string& name, Make make);

    std::shared_ptr<const body::Atlas> m_atlas; ///< whose parts these are
    Parts<scene::ZonePaint> m_zones;
    Parts<scene::CautionPaint> m_cautions;
    Parts<scene::ToolModel> m_tools;
    Parts<std::vector<float>> m_regions;
    std::vector<body::SkinAttachment> m_attachments;
    std::size_t m_made = 0;
};

} // namespace knotmap::app
