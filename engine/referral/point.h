#pragma once

#include "engine/words/tr.h"

#include <glm/vec3.hpp>
#include <optional>
#include <string>
#include <vector>

namespace knotmap::referral {

enum class Strength
{
    Essential, ///< felt by nearly everyone with that point
    Spillover  ///< felt by some, or when the point is very active
};

/// A point that a stroke runs through: a landmark ("ID.opposite" on the other side), or "knot" for
/// the trigger point's own position on the skin, moved by an offset.
struct Waypoint
{
    std::string near;
    glm::vec3 offsetMm{0};
};

/// A brush stroke on the skin.
struct Stroke
{
    Strength strength = Strength::Essential;
    std::vector<Waypoint> through;
    float radiusMm = 0;
    /// Region ids without side: the point's own side; "ID.opposite": the other one.
    std::vector<std::string> regions;
    int line = 0, column = 0;
};

/// A position in a muscle by its fibre sheet: 0 to 1 along, across and inwards from the skin side.
struct MusclePosition
{
    int sheet = 0;
    float along = 0, across = 0, depth = 0;
};

enum class Commonness
{
    VeryCommon,
    Common,
    Occasional,
    Rare
};

/// A trigger point and its zone of referred pain; written for the right side.
struct Point
{
    std::string id;
    std::string muscle;
    std::string label;
    MusclePosition at;
    /// Where to press if it is not the nearest skin (subscapularis: the armpit).
    std::optional<Waypoint> press;
    /// The direction of pressure there, inwards from the skin; none: perpendicular, or towards the
    /// trigger point.
    std::optional<glm::vec3> pressDirection;
    std::string deepPain;
    std::vector<std::string> symptoms, broughtOnBy;
    std::string find;
    std::vector<std::string> satellites;
    Commonness commonness = Commonness::Common;
    std::string evidence; ///< grade id
    std::vector<std::string> sources;
    /// Tender locally without known referred pain: it has no stroke, and so no zone.
    bool local = false;
    std::vector<Stroke> strokes; ///< at least an essential one, unless `local`
    std::string file;
    int line = 0, column = 0;

    /// The regions of the strokes of this strength, each once, in order.
    std::vector<std::string> regionsOf(Strength strength) const;
};

/// A book or paper.
struct Source
{
    std::string id, authors, title, where, kind;
    int year = 0;
    std::string pmid, doi, isbn; ///< if known

    /// "Authors (year). Title. Where. PMID 1. doi:10.1000/1."
    std::string citation() const;
};

/// How well a referral pattern is supported.
struct EvidenceGrade
{
    std::string id, label;
};

std::string commonnessLabel(Commonness commonness);

/// Text for a `local` point, in place of its zone.
inline constexpr const char* kLocalOnly =
    mark("Tender only on the spot: as far as is known, it sends no pain elsewhere.");

} // namespace knotmap::referral
