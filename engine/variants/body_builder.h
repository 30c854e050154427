#pragma once

#include "engine/body/atlas.h"
#include "engine/variants/build.h"
#include "engine/variants/build_tables.h"
#include "engine/variants/growth.h"
#include "engine/variants/measured_skin.h"
#include "engine/variants/warp.h"

#include <array>
#include <memory>
#include <optional>

namespace knotmap::variants {

/// Builds other bodies from the measured one: same structures, triangles and ids, other positions.
/// Space is warped smoothly and without folds, so everything inside the skin or in contact with a
/// bone remains so; then the skin alone is padded. Keeps the measured atlas and what it computed
/// from it. Not thread-safe.
class BodyBuilder
{
public:
    /// `skin` is the surface of the atlas' skin.
    BodyBuilder(std::shared_ptr<const body::Atlas> measured,
                std::shared_ptr<const geometry::Surface> skin, BuildTables tables);

    const std::shared_ptr<const body::Atlas>& measured() const { return m_measured; }
    const std::shared_ptr<const geometry::Surface>& measuredSkin() const { return m_skin; }

    /// The body of that build; the measured atlas itself where the build is as measured. Nothing
    /// where the tables, though each is valid, yield an impossible body.
    std::shared_ptr<const body::Atlas> make(const Build& build);

    /// Sole to vertex of that build, mm.
    float statureOf(const Build& build) const;

    /// The warp that muscles, bones and landmarks follow; for tests.
    Warped spaceAt(const Build& build, const glm::vec3& position);

private:
    using Amounts = std::array<float, kVariants>;

    Amounts amountsOf(const Build& build) const;
    const Warp& warpOf(std::size_t variant);
    const std::vector<float>& paddingOf(std::size_t variant);
    const SkinCover& cover();
    void prepare(const Build& build);
    std::vector<glm::vec3> padSkin(const Amounts& amounts);
    void limitPadding(std::vector<float>& padding);
    glm::vec3 moundDisplacement(const Amounts& amounts, std::uint32_t vertex);
    std::vector<glm::vec3> moundDisplacements(const Amounts& amounts);

    /// The position of a skin vertex in a build, with this much additional soft tissue.
    glm::vec3 skinPoint(const SkinCover& known, std::uint32_t vertex, const glm::vec3& pad) const;
    /// False if the skin ends up where none can be.
    bool makeSkin(body::Atlas& atlas, const Build& build);
    void makeShape(const body::Shape& from, body::Shape& to) const;
    void makeLandmarks(body::Atlas& atlas) const;

    std::shared_ptr<const body::Atlas> m_measured;
    std::shared_ptr<const geometry::Surface> m_skin;
    BuildTables m_tables;
    geometry::Bounds m_box;
    std::array<std::optional<Warp>, kVariants> m_warps;
    std::array<std::optional<std::vector<float>>, kVariants> m_paddings;
    std::optional<SkinCover> m_cover;

    // Of the current build.
    std::optional<Warp> m_warp;
    Stretch m_stretch;
};

} // namespace knotmap::variants
