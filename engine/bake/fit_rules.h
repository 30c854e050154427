#pragma once

#include "engine/bake/solid.h"
#include "engine/body/atlas.h"
#include "engine/core/fault.h"

#include <memory>
#include <string>
#include <vector>

/// Whether the shapes of a body are right together: measures on the baked atlas, and the rules
/// they are held to. All lengths mm. The left half is the image of the right one, so only right
/// and midline shapes are asked about; what they are held against is on both sides.
namespace knotmap::bake {

// The rules.
inline constexpr float kGapMm = 3;            ///< an end further from its bone stands off it
inline constexpr double kEndsThatMeet = 0.95; ///< share of the ends within kGapMm
inline constexpr float kFarthestEndMm = 15;   ///< no end at all may stand further off
inline constexpr float kDeepMm = 2;           ///< a sample deeper than this cuts through
inline constexpr double kDeepInBone = 0.01;   ///< share of all muscle samples, at most
inline constexpr double kDeepInMuscle = 0.03; ///< share of all muscle samples, at most
inline constexpr float kUnderSkinMm = 1;      ///< every sample lies at least so deep

/// One end of one sheet and the bones it should meet. The end is the sheet's first curve (origin)
/// or its last (insertion), asked at nine places from edge to edge; at each the nearest of the
/// belly's two faces and its middle counts, and the nearest of the bones that attaches_to names
/// for that end. The gap of the end is the median of the nine: an end that spans several bones
/// (ribs, vertebrae) hangs free between them.
struct EndGap
{
    std::uint32_t shape = 0;
    int sheet = 0; ///< from 0
    bool insertion = false;
    float gapMm = 0;      ///< median of the nine
    float nearestMm = 0;  ///< least of the nine
    float farthestMm = 0; ///< greatest of the nine
    glm::vec3 at{0};      ///< middle of the end
};

/// An end that is not held to a bone.
struct SoftEnd
{
    std::uint32_t shape = 0;
    int sheet = 0; ///< from 0
    bool insertion = false;
    /// Whether it runs into others on the way to a bone further off than kFarthestEndMm: sheets of
    /// its own muscle, muscles that go to one of the bones, tendons and aponeuroses with a table of
    /// their own; at least half of the end's nine places lie within 6 mm of them. If not,
    /// attaches_to names no bone: the end hangs on skin or fascia.
    bool joined = false;
};

struct Attachments
{
    std::vector<EndGap> ends; ///< the widest gap first
    std::vector<SoftEnd> soft;

    /// Share of the ends within kGapMm; 1 when there are none.
    double met() const;
};

/// What lies deeper than kDeepMm of one muscle in one other structure.
struct Intrusion
{
    std::uint32_t muscle = 0, other = 0;
    bool otherLeft = false; ///< the other one is the left image of its shape
    std::size_t samples = 0;
    float deepestMm = 0;
    glm::vec3 at{0}; ///< where it is deepest
};

/// Samples are places spread evenly over the muscles' surfaces, one in 12 mm2, at least 200 a
/// muscle. The depth of a sample is its distance to the surface of the structure it lies in, the
/// deepest of them; a sample counts once, however many structures it lies in. The sheets of one
/// muscle may lie in each other; a part of a muscle is another muscle.
struct Penetration
{
    std::size_t samples = 0, deepInBone = 0, deepInMuscle = 0;
    std::vector<Intrusion> intoBone, intoMuscle; ///< the most samples first

    double boneShare() const;
    double muscleShare() const;
};

/// Samples of one muscle or bone that lie outside the skin or nearer under it than kUnderSkinMm.
struct Exposure
{
    std::uint32_t shape = 0;
    std::size_t samples = 0;
    float leastMm = 0; ///< depth of the worst under the skin, below 0 outside
    glm::vec3 at{0};
};

struct Enclosure
{
    bool closed = false;           ///< every edge between two triangles that agree
    std::size_t pieces = 0;        ///< not joined with each other; should be 1
    std::size_t selfCrossings = 0; ///< pairs of triangles that cut each other
    glm::vec3 crossingAt{0};       ///< one of them
    std::size_t withoutMirror = 0; ///< vertices whose mirror image is no vertex
    std::vector<Exposure> exposed; ///< the least deep first; teeth are left out
};

struct Fit
{
    Attachments attachments;
    Penetration penetration;
    Enclosure enclosure;
};

/// One solid a shape, in the atlas's order.
std::vector<Solid> solidsOf(const std::vector<body::Shape>& shapes);

/// Fits of all shapes; on as many threads as there are cores.
Attachments measureAttachments(const body::Atlas& atlas, const std::vector<Solid>& solids);
Penetration measurePenetration(const body::Atlas& atlas, const std::vector<Solid>& solids);
Enclosure measureEnclosure(const body::Atlas& atlas);
Fit measureFit(const body::Atlas& atlas);

/// The figures in a few lines, for a person.
std::string describeFit(const body::Atlas& atlas, const Fit& fit);

/// A fault for each rule that is broken, with the structures that break it worst.
core::Faults brokenRules(const body::Atlas& atlas, const Fit& fit);

} // namespace knotmap::bake
