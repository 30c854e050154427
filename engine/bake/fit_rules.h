#pragma once

#include "engine/bake/solid.h"
#include "engine/body/atlas.h"
#include "engine/core/fault.h"

#include <memory>
#include <string>
#include <vector>

/// Whether the shapes of a body fit together: measurements on the baked atlas, and the rules they
/// must meet. All lengths in mm. The left half mirrors the right one, so only right and midline
/// shapes are measured, but against the structures of both sides.
namespace knotmap::bake {

// The rules.
inline constexpr float kGapMm = 3;            ///< an end further from its bone is detached
inline constexpr double kEndsThatMeet = 0.95; ///< share of the ends within kGapMm
inline constexpr float kFarthestEndMm = 15;   ///< no end may be further off
inline constexpr float kDeepMm = 2;           ///< a sample deeper than this penetrates
inline constexpr double kDeepInBone = 0.01;   ///< share of all muscle samples, at most
inline constexpr double kDeepInMuscle = 0.03; ///< share of all muscle samples, at most
inline constexpr float kUnderSkinMm = 1;      ///< every sample lies at least this deep

/// One end of one sheet and the bones it should meet. The end is the sheet's first curve (origin)
/// or its last (insertion), measured at nine points from edge to edge; at each, the nearest of the
/// belly's two faces and its middle counts, and the nearest of the bones that attaches_to names
/// for that end. The gap of the end is the median of the nine: an end that spans several bones
/// (ribs, vertebrae) hangs free between them.
struct EndGap
{
    std::uint32_t shape = 0;
    int sheet = 0; ///< from 0
    bool insertion = false;
    float gapMm = 0;      ///< median of the nine
    float nearestMm = 0;  ///< minimum of the nine
    float farthestMm = 0; ///< maximum of the nine
    glm::vec3 at{0};      ///< middle of the end
};

/// An end that is not measured against a bone.
struct SoftEnd
{
    std::uint32_t shape = 0;
    int sheet = 0; ///< from 0
    bool insertion = false;
    /// Whether it meets others on its way to a bone further off than kFarthestEndMm: sheets of its
    /// own muscle, muscles that attach to one of the same bones, tendons and aponeuroses with a
    /// table of their own; at least half of the end's nine points lie within 6 mm of them. If not,
    /// attaches_to names no bone: the end attaches to skin or fascia.
    bool joined = false;
};

struct Attachments
{
    std::vector<EndGap> ends; ///< widest gap first
    std::vector<SoftEnd> soft;

    /// Share of the ends within kGapMm; 1 when there are none.
    double met() const;
};

/// The samples of one muscle that lie deeper than kDeepMm in one other structure.
struct Intrusion
{
    std::uint32_t muscle = 0, other = 0;
    bool otherLeft = false; ///< the other one is the left mirror image of its shape
    std::size_t samples = 0;
    float deepestMm = 0;
    glm::vec3 at{0}; ///< point of greatest depth
};

/// Samples are points spread evenly over the muscles' surfaces, one per 12 mm2, at least 200 per
/// muscle. The depth of a sample is its distance to the surface of the structure it lies in, or the
/// deepest if several; a sample counts once, however many structures it lies in. The sheets of one
/// muscle may overlap; a part of a muscle counts as another muscle.
struct Penetration
{
    std::size_t samples = 0, deepInBone = 0, deepInMuscle = 0;
    std::vector<Intrusion> intoBone, intoMuscle; ///< most samples first

    double boneShare() const;
    double muscleShare() const;
};

/// Samples of one muscle or bone that lie outside the skin or less than kUnderSkinMm below it.
struct Exposure
{
    std::uint32_t shape = 0;
    std::size_t samples = 0;
    float minMm = 0; ///< depth of the worst below the skin, negative outside
    glm::vec3 at{0};
};

struct Enclosure
{
    bool closed = false;           ///< every edge joins two consistently oriented triangles
    std::size_t pieces = 0;        ///< connected components; should be 1
    std::size_t selfCrossings = 0; ///< pairs of intersecting triangles
    glm::vec3 crossingAt{0};       ///< one of them
    std::size_t withoutMirror = 0; ///< vertices whose mirror image is not a vertex
    std::vector<Exposure> exposed; ///< shallowest first; teeth are left out
};

struct Fit
{
    Attachments attachments;
    Penetration penetration;
    Enclosure enclosure;
};

/// One solid per shape, in the atlas's order.
std::vector<Solid> solidsOf(const std::vector<body::Shape>& shapes);

/// Measures all shapes; on as many threads as there are cores.
Attachments measureAttachments(const body::Atlas& atlas, const std::vector<Solid>& solids);
Penetration measurePenetration(const body::Atlas& atlas, const std::vector<Solid>& solids);
Enclosure measureEnclosure(const body::Atlas& atlas);
Fit measureFit(const body::Atlas& atlas);

/// The results in a few lines, for a person.
std::string describeFit(const body::Atlas& atlas, const Fit& fit);

/// A fault for each broken rule, with the structures that break it worst.
core::Faults brokenRules(const body::Atlas& atlas, const Fit& fit);

} // namespace knotmap::bake
